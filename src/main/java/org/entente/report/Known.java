package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** What a graph knows of a thing, in a line. */
public final class Known {
  private static final int MOST = 4;
  private static final Set<String> QUIET =
      Set.of(
          "hasEarliestBeginTimeStamp",
          "hasLatestBeginTimeStamp",
          "hasEarliestEndTimeStamp",
          "hasLatestEndTimeStamp");

  private final Graph graph;
  private final Graph claims;

  /** What a dataset knows. */
  public Known(DatasetGraph dataset) {
    graph = dataset.getDefaultGraph();
    claims = dataset.getGraph(Graphs.CLAIMS);
  }

  /**
   * The name of a thing, a few statements about it, and how many claims and documents there are
   * about it; empty when the graph says nothing of it.
   */
  public List<String> of(String id) {
    Node thing = Ent.id(id);
    if (!graph.contains(thing, Node.ANY, Node.ANY)) {
      return List.of();
    }
    Set<String> statements = new TreeSet<>();
    graph
        .find(thing, Node.ANY, Node.ANY)
        .filterDrop(t -> t.getPredicate().equals(RDF.type.asNode()))
        .filterDrop(t -> t.getPredicate().equals(RDFS.label.asNode()))
        .filterDrop(t -> QUIET.contains(name(t.getPredicate())))
        .forEach(t -> statements.add(name(t.getPredicate()) + ": " + name(t.getObject())));
    Set<Node> documents = new java.util.HashSet<>();
    List<Node> told = new ArrayList<>();
    for (Node property : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
      claims.find(Node.ANY, property, thing).forEach(t -> told.add(t.getSubject()));
    }
    told.forEach(
        claim ->
            claims
                .find(claim, Ent.FROM_DOCUMENT, Node.ANY)
                .forEach(t -> documents.add(t.getObject())));
    List<String> first = statements.stream().limit(MOST).toList();
    return List.of(
        id
            + "  "
            + name(thing)
            + (first.isEmpty() ? "" : "; " + String.join("; ", first))
            + "; "
            + count(told.size(), "claim")
            + " in "
            + count(documents.size(), "document"));
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private String name(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    List<String> labels =
        graph
            .find(node, RDFS.label.asNode(), Node.ANY)
            .mapWith(t -> t.getObject())
            .filterKeep(
                l -> l.getLiteralLanguage().isEmpty() || l.getLiteralLanguage().equals("en"))
            .mapWith(Node::getLiteralLexicalForm)
            .toList();
    if (!labels.isEmpty()) {
      return labels.stream().sorted().findFirst().orElseThrow();
    }
    String uri = node.toString();
    return uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1);
  }
}
