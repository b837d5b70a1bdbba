package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Ent;

/** Things and their documents: {@code /id/X}, {@code /data/X.suffix}, {@code /page/X}. */
final class DocumentRoutes {
  static final String CACHE = "public, max-age=300, must-revalidate";
  private static final String ID = "/id/";
  private static final String DATA = "/data/";
  private static final String PAGE = "/page/";

  private final Explorers explorer;

  DocumentRoutes(Explorers explorer) {
    this.explorer = explorer;
  }

  /** A thing: see other, in the form that is wanted. */
  Reply thing(Exchange exchange) {
    String path = exchange.path().substring(ID.length());
    Format wanted = Format.negotiate(exchange.accept());
    return exchange
        .generation()
        .read(
            () -> {
              Node thing = Things.require(exchange, path);
              Node kept = Things.replacement(exchange.generation(), thing);
              if (kept != null) {
                return Reply.redirect(301, exchange.links().address(kept.getURI()))
                    .with("Vary", "Accept");
              }
              String own = own(thing);
              String language =
                  wanted == Format.HTML && exchange.parameters().first("lang") != null
                      ? "?lang=" + encodeLanguage(exchange)
                      : "";
              return Reply.redirect(
                      303,
                      exchange
                          .links()
                          .to(
                              wanted == Format.HTML
                                  ? "page/" + own + language
                                  : "data/" + own + "." + wanted.suffix()))
                  .with("Vary", "Accept");
            });
  }

  private static String encodeLanguage(Exchange exchange) {
    return exchange.languages().isEmpty() ? "en" : exchange.languages().get(0);
  }

  /** A document of data. */
  Reply data(Exchange exchange) {
    String rest = exchange.path().substring(DATA.length());
    int dot = rest.lastIndexOf('.');
    Format format =
        dot < 0
            ? null
            : Format.bySuffix(rest.substring(dot + 1)).filter(Format.DATA::contains).orElse(null);
    if (format == null) {
      return withoutSuffix(exchange, rest);
    }
    String path = rest.substring(0, dot);
    return exchange
        .generation()
        .read(
            () -> {
              Node thing = Things.require(exchange, path);
              Node kept = Things.replacement(exchange.generation(), thing);
              if (kept != null) {
                return Reply.redirect(
                    301, exchange.links().to("data/" + own(kept) + "." + format.suffix()));
              }
              return document(exchange, thing, own(thing), format);
            });
  }

  private static Reply withoutSuffix(Exchange exchange, String path) {
    Format wanted = Format.negotiate(exchange.accept());
    return exchange
        .generation()
        .read(
            () -> {
              String own = own(Things.require(exchange, path));
              String target =
                  wanted == Format.HTML ? "page/" + own : "data/" + own + "." + wanted.suffix();
              return Reply.redirect(303, exchange.links().to(target)).with("Vary", "Accept");
            });
  }

  /** The path of a thing's documents, however it was spelt. */
  private static String own(Node thing) {
    return Links.encode(thing.getURI().substring(Ent.ID.length()));
  }

  private static Reply document(Exchange exchange, Node thing, String path, Format format) {
    Description description = Description.of(exchange.generation(), thing, page(exchange));
    String suffixed = "data/" + path + "." + format.suffix();
    DocumentMetadata.add(description, exchange.links(), path, suffixed);
    Links links = exchange.links();
    Reply reply =
        Reply.of(200, format.contentType(), bytes(exchange, description, format))
            .cached(exchange.generation().modified(), CACHE)
            .with("Link", "<" + links.address(thing.getURI()) + ">; rel=\"describes\"")
            .with("Link", "<" + Links.LICENSE + ">; rel=\"license\"")
            .with("Link", "<" + links.to("void.ttl") + ">; rel=\"describedby\"")
            .with(
                "Link",
                "<" + links.to("page/" + path) + ">; rel=\"alternate\"; type=\"text/html\"");
    if (description.page() < description.pages()) {
      reply =
          reply.with(
              "Link",
              "<" + links.to(suffixed) + "?page=" + (description.page() + 1) + ">; rel=\"next\"");
    }
    if (description.page() > 1) {
      reply =
          reply.with(
              "Link",
              "<" + links.to(suffixed) + "?page=" + (description.page() - 1) + ">; rel=\"prev\"");
    }
    return reply;
  }

