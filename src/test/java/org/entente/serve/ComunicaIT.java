package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A linked-data client that others wrote is told one address. It is installed by {@code npm ci} in
 * a copy of {@code src/test/comunica}.
 */
class ComunicaIT {
  private static final Path CLIENT = Path.of("src/test/comunica/client.mjs");
  private static final Path INSTALLED =
      Path.of(System.getProperty("entente.comunica", "target/comunica"));

  @TempDir Path folder;

  @Test
  void aClientFindsItsWayFromOneAddress() throws Exception {
    boolean there =
        Files.isDirectory(INSTALLED.resolve("node_modules/@comunica/query-sparql")) && hasNode();
    if (Boolean.getBoolean("entente.comunica.required")) {
      assertTrue(there, "Node, and npm ci in " + INSTALLED);
    }
    assumeTrue(there, "Node, and Comunica by npm ci in " + INSTALLED + ", are not here");
    Path script = INSTALLED.resolve("client.mjs");
    Files.copy(CLIENT, script, StandardCopyOption.REPLACE_EXISTING);
    TestServer server = TestServer.shared();
    Path output = folder.resolve("output");
    Process client =
        new ProcessBuilder("node", script.toString(), server.url("/"), "event/tokyo")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(client.waitFor(120, TimeUnit.SECONDS), "the client does not end");
    assertEquals(
        List.of(
            "{'step':'thing','label':'Tokyo summit','place':'https://w3id.org/entente/id/place/tokyo'}",
            "{'step':'place','labels':['Tokyo']}",
            "{'step':'dataset','dataset':'" + server.url("/void.ttl#dataset") + "'}",
            "{'step':'endpoint','endpoint':'" + server.url("/sparql") + "'}",
            "{'step':'events','events':['https://w3id.org/entente/id/event/tokyo','https://w3id.org/entente/id/event/会談'],'others':[]}"),
        Files.readAllLines(output).stream().map(line -> line.replace('"', '\'')).toList());
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
