package org.entente.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Every claim about a thing, with the words that prove it, and every inference down to quotes. */
public final class Explanation {
  private static final int DEEPEST = 8;

  private final Graph claims;
  private final Graph sources;
  private final Graph inferred;
  private final Graph everything;
  private final StringBuilder text = new StringBuilder();

  private Explanation(DatasetGraph dataset) {
    claims = dataset.getGraph(Graphs.CLAIMS);
    sources = dataset.getGraph(Graphs.SOURCES);
    inferred = dataset.getGraph(Graphs.INFERRED);
    everything = dataset.getDefaultGraph();
  }

  /** The explanation; empty when the graph says nothing about the thing. */
  public static String of(String iri, DatasetGraph dataset) {
    Explanation explanation = new Explanation(dataset);
    explanation.explain(NodeFactory.createURI(iri));
    return explanation.text.toString();
  }

  private void explain(Node thing) {
    Map<String, List<Node>> statements = new TreeMap<>();
    for (Node claim : subjects(claims, RDF.subject.asNode(), thing)) {
      statements.computeIfAbsent(statement(claims, claim), s -> new ArrayList<>()).add(claim);
    }
    Map<String, List<Node>> derived = new TreeMap<>();
    for (Node derivation : subjects(inferred, RDF.subject.asNode(), thing)) {
      if (!objects(inferred, derivation, Ent.DERIVED_BY).isEmpty()) {
        derived
            .computeIfAbsent(statement(inferred, derivation), s -> new ArrayList<>())
            .add(derivation);
      }
    }
    if (statements.isEmpty() && derived.isEmpty()) {
      return;
    }
    text.append(name(thing)).append("  <").append(thing.getURI()).append(">\n");
    statements.forEach(
        (statement, of) -> {
          text.append('\n').append(statement).append('\n');
          of.forEach(claim -> claim(claim, "  "));
        });
    derived.forEach(
        (statement, of) -> {
          text.append('\n').append(statement).append('\n');
          of.forEach(derivation -> derivation(derivation, "  ", new HashSet<>()));
        });
  }

  private String statement(Graph graph, Node statement) {
    return name(object(graph, statement, RDF.predicate.asNode()))
        + ": "
        + value(object(graph, statement, RDF.object.asNode()));
  }

  private void claim(Node claim, String indent) {
    Node account = object(claims, claim, Ent.ACCOUNT);
    account(account, objects(claims, claim, Ent.PASSAGE), indent);
  }

  private void account(Node account, List<Node> passages, String indent) {
    StringBuilder head = new StringBuilder(indent);
    List<String> chain = new ArrayList<>();
    objects(claims, account, Ent.FROM_DOCUMENT).forEach(d -> chain.add(name(d)));
    objects(claims, account, Ent.REFERENCE).forEach(d -> chain.add(name(d) + " (external)"));
    objects(claims, account, Ent.ATTRIBUTED_TO).forEach(a -> chain.add(name(a)));
    objects(claims, account, Ent.QUOTING).forEach(a -> chain.add(name(a)));
    head.append(String.join(" > ", chain));
    head.append("; ").append(name(object(claims, account, Ent.STATUS)));
    Node rank = object(claims, account, Ent.RANK);
    if (rank != null && !rank.equals(Ent.term("normal"))) {
      head.append("; ").append(name(rank));
      Node reason = object(claims, account, Ent.RANK_REASON);
      if (reason != null) {
        head.append(": ").append(reason.getLiteralLexicalForm());
      }
    }
    head.append("; ")
        .append(value(object(claims, account, Ent.TABLE)))
        .append(".csv line ")
        .append(value(object(claims, account, Ent.LINE)));
    text.append(head).append('\n');
    for (Node passage : passages) {
      text.append(indent)
          .append("  “")
          .append(object(sources, passage, Ent.QUOTE).getLiteralLexicalForm())
          .append("”\n");
    }
  }

  private void derivation(Node derivation, String indent, Set<Node> seen) {
    if (!seen.add(derivation) || seen.size() > DEEPEST * DEEPEST || indent.length() > 2 * DEEPEST) {
      return;
    }
    Node rule = object(inferred, derivation, Ent.DERIVED_BY);
    text.append(indent)
        .append("by rule ")
        .append(value(object(inferred, rule, RDFS.label.asNode())))
        .append(": ")
        .append(value(object(inferred, rule, RDFS.comment.asNode())))
        .append('\n');
    Map<String, List<Node>> told = new TreeMap<>();
    Set<Node> accounts = new HashSet<>();
    List<Node> premises = objects(inferred, derivation, Ent.PREMISE);
    for (Node premise : premises) {
      Node subject = object(claims, premise, RDF.subject.asNode());
      if (subject != null) {
        String statement = name(subject) + " " + statement(claims, premise);
        told.computeIfAbsent(statement, from -> new ArrayList<>()).add(premise);
        accounts.addAll(objects(claims, premise, Ent.ACCOUNT));
      }
    }
    told.forEach(
        (statement, from) -> {
          text.append(indent).append("  from ").append(statement).append('\n');
          from.forEach(claim -> claim(claim, indent + "    "));
        });
    for (Node premise : premises) {
      if (accounts.contains(premise) || claims.contains(premise, RDF.subject.asNode(), Node.ANY)) {
        continue;
      }
      if (claims.contains(premise, Ent.TABLE, Node.ANY)) {
        account(premise, objects(claims, premise, Ent.PASSAGE), indent + "  ");
      } else {
        inference(premise, indent + "  ", seen);
      }
    }
  }

  private void inference(Node statement, String indent, Set<Node> seen) {
    Node subject = object(inferred, statement, RDF.subject.asNode());
    Node predicate = object(inferred, statement, RDF.predicate.asNode());
    Node value = object(inferred, statement, RDF.object.asNode());
    for (Node other : subjects(inferred, RDF.subject.asNode(), subject)) {
      if (inferred.contains(other, RDF.predicate.asNode(), predicate)
          && inferred.contains(other, RDF.object.asNode(), value)
          && inferred.contains(other, Ent.DERIVED_BY, Node.ANY)) {
        derivation(other, indent, seen);
      }
    }
  }

  private String name(Node node) {
    if (node == null) {
      return "?";
    }
    for (Node label : objects(everything, node, RDFS.label.asNode())) {
      if (label.getLiteralLanguage().isEmpty() || label.getLiteralLanguage().equals("en")) {
        return label.getLiteralLexicalForm();
      }
    }
    String identifier = Ent.identifier(node);
    if (identifier != null) {
      return identifier;
    }
    String uri = node.getURI();
    return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
  }

  private String value(Node node) {
    if (node == null) {
      return "?";
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : name(node);
  }

  private static Node object(Graph graph, Node subject, Node predicate) {
    List<Node> found = objects(graph, subject, predicate);
    return found.isEmpty() ? null : found.get(0);
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .sorted(java.util.Comparator.comparing(NodeFmtLib::strNT))
        .toList();
  }

  private static List<Node> subjects(Graph graph, Node predicate, Node object) {
    return graph.find(Node.ANY, predicate, object).mapWith(Triple::getSubject).toList().stream()
        .sorted(java.util.Comparator.comparing(NodeFmtLib::strNT))
        .toList();
  }
}
