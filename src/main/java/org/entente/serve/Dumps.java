package org.entente.serve;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.store.DatasetFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files with the whole graph or a part of it, gzipped. Each is written when it is first asked for,
 * from the generation's sorted quads, so the same graph always gives the same bytes.
 */
final class Dumps implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);
  private static final int MOST_ASKERS = 4;

  private final Generation generation;
  private final Path parent;
  private final Semaphore askers = new Semaphore(MOST_ASKERS);
  private final Map<String, Path> files = new ConcurrentHashMap<>();
  private Path folder;

  Dumps(Generation generation, Path parent) {
    this.generation = generation;
    this.parent = parent;
  }

  static Dumps of(Generation generation) {
    return generation.derived(
        Dumps.class, g -> new Dumps(g, Path.of(System.getProperty("java.io.tmpdir"))));
  }

  /** All graphs. */
  Path quads(RDFFormat format, String name) {
    return format.getLang().equals(Lang.NQUADS)
        ? generation.quads()
        : made(name, out -> stream(out, format, quad -> true, true));
  }

  /** The triples of one graph; the default graph when it is null. */
  Path triples(Node graph, Format format, String name) {
    Predicate<Quad> chosen =
        quad -> graph == null ? quad.isDefaultGraph() : quad.getGraph().equals(graph);
    return made(
        name,
        out -> {
          switch (format) {
            case TURTLE -> stream(out, RDFFormat.TURTLE_BLOCKS, chosen, false);
            case NTRIPLES -> stream(out, RDFFormat.NTRIPLES, chosen, false);
            default -> {
              Graph whole = GraphFactory.createDefaultGraph();
              Prefixes.of(generation).namespaces().forEach(whole.getPrefixMapping()::setNsPrefix);
              read(new Chosen(StreamRDFLib.graph(whole), chosen, false));
              RdfText.write(whole, format, out);
            }
          }
        });
  }

  private interface Writing {
    void write(OutputStream out) throws IOException;
  }

  /** A file that is there, or is made now; of those who ask meanwhile, few wait. */
  private Path made(String name, Writing writing) {
    Path known = files.get(name);
    if (known != null) {
      return known;
    }
    if (!askers.tryAcquire()) {
      throw Problem.busy("this file is being made", 5);
    }
    try {
      synchronized (this) {
        Path made = files.get(name);
        if (made == null) {
          made = write(name, writing);
          files.put(name, made);
        }
        return made;
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.error("cannot write {} in {}: {}", name, folder == null ? parent : folder, e.toString());
      throw Problem.busy("this file cannot be made now; the SPARQL endpoint has all of it", 60);
    } finally {
      askers.release();
    }
  }

  private Path write(String name, Writing writing) throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory(parent, "entente-dumps");
    }
    Path aside = folder.resolve(name + ".part");
    try {
      try (OutputStream out =
          new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(aside), 1 << 16))) {
        writing.write(out);
      }
      return Files.move(aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private void stream(OutputStream out, RDFFormat format, Predicate<Quad> chosen, boolean quads) {
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
    writer.start();
    if (!format.getLang().equals(Lang.NTRIPLES)) {
      for (Map.Entry<String, String> prefix : Prefixes.of(generation).sorted().entrySet()) {
        writer.prefix(prefix.getKey(), prefix.getValue());
      }
    }
    read(new Chosen(writer, chosen, quads));
    writer.finish();
  }

  private void read(StreamRDF sink) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(generation.quads()), 1 << 16)) {
      RDFParser.source(in).lang(Lang.NQUADS).parse(sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (folder != null) {
      DatasetFolder.delete(folder);
    }
  }

  /** Passes some quads on, as quads or as triples. */
  private static final class Chosen extends StreamRDFWrapper {
    private final Predicate<Quad> chosen;
    private final boolean quads;

    Chosen(StreamRDF sink, Predicate<Quad> chosen, boolean quads) {
      super(sink);
      this.chosen = chosen;
      this.quads = quads;
    }

    @Override
    public void start() {}

    @Override
    public void finish() {}

    @Override
    public void triple(org.apache.jena.graph.Triple triple) {
      quad(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
      if (chosen.test(quad)) {
        if (!quads) {
          super.triple(quad.asTriple());
        } else if (quad.isDefaultGraph()) {
          super.triple(quad.asTriple());
        } else {
          super.quad(quad);
        }
      }
    }
  }
}
