package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.DatasetFolder;
import org.entente.testing.Jvm;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is killed at any point leaves a whole graph current, the old or the new one. */
final class KillIT {
  private static final int KILLS = 50;

  @TempDir Path folder;

  @Test
  void aKilledBuildLeavesAWholeGraph() throws Exception {
    Path out = folder.resolve("graph");
    List<Project> projects =
        List.of(
            Project.sound(folder.resolve("a")),
            Project.sound(folder.resolve("b"))
                .append("tables/subjects.csv", "topic/sea,Sea,passage/sea"));
    DatasetFolder graph = DatasetFolder.at(out);
    Map<String, Long> quads = new HashMap<>();
    long whole = Long.MAX_VALUE;
    for (Project project : projects) {
      long start = System.nanoTime();
      assertEquals(0, start(project, out).await().code());
      whole = Math.min(whole, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      quads.put(graph.requireCurrent(), count(graph, graph.requireCurrent()));
    }
    assertEquals(2, quads.size());

    Random random = new Random(20230704);
    int killed = 0;
    int replaced = 0;
    for (int i = 0; killed < KILLS; i++) {
      String before = graph.requireCurrent();
      Process build = start(projects.get(i % 2), out).process();
      // The first third is Java's and the tables': the later, the more there is to break.
      long begun = System.nanoTime();
      boolean ended =
          build.waitFor(whole / 3 + random.nextLong(whole * 2 / 3), TimeUnit.MILLISECONDS);
      if (ended) {
        whole = Math.min(whole, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
      }
      build.destroyForcibly().waitFor();
      killed += ended ? 0 : 1;
      String name = graph.requireCurrent();
      replaced += name.equals(before) ? 0 : 1;
      assertTrue(quads.containsKey(name), name);
      assertEquals(quads.get(name), count(graph, name));
      assertTrue(i < 20 * KILLS, "builds end before they can be killed");
    }
    System.out.println(killed + " builds killed, " + replaced + " times a new graph was current");

    assertEquals(0, start(projects.get(0), out).await().code());
    assertEquals(0, start(projects.get(1), out).await().code());
    try (Stream<Path> left = Files.list(out.resolve("generations"))) {
      assertEquals(
          List.of(graph.requireCurrent()), left.map(f -> f.getFileName().toString()).toList());
    }
  }

  private Jvm.Started start(Project project, Path out) throws IOException {
    String[] arguments = project.buildArguments();
    arguments[arguments.length - 1] = out.toString();
    return Jvm.start(folder.resolve("runs"), List.of("-Xshare:auto"), arguments);
  }

  /** The quads of a generation, which its store and its dump must agree on. */
  private static long count(DatasetFolder graph, String name) throws IOException {
    long inDump;
    try (var lines = graph.lines(name)) {
      inDump = lines.lines().count();
    }
    DatasetGraph store = graph.open(name);
    try {
      store.begin(ReadWrite.READ);
      assertEquals(inDump, Iter.count(store.find()));
      store.end();
    } finally {
      DatasetFolder.close(store);
    }
    return inDump;
  }
}
