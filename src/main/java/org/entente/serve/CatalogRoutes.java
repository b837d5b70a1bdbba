package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** What machines read first: VoID and DCAT, the JSON-LD context, robots.txt, the sitemap. */
final class CatalogRoutes {
  private static final String DAY = "public, max-age=86400";
  private static final int SITEMAP_ENTRIES = 45_000;

  /** The answer, if the path is one of these. */
  Optional<Reply> answer(Exchange exchange) {
    return switch (exchange.path()) {
      case "/.well-known/void" -> Optional.of(Reply.redirect(302, exchange.links().to("void.ttl")));
      case "/dataset" -> Optional.of(Reply.redirect(303, exchange.links().to("void.ttl")));
      case "/void.ttl", "/catalog.ttl" -> Optional.of(catalog(exchange, Format.TURTLE));
      case "/void.jsonld", "/catalog.jsonld" -> Optional.of(catalog(exchange, Format.JSONLD));
      case "/void.rdf", "/catalog.rdf" -> Optional.of(catalog(exchange, Format.RDFXML));
      case "/void.nt", "/catalog.nt" -> Optional.of(catalog(exchange, Format.NTRIPLES));
      case "/void", "/catalog" -> {
        Format wanted = Format.negotiate(exchange.accept());
        Format data = wanted == Format.HTML ? Format.TURTLE : wanted;
        yield Optional.of(
            Reply.redirect(303, exchange.links().to("void." + data.suffix()))
                .with("Vary", "Accept"));
      }
      case "/context.jsonld" -> Optional.of(context(exchange));
      case "/robots.txt" -> Optional.of(robots(exchange));
      case "/sitemap.xml" -> Optional.of(sitemap(exchange));
      default -> Optional.empty();
    };
  }

  private static Reply catalog(Exchange exchange, Format format) {
    Graph graph = GraphFactory.createDefaultGraph();
    Generation generation = exchange.generation();
    Prefixes.of(generation).namespaces().forEach(graph.getPrefixMapping()::setNsPrefix);
    generation.read(
        () -> {
          generation
              .dataset()
              .find(Graphs.CATALOG, Node.ANY, Node.ANY, Node.ANY)
              .forEachRemaining(quad -> graph.add(localised(exchange.links(), quad)));
          return null;
        });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfText.write(graph, format, out);
    return Reply.of(200, format.contentType(), out.toByteArray())
        .cached(generation.modified(), DocumentRoutes.CACHE)
        .with("Link", "<" + Links.LICENSE + ">; rel=\"license\"");
  }

  /** A statement of the catalog with the addresses of this server instead of the namespace's. */
  private static Triple localised(Links links, Quad quad) {
    return Triple.create(
        localised(links, quad.getSubject()),
        quad.getPredicate(),
        localised(links, quad.getObject()));
  }

  private static Node localised(Links links, Node node) {
    if (!node.isURI()
        || !node.getURI().startsWith(Links.NAMESPACE)
        || node.getURI().startsWith(Ent.ID)
        || node.getURI().startsWith(Links.NAMESPACE + "ontology")
        || node.getURI().startsWith(Links.NAMESPACE + "graph/")) {
      return node;
    }
    return NodeFactory.createURI(links.address(node.getURI()));
  }

  private static Reply context(Exchange exchange) {
    return Reply.text(
            200,
            "application/ld+json",
            Json.write(JsonLdContext.of(exchange.generation()).document()))
        .cached(exchange.generation().modified(), DAY);
  }

  private static Reply robots(Exchange exchange) {
    return Reply.text(
            200,
            "text/plain;charset=utf-8",
            "User-agent: *\nDisallow: /sparql\nDisallow: /reconcile\nDisallow: /dump/\n"
                + "Allow: /\nSitemap: "
                + exchange.links().to("sitemap.xml")
                + "\n")
        .cached(exchange.generation().modified(), DAY);
  }

  private static Reply sitemap(Exchange exchange) {
    List<String> pages = new ArrayList<>();
    Generation generation = exchange.generation();
    TreeSet<String> things = new TreeSet<>();
    generation.read(
        () -> {
          generation
              .dataset()
              .find(Quad.defaultGraphIRI, Node.ANY, RDF.type.asNode(), Node.ANY)
              .forEachRemaining(
                  quad -> {
                    if (quad.getSubject().isURI()
                        && quad.getSubject().getURI().startsWith(Ent.ID)
                        && !quad.getObject().equals(Ent.term("Withdrawn"))) {
                      things.add(quad.getSubject().getURI());
                    }
                  });
          return null;
        });
    pages.add(exchange.links().to(""));
    pages.add(exchange.links().to("ontology"));
    things.stream()
        .limit(SITEMAP_ENTRIES)
        .forEach(
            iri ->
                pages.add(
                    exchange.links().to("page/" + Links.encode(iri.substring(Ent.ID.length())))));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (String page : pages) {
      xml.append("<url><loc>")
          .append(page.replace("&", "&amp;").replace("'", "&apos;"))
          .append("</loc></url>\n");
    }
    return Reply.text(200, "application/xml;charset=utf-8", xml.append("</urlset>\n").toString())
        .cached(generation.modified(), DocumentRoutes.CACHE);
  }
}
