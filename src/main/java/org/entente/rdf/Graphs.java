package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The named graphs of a published dataset. */
public final class Graphs {
  private static final String BASE = "https://w3id.org/entente/graph/";

  /** Triples with an asserted claim that nothing contradicts. */
  public static final Node ACCEPTED = graph("accepted");

  /** Triples that rules added, and their derivations. */
  public static final Node INFERRED = graph("inferred");

  /** Accounts and claims, accepted or not. */
  public static final Node CLAIMS = graph("claims");

  /** Documents' versions and passages. */
  public static final Node SOURCES = graph("sources");

  /** Extractions that nobody has reviewed. */
  public static final Node CANDIDATES = graph("candidates");

  /** Classes, properties, schemes, shapes. */
  public static final Node ONTOLOGY = graph("ontology");

  /** What the dataset is: VoID, DCAT, PROV. */
  public static final Node CATALOG = graph("catalog");

  /** Counts and selections made of the default graph. */
  public static final Node SUMMARIES = graph("summaries");

  /** Claims once more, as RDF 1.2 reifiers. */
  public static final Node RDF12 = graph("rdf12");

  /** All of them. */
  public static final List<Node> ALL =
      List.of(ACCEPTED, INFERRED, CLAIMS, SOURCES, CANDIDATES, ONTOLOGY, CATALOG, SUMMARIES, RDF12);

  private Graphs() {}

  private static Node graph(String name) {
    return NodeFactory.createURI(BASE + name);
  }
}
