package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.store.DatasetFolder;
import org.entente.testing.Jvm;
import org.entente.testing.Project;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is no room, the build says so and the old graph stays. */
final class FullDiskIT {
  @TempDir Path folder;

  /** Limits in blocks of 512 or 1024 bytes: the dump does not fit, the store does not fit. */
  @ParameterizedTest
  @ValueSource(ints = {8, 1000})
  void noRoomEndsWithItsOwnCodeAndTheOldGraph(int blocks) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "limits of file sizes need a Unix shell");
    Project project = Project.sound(folder.resolve("p"));
    assertEquals(0, project.run(Main::execute, project.buildArguments()).code());
    DatasetFolder graph = DatasetFolder.at(project.out());
    String before = graph.requireCurrent();
    project.append("tables/subjects.csv", "topic/sea,Sea,passage/sea");
    List<String> java = new ArrayList<>(Jvm.java(List.of("-XX:-UsePerfData", "-Xshare:off")));
    java.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.entente.Main"));
    java.addAll(List.of(project.buildArguments()));
    String line = java.stream().map(a -> "'" + a + "'").collect(Collectors.joining(" "));
    Jvm.Ended ended =
        Jvm.start(
                folder.resolve("run"),
                List.of("/bin/sh", "-c", "ulimit -f " + blocks + "; exec " + line),
                Map.of(),
                null)
            .await();
    assertEquals(3, ended.code(), ended.err());
    assertTrue(ended.err().startsWith("entente: "), ended.err());
    assertEquals(1, ended.err().lines().count(), ended.err());
    assertTrue(
        ended.err().startsWith("entente: cannot write to " + graph.root() + ": "), ended.err());
    assertEquals(before, graph.requireCurrent());
    try (var left = Files.list(graph.root().resolve("generations"))) {
      assertEquals(List.of(graph.generation(before)), left.toList());
    }
    assertEquals("", ended.out());
    assertEquals(0, project.run(Main::execute, project.buildArguments()).code());
  }
}
