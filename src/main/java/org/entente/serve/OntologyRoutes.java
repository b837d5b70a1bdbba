package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.entente.rdf.Graphs;

/** The ontology, its versions, and the shapes: documents that answer under their own names. */
final class OntologyRoutes implements Route {
  private static final Node ONTOLOGY = NodeFactory.createURI(Links.NAMESPACE + "ontology");

  @Override
  public Reply answer(Exchange exchange) {
    String path = exchange.path().substring(1);
    if (path.equals("summaries") || path.equals("prefixes")) {
      // Their terms are part of the ontology.
      return Reply.redirect(303, exchange.links().to("ontology"));
    }
    Optional<Format> suffix = Optional.empty();
    int dot = path.lastIndexOf('.');
    if (dot > 0 && Format.bySuffix(path.substring(dot + 1)).isPresent()) {
      suffix = Format.bySuffix(path.substring(dot + 1));
      path = path.substring(0, dot);
    }
    Format format = suffix.orElseGet(() -> Format.negotiate(exchange.accept()));
    Reply reply;
    if (path.equals("shapes")) {
      if (suffix.equals(Optional.of(Format.HTML))) {
        throw Problem.notFound("there is no page of the shapes; they are at shapes.ttl");
      }
      // A browser is shown their Turtle.
      format = format == Format.HTML ? Format.TURTLE : format;
      reply = graph(exchange, shapes(exchange.generation()), format);
    } else {
      requireVersion(exchange, path);
      reply =
          format == Format.HTML
              ? page(exchange)
              : graph(exchange, ontology(exchange.generation()), format);
    }
    reply =
        reply
            .with("Link", "<" + Links.LICENSE + ">; rel=\"license\"")
            .with("Content-Location", exchange.links().to(path + "." + format.suffix()));
    return suffix.isPresent() ? reply : reply.with("Vary", "Accept");
  }

  /** The path is the ontology's own, or that of the version it has. */
  private static void requireVersion(Exchange exchange, String path) {
    Node asked = NodeFactory.createURI(Links.NAMESPACE + path);
    Generation generation = exchange.generation();
    boolean known =
        asked.equals(ONTOLOGY)
            || generation.read(
                () ->
                    generation
                        .dataset()
                        .contains(Graphs.ONTOLOGY, ONTOLOGY, OWL.versionIRI.asNode(), asked));
    if (!known) {
      throw Problem.notFound("there is no such version of the ontology");
    }
  }

  private static Graph ontology(Generation generation) {
    Graph graph = GraphFactory.createDefaultGraph();
    Prefixes.of(generation).namespaces().forEach(graph.getPrefixMapping()::setNsPrefix);
    generation.read(
        () -> {
          generation
              .dataset()
              .find(Graphs.ONTOLOGY, Node.ANY, Node.ANY, Node.ANY)
              .forEachRemaining(quad -> graph.add(quad.asTriple()));
          return null;
        });
    return graph;
  }

  /** The shapes that the graph was checked against when it was built. */
  private static Graph shapes(Generation generation) {
    if (!Files.exists(generation.shapes())) {
      throw Problem.notFound("no shapes were published with this graph");
    }
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(generation.shapes()).lang(Lang.TURTLE).parse(graph);
    return graph;
  }

  private static Reply graph(Exchange exchange, Graph graph, Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfText.write(graph, format, out);
    return Reply.of(200, format.contentType(), out.toByteArray())
        .cached(exchange.generation().modified(), DocumentRoutes.CACHE);
  }

  private static Reply page(Exchange exchange) {
    OntologyPage page = exchange.generation().derived(OntologyPage.class, OntologyPage::read);
    return Reply.page(
            200,
            Pages.render(
                "ontology",
                Map.of(
                    "ontology", page.describe(exchange.links()),
                    "home", exchange.links().to(""),
                    "sparql", exchange.links().to("sparql"))))
        .cached(exchange.generation().modified(), DocumentRoutes.CACHE);
  }
}
