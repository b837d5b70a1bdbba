package org.entente.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.loader.base.LoaderOps;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.publish.tdb.BulkLoader;
import org.entente.store.DatasetFolder;

/**
 * Loads the same generated file with Entente's loader and with TDB2's phased loader, in turn, each
 * run in a process of its own, and prints what each took and the ratios.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark.statements=1000000 -Dbenchmark.runs=3
 * </pre>
 */
final class LoadBenchmark {
  private static final long SEED = 20_230_316;

  private LoadBenchmark() {}

  private record Run(double wall, double cpu, double peakMiB, double bytes) {}

  public static void main(String[] args) throws Exception {
    if (args.length == 3) {
      load(args[0], Path.of(args[1]), Path.of(args[2]));
      return;
    }
    long statements = Long.parseLong(args[0]);
    int runs = Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("entente-benchmark");
    try {
      Path file = folder.resolve("graph.nq");
      GeneratedGraph.write(file, statements, SEED);
      List<Run> ours = new ArrayList<>();
      List<Run> stock = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        ours.add(run("entente", file, folder.resolve("entente")));
        stock.add(run("tdb2", file, folder.resolve("tdb2")));
      }
      System.out.printf(
          Locale.ROOT,
          "%,d statements, %d runs in turn, Java %s, %d processors%n%n",
          statements,
          runs,
          Runtime.version().feature(),
          Runtime.getRuntime().availableProcessors());
      System.out.println("| | Entente | TDB2 phased | ratio, median (least to most) |");
      System.out.println("|---|---|---|---|");
      row("CPU, s", ours, stock, Run::cpu);
      row("wall, s", ours, stock, Run::wall);
      row("peak memory, MiB", ours, stock, Run::peakMiB);
      row("disk, bytes a statement", ours, stock, run -> run.bytes() / statements);
    } finally {
      DatasetFolder.delete(folder);
    }
  }

  private static void row(
      String name, List<Run> ours, List<Run> stock, ToDoubleFunction<Run> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(stock.get(i)));
    }
    ratios.sort(null);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f (%.2f to %.2f) |%n",
        name,
        median(ours.stream().mapToDouble(figure).sorted().toArray()),
        median(stock.stream().mapToDouble(figure).sorted().toArray()),
        median(ratios.stream().mapToDouble(d -> d).toArray()),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static Run run(String loader, Path file, Path database) throws Exception {
    DatasetFolder.delete(database);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadBenchmark.class.getName(),
                loader,
                file.toString(),
                database.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(loader + " failed");
    }
    double wall = (System.nanoTime() - start) / 1e9;
    String[] figures = output.strip().split(" ");
    return new Run(
        wall, Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), size(database));
  }

  /** What a folder takes on disk, as blocks: database files have holes. */
  private static double size(Path folder) throws Exception {
    Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
    String output = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Double.parseDouble(output.split("\\s")[0]) * 1024;
  }

  private static void load(String loader, Path file, Path database) throws IOException {
    Files.createDirectories(database);
    if (loader.equals("entente")) {
      try (InputStream in = Files.newInputStream(file)) {
        BulkLoader.within(database, BulkLoader.defaultMemory())
            .load(BulkLoader.lines(in), database, Map.of());
      }
    } else {
      DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(database));
      DataLoader phased = LoaderFactory.phasedLoader(store, LoaderOps.outputToLog());
      phased.startBulk();
      phased.load(file.toString());
      phased.finishBulk();
      TDBInternal.expel(store);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(system.getProcessCpuTime() / 1e9 + " " + peakMiB());
  }

  private static double peakMiB() throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      return status
          .filter(line -> line.startsWith("VmHWM"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
