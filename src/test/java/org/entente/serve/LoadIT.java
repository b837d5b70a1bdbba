package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A minute of mixed load with hostile queries in it. */
class LoadIT {
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("entente.load.seconds", 60));
  private static final int CLIENTS = 8;
  private static final List<String> HOSTILE =
      List.of(
          "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
          "SELECT (REGEX('" + "a".repeat(400) + "', '.*.*.*.*.*.*.*.*x') AS ?x) {}",
          "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
          "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f",
          "SELECT {");
  private static final Map<String, String> GOOD =
      Map.of(
          "/page/person/kishida", "Kishida",
          "/data/event/tokyo.ttl", "Tokyo summit",
          "/data/person/yoon.jsonld", "Yoon Suk Yeol",
          "/id/person/kishida", "/data/person/kishida.ttl",
          "/healthz", "ok");

  @Test
  void aMinuteOfEverything() throws Exception {
    try (TestServer server =
        TestServer.start(ServerOptions.local().withLimits(TestServer.limits()))) {
      List<String> wrong = new CopyOnWriteArrayList<>();
      Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
      long end = System.nanoTime() + TIME.toNanos();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        boolean hostile = i % 4 == 3;
        Thread client =
            new Thread(
                () -> {
                  while (System.nanoTime() < end) {
                    if (hostile) {
                      HOSTILE.forEach(query -> attack(server, query, statuses, wrong));
                    } else {
                      GOOD.forEach((path, text) -> read(server, path, text, statuses, wrong));
                      ask(server, statuses, wrong);
                    }
                  }
                });
        client.start();
        clients.add(client);
      }
      long early = heapAfter(TIME.dividedBy(3));
      for (Thread client : clients) {
        client.join();
      }
      long late = heapAfter(Duration.ofSeconds(1));
      assertEquals(List.of(), wrong.subList(0, Math.min(5, wrong.size())));
      assertTrue(late < early + (100L << 20), "heap grew from " + early + " to " + late);
      assertTrue(statuses.get(200).get() > 100, statuses.toString());
    }
  }

  private static long heapAfter(Duration wait) throws InterruptedException {
    Thread.sleep(wait.toMillis());
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void read(
      TestServer server,
      String path,
      String text,
      Map<Integer, AtomicInteger> statuses,
      List<String> wrong) {
    HttpResponse<String> answer = server.get(path);
    count(statuses, answer);
    if (answer.statusCode() >= 400 || !answer.body().contains(text)) {
      wrong.add(path + " -> " + answer.statusCode() + " " + answer.body());
    }
  }

  private static void ask(
      TestServer server, Map<Integer, AtomicInteger> statuses, List<String> wrong) {
    HttpResponse<String> answer =
        server.query(
            "SELECT ?l { <https://w3id.org/entente/id/place/tokyo>"
                + " <http://www.w3.org/2000/01/rdf-schema#label> ?l }");
    count(statuses, answer);
    boolean right = answer.statusCode() == 200 && answer.body().contains("Tokyo");
    if (!right && answer.statusCode() != 503 && answer.statusCode() != 429) {
      wrong.add(answer.statusCode() + " " + answer.body());
    }
  }

  private static void attack(
      TestServer server, String query, Map<Integer, AtomicInteger> statuses, List<String> wrong) {
    HttpResponse<String> answer = server.query(query);
    count(statuses, answer);
    if (answer.statusCode() < 400 || answer.statusCode() >= 500 && answer.statusCode() != 503) {
      wrong.add(query + " -> " + answer.statusCode() + " " + answer.body());
    }
  }

  private static void count(Map<Integer, AtomicInteger> statuses, HttpResponse<String> answer) {
    statuses.computeIfAbsent(answer.statusCode(), s -> new AtomicInteger()).incrementAndGet();
  }
}
