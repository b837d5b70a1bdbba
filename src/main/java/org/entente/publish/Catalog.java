package org.entente.publish;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Ent;
import org.entente.rdf.Inferred;
import org.entente.rdf.Ontology;
import org.entente.spill.Numbers;

/**
 * What the dataset is, for machines that look for data: VoID with a partition for each class and
 * property and a linkset for each site that identifiers are matched with, DCAT with a distribution
 * for each dump, PROV of the build. No blank nodes, and nothing that depends on the hour of the
 * build.
 */
final class Catalog {
  private static final String BASE = "https://w3id.org/entente/";
  private static final String DOCUMENT = BASE + "void.ttl";
  private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String MEDIA = "https://www.iana.org/assignments/media-types/";

  /** Dumps that a server offers: file name, media type, IRI of the format, what it holds. */
  private static final List<List<String>> DUMPS =
      List.of(
          List.of("entente.ttl.gz", "text/turtle", "Turtle", "accepted and inferred triples"),
          List.of("entente.nt.gz", "application/n-triples", "N-Triples", "the same triples"),
          List.of("entente.rdf.gz", "application/rdf+xml", "RDF_XML", "the same triples"),
          List.of("entente.jsonld.gz", "application/ld+json", "JSON-LD", "the same triples"),
          List.of(
              "entente-full.nq.gz",
              "application/n-quads",
              "N-Quads",
              "all graphs: claims, passages, ontology, provenance"),
          List.of("entente-full.trig.gz", "application/trig", "TriG", "all graphs"),
          List.of(
              "entente-rdf12.nt.gz",
              "application/n-triples",
              "N-Triples",
              "claims as RDF 1.2 reifiers"));

  private static final Set<Node> LINKS =
      Set.of(
          OWL.sameAs.asNode(),
          SKOS.exactMatch.asNode(),
          SKOS.closeMatch.asNode(),
          iri("https://schema.org/sameAs"));

  private final List<Triple> triples = new ArrayList<>();
  private final Inferred inferred;
  private final Set<String> documents;
  private final Ontology ontology;
  private final Node dataset = iri(DOCUMENT + "#dataset");

  private Catalog(Inferred inferred, Set<String> documents, Ontology ontology) {
    this.inferred = inferred;
    this.documents = documents;
    this.ontology = ontology;
  }

  /**
   * The triples of the catalog.
   *
   * @param documents identifiers of the documents that accounts come from
   */
  static List<Triple> of(Inferred inferred, Set<String> documents, Ontology ontology) {
    Catalog catalog = new Catalog(inferred, documents, ontology);
    catalog.describe();
    catalog.partitions();
    catalog.distributions();
    catalog.provenance();
    return catalog.triples;
  }

  private List<Graph> graphs() {
    return List.of(inferred.resolved().accepted(), inferred.inferred());
  }

  private void describe() {
    Node document = iri(DOCUMENT);
    add(document, RDF.type.asNode(), iri(VOID + "DatasetDescription"));
    add(document, iri("http://xmlns.com/foaf/0.1/primaryTopic"), dataset);
    add(document, DCTerms.title.asNode(), english("What the Entente graph is"));
    add(dataset, RDF.type.asNode(), iri(VOID + "Dataset"));
    add(dataset, RDF.type.asNode(), iri(DCAT + "Dataset"));
    add(dataset, DCTerms.title.asNode(), english("Entente"));
    add(
        dataset,
        DCTerms.description.asNode(),
        english(
            "A knowledge graph of diplomacy that can be cited: actors, events, agreements and"
                + " disputes, each statement with the passages that prove it."));
    add(dataset, DCTerms.license.asNode(), iri(LICENSE));
    add(dataset, DCTerms.publisher.asNode(), iri(DOCUMENT + "#project"));
    add(iri(DOCUMENT + "#project"), RDF.type.asNode(), iri("http://xmlns.com/foaf/0.1/Agent"));
    add(
        iri(DOCUMENT + "#project"),
        iri("http://xmlns.com/foaf/0.1/name"),
        NodeFactory.createLiteralString("Entente"));
    add(dataset, DCTerms.modified.asNode(), date(modified()));
    add(dataset, iri(VOID + "uriSpace"), NodeFactory.createLiteralString(Ent.ID));
    add(dataset, iri(VOID + "vocabulary"), iri(BASE + "ontology"));
    add(dataset, iri(VOID + "sparqlEndpoint"), iri(BASE + "sparql"));
    add(dataset, iri("http://xmlns.com/foaf/0.1/homepage"), iri(BASE));
    add(dataset, iri(DCAT + "landingPage"), iri(BASE));
    Node service = iri(DOCUMENT + "#sparql");
    add(service, RDF.type.asNode(), iri(DCAT + "DataService"));
    add(service, DCTerms.title.asNode(), english("SPARQL endpoint"));
    add(service, iri(DCAT + "endpointURL"), iri(BASE + "sparql"));
    add(service, iri(DCAT + "endpointDescription"), iri(BASE + "sparql"));
    add(service, iri(DCAT + "servesDataset"), dataset);
    add(service, DCTerms.conformsTo.asNode(), iri("https://www.w3.org/TR/sparql11-protocol/"));
  }

