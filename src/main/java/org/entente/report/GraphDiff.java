package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Compares two published graphs statement by statement, and says what caused each difference. */
public final class GraphDiff {
  private static final Node VERSION_DIGEST =
      org.apache.jena.graph.NodeFactory.createURI(
          "http://www.loc.gov/premis/rdf/v1#hasMessageDigest");

  private final Side before;
  private final Side after;

  private GraphDiff(DatasetGraph before, DatasetGraph after) {
    this.before = new Side(before);
    this.after = new Side(after);
  }

  /**
   * A statement that is in one of the graphs alone.
   *
   * @param sign {@code +} when it is in the second, {@code -} when in the first
   * @param statement subject, predicate and object, as people read them
   * @param cause why
   */
  public record Change(char sign, String statement, String cause) {
    @Override
    public String toString() {
      return sign + " " + statement + "  [" + cause + "]";
    }
  }

  /** All differences of what two graphs accept and infer, sorted. */
  public static List<Change> of(DatasetGraph before, DatasetGraph after) {
    GraphDiff diff = new GraphDiff(before, after);
    List<Change> changes = new ArrayList<>();
    diff.collect('-', diff.before, diff.after, changes);
    diff.collect('+', diff.after, diff.before, changes);
    changes.sort(
        Comparator.comparing(Change::statement)
            .thenComparing(Comparator.comparing(Change::sign).reversed()));
    return changes;
  }

  private void collect(char sign, Side has, Side lacks, List<Change> changes) {
    for (Triple triple : has.believed) {
      if (!lacks.believed.contains(triple)) {
        changes.add(new Change(sign, has.show(triple), cause(sign, triple, has, lacks)));
      }
    }
  }

  private static String cause(char sign, Triple triple, Side has, Side lacks) {
    boolean removed = sign == '-';
    List<Node> claims = has.claims(triple);
    if (claims.isEmpty()) {
      return causeWithoutClaim(removed, triple, has, lacks);
    }
    String rankOrStatus = rankOrStatus(claims, lacks.claims(triple), has, lacks);
    if (rankOrStatus != null) {
      return rankOrStatus;
    }
    if (!lacks.claims(triple).isEmpty()) {
      return removed ? "now contradicted" : "no longer contradicted";
    }
    return causeOfRow(removed, has.object(has.claims, claims.get(0), Ent.ACCOUNT), has, lacks);
  }

  private static String rankOrStatus(List<Node> claims, List<Node> others, Side has, Side lacks) {
    for (Node claim : claims) {
      for (Node other : others) {
        for (Node property : List.of(Ent.RANK, Ent.STATUS)) {
          Node here = has.object(has.claims, has.object(has.claims, claim, Ent.ACCOUNT), property);
          Node there =
              lacks.object(lacks.claims, lacks.object(lacks.claims, other, Ent.ACCOUNT), property);
          if (here != null && !here.equals(there)) {
            return (property.equals(Ent.RANK) ? "rank" : "status") + " changed";
          }
        }
      }
    }
    return null;
  }

  private static String causeOfRow(boolean removed, Node account, Side has, Side lacks) {
    Node document = has.object(has.claims, account, Ent.FROM_DOCUMENT);
    Node thing = has.object(has.claims, account, Ent.DESCRIBES);
    if (removed) {
      for (Node gone : new Node[] {thing, document}) {
        if (gone != null && lacks.isWithdrawn(gone)) {
          return "withdrawn: " + lacks.reason(gone);
        }
      }
    }
    if (document != null
        && !has.digests(document).equals(lacks.digests(document))
        && !lacks.digests(document).isEmpty()) {
      return "document changed: " + has.name(document);
    }
    String table = has.object(has.claims, account, Ent.TABLE).getLiteralLexicalForm();
    String line = has.object(has.claims, account, Ent.LINE).getLiteralLexicalForm();
    boolean elsewhere =
        lacks.claims.contains(account, RDF.type.asNode(), Ent.ACCOUNT_CLASS)
            || thing != null && lacks.claims.contains(Node.ANY, Ent.DESCRIBES, thing);
    String what = elsewhere ? "row changed" : removed ? "row removed" : "row added";
    return what + ": " + table + ".csv line " + line;
  }