  private static byte[] bytes(Exchange exchange, Description description, Format format) {
    if (format == Format.JSONLD) {
      return Json.write(
              JsonLd.write(
                  description.graph(),
                  description.thing(),
                  JsonLdContext.of(exchange.generation()),
                  exchange.links().to("context.jsonld")))
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RdfText.write(description.graph(), format, out);
    return out.toByteArray();
  }

  private static int page(Exchange exchange) {
    String asked = exchange.parameters().first("page");
    if (asked == null) {
      return 1;
    }
    if (!asked.matches("[1-9][0-9]{0,5}")) {
      throw Problem.badRequest("page is a number from 1");
    }
    return Integer.parseInt(asked);
  }

  /** A page for people. */
  Reply page(Exchange exchange, String path) {
    return exchange
        .generation()
        .read(
            () -> {
              Node thing = Things.require(exchange, path);
              Node kept = Things.replacement(exchange.generation(), thing);
              if (kept != null) {
                return Reply.redirect(301, exchange.links().to("page/" + own(kept)));
              }
              Reply reply =
                  explorer
                      .answer(exchange)
                      .filter(page -> page.status() != 404)
                      .orElseGet(() -> plain(exchange, thing));
              return linked(exchange, thing, own(thing), reply);
            });
  }

  static String pathOfPage(Exchange exchange) {
    return exchange.path().substring(PAGE.length());
  }

  private static Reply linked(Exchange exchange, Node thing, String path, Reply page) {
    if (page.status() != 200) {
      return page;
    }
    Reply reply = page.isTagged() ? page : page.cached(exchange.generation().modified(), CACHE);
    Links links = exchange.links();
    for (Format format : Format.DATA) {
      reply =
          reply.with(
              "Link",
              "<"
                  + links.to("data/" + path + "." + format.suffix())
                  + ">; rel=\"alternate\"; type=\""
                  + format.mediaType()
                  + "\"");
    }
    reply =
        reply
            .with("Link", "<" + Links.LICENSE + ">; rel=\"license\"")
            .with(
                "Link", "<" + links.to("void.ttl") + ">; rel=\"describedby\"; type=\"text/turtle\"")
            .with("Link", "<" + Links.encodeIri(thing.getURI()) + ">; rel=\"cite-as\"");
    for (Node type : types(exchange, thing)) {
      reply = reply.with("Link", "<" + Links.encodeIri(type.getURI()) + ">; rel=\"type\"");
    }
    if (reply.header("Content-Language").isEmpty()) {
      reply = reply.with("Content-Language", language(exchange, thing));
    }
    return reply.with("Vary", "Accept-Language");
  }

  private static List<Node> types(Exchange exchange, Node thing) {
    List<Node> types = new ArrayList<>();
    exchange
        .generation()
        .dataset()
        .find(Quad.defaultGraphIRI, thing, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(quad -> types.add(quad.getObject()));
    types.removeIf(type -> !type.isURI());
    types.sort(java.util.Comparator.comparing(Node::getURI));
    return types;
  }

  private static String language(Exchange exchange, Node thing) {
    String language =
        new Labels(exchange.generation().dataset(), exchange.languages())
            .of(thing)
            .getLiteralLanguage();
    return language.isEmpty() ? "en" : language;
  }

  /** A plain page, for when no explorer answers. */
  private static Reply plain(Exchange exchange, Node thing) {
    Generation generation = exchange.generation();
    Description description = Description.of(generation, thing, page(exchange));
    Labels labels = new Labels(generation.dataset(), exchange.languages());
    String path = own(thing);
    Links links = exchange.links();
    Map<String, Object> values = new LinkedHashMap<>();
    Node label = labels.of(thing);
    values.put("label", label.getLiteralLexicalForm());
    values.put("language", language(exchange, thing));
    values.put("iri", thing.getURI());
    values.put("home", links.to(""));
    values.put("license", Links.LICENSE);
    values.put("describedby", links.to("void.ttl"));
    values.put("types", types(exchange, thing).stream().map(Node::getURI).toList());
    values.put(
        "formats",
        Format.DATA.stream()
            .map(
                format ->
                    Map.of(
                        "type",
                        format.mediaType(),
                        "href",
                        links.to("data/" + path + "." + format.suffix())))
            .toList());
    values.put("rows", rows(exchange, labels, description.graph(), thing, true));
    values.put("inverse", rows(exchange, labels, description.graph(), thing, false));
    values.put(
        "next",
        description.page() < description.pages()
            ? links.to("page/" + path + "?page=" + (description.page() + 1))
            : "");
    Graph own = description.graph();
    values.put(
        "json",
        Json.embed(
            JsonLd.write(own, thing, JsonLdContext.of(generation), links.to("context.jsonld"))));
    return Reply.page(200, Pages.render("thing", values));
  }

  private static List<Map<String, Object>> rows(
      Exchange exchange, Labels labels, Graph graph, Node thing, boolean own) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<Triple> triples =
        own
            ? graph.find(thing, Node.ANY, Node.ANY).toList()
            : graph.find(Node.ANY, Node.ANY, thing).toList();
    triples.sort(java.util.Comparator.comparing(Triple::toString));
    for (Triple triple : triples) {
      Node value = own ? triple.getObject() : triple.getSubject();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("property", labels.text(triple.getPredicate()));
      row.put("propertyHref", exchange.links().address(triple.getPredicate().getURI()));
      row.put("text", value.isURI() ? labels.text(value) : value.getLiteralLexicalForm());
      row.put("language", value.isLiteral() ? value.getLiteralLanguage() : "");
      row.put("href", value.isURI() ? safeAddress(exchange, value.getURI()) : "");
      rows.add(row);
    }
    return rows;
  }

  /** An address that may stand in a link; nothing for schemes such as javascript. */
  private static String safeAddress(Exchange exchange, String iri) {
    return iri.startsWith("https://") || iri.startsWith("http://")
        ? exchange.links().address(iri)
        : "";
  }
}
