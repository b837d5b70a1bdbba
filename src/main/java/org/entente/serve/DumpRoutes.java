package org.entente.serve;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.entente.rdf.Graphs;

/** Dumps of the whole, and the named graphs. */
final class DumpRoutes {
  private static final String DUMP = "/dump/";
  private static final String GRAPH = "/graph/";
  private static final List<Format> WHOLE_GRAPHS = List.of(Format.TURTLE, Format.NTRIPLES);

  /** A file by its name; with the suffix gz it is the compressed file itself. */
  Reply dump(Exchange exchange) {
    String name = exchange.path().substring(DUMP.length());
    boolean zipped = name.endsWith(".gz");
    String bare = zipped ? name.substring(0, name.length() - 3) : name;
    Dumps dumps = Dumps.of(exchange.generation());
    if (bare.equals("entente-full.nq")) {
      return file(
          exchange, dumps.quads(RDFFormat.NQUADS, bare), "application/n-quads", bare, zipped);
    }
    if (bare.equals("entente-full.trig")) {
      return file(
          exchange, dumps.quads(RDFFormat.TRIG_BLOCKS, bare), "application/trig", bare, zipped);
    }
    if (bare.equals("entente-rdf12.nt")) {
      Path file = dumps.triples(Graphs.RDF12, Format.NTRIPLES, bare);
      return file(exchange, file, Format.NTRIPLES.mediaType(), bare, zipped);
    }
    Format format =
        bare.startsWith("entente.")
            ? Format.bySuffix(bare.substring("entente.".length()))
                .filter(Format.DATA::contains)
                .orElse(null)
            : null;
    if (format == null) {
      throw Problem.notFound("there is no such dump; /void.ttl lists them");
    }
    return file(exchange, dumps.triples(null, format, bare), format.mediaType(), bare, zipped);
  }

  /** A named graph: its triples in Turtle or N-Triples, or a page about it. */
  Reply graph(Exchange exchange) {
    String path = exchange.path().substring(GRAPH.length());
    int dot = path.lastIndexOf('.');
    Optional<Format> suffix = dot < 0 ? Optional.empty() : Format.bySuffix(path.substring(dot + 1));
    String name = suffix.isPresent() ? path.substring(0, dot) : path;
    Node graph = NodeFactory.createURI(Links.NAMESPACE + "graph/" + name);
    if (!Graphs.ALL.contains(graph)) {
      throw Problem.notFound("the dataset has no such graph");
    }
    Format format = suffix.orElseGet(() -> Format.negotiate(exchange.accept()));
    Reply reply;
    if (format == Format.HTML) {
      reply = page(exchange, graph, name);
    } else {
      if (!WHOLE_GRAPHS.contains(format) && graph.equals(Graphs.RDF12)) {
        throw new Problem(406, "Not acceptable", "triple terms: Turtle or N-Triples only")
            .header("Vary", "Accept");
      }
      Path file =
          Dumps.of(exchange.generation())
              .triples(graph, format, "graph-" + name + "." + format.suffix());
      reply =
          file(exchange, file, format.mediaType(), "graph-" + name + "." + format.suffix(), false)
              .with(
                  "Content-Location", exchange.links().to("graph/" + name + "." + format.suffix()));
    }
    return suffix.isPresent() ? reply : reply.with("Vary", "Accept");
  }

  private static Reply page(Exchange exchange, Node graph, String name) {
    long size =
        exchange
            .generation()
            .read(() -> (long) exchange.generation().dataset().getGraph(graph).size());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("home", exchange.links().to(""));
    values.put("iri", graph.getURI());
    values.put("name", name);
    values.put("size", size);
    values.put("turtle", exchange.links().to("graph/" + name + ".ttl"));
    values.put("ntriples", exchange.links().to("graph/" + name + ".nt"));
    return Reply.page(200, Pages.render("graph", values))
        .cached(exchange.generation().modified(), DocumentRoutes.CACHE);
  }

  private static Reply file(
      Exchange exchange, Path file, String mediaType, String name, boolean zipped) {
    String tag = exchange.generation().version() + "-" + name;
    Reply reply =
        zipped
            ? Reply.whole("application/gzip", file, tag + ".gz", exchange.generation().modified())
            : Reply.file(mediaType + ";charset=utf-8", file, tag, exchange.generation().modified());
    return reply.with("Cache-Control", DocumentRoutes.CACHE);
  }
}
