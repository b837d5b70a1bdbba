package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps where there is no place for them. */
class DumpsTest {
  @TempDir Path folder;

  @Test
  void whatCannotBeWrittenIsHonestAndTriedAgain() throws Exception {
    DatasetFolder graph = TestServer.copyOfGraph();
    Generation generation = Generation.open(graph, graph.requireCurrent());
    Path place = folder.resolve("place");
    try (Dumps dumps = new Dumps(generation, place)) {
      Problem problem =
          assertThrows(Problem.class, () -> dumps.triples(null, Format.NTRIPLES, "entente.nt"));
      assertEquals(503, problem.status());
      assertEquals("60", problem.headers().get("Retry-After"));
      assertTrue(!problem.getMessage().contains(folder.toString()), "says where to strangers");
      Files.createDirectory(place);
      Path file = dumps.triples(null, Format.NTRIPLES, "entente.nt");
      assertTrue(Files.size(file) > 0);
    } finally {
      generation.close();
    }
    try (var left = Files.list(place)) {
      assertEquals(0, left.count());
    }
  }
}