  private static String causeWithoutClaim(boolean removed, Triple triple, Side has, Side lacks) {
    for (Node derivation : has.derivations(triple)) {
      Node rule = has.object(has.inferred, derivation, Ent.DERIVED_BY);
      String name = has.object(has.inferred, rule, RDFS.label.asNode()).getLiteralLexicalForm();
      if (!lacks.inferred.contains(rule, RDF.type.asNode(), Ent.RULE_CLASS)) {
        return (removed ? "rule removed: " : "rule added: ") + name;
      }
      return "inferred, premise changed: " + name;
    }
    Node account = has.object(has.claims, triple.getSubject(), Ent.ACCOUNT);
    return account == null
        ? "table without accounts changed"
        : causeOfRow(removed, account, has, lacks);
  }

  /** One of the graphs. */
  private static final class Side {
    private final Graph all;
    private final Graph claims;
    private final Graph inferred;
    private final Graph sources;
    private final Set<Triple> believed = new HashSet<>();

    Side(DatasetGraph dataset) {
      all = dataset.getDefaultGraph();
      claims = dataset.getGraph(Graphs.CLAIMS);
      inferred = dataset.getGraph(Graphs.INFERRED);
      sources = dataset.getGraph(Graphs.SOURCES);
      dataset.getGraph(Graphs.ACCEPTED).find().forEach(believed::add);
      inferred
          .find(Node.ANY, Ent.DERIVED_BY, Node.ANY)
          .forEach(t -> believed.add(triple(t.getSubject())));
    }

    private Triple triple(Node derivation) {
      return Triple.create(
          object(inferred, derivation, RDF.subject.asNode()),
          object(inferred, derivation, RDF.predicate.asNode()),
          object(inferred, derivation, RDF.object.asNode()));
    }

    List<Node> claims(Triple triple) {
      return statements(claims, triple);
    }

    List<Node> derivations(Triple triple) {
      return statements(inferred, triple).stream()
          .filter(node -> inferred.contains(node, Ent.DERIVED_BY, Node.ANY))
          .toList();
    }

    private static List<Node> statements(Graph graph, Triple triple) {
      return graph
          .find(Node.ANY, RDF.subject.asNode(), triple.getSubject())
          .mapWith(Triple::getSubject)
          .filterKeep(n -> graph.contains(n, RDF.predicate.asNode(), triple.getPredicate()))
          .filterKeep(n -> graph.contains(n, RDF.object.asNode(), triple.getObject()))
          .toList()
          .stream()
          .sorted(Comparator.comparing(NodeFmtLib::strNT))
          .toList();
    }

    Set<String> digests(Node document) {
      Set<String> digests = new HashSet<>();
      sources
          .find(Node.ANY, Ent.CARRIES, document)
          .forEach(
              t ->
                  sources
                      .find(t.getSubject(), VERSION_DIGEST, Node.ANY)
                      .forEach(d -> digests.add(d.getObject().getLiteralLexicalForm())));
      return digests;
    }

    boolean isWithdrawn(Node thing) {
      return all.contains(thing, RDF.type.asNode(), Ent.term("Withdrawn"));
    }

    String reason(Node thing) {
      return object(all, thing, Ent.term("reason")).getLiteralLexicalForm();
    }

    Node object(Graph graph, Node subject, Node predicate) {
      if (subject == null) {
        return null;
      }
      return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList().stream()
          .min(Comparator.comparing(NodeFmtLib::strNT))
          .orElse(null);
    }

    String show(Triple triple) {
      return name(triple.getSubject())
          + " "
          + name(triple.getPredicate())
          + " "
          + name(triple.getObject());
    }

    String name(Node node) {
      if (node.isLiteral()) {
        return "“" + node.getLiteralLexicalForm() + "”";
      }
      String identifier = Ent.identifier(node);
      if (identifier != null) {
        return identifier;
      }
      String uri = node.getURI();
      return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
    }
  }
}
