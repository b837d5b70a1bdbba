package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.serve.Limits.Rate;
import org.junit.jupiter.api.Test;

/** Clients that ask too much, and the others. */
class LimitsTest {
  private static final String SLOW =
      TestServer.encode("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }");

  private static final String QUERY = "/sparql?query=ASK%7B%7D";
  private static final String DOCUMENT = "/data/person/kishida.ttl";

  /** So seldom that a bucket does not fill again while a test runs. */
  private static final double ONE_AN_HOUR = 1.0 / 3600;

  private static String from(String address, TestServer server, String path) {
    return Raw.send(
        address,
        server.port(),
        ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aClientThatAsksTooOftenIsToldToWaitAndOthersAreServed() throws Exception {
    Limits limits =
        TestServer.limits().withRates(new Rate(20, ONE_AN_HOUR), new Rate(60, ONE_AN_HOUR));
    try (TestServer server = TestServer.start(ServerOptions.local().withLimits(limits))) {
      for (int i = 0; i < 20; i++) {
        assertEquals(200, Raw.status(from("127.0.0.1", server, QUERY)), "query " + i);
      }
      String refused = from("127.0.0.1", server, QUERY);
      assertEquals(429, Raw.status(refused));
      assertTrue(refused.contains("Retry-After: 3"), refused);
      assertTrue(refused.contains("Access-Control-Allow-Origin: *"), refused);
      String forwarded =
          Raw.send(
              server.port(),
              ("GET "
                      + QUERY
                      + " HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.9.8.7\r\n"
                      + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
      assertEquals(429, Raw.status(forwarded));
      assertEquals(200, Raw.status(from("127.0.0.2", server, QUERY)));
      for (int i = 22; i < 60; i++) {
        assertEquals(200, Raw.status(from("127.0.0.1", server, DOCUMENT)), "request " + i);
      }
      assertEquals(429, Raw.status(from("127.0.0.1", server, DOCUMENT)));
      assertEquals(200, Raw.status(from("127.0.0.1", server, "/healthz")));
    }
  }

  @Test
  void fiftySlowClientsLeavePagesFast() throws Exception {
    try (TestServer server =
        TestServer.start(ServerOptions.local().withLimits(TestServer.limits()))) {
      server.get("/page/person/kishida");
      ExecutorService threads = Executors.newFixedThreadPool(50);
      List<CompletableFuture<Integer>> slow = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String address = "127.0.1." + (i + 1);
        slow.add(
            CompletableFuture.supplyAsync(
                () -> Raw.status(from(address, server, "/sparql?query=" + SLOW)), threads));
      }
      Thread.sleep(200);
      for (String path : List.of("/page/person/kishida", "/healthz", "/data/person/kishida.ttl")) {
        long start = System.nanoTime();
        assertEquals(200, server.get(path).statusCode());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.toMillis() < 1_000, path + " took " + took);
      }
      for (CompletableFuture<Integer> answer : slow) {
        int status = answer.join();
        assertTrue(status == 503 || status == 429, "" + status);
      }
      assertEquals(200, server.query("ASK {}").statusCode());
      threads.shutdown();
    }
  }

  @Test
  void itStopsWithinFiveSecondsUnderLoad() throws Exception {
    TestServer server =
        TestServer.start(
            ServerOptions.local().withLimits(TestServer.limits().withTime(Duration.ofSeconds(60))));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Integer>> slow = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      slow.add(
          CompletableFuture.supplyAsync(
              () -> Raw.status(from("127.0.0.1", server, "/sparql?query=" + SLOW)), threads));
    }
    Thread.sleep(500);
    long start = System.nanoTime();
    server.close();
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5_000);
    for (CompletableFuture<Integer> answer : slow) {
      assertEquals(503, answer.join());
    }
    threads.shutdown();
  }

  @Test
  void linksUseThePublicAddressAndTagsSurviveARestart() throws Exception {
    URI publicUrl = URI.create("https://graph.example/entente");
    var folder = TestServer.copyOfGraph();
    ServerOptions options =
        ServerOptions.local().withLimits(TestServer.limits()).withPublicUrl(publicUrl);
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (TestServer server = TestServer.start(folder, options)) {
        HttpResponse<String> see = server.get("/id/person/kishida");
        assertEquals(
            "https://graph.example/entente/data/person/kishida.ttl",
            see.headers().firstValue("Location").orElse(""));
        for (String path :
            List.of(
                "/data/person/kishida.ttl",
                "/data/person/kishida.jsonld",
                "/page/person/kishida",
                "/ontology.ttl",
                "/void.ttl",
                "/context.jsonld",
                "/dump/entente.ttl.gz",
                "/graph/accepted.nt")) {
          tags.add(path + server.get(path).headers().firstValue("ETag").orElse("none"));
        }
        String description = server.get("/sparql").body();
        assertTrue(description.contains("<https://graph.example/entente/sparql>"), description);
        assertTrue(!description.contains("127.0.0.1"));
      }
    }
    assertEquals(tags.subList(0, tags.size() / 2), tags.subList(tags.size() / 2, tags.size()));
  }

  @Test
  void oneClientCannotHoldAllThreads() throws Exception {
    try (TestServer server =
        TestServer.start(ServerOptions.local().withLimits(TestServer.limits()))) {
      List<Socket> held = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress("127.0.0.9", 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        socket
            .getOutputStream()
            .write(
                ("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                        + "Content-Length: 100\r\n\r\nASK")
                    .getBytes(StandardCharsets.UTF_8));
        held.add(socket);
      }
      String crowd = "";
      for (int i = 0; i < 500 && Raw.status(crowd) != 429; i++) {
        crowd = from("127.0.0.9", server, DOCUMENT);
        Thread.sleep(20);
      }
      assertEquals(429, Raw.status(crowd), crowd);
      assertTrue(crowd.contains("Retry-After: "), crowd);
      assertEquals(200, Raw.status(from("127.0.0.9", server, "/healthz")));
      assertEquals(200, server.get("/page/person/kishida").statusCode());
      for (Socket socket : held) {
        socket.close();
      }
      for (int i = 0; i < 500 && Raw.status(crowd) != 200; i++) {
        crowd = from("127.0.0.9", server, DOCUMENT);
        Thread.sleep(20);
      }
      assertEquals(200, Raw.status(crowd), "when they are gone");
    }
  }

  @Test
  void whoReadsTooSlowlyIsLeft() throws Exception {
    AtomicLong clock = new AtomicLong();
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    PatientOutput patient = new PatientOutput(sent, clock::get);
    byte[] part = new byte[32 << 10];
    for (int second = 0; second < 60; second++) {
      clock.addAndGet(1_000_000_000L);
      patient.write(part);
    }
    assertEquals(60 * part.length, sent.size(), "32 KB a second are enough");
    PatientOutput left = new PatientOutput(sent, clock::get);
    left.write(part);
    clock.addAndGet(15_000_000_000L);
    left.write(part);
    clock.addAndGet(15_000_000_000L);
    assertThrows(IOException.class, () -> left.write(part));
  }
}
