package org.entente.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.publish.tdb.BulkLoader;
import org.entente.store.DatasetFolder;

/**
 * Loads the same statements once into the default graph and once into named graphs, and prints how
 * many bytes a statement takes, by index.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Size -Dbenchmark.size=1000000</pre>
 */
final class SizeBenchmark {
  private static final long SEED = 20_220_513;

  private SizeBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("entente-benchmark");
    try {
      Path graph = folder.resolve("graph.nq");
      Diplomacy.write(graph, Long.parseLong(args[0]), SEED);
      for (boolean named : new boolean[] {false, true}) {
        Path file = folder.resolve("one.nq");
        long statements = copy(graph, file, named);
        Path database = folder.resolve("database");
        try (InputStream in = Files.newInputStream(file)) {
          BulkLoader.within(folder, BulkLoader.defaultMemory())
              .load(BulkLoader.lines(in), database, Map.of());
        }
        print(named ? "named graphs" : "default graph", statements, database);
        DatasetFolder.delete(database);
      }
    } finally {
      DatasetFolder.delete(folder);
    }
  }

  /** The triples of the default graph, in it or each in the graph of its predicate. */
  private static long copy(Path from, Path to, boolean named) throws IOException {
    long[] count = new long[1];
    try (Stream<String> lines = Files.lines(from);
        BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.contains("/entente/graph/")) {
          continue;
        }
        count[0]++;
        String graph = "<https://w3id.org/entente/graph/g" + count[0] * 7 / 2_000_000 + "> .";
        out.write(named ? line.substring(0, line.length() - 1) + graph : line);
        out.write('\n');
      }
    }
    return count[0];
  }

  private static void print(String where, long statements, Path database) throws IOException {
    Map<String, Long> parts = new TreeMap<>();
    long sum = 0;
    try (Stream<Path> files = Files.walk(database)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString().replaceFirst("[.-].*", "");
        long bytes = onDisk(file);
        parts.merge(name.startsWith("nodes") ? "nodes" : name, bytes, Long::sum);
        sum += bytes;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d statements, %.1f bytes each%n",
        where,
        statements,
        per(sum, statements));
    parts.forEach(
        (name, bytes) -> {
          if (per(bytes, statements) >= 0.1) {
            System.out.printf(Locale.ROOT, "  %s %.1f%n", name, per(bytes, statements));
          }
        });
  }

  /** What a file takes; its end may be space that nothing was written to. */
  private static long onDisk(Path file) throws IOException {
    Process du = new ProcessBuilder("du", "-B1", file.toString()).start();
    return Long.parseLong(
        new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s")[0]);
  }

  private static double per(long bytes, long statements) {
    return (double) bytes / statements;
  }
}
