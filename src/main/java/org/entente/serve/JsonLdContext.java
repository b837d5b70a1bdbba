package org.entente.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Graphs;

/**
 * The JSON-LD context: one short name for each term of the ontology, with its type, so that values
 * read as a web developer expects them.
 */
final class JsonLdContext {
  /** How the values of a term are written. */
  enum Kind {
    /** The identifier of a thing. */
    REFERENCE,
    /** Texts by language. */
    LANGUAGES,
    /** A literal of the term's datatype. */
    TYPED,
    /** Anything. */
    PLAIN
  }

  /** A term: its short name, its IRI, how its values are written and of what datatype they are. */
  record Term(String name, String iri, Kind kind, String datatype) {}

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String RDF_LANG_STRING = RDF.getURI() + "langString";
  private static final List<String> LANGUAGE_PROPERTIES =
      List.of(
          RDFS.label.getURI(),
          "http://www.w3.org/2004/02/skos/core#prefLabel",
          "http://www.w3.org/2004/02/skos/core#altLabel",
          "http://www.w3.org/2004/02/skos/core#definition",
          "http://purl.org/dc/terms/title");
  private static final List<String> REFERENCE_PROPERTIES =
      List.of(
          RDF.subject.getURI(),
          RDF.predicate.getURI(),
          "http://xmlns.com/foaf/0.1/primaryTopic",
          "http://purl.org/dc/terms/hasFormat",
          "http://purl.org/dc/terms/license",
          "http://rdfs.org/ns/void#inDataset",
          "http://www.w3.org/1999/xhtml/vocab#next");

  private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
  private static final List<String> DATE_PROPERTIES =
      List.of(
          SEM + "hasEarliestBeginTimeStamp",
          SEM + "hasLatestBeginTimeStamp",
          SEM + "hasEarliestEndTimeStamp",
          SEM + "hasLatestEndTimeStamp");

  private final Map<String, String> prefixes;
  private final Map<String, Term> byIri = new TreeMap<>();
  private final Map<String, Term> byName = new TreeMap<>();

  private JsonLdContext(Map<String, String> prefixes) {
    this.prefixes = new TreeMap<>(prefixes);
  }

  static JsonLdContext of(Generation generation) {
    return generation.derived(JsonLdContext.class, JsonLdContext::read);
  }

  private static JsonLdContext read(Generation generation) {
    JsonLdContext context = new JsonLdContext(Prefixes.of(generation).namespaces());
    Graph ontology = generation.dataset().getGraph(Graphs.ONTOLOGY);
    LANGUAGE_PROPERTIES.forEach(iri -> context.add(iri, Kind.LANGUAGES, null));
    REFERENCE_PROPERTIES.forEach(iri -> context.add(iri, Kind.REFERENCE, null));
    DATE_PROPERTIES.forEach(iri -> context.add(iri, Kind.TYPED, XSD + "date"));
    List.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode())
        .forEach(
            type ->
                ontology
                    .find(Node.ANY, RDF.type.asNode(), type)
                    .mapWith(Triple::getSubject)
                    .filterKeep(Node::isURI)
                    .toList()
                    .stream()
                    .sorted(java.util.Comparator.comparing(Node::getURI))
                    .sorted(
                        java.util.Comparator.comparing(
                            node -> !node.getURI().startsWith(org.entente.rdf.Ent.NS)))
                    .forEach(node -> context.add(ontology, node, type)));
    ontology
        .find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toList()
        .stream()
        .map(Node::getURI)
        .sorted(java.util.Comparator.comparing(iri -> !iri.startsWith(org.entente.rdf.Ent.NS)))
        .forEach(iri -> context.add(iri, Kind.PLAIN, null));
    return context;
  }

  private void add(Graph ontology, Node property, Node type) {
    if (type.equals(OWL.ObjectProperty.asNode())) {
      add(property.getURI(), Kind.REFERENCE, null);
      return;
    }
    List<Node> ranges =
        ontology.find(property, RDFS.range.asNode(), Node.ANY).mapWith(Triple::getObject).toList();
    String range = ranges.size() == 1 && ranges.get(0).isURI() ? ranges.get(0).getURI() : null;
    if (RDF_LANG_STRING.equals(range)) {
      add(property.getURI(), Kind.LANGUAGES, null);
    } else if (range == null
        || range.equals(XSD + "string")
        || range.equals(XSD + "integer")
        || range.equals(RDFS.Literal.getURI())) {
      add(property.getURI(), Kind.PLAIN, null);
    } else {
      add(property.getURI(), Kind.TYPED, range);
    }
  }

  private void add(String iri, Kind kind, String datatype) {
    int end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
    String name = iri.substring(end + 1);
    if (!byIri.containsKey(iri)
        && !byName.containsKey(name)
        && !prefixes.containsKey(name)
        && name.matches("[A-Za-z][A-Za-z0-9_-]*")
        && !name.equals("id")
        && !name.equals("type")) {
      Term term = new Term(name, iri, kind, datatype);
      byIri.put(iri, term);
      byName.put(name, term);
    }
  }

  /** The term of an IRI; null when it has none. */
  Term term(String iri) {
    return byIri.get(iri);
  }

  /** An IRI as the context lets it be written where a property or class stands. */
  String name(String iri) {
    Term term = byIri.get(iri);
    return term != null ? term.name() : new Prefixes(prefixes).shorten(iri);
  }

  /** The document of the context. */
  Map<String, Object> document() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@version", 1.1);
    context.put("id", "@id");
    context.put("type", "@type");
    prefixes.forEach(
        (prefix, namespace) ->
            context.put(
                prefix,
                namespace.matches(".*[#/:?]")
                    ? namespace
                    : Map.of("@id", namespace, "@prefix", true)));
    for (Term term : byName.values()) {
      Map<String, Object> definition = new LinkedHashMap<>();
      definition.put("@id", term.iri());
      switch (term.kind()) {
        case REFERENCE -> definition.put("@type", "@id");
        case LANGUAGES -> definition.put("@container", "@language");
        case TYPED -> definition.put("@type", term.datatype());
        case PLAIN -> {}
      }
      context.put(term.name(), definition);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", context);
    return document;
  }
}
