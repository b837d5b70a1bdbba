package org.entente.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one benchmark after the other, each in a process of its own with the memory it needs, and
 * prints what each prints. What has run to its end is kept in {@code target/benchmark/done}, or
 * below the folder that {@code -Dbenchmark.folder} names, and is printed from there the next time:
 * a run that was broken off goes on where it was. A size may be given that no graph shall pass; by
 * default a million triples, a quarter of an hour. With 50 million it takes hours, 80 GB of disk
 * and 16 GB of memory.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=All -Dbenchmark.size=10000000</pre>
 */
final class AllBenchmark {
  /** A benchmark, how large a graph it is about, the megabytes it needs, and its arguments. */
  private record Step(String name, long triples, int megabytes, String size, String runs) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("Start", 0, 256, "0", "9"),
          new Step("Read", 0, 512, "20", "5"),
          new Step("Map", 0, 512, "200000", "3"),
          new Step("Load", 500_000, 2_000, "500000", "5"),
          new Step("Query", 1_000_000, 3_000, "1000000", "31"),
          new Step("Shapes", 1_000_000, 3_000, "100000", "3"),
          new Step("Build", 1_000_000, 256, "100000", "512"),
          new Step("Size", 10_000_000, 3_000, "10000000", "1"),
          new Step("Query", 10_000_000, 5_000, "10000000", "31"),
          new Step("Shapes", 10_000_000, 7_000, "1000000", "1"),
          new Step("Build", 25_000_000, 256, "350000", "1536"),
          new Step("Build", 50_000_000, 256, "700000", "3072"),
          new Step("Query", 50_000_000, 14_000, "50000000", "11"));

  private AllBenchmark() {}

  public static void main(String[] args) throws Exception {
    String folder = System.getProperty("benchmark.folder", "target/benchmark");
    Path done = Files.createDirectories(Path.of(folder, "done"));
    for (Step step : STEPS) {
      if (step.triples <= Long.parseLong(args[0])) {
        System.out.printf("%n== %s %s %s%n%n", step.name, step.size, step.runs);
        Path file = done.resolve(String.join("-", step.name, step.size, step.runs) + ".txt");
        if (Files.exists(file)) {
          System.out.print(Files.readString(file));
        } else {
          run(step, folder, file);
        }
      }
    }
  }

  private static void run(Step step, String folder, Path file)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + step.megabytes + "m");
    command.add("-Dbenchmark.folder=" + folder);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(AllBenchmark.class.getPackageName() + "." + step.name + "Benchmark");
    command.addAll(List.of(step.size, step.runs));
    Path aside = file.resolveSibling(file.getFileName() + ".unfinished");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter out = Files.newBufferedWriter(aside)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line);
        out.write(line);
        out.newLine();
      }
    }
    if (process.waitFor() == 0) {
      Files.move(aside, file);
    } else {
      System.out.println("did not come to its end: " + String.join(" ", command));
    }
  }
}
