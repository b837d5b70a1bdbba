package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that is published while the server runs. */
class HotReloadTest {
  @TempDir private Path folder;

  @Test
  void aNewGraphIsServedWithoutAFailedRequest() throws Exception {
    Path tables = folder.resolve("tables");
    TestGraph.copyTables(tables);
    DatasetFolder published = TestGraph.publish(tables, folder.resolve("graph"));
    try (TestServer server =
        TestServer.start(published, ServerOptions.local().withLimits(TestServer.limits()))) {
      String before = version(server);
      AtomicBoolean done = new AtomicBoolean();
      AtomicInteger answered = new AtomicInteger();
      List<String> failures = new CopyOnWriteArrayList<>();
      Set<String> versions = new ConcurrentSkipListSet<>();
      List<Thread> clients = new ArrayList<>();
      for (String path :
          List.of(
              "/data/person/kishida.ttl",
              "/page/event/tokyo",
              "/sparql?query=SELECT%20*%20%7B%20%3Fs%20a%20%3Ft%20%7D%20LIMIT%201000")) {
        Thread client =
            new Thread(
                () -> {
                  while (!done.get()) {
                    HttpResponse<String> answer = server.get(path);
                    if (answer.statusCode() != 200) {
                      failures.add(answer.statusCode() + " " + answer.body());
                    }
                    versions.add(answer.headers().firstValue("Graph-Version").orElse(""));
                    answered.incrementAndGet();
                  }
                });
        client.start();
        clients.add(client);
      }
      Path persons = tables.resolve("persons.csv");
      Files.writeString(
          persons, Files.readString(persons).replace("Yoon Suk Yeol", "Yoon Seok-yeol"));
      TestGraph.publish(tables, folder.resolve("graph"));
      for (int i = 0; i < 200 && before.equals(version(server)); i++) {
        Thread.sleep(50);
      }
      Thread.sleep(300);
      done.set(true);
      for (Thread client : clients) {
        client.join();
      }
      assertEquals(List.of(), failures);
      assertNotEquals(before, version(server));
      assertEquals(new TreeSet<>(Set.of(before, version(server))), new TreeSet<>(versions));
      assertTrue(answered.get() > 10);
      assertTrue(server.get("/data/person/yoon.ttl").body().contains("Yoon Seok-yeol"));
      assertFalse(Files.exists(published.generation(before)), "the old generation is deleted");
    }
  }

  private static String version(TestServer server) {
    return server.get("/healthz").headers().firstValue("Graph-Version").orElse("");
  }
}
