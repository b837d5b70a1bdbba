package org.entente.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.extract.Extractor;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;

/**
 * How fast documents are read once the compiler has done its work, on one thread and with empty
 * tables: the project's own documents as they are, and all of them again as one long document. The
 * time is the processor's, of the reading thread alone.
 *
 * <pre>
 * mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Read -Dbenchmark.size=20 -Dbenchmark.runs=5
 * </pre>
 *
 * <p>The size is the number of times that all documents are read in a run; half of that is read
 * before the first.
 */
final class ReadBenchmark {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 17);
  private static final double MEGABYTE = 1e6;

  private ReadBenchmark() {}

  public static void main(String[] args) throws IOException {
    int times = Integer.parseInt(args[0]);
    int runs = Integer.parseInt(args[1]);
    List<String> documents = documents();
    List<String> one = List.of(String.join("\n\n", documents));
    Extractor extractor = Extractor.of(Lexicon.load(Path.of("ontology")), NamesTable.EMPTY);
    read(extractor, documents, times / 2);
    read(extractor, one, times / 2);
    double[] apart = new double[runs];
    double[] together = new double[runs];
    for (int i = 0; i < runs; i++) {
      apart[i] = read(extractor, documents, times);
      together[i] = read(extractor, one, times);
    }
    System.out.printf(
        Locale.ROOT,
        "%d documents, %,d bytes, read %d times, medians of %d runs, Java %d%n%n",
        documents.size(),
        one.get(0).getBytes(StandardCharsets.UTF_8).length,
        times,
        runs,
        Runtime.version().feature());
    System.out.println("| read as | MB a second of one processor |\n|---|---|");
    System.out.printf(Locale.ROOT, "| documents | %.2f |%n", SideBySide.median(apart));
    System.out.printf(Locale.ROOT, "| one document | %.2f |%n", SideBySide.median(together));
  }

  private static List<String> documents() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/extraction/corpus/docs"))) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  /** Megabytes a second. */
  private static double read(Extractor extractor, List<String> texts, int times) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    long bytes = 0;
    long found = 0;
    for (int i = 0; i < times; i++) {
      for (String text : texts) {
        found += extractor.read("document/" + i, text, DAY).candidates().size();
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was found in " + bytes + " bytes");
    }
    return bytes / MEGABYTE / ((clock.getCurrentThreadCpuTime() - start) / 1e9);
  }
}
