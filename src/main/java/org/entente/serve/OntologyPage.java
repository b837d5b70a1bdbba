package org.entente.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * The ontology as a page shows it: each term with all that is said of it, and how often it is used.
 */
final class OntologyPage {
  /** A link to a term or to another vocabulary. */
  public record TermLink(String name, String href) {}

  /** A term: what it is called, what it means, what it relates to. */
  public record Term(
      String anchor,
      String iri,
      String kind,
      String label,
      String definition,
      List<String> examples,
      List<TermLink> broader,
      List<TermLink> domain,
      List<TermLink> range,
      List<TermLink> matches,
      List<TermLink> schemes,
      int uses,
      String query) {}

  private final Graph graph;
  private final Prefixes prefixes;
  private final Map<Node, Integer> uses;

  private OntologyPage(Graph graph, Prefixes prefixes, Map<Node, Integer> uses) {
    this.graph = graph;
    this.prefixes = prefixes;
    this.uses = uses;
  }

  static OntologyPage read(Generation generation) {
    Graph graph = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
    generation
        .dataset()
        .find(Graphs.ONTOLOGY, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> graph.add(quad.asTriple()));
    Map<Node, Integer> uses = new HashMap<>();
    generation
        .dataset()
        .find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              uses.merge(quad.getPredicate(), 1, Integer::sum);
              if (quad.getPredicate().equals(RDF.type.asNode())
                  || quad.getObject().isURI() && quad.getObject().getURI().startsWith(Ent.NS)) {
                uses.merge(quad.getObject(), 1, Integer::sum);
              }
            });
    return new OntologyPage(graph, Prefixes.of(generation), uses);
  }

  /** The values of the page's template. */
  Map<String, Object> describe(Links links) {
    Node ontology = NodeFactory.createURI(Links.NAMESPACE + "ontology");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("iri", ontology.getURI());
    values.put("title", text(ontology, "http://purl.org/dc/terms/title", "Ontology"));
    values.put("description", text(ontology, "http://purl.org/dc/terms/description", ""));
    values.put("version", text(ontology, OWL.versionInfo.getURI(), ""));
    values.put("license", Links.LICENSE);
    values.put("turtle", links.to("ontology.ttl"));
    values.put("classes", terms(OWL.Class.asNode(), "class"));
    List<Term> properties = new ArrayList<>(terms(OWL.ObjectProperty.asNode(), "object property"));
    properties.addAll(terms(OWL.DatatypeProperty.asNode(), "datatype property"));
    properties.addAll(terms(OWL.AnnotationProperty.asNode(), "annotation property"));
    properties.sort(Comparator.comparing(Term::anchor));
    values.put("properties", properties);
    values.put("schemes", terms(SKOS.ConceptScheme.asNode(), "scheme"));
    values.put("concepts", terms(SKOS.Concept.asNode(), "concept"));
    return values;
  }

  private List<Term> terms(Node type, String kind) {
    List<Node> found =
        graph
            .find(Node.ANY, RDF.type.asNode(), type)
            .mapWith(Triple::getSubject)
            .filterKeep(Node::isURI)
            .toList();
    return found.stream()
        .distinct()
        .filter(node -> type.equals(OWL.Class.asNode()) || !isClass(node))
        .map(node -> term(node, kind))
        .sorted(
            Comparator.comparing((Term term) -> !term.iri().startsWith(Ent.NS))
                .thenComparing(Term::anchor))
        .toList();
  }

  /** A concept that is a class too is shown once, as a class. */
  private boolean isClass(Node node) {
    return graph.contains(node, RDF.type.asNode(), OWL.Class.asNode());
  }

  private Term term(Node node, String kind) {
    String name = prefixes.shorten(node.getURI());
    return new Term(
        anchor(node),
        node.getURI(),
        kind,
        text(node, RDFS.label.getURI(), text(node, SKOS.prefLabel.getURI(), name)),
        text(node, SKOS.definition.getURI(), text(node, RDFS.comment.getURI(), "")),
        texts(node, SKOS.example.getURI()),
        links(
            node,
            List.of(RDFS.subClassOf.getURI(), RDFS.subPropertyOf.getURI(), SKOS.broader.getURI())),
        links(node, List.of(RDFS.domain.getURI())),
        links(node, List.of(RDFS.range.getURI())),
        links(
            node,
            List.of(
                SKOS.closeMatch.getURI(),
                SKOS.exactMatch.getURI(),
                OWL.equivalentClass.getURI(),
                OWL.inverseOf.getURI(),
                RDFS.seeAlso.getURI())),
        links(node, List.of(SKOS.inScheme.getURI())),
        uses.getOrDefault(node, 0),
        query(node, kind));
  }

  private String anchor(Node node) {
    return node.getURI().startsWith(Ent.NS)
        ? node.getURI().substring(Ent.NS.length())
        : prefixes.shorten(node.getURI()).replace(':', '_');
  }

  private static String query(Node node, String kind) {
    String iri = "<" + node.getURI() + ">";
    return switch (kind) {
      case "class" -> "SELECT ?thing WHERE { ?thing a " + iri + " } LIMIT 100";
      case "concept" -> "SELECT ?thing ?property WHERE { ?thing ?property " + iri + " } LIMIT 100";
      case "scheme" ->
          "SELECT ?concept WHERE { GRAPH <"
              + Graphs.ONTOLOGY.getURI()
              + "> { ?concept <"
              + SKOS.inScheme.getURI()
              + "> "
              + iri
              + " } }";
      default -> "SELECT ?thing ?value WHERE { ?thing " + iri + " ?value } LIMIT 100";
    };
  }

  private String text(Node subject, String property, String otherwise) {
    List<String> texts = texts(subject, property);
    return texts.isEmpty() ? otherwise : texts.get(0);
  }

  /** English texts, else all. */
  private List<String> texts(Node subject, String property) {
    List<Node> all =
        graph
            .find(subject, NodeFactory.createURI(property), Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(Node::isLiteral)
            .toList();
    List<String> english =
        all.stream()
            .filter(node -> node.getLiteralLanguage().equals("en"))
            .map(Node::getLiteralLexicalForm)
            .sorted()
            .toList();
    return english.isEmpty()
        ? all.stream().map(Node::getLiteralLexicalForm).sorted().toList()
        : english;
  }

  private List<TermLink> links(Node subject, Collection<String> properties) {
    List<TermLink> links = new ArrayList<>();
    for (String property : properties) {
      graph
          .find(subject, NodeFactory.createURI(property), Node.ANY)
          .mapWith(Triple::getObject)
          .filterKeep(Node::isURI)
          .forEach(
              object ->
                  links.add(
                      new TermLink(
                          prefixes.shorten(object.getURI()),
                          graph.contains(object, RDF.type.asNode(), Node.ANY)
                              ? "#" + anchor(object)
                              : object.getURI())));
    }
    links.sort(Comparator.comparing(TermLink::name));
    return links;
  }
}
