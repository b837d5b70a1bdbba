package org.entente.serve;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** What a document says of itself: its subject, its dataset, its license, its other forms. */
final class DocumentMetadata {
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";
  private static final String DCTERMS = "http://purl.org/dc/terms/";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String XHTML = "http://www.w3.org/1999/xhtml/vocab#";

  private DocumentMetadata() {}

  static void add(Description description, Links links, String path, String suffixed) {
    Graph graph = description.graph();
    Node document = NodeFactory.createURI(links.to(suffixed));
    add(graph, document, RDF.type.asNode(), iri(FOAF + "Document"));
    add(graph, document, iri(FOAF + "primaryTopic"), description.thing());
    add(graph, document, iri(DCTERMS + "license"), iri(Links.LICENSE));
    add(graph, document, iri(VOID + "inDataset"), iri(links.to("void.ttl#dataset")));
    for (Format format : Format.DATA) {
      Node other = iri(links.to("data/" + path + "." + format.suffix()));
      if (!other.equals(document)) {
        add(graph, document, iri(DCTERMS + "hasFormat"), other);
      }
    }
    add(graph, document, iri(DCTERMS + "hasFormat"), iri(links.to("page/" + path)));
    if (description.page() < description.pages()) {
      add(
          graph,
          document,
          iri(XHTML + "next"),
          iri(links.to(suffixed) + "?page=" + (description.page() + 1)));
    }
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static void add(Graph graph, Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }
}
