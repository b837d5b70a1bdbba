package org.entente.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * <pre>
 * mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Load -Dbenchmark.size=1000000 -Dbenchmark.runs=3
 * </pre>
 */
final class LoadBenchmark {
  private static final long SEED = 20_230_316;

  private LoadBenchmark() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 3) {
      load(args[0], Path.of(args[1]), Path.of(args[2]));
      SideBySide.printFigures();
      return;
    }
    long statements = Long.parseLong(args[0]);
    int runs = Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("entente-benchmark");
    try {
      Path file = folder.resolve("graph.nq");
      GeneratedGraph.write(file, statements, SEED);
      SideBySide sides = new SideBySide();
      for (int i = 0; i < runs; i++) {
        for (String loader : List.of("Entente", "TDB2 phased")) {
          Path database = folder.resolve(loader.replace(' ', '-'));
          DatasetFolder.delete(database);
          sides.run(
              loader,
              List.of("-Xmx2g"),
              LoadBenchmark.class,
              loader,
              file.toString(),
              database.toString());
        }
      }
      sides.printHead(String.format(Locale.ROOT, "%,d statements", statements));
      sides.printRow("CPU, s", SideBySide.Run::cpu);
      sides.printRow("wall, s", SideBySide.Run::wall);
      sides.printRow("peak memory, MiB", SideBySide.Run::peakMiB);
      sides.printRow(
          "disk, bytes a statement", run -> Double.parseDouble(run.output().strip()) / statements);
    } finally {
      DatasetFolder.delete(folder);
    }
  }

  /** What a folder takes on disk, as blocks: database files have holes. */
  private static double size(Path folder) throws IOException {
    Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
    String output = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Double.parseDouble(output.split("\\s")[0]) * 1024;
  }

  private static void load(String loader, Path file, Path database) throws IOException {
    Files.createDirectories(database);
    if (loader.equals("Entente")) {
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
    System.out.println(size(database));
  }
}
