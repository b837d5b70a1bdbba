package org.entente.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Runs several programs that do the same work in turn, each run in a process of its own, and prints
 * what each took and its ratio to the first, pair by pair: other work on the machine moves both.
 */
final class SideBySide {
  private final Map<String, List<Run>> runs = new LinkedHashMap<>();

  /**
   * A run of a whole process.
   *
   * @param wall seconds from its start to its end
   * @param cpu processor seconds of all its threads
   * @param peakMiB most memory it had
   * @param output what it printed before its own figures
   */
  record Run(double wall, double cpu, double peakMiB, String output) {}

  /** Runs the main method of a class with arguments, and remembers what it took under a name. */
  Run run(String name, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(name + " ended with " + code + "; what it said is above");
    }
    double wall = (System.nanoTime() - start) / 1e9;
    List<String> lines = output.lines().toList();
    String[] figures = lines.get(lines.size() - 1).split(" ");
    Run run =
        new Run(
            wall,
            Double.parseDouble(figures[0]),
            Double.parseDouble(figures[1]),
            String.join("\n", lines.subList(0, lines.size() - 1)));
    runs.computeIfAbsent(name, n -> new ArrayList<>()).add(run);
    return run;
  }

  /** To be called by a program at its end: prints the processor time and the memory it took. */
  static void printFigures() throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      double peak =
          status
              .filter(line -> line.startsWith("VmHWM"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
              .findFirst()
              .orElse(Double.NaN);
      System.out.println("\n" + system.getProcessCpuTime() / 1e9 + " " + peak);
    }
  }

  /** Prints the head of a table. */
  void printHead(String what) {
    System.out.printf(
        Locale.ROOT,
        "%s; %d runs in turn, Java %d, %d processors%n%n",
        what,
        runs.values().iterator().next().size(),
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors());
    System.out.println("| | " + String.join(" | ", runs.keySet()) + " |");
    System.out.println("|---|" + "---|".repeat(runs.size()));
  }

  /** Prints a row: the median of each, and of the others the ratio to it with its spread. */
  void printRow(String figureName, ToDoubleFunction<Run> figure) {
    StringBuilder row = new StringBuilder("| " + figureName);
    List<Run> first = runs.values().iterator().next();
    for (List<Run> of : runs.values()) {
      row.append(
          String.format(Locale.ROOT, " | %.1f", median(of.stream().mapToDouble(figure).toArray())));
      if (of != first) {
        double[] ratios = new double[of.size()];
        for (int i = 0; i < ratios.length; i++) {
          ratios[i] = figure.applyAsDouble(first.get(i)) / figure.applyAsDouble(of.get(i));
        }
        double middle = median(ratios);
        row.append(
            String.format(
                Locale.ROOT,
                "; %.2f (%.2f to %.2f)",
                middle,
                ratios[0],
                ratios[ratios.length - 1]));
      }
    }
    System.out.println(row + " |");
  }

  /** The median; sorts the figures. */
  static double median(double[] figures) {
    java.util.Arrays.sort(figures);
    int middle = figures.length / 2;
    return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
  }
}
