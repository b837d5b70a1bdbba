package org.entente;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.store.DatasetFolder;
import org.entente.testing.Jvm;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same bytes, whatever the locale, the time zone and the threads. */
final class ReproducibleIT {
  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"),
          List.of(
              "-Duser.language=ar",
              "-Duser.country=EG",
              "-Duser.timezone=Pacific/Apia",
              "-XX:ActiveProcessorCount=1"),
          List.of(
              "-Duser.language=tr",
              "-Duser.country=TR",
              "-Duser.timezone=Asia/Kathmandu",
              "-Dfile.encoding=ISO-8859-1",
              "-XX:ActiveProcessorCount=7"),
          List.of(
              "-Duser.language=th",
              "-Duser.country=TH",
              "-Duser.variant=TH",
              "-Duser.extensions=u-nu-thai-ca-buddhist",
              "-Duser.timezone=America/Los_Angeles"));

  @TempDir Path folder;

  @Test
  void buildsAreByteForByteTheSame() throws IOException, InterruptedException {
    byte[] first = null;
    String printed = null;
    for (int i = 0; i < SETTINGS.size(); i++) {
      Project project = Project.sound(folder.resolve("p" + i));
      Jvm.Ended ended =
          Jvm.start(folder.resolve("run" + i), SETTINGS.get(i), project.buildArguments()).await();
      assertEquals("", ended.err());
      assertEquals(0, ended.code());
      DatasetFolder graph = DatasetFolder.at(project.out());
      byte[] dump = Files.readAllBytes(graph.quads(graph.requireCurrent()));
      if (first == null) {
        first = dump;
        printed = project.relative(ended.out());
      }
      assertArrayEquals(first, dump, () -> "with another setting");
      assertEquals(printed, project.relative(ended.out()), SETTINGS.get(i).toString());
    }
  }
}
