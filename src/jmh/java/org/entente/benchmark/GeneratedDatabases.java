package org.entente.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.publish.tdb.BulkLoader;
import org.entente.rdf.Graphs;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;
import org.entente.store.DatasetFolder;
import org.entente.summarise.Summariser;

/**
 * The databases that questions are asked of, made once and kept in a folder: a generated graph with
 * its summaries as Entente publishes it, a copy without statistics for Fuseki, and RDF4J's. Each is
 * made aside and then given its name, so that a run that was broken off goes on where it was.
 */
final class GeneratedDatabases {
  private static final long SEED = 20_230_507;

  private final Path folder;
  private final long triples;

  private GeneratedDatabases(Path folder, long triples) {
    this.folder = folder;
    this.triples = triples;
  }

  /** The databases of a size, in a folder; what is not there yet is made. */
  static GeneratedDatabases of(Path root, long triples) throws IOException {
    GeneratedDatabases databases =
        new GeneratedDatabases(
            Files.createDirectories(root.resolve("query-" + triples)), triples);
    databases.published();
    databases.copy();
    databases.rdf4j();
    return databases;
  }

  private interface Step {
    void make(Path aside) throws IOException;
  }

  private Path made(String name, Step step) throws IOException {
    Path target = folder.resolve(name);
    if (!Files.exists(target)) {
      Path aside = folder.resolve("unfinished-" + name);
      DatasetFolder.delete(aside);
      long start = System.nanoTime();
      step.make(aside);
      Files.move(aside, target);
      System.err.printf(
          Locale.ROOT,
          "%,d triples: %s made in %.1f s%n",
          triples,
          name,
          (System.nanoTime() - start) / 1e9);
    }
    return target;
  }

  /** What the generator makes. */
  private Path generated() throws IOException {
    return made("generated.nq", aside -> Diplomacy.write(aside, triples, SEED));
  }

  /** Its summaries, made from a store of it that is not needed afterwards. */
  private Path summaries() throws IOException {
    return made(
        "summaries.nq",
        aside -> {
          Path base =
              made(
                  "base",
                  database -> {
                    Files.createDirectories(database);
                    load(database, generated());
                  });
          summarise(base, aside);
          DatasetFolder.delete(base);
        });
  }

  private static void load(Path database, Path... quads) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (Path file : quads) {
      streams.add(Files.newInputStream(file));
    }
    try (InputStream in = new SequenceInputStream(Collections.enumeration(streams))) {
      BulkLoader.within(database.toAbsolutePath().getParent(), BulkLoader.defaultMemory())
          .load(BulkLoader.lines(in), database, Map.of());
    }
  }

  private static void summarise(Path database, Path quads) throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    SortedMap<String, QueryFile> queries = Ontology.read(Path.of("ontology"), log).summaries();
    if (queries.isEmpty()) {
      throw new IOException("no summaries; run this in the project's folder");
    }
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(database));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(quads))) {
      Graph summaries =
          Txn.calculateRead(
              store, () -> new Summariser(queries, log).summarise(store.getDefaultGraph()));
      StreamRDF sink = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      sink.start();
      summaries.find().forEach(t -> sink.quad(Quad.create(Graphs.SUMMARIES, t)));
      sink.finish();
    } finally {
      TDBInternal.expel(store);
    }
  }

  /** The graph as Entente publishes it. */
  DatasetFolder published() throws IOException {
    return DatasetFolder.at(
        made(
            "published",
            aside -> {
              try (DatasetFolder.Writing writing = DatasetFolder.at(aside).startWriting()) {
                Path generation = writing.newFolder();
                load(generation.resolve("tdb2"), generated(), summaries());
                // Dumps are not asked for.
                new GZIPOutputStream(Files.newOutputStream(generation.resolve("data.nq.gz")))
                    .close();
                writing.publish(generation, "benchmark");
              }
            }));
  }

  /** The same database without its statistics; its files are the same, as nothing writes to them. */
  Path copy() throws IOException {
    return made(
        "copy",
        aside -> {
          DatasetFolder published = published();
          Path from = published.generation(published.requireCurrent()).resolve("tdb2");
          try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
              Path target = aside.resolve(from.relativize(file).toString());
              String name = file.getFileName().toString();
              if (Files.isDirectory(file)) {
                Files.createDirectories(target);
              } else if (!name.equals("stats.opt") && !name.equals("tdb.lock")) {
                Files.createLink(target, file);
              }
            }
          }
        });
  }

  /** RDF4J's database of the same graph; the summaries, of which it is never asked, are left out. */
  Path rdf4j() throws IOException {
    return made("rdf4j", aside -> Rdf4jServer.load(generated(), aside));
  }

  /** Reads all databases once, so that none has to wait for the disk more than another. */
  void readAll() throws IOException {
    byte[] buffer = new byte[1 << 20];
    for (Path database : new Path[] {published().root(), copy(), rdf4j()}) {
      try (Stream<Path> files = Files.walk(database)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          try (InputStream in = Files.newInputStream(file)) {
            while (in.read(buffer) >= 0) {
              // What is read stays in the system's cache.
            }
          }
        }
      }
    }
  }

  /** Where the results of so many runs are kept. */
  Path results(int runs) {
    return folder.resolve("results-" + runs + ".properties");
  }

  long triples() {
    return triples;
  }
}
