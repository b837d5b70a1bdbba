package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project that other tests change has no mistake, so that what they see is what they changed.
 */
final class SoundProjectTest {
  @TempDir Path folder;

  @Test
  void hasNothingToReport() {
    Project project = Project.sound(folder);
    Project.Run run =
        project.run(
            Main::execute,
            "check",
            "--tables",
            project.tables().toString(),
            "--ontology",
            project.ontology().toString(),
            "--documents",
            project.documents().toString());
    assertEquals("", run.err());
    assertEquals(0, run.code());
    assertEquals(
        """
        rows            81
        claims          150
        accepted        302 triples
        inferred        21 triples
        contested       0
        disagreements   1
        quotes          23 verified, 0 not verified
        """,
        run.out());
  }
}
