package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Graphs;

/** What the endpoint says of itself when it is asked without a query. */
final class ServiceDescription implements Route {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String VOID = "http://rdfs.org/ns/void#";

  private final Explorers explorer;

  ServiceDescription(Explorers explorer) {
    this.explorer = explorer;
  }

  @Override
  public Reply answer(Exchange exchange) {
    Format format = Format.negotiate(exchange.accept());
    Reply reply =
        format == Format.HTML
            ? explorer.answer(exchange).orElseGet(() -> page(exchange))
            : description(exchange, format);
    return reply
        .with("Vary", "Accept")
        .with(
            "Link",
            "<" + exchange.links().to("void.ttl") + ">; rel=\"describedby\"; type=\"text/turtle\"");
  }

  private static Reply page(Exchange exchange) {
    return Reply.page(
            200,
            Pages.render(
                "sparql",
                Map.of(
                    "home", exchange.links().to(""),
                    "endpoint", exchange.links().to("sparql"),
                    "prefixes", Prefixes.of(exchange.generation()).sorted().entrySet())))
        .cached(exchange.generation().modified(), DocumentRoutes.CACHE);
  }

  private static Reply description(Exchange exchange, Format format) {
    Links links = exchange.links();
    Graph graph = GraphFactory.createDefaultGraph();
    Prefixes.of(exchange.generation()).namespaces().forEach(graph.getPrefixMapping()::setNsPrefix);
    graph.getPrefixMapping().setNsPrefix("sd", SD);
    Node endpoint = iri(links.to("sparql"));
    Node service = iri(links.to("sparql#service"));
    add(graph, service, RDF.type.asNode(), iri(SD + "Service"));
    add(graph, service, iri(SD + "endpoint"), endpoint);
    add(graph, service, iri(SD + "supportedLanguage"), iri(SD + "SPARQL11Query"));
    for (String results :
        List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "JSON-LD",
            "RDF_XML")) {
      add(graph, service, iri(SD + "resultFormat"), iri(FORMATS + results));
    }
    SafeFunctions.allowed().stream()
        .sorted()
        .forEach(
            function -> {
              add(graph, service, iri(SD + "extensionFunction"), iri(function));
              add(graph, iri(function), RDF.type.asNode(), iri(SD + "Function"));
            });
    Node dataset = iri(links.to("void.ttl#dataset"));
    add(graph, service, iri(SD + "defaultDataset"), dataset);
    add(graph, service, iri(SD + "availableGraphs"), dataset);
    add(graph, dataset, RDF.type.asNode(), iri(SD + "Dataset"));
    add(graph, dataset, RDF.type.asNode(), iri(SD + "GraphCollection"));
    Generation generation = exchange.generation();
    generation.read(
        () -> {
          Node whole = iri(links.to("sparql#default-graph"));
          add(graph, dataset, iri(SD + "defaultGraph"), whole);
          add(graph, whole, RDF.type.asNode(), iri(SD + "Graph"));
          add(graph, whole, iri(VOID + "triples"), count(generation.dataset().getDefaultGraph()));
          for (Node name : Graphs.ALL) {
            if (generation.dataset().containsGraph(name)) {
              String local = name.getURI().substring(name.getURI().lastIndexOf('/') + 1);
              Node named = iri(links.to("sparql#graph-" + local));
              Node content = iri(links.to("sparql#content-" + local));
              add(graph, dataset, iri(SD + "namedGraph"), named);
              add(graph, named, RDF.type.asNode(), iri(SD + "NamedGraph"));
              add(graph, named, iri(SD + "name"), name);
              add(graph, named, iri(SD + "graph"), content);
              add(graph, content, RDF.type.asNode(), iri(SD + "Graph"));
              add(
                  graph,
                  content,
                  iri(VOID + "triples"),
                  count(generation.dataset().getGraph(name)));
            }
          }
          return null;
        });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfText.write(graph, format, out);
    return Reply.of(200, format.contentType(), out.toByteArray())
        .cached(generation.modified(), DocumentRoutes.CACHE);
  }

  private static Node count(Graph graph) {
    return NodeFactory.createLiteralDT(Integer.toString(graph.size()), XSDDatatype.XSDinteger);
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static void add(Graph graph, Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }
}
