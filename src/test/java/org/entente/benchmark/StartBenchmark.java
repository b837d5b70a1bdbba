package org.entente.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.store.DatasetFolder;

/**
 * How long the packaged program takes from the start of the process to its first answer, part by
 * part, with the options and the archive of classes that {@code mvn package} writes and without: in
 * turn, each run in a folder of its own. The parts of a build are those of its own clock; the
 * processor's time is of the whole process.
 *
 * <pre>
 * mvn package -DskipTests
 * mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Start -Dbenchmark.runs=9
 * </pre>
 */
final class StartBenchmark {
  private static final Pattern PART = Pattern.compile("([a-zA-Z ]+): (\\d+) ms");
  private static final String ANSWER = "answer: ";
  private static final String SERVING = "serving ";

  private StartBenchmark() {}

  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[1]);
    Path target = Path.of("target").toAbsolutePath();
    Map<String, List<String>> sides = new LinkedHashMap<>();
    sides.put("options and archive", List.of("@" + target.resolve("entente.args")));
    sides.put("java -jar", List.of("-jar", target.resolve("entente.jar").toString()));
    Map<String, Map<String, List<Long>>> all = new LinkedHashMap<>();
    for (int i = 0; i < runs; i++) {
      for (Map.Entry<String, List<String>> side : sides.entrySet()) {
        Path folder = Files.createTempDirectory("entente-benchmark");
        try {
          Map<String, Long> figures = new LinkedHashMap<>();
          started(side.getValue(), "run", folder).figures("run", figures);
          started(side.getValue(), "serve", folder).figures("serve", figures);
          figures.forEach(
              (part, figure) ->
                  all.computeIfAbsent(part, p -> new LinkedHashMap<>())
                      .computeIfAbsent(side.getKey(), s -> new ArrayList<>())
                      .add(figure));
        } finally {
          DatasetFolder.delete(folder);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "milliseconds, medians of %d runs in turn, Java %d, %d processors%n%n",
        runs,
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors());
    System.out.println("| | " + String.join(" | ", sides.keySet()) + " |");
    System.out.println("|---|" + "---|".repeat(sides.size()));
    all.forEach(
        (part, figures) -> {
          StringBuilder row = new StringBuilder("| " + part);
          for (String side : sides.keySet()) {
            double[] of = figures.get(side).stream().mapToDouble(Long::doubleValue).toArray();
            row.append(String.format(Locale.ROOT, " | %,.0f", SideBySide.median(of)));
          }
          System.out.println(row + " |");
        });
  }

  /**
   * How a command started.
   *
   * @param parts milliseconds of each part that it tells of; what is left until the first answer is
   *     what starting Java and reading the command line take
   * @param wall from the start of the process until it serves
   * @param processor time of the processor until then
   */
  record Started(Map<String, Long> parts, Duration wall, Duration processor) {
    private void figures(String command, Map<String, Long> figures) {
      parts.forEach((part, figure) -> figures.put(command + ": " + part, figure));
      figures.put(command + " until it serves", wall.toMillis());
      figures.put(command + " until it serves, of the processor", processor.toMillis());
    }

    /** The lesser of the clock, which counts what else the machine does, and the processor. */
    Duration lesser() {
      return wall.compareTo(processor) < 0 ? wall : processor;
    }
  }

  /** Starts a command in a folder, waits until it serves, and stops it. */
  static Started started(List<String> options, String command, Path folder)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of(command, "--port", "0"));
    if (command.equals("run")) {
      line.add("--verbose");
    }
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<String, Long> parts = new LinkedHashMap<>();
    Duration answered = null;
    StringBuilder told = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String read = lines.readLine(); read != null; read = lines.readLine()) {
        Matcher part = PART.matcher(read);
        if (part.matches()) {
          parts.put(part.group(1), Long.parseLong(part.group(2)));
        }
        Duration now = Duration.ofNanos(System.nanoTime() - start);
        if (read.startsWith(ANSWER)) {
          answered = now;
        }
        if (read.startsWith(SERVING)) {
          if (answered != null) {
            long stages = parts.values().stream().mapToLong(Long::longValue).sum();
            parts.put("start of Java", answered.toMillis() - stages);
            parts.put("start of the server", now.minus(answered).toMillis());
            parts.put("until the first answer", answered.toMillis());
          }
          return new Started(parts, now, process.info().totalCpuDuration().orElse(Duration.ZERO));
        }
        told.append(read).append('\n');
      }
      throw new IOException(command + " ended before it served:\n" + told);
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