  private void partitions() {
    Map<String, Integer> classes = new TreeMap<>();
    Map<String, Integer> properties = new TreeMap<>();
    Map<String, Map<String, Integer>> links = new TreeMap<>();
    Numbers subjects = new Numbers();
    int entities = 0;
    int size = 0;
    String example = null;
    for (Graph graph : graphs()) {
      Iterator<Triple> found = graph.find();
      while (found.hasNext()) {
        Triple triple = found.next();
        size++;
        String about = triple.getSubject().toString();
        if (subjects.putIfAbsent(0, about) < 0 && about.startsWith(Ent.ID)) {
          entities++;
        }
        properties.merge(triple.getPredicate().getURI(), 1, Integer::sum);
        if (triple.getPredicate().equals(RDF.type.asNode()) && triple.getObject().isURI()) {
          classes.merge(triple.getObject().getURI(), 1, Integer::sum);
          if (about.startsWith(Ent.ID + "event/")
              && (example == null || about.compareTo(example) < 0)) {
            example = about;
          }
        }
        if (LINKS.contains(triple.getPredicate()) && triple.getObject().isURI()) {
          String host = host(triple.getObject().getURI());
          if (host != null) {
            links
                .computeIfAbsent(host, h -> new TreeMap<>())
                .merge(triple.getPredicate().getURI(), 1, Integer::sum);
          }
        }
      }
    }
    count(dataset, "triples", size);
    count(dataset, "distinctSubjects", (int) subjects.size());
    count(dataset, "classes", classes.size());
    count(dataset, "properties", properties.size());
    count(dataset, "entities", entities);
    if (example != null) {
      add(dataset, iri(VOID + "exampleResource"), iri(example));
    }
    classes.forEach(
        (type, members) -> {
          Node part = iri(DOCUMENT + "#class-" + fragment(type));
          add(dataset, iri(VOID + "classPartition"), part);
          add(part, RDF.type.asNode(), iri(VOID + "Dataset"));
          add(part, iri(VOID + "class"), iri(type));
          count(part, "entities", members);
        });
    properties.forEach(
        (property, uses) -> {
          Node part = iri(DOCUMENT + "#property-" + fragment(property));
          add(dataset, iri(VOID + "propertyPartition"), part);
          add(part, RDF.type.asNode(), iri(VOID + "Dataset"));
          add(part, iri(VOID + "property"), iri(property));
          count(part, "triples", uses);
        });
    links.forEach((host, uses) -> uses.forEach((property, n) -> linkset(host, property, n)));
  }

  private void linkset(String host, String property, int uses) {
    Node links = iri(DOCUMENT + "#links-" + host + "-" + fragment(property));
    Node target = iri(DOCUMENT + "#target-" + host);
    add(dataset, iri(VOID + "subset"), links);
    add(links, RDF.type.asNode(), iri(VOID + "Linkset"));
    add(links, iri(VOID + "subjectsTarget"), dataset);
    add(links, iri(VOID + "objectsTarget"), target);
    add(links, iri(VOID + "linkPredicate"), iri(property));
    count(links, "triples", uses);
    add(target, RDF.type.asNode(), iri(VOID + "Dataset"));
    add(target, DCTerms.title.asNode(), NodeFactory.createLiteralString(host));
    add(target, iri("http://xmlns.com/foaf/0.1/homepage"), iri("https://" + host + "/"));
  }

