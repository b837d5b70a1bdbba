package org.entente.serve;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * The prefixes that the ontology declares.
 *
 * @param namespaces namespaces by prefix
 */
record Prefixes(Map<String, String> namespaces) {
  private static final String SHACL = "http://www.w3.org/ns/shacl#";

  static Prefixes of(Generation generation) {
    return generation.derived(Prefixes.class, Prefixes::read);
  }

  private static Prefixes read(Generation generation) {
    Map<String, String> namespaces = new TreeMap<>();
    namespaces.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    namespaces.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    namespaces.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    namespaces.put("ent", Ent.NS);
    Graph ontology = generation.dataset().getGraph(Graphs.ONTOLOGY);
    Node namespace = NodeFactory.createURI(SHACL + "namespace");
    ontology
        .find(Node.ANY, NodeFactory.createURI(SHACL + "prefix"), Node.ANY)
        .forEach(
            prefix ->
                ontology
                    .find(prefix.getSubject(), namespace, Node.ANY)
                    .forEach(
                        found ->
                            namespaces.put(
                                prefix.getObject().getLiteralLexicalForm(),
                                found.getObject().isURI()
                                    ? found.getObject().getURI()
                                    : found.getObject().getLiteralLexicalForm())));
    return new Prefixes(java.util.Collections.unmodifiableMap(namespaces));
  }

  /** An IRI as a prefixed name; itself when no prefix fits. */
  String shorten(String iri) {
    String best = null;
    for (Map.Entry<String, String> entry : namespaces.entrySet()) {
      String namespace = entry.getValue();
      if (iri.startsWith(namespace)
          && (best == null || namespace.length() > namespaces.get(best).length())
          && iri.substring(namespace.length()).matches("[A-Za-z_][A-Za-z0-9_-]*")) {
        best = entry.getKey();
      }
    }
    return best == null ? iri : best + ":" + iri.substring(namespaces.get(best).length());
  }

  /** The namespaces, sorted by prefix. */
  Map<String, String> sorted() {
    return new TreeMap<>(namespaces);
  }
}
