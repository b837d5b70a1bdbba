package org.entente.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.Main;
import org.entente.store.DatasetFolder;

/**
 * Builds the shipped tables with many more events, each with a passage that proves it: one row in
 * ten is a second account of the event before, one in a thousand of another day. The heap has the
 * size that is given in megabytes in place of a number of runs. The tables are made once and kept
 * in {@code target/benchmark}, or the folder that {@code -Dbenchmark.folder} names.
 *
 * <pre>
 * mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Build -Dbenchmark.size=100000 -Dbenchmark.runs=512
 * </pre>
 */
final class BuildBenchmark {
  private static final long SEED = 20_241_203;
  private static final String[] TYPES = {"Meeting", "Call", "Visit", "Summit", "Dialogue"};
  private static final String[] WORDS = {"security", "trade", "energy", "fisheries", "visas"};

  private BuildBenchmark() {}

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    String heap = "-Xmx" + args[1] + "m";
    Path folder =
        Files.createDirectories(
            Path.of(System.getProperty("benchmark.folder", "target/benchmark"), "build-" + rows));
    Path tables = folder.resolve("tables");
    if (!Files.exists(tables)) {
      Path aside = folder.resolve("unfinished");
      DatasetFolder.delete(aside);
      write(aside, rows);
      Files.move(aside, tables);
    }
    Path graph = folder.resolve("graph");
    try {
      SideBySide sides = new SideBySide();
      SideBySide.Run run =
          sides.run("Entente", List.of(heap), Built.class, tables.toString(), graph.toString());
      System.out.println(run.output());
      System.out.printf(
          Locale.ROOT,
          "%,d rows more, %s: %.0f s of processors, %.0f s, %.0f MiB at most, %,d MiB on disk%n",
          rows,
          heap,
          run.cpu(),
          run.wall(),
          run.peakMiB(),
          onDisk(graph) >> 20);
    } finally {
      DatasetFolder.delete(graph);
    }
  }

  /** What a folder takes; the ends of files may be space that nothing was written to. */
  private static long onDisk(Path folder) throws IOException {
    Process du = new ProcessBuilder("du", "-sB1", folder.toString()).start();
    return Long.parseLong(
        new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\\s")[0]);
  }

  /** A build in a process of its own. */
  static final class Built {
    private Built() {}

    public static void main(String[] args) {
      Runtime.getRuntime().addShutdownHook(new Thread(Built::figures));
      Main.main(
          new String[] {"build", "--tables", args[0], "--ontology", "ontology", "--out", args[1]});
    }

    private static void figures() {
      try {
        SideBySide.printFigures();
        System.out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void write(Path tables, int rows) throws IOException {
    Files.createDirectories(tables);
    try (Stream<Path> shipped = Files.list(Path.of("seeds/tables"))) {
      for (Path file : shipped.toList()) {
        Files.copy(file, tables.resolve(file.getFileName()));
      }
    }
    List<String> documents = identifiers(tables.resolve("passages.csv"), 1);
    List<String> places = identifiers(tables.resolve("places.csv"), 0);
    Path events = tables.resolve("events.csv");
    String[] columns = Files.readAllLines(events).get(0).split(",");
    Random random = new Random(SEED);
    try (BufferedWriter passage =
            Files.newBufferedWriter(
                tables.resolve("passages.csv"), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        BufferedWriter event =
            Files.newBufferedWriter(events, StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
      int number = 0;
      LocalDate day = LocalDate.EPOCH;
      for (int i = 0; i < rows; i++) {
        if (i == 0 || random.nextInt(10) != 0) {
          number = i;
          day = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(29_000));
        }
        String word = WORDS[number % WORDS.length];
        passage.write(
            "passage/g-%d,%s,the two sides met on %s to speak of %s for the time %d,,,,\n"
                .formatted(i, documents.get(random.nextInt(documents.size())), day, word, i));
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
          cells.add(
              switch (column) {
                case "id" -> "event/g-" + number;
                case "type" -> TYPES[number % TYPES.length];
                case "label" -> "Talks " + number + " on " + word;
                case "date" -> day.plusDays(random.nextInt(1_000) == 0 ? 3 : 0).toString();
                case "place" -> places.get(number % places.size());
                case "evidence" -> "passage/g-" + i;
                default -> "";
              });
        }
        event.write(String.join(",", cells) + "\n");
      }
    }
  }

  /** The identifiers in a column of a table, one of its first. */
  private static List<String> identifiers(Path table, int column) throws IOException {
    return Files.readAllLines(table).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> cells.length > column && cells[column].matches("[a-z]+/[^\"]+"))
        .map(cells -> cells[column])
        .distinct()
        .toList();
  }
}