  private void distributions() {
    for (List<String> dump : DUMPS) {
      Node node = iri(DOCUMENT + "#" + dump.get(0));
      Node file = iri(BASE + "dump/" + dump.get(0));
      add(dataset, iri(VOID + "dataDump"), file);
      add(dataset, iri(VOID + "feature"), iri(FORMATS + dump.get(2)));
      add(dataset, iri(DCAT + "distribution"), node);
      add(node, RDF.type.asNode(), iri(DCAT + "Distribution"));
      add(node, DCTerms.title.asNode(), english(dump.get(0) + ": " + dump.get(3)));
      add(node, DCTerms.license.asNode(), iri(LICENSE));
      add(node, iri(DCAT + "downloadURL"), file);
      add(node, iri(DCAT + "accessURL"), file);
      add(node, iri(DCAT + "mediaType"), iri(MEDIA + dump.get(1)));
      add(node, iri(DCAT + "compressFormat"), iri(MEDIA + "application/gzip"));
    }
  }

  private void provenance() {
    Node build = iri(DOCUMENT + "#build");
    Node engine = iri(DOCUMENT + "#engine");
    add(dataset, RDF.type.asNode(), iri(PROV + "Entity"));
    add(dataset, iri(PROV + "wasGeneratedBy"), build);
    add(build, RDF.type.asNode(), iri(PROV + "Activity"));
    add(build, iri(PROV + "wasAssociatedWith"), engine);
    add(engine, RDF.type.asNode(), iri(PROV + "SoftwareAgent"));
    add(engine, iri("http://xmlns.com/foaf/0.1/name"), NodeFactory.createLiteralString("Entente"));
    documents.forEach(document -> add(build, iri(PROV + "used"), Ent.id(document)));
  }

  /** The day the data changed last: given from outside, else the latest that the data tell. */
  private String modified() {
    String epoch = System.getenv("SOURCE_DATE_EPOCH");
    if (epoch != null && epoch.matches("[0-9]{1,11}")) {
      return Instant.ofEpochSecond(Long.parseLong(epoch))
          .atZone(ZoneOffset.UTC)
          .toLocalDate()
          .toString();
    }
    Set<String> days = new TreeSet<>(Comparator.reverseOrder());
    for (Node property : List.of(DCTerms.modified.asNode(), Ent.term("checkedOn"))) {
      for (Graph graph : List.of(ontology.terms(), inferred.resolved().accepted())) {
        graph
            .find(Node.ANY, property, Node.ANY)
            .forEach(
                triple -> {
                  if (triple.getObject().isLiteral()
                      && triple
                          .getObject()
                          .getLiteralLexicalForm()
                          .matches("\\d{4}-\\d\\d-\\d\\d")) {
                    days.add(triple.getObject().getLiteralLexicalForm());
                  }
                });
      }
    }
    return days.isEmpty() ? "1970-01-01" : days.iterator().next();
  }

  private static String host(String iri) {
    try {
      String host = URI.create(iri).getHost();
      return host == null || iri.startsWith(BASE) ? null : host;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A name for a part: the end of the IRI, and what keeps terms of other namespaces apart. */
  private static String fragment(String iri) {
    int end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
    String name = iri.substring(end + 1).replaceAll("[^A-Za-z0-9_-]", "_");
    return iri.startsWith(Ent.NS)
        ? name
        : name + "-" + Integer.toHexString(iri.substring(0, end + 1).hashCode());
  }

  private void count(Node subject, String property, int value) {
    add(
        subject,
        iri(VOID + property),
        NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger));
  }

  private void add(Node subject, Node predicate, Node object) {
    triples.add(Triple.create(subject, predicate, object));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static Node date(String day) {
    return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
  }
}
