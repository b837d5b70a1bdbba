package org.entente.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program starts as fast as it is said to, with what {@code mvn package} writes beside the jar.
 * The bounds are twice what it takes, as other work on a machine moves both clocks; {@link
 * StartBenchmark} measures.
 */
final class StartIT {
  private static final Duration FIRST_ANSWER = Duration.ofSeconds(10);
  private static final Duration SERVES = Duration.ofSeconds(4);

  @Test
  void answersAndServesSoonAfterItIsStarted(@TempDir Path folder) throws Exception {
    Path jar = Path.of(System.getProperty("entente.jar"));
    Path options = jar.resolveSibling("entente.args");
    assertTrue(Files.size(jar.resolveSibling("entente.jsa")) > 1_000_000, "archive of classes");

    StartBenchmark.Started run = StartBenchmark.started(List.of("@" + options), "run", folder);
    assertEquals(
        List.of(
            "read ontology",
            "read tables",
            "map",
            "resolve",
            "infer",
            "validate",
            "summarise",
            "publish",
            "answer",
            "start of Java",
            "start of the server",
            "until the first answer"),
        List.copyOf(run.parts().keySet()));
    assertTrue(run.lesser().compareTo(FIRST_ANSWER) < 0, "run: " + run);

    StartBenchmark.Started serve = StartBenchmark.started(List.of("@" + options), "serve", folder);
    assertTrue(serve.lesser().compareTo(SERVES) < 0, "serve: " + serve);
  }
}
