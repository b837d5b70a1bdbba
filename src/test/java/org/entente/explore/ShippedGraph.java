package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.DatasetFolder;

/** The shipped graph, built once for all tests of this run, and its pages. */
final class ShippedGraph {
  private static PageServer server;
  private static DatasetFolder folder;
  private static DatasetGraph dataset;
  private static String version;

  private ShippedGraph() {}

  /** Serves its pages. */
  static synchronized PageServer serve() throws IOException, InterruptedException {
    if (server == null) {
      server = PageServer.start(dataset(), version, Path.of("queries"), 0);
    }
    return server;
  }

  /** Its quads, in memory. */
  static synchronized DatasetGraph dataset() throws IOException, InterruptedException {
    if (dataset == null) {
      version = folder().requireCurrent();
      dataset = folder().load(version);
    }
    return dataset;
  }

  /** The folder in which it is published. */
  static synchronized DatasetFolder folder() throws IOException, InterruptedException {
    if (folder == null) {
      folder = build(Path.of("target", "explore-graph"));
    }
    return folder;
  }

  private static DatasetFolder build(Path out) throws IOException, InterruptedException {
    Path log = out.resolveSibling("explore-graph.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.entente.Main",
                "build",
                "--tables",
                "seeds/tables",
                "--ontology",
                "ontology",
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> "the shipped graph does not build: see " + log);
    return DatasetFolder.at(out);
  }
}
