package org.entente.serve;

import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;

/** Writes graphs. */
final class RdfText {
  private RdfText() {}

  static void write(Graph graph, Format format, OutputStream out) {
    if (format == Format.RDFXML) {
      graph
          .find()
          .forEach(
              triple -> {
                if (triple.getObject().isTripleTerm()) {
                  throw notIn(format);
                }
                BoundedRows.checkXml(triple.getObject());
              });
    }
    try {
      RDFWriter.source(graph).format(riot(format)).output(out);
    } catch (Problem problem) {
      throw problem;
    } catch (JenaException | UnsupportedOperationException e) {
      throw notIn(format);
    }
  }

  private static Problem notIn(Format format) {
    return new Problem(
        422, "Not expressible", "this graph cannot be said in " + format.mediaType());
  }

  private static RDFFormat riot(Format format) {
    return switch (format) {
      case TURTLE -> RDFFormat.TURTLE_BLOCKS;
      case JSONLD -> RDFFormat.JSONLD11_PLAIN;
      case RDFXML -> RDFFormat.RDFXML_PLAIN;
      case NTRIPLES -> RDFFormat.NTRIPLES_UTF8;
      case HTML -> throw new IllegalArgumentException("a graph is not a page");
    };
  }
}
