package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What attackers send, and that it ends well. */
class AttackIT {
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  /** Counts connections, and answers none. */
  private static final class Listener implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();

    Listener() throws IOException {
      Thread thread =
          new Thread(
              () -> {
                while (!socket.isClosed()) {
                  try {
                    socket.accept().close();
                    connections.incrementAndGet();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    String url() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    int connections() {
      return connections.get();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void noQueryAsksAnotherServer() throws Exception {
    try (Listener listener = new Listener()) {
      String iri = "<" + listener.url() + ">";
      String service = "SERVICE " + iri + " { ?s ?p ?o }";
      List<String> queries =
          List.of(
              "SELECT * { " + service + " }",
              "SELECT * { SERVICE SILENT " + iri + " { ?s ?p ?o } }",
              "SELECT * { ?s ?p ?o OPTIONAL { " + service + " } }",
              "SELECT * { { ?s ?p ?o } UNION { " + service + " } }",
              "SELECT * { { SELECT * { " + service + " } } }",
              "SELECT * { ?s ?p ?o FILTER EXISTS { " + service + " } }",
              "SELECT * { ?s ?p ?o FILTER NOT EXISTS { { " + service + " } UNION {} } }",
              "SELECT * { ?s ?p ?o MINUS { " + service + " } }",
              "SELECT * { GRAPH ?g { " + service + " } }",
              "SELECT * { VALUES ?e { " + iri + " } SERVICE ?e { ?s ?p ?o } }",
              "PREFIX e: <" + listener.url() + "> SELECT * { SERVICE e: { ?s ?p ?o } }",
              "BASE <" + listener.url() + "> SELECT * { SERVICE <x> { ?s ?p ?o } }",
              "ASK { " + service + " }",
              "CONSTRUCT { ?s ?p ?o } { " + service + " }",
              "DESCRIBE ?s { " + service + " }",
              "SELECT (COUNT(?s) AS ?n) { ?s ?p ?o } HAVING (EXISTS { " + service + " })",
              "SELECT (IF(EXISTS { " + service + " }, 1, 2) AS ?n) {}",
              "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { " + service + " })",
              "SELECT (SUM(IF(EXISTS { " + service + " }, 1, 2)) AS ?n) { ?s ?p ?o }",
              "SELECT * { BIND(EXISTS { " + service + " } AS ?x) }",
              "SELECT * { ?s ?p ?o OPTIONAL { ?a ?b ?c FILTER(EXISTS { " + service + " }) } }",
              "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
              "SELECT * { SERVICE <loading:" + listener.url() + "> { ?s ?p ?o } }");
      for (String query : queries) {
        HttpResponse<String> answer = server.query(query);
        assertTrue(
            answer.statusCode() == 403 || answer.statusCode() == 422,
            query + " -> " + answer.statusCode() + answer.body());
      }
      assertEquals(0, listener.connections());
    }
  }

  @Test
  void noGraphIsFetchedOrRead() throws Exception {
    Path file = Files.createTempFile("secret", ".ttl");
    Files.writeString(file, "<urn:secret> <urn:p> <urn:o> .");
    try (Listener listener = new Listener()) {
      for (String name : List.of(listener.url() + "x.ttl", file.toUri().toString(), "x.ttl")) {
        for (String query :
            List.of(
                "SELECT * FROM <" + name + "> { ?s ?p ?o }",
                "SELECT * FROM NAMED <" + name + "> { GRAPH ?g { ?s ?p ?o } }",
                "ASK FROM <" + name + "> { ?s ?p ?o }")) {
          noneOf(server.query(query));
        }
        String all = TestServer.encode("SELECT * { ?s ?p ?o }");
        for (String kind : List.of("default", "named")) {
          noneOf(
              server.get(
                  "/sparql?query=" + all + "&" + kind + "-graph-uri=" + TestServer.encode(name)));
        }
        noneOf(server.query("SELECT * { GRAPH <" + name + "> { ?s ?p ?o } }"));
      }
      assertEquals(0, listener.connections());
    } finally {
      Files.delete(file);
    }
  }

  private static void noneOf(HttpResponse<String> answer) {
    assertFalse(answer.body().contains("urn:secret"), answer.body());
    assertTrue(answer.statusCode() == 400 || answer.statusCode() == 200, answer.statusCode() + "");
    if (answer.body().contains("\"boolean\"")) {
      assertTrue(answer.body().contains("false"), answer.body());
    } else if (answer.statusCode() == 200) {
      assertEquals(
          0,
          JsonParser.parseString(answer.body())
              .getAsJsonObject()
              .getAsJsonObject("results")
              .getAsJsonArray("bindings")
              .size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}",
        "PREFIX f: <http://jena.apache.org/ARQ/function#> SELECT (f:wait(60000) AS ?x) {}",
        "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (COUNT(afn:wait(60000)) AS ?x) {}",
        "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { FILTER EXISTS { FILTER(afn:wait(1)) } }",
        "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { ?s ?p ?o } ORDER BY afn:wait(1)",
        "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { ?s ?p ?o } GROUP BY (afn:wait(1) AS ?x)",
        "SELECT (<http://jena.apache.org/ARQ/function#context>('x') AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#version>() AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#print>('x') AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#systemProperty>('user.home') AS ?x) {}",
        "SELECT (<java:java.lang.Runtime>('x') AS ?x) {}",
        "SELECT (<java:org.apache.jena.sparql.function.library.wait>(60000) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>('x') AS ?x) {}",
        "SELECT (<urn:x-entente:regex>('x', 'y') AS ?x) {}",
        "SELECT (<urn:no:such>('x') AS ?x) {}",
        "SELECT (SUM(<urn:no:such>(1)) AS ?x) {}",
        "SELECT * { ?x <http://jena.apache.org/ARQ/property#version> ?y }",
        "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.version> ?y }",
        "SELECT * { ?x <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }",
        "SELECT * { ?x (<urn:a>/<http://jena.apache.org/ARQ/property#version>)* ?y }",
        "SELECT * { ?x <http://jena.apache.org/text#search> 'x' }",
        "SELECT (CALL(<http://jena.apache.org/ARQ/function#wait>, 1) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#median>(1) AS ?x) {}",
        "SELECT (AGG <http://jena.apache.org/ARQ/function#median>(?o) AS ?x) { ?s ?p ?o }"
      })
  void onlyFunctionsOfAListAreCalled(String query) {
    HttpResponse<String> answer = server.query(query);
    assertEquals(400, answer.statusCode(), answer.body());
  }

  @Test
  void waitingQueriesDoNotBlockOthers() {
    String wait = "SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}";
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(40);
    for (int i = 0; i < 40; i++) {
      all.add(CompletableFuture.supplyAsync(() -> server.query(wait).statusCode(), threads));
    }
    all.forEach(
        answer -> {
          int status = answer.join();
          assertTrue(status == 400 || status == 429, "" + status);
        });
    long start = System.nanoTime();
    assertEquals(200, server.query("ASK {}").statusCode());
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
    threads.shutdown();
  }

  @Test
  void catastrophicPatternsEndAndTheCoreIsIdle() throws Exception {
    String text = "a".repeat(60) + "!";
    for (String query :
        List.of(
            "SELECT (REGEX('" + text + "', '^(a+)+$') AS ?x) {}",
            "SELECT (REGEX('" + text + "', '(a|aa)+$') AS ?x) {}",
            "SELECT (REPLACE('" + text + "', '^(a+)+$', '') AS ?x) {}",
            "SELECT * { ?s ?p ?o FILTER REGEX('" + text + "', '^(([a-z])+.)+[A-Z]([a-z])+$') }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER REGEX('" + text + "', '^(a+)+$') } }",
            "SELECT (COUNT(REGEX('" + text + "', '^(a*)*$')) AS ?x) { ?s ?p ?o }",
            "SELECT (REGEX('', '(((){9999}){9999}){9999}') AS ?x) {}",
            "SELECT (REGEX('" + "ab".repeat(3_000) + "', '^(a|b)*c') AS ?x) {}")) {
      long start = System.nanoTime();
      HttpResponse<String> answer = server.query(query);
      assertTrue(
          answer.statusCode() == 503 || answer.statusCode() == 400 || answer.statusCode() == 200,
          query + answer.body());
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 8, query);
    }
    assertIdle();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (REGEX('%s', '.*.*.*.*.*.*.*.*x') AS ?x) {}",
        "SELECT (REPLACE('%s', '.*.*.*.*.*.*.*.*x', 'y') AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER EXISTS { FILTER REGEX('%s', '.*.*.*.*.*.*.*.*x') } }",
        "SELECT (COUNT(REGEX('%s', '.*.*.*.*.*.*.*.*x')) AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY REGEX('%s', '.*.*.*.*.*.*.*.*x')"
      })
  void aMatchThatDoesNotEndIsEnded(String query) throws Exception {
    HttpResponse<String> answer = server.query(query.formatted("a".repeat(400)));
    assertEquals(503, answer.statusCode(), answer.body());
    assertIdle();
  }

  private static String chain(String first, String step, int steps, String last) {
    StringBuilder query = new StringBuilder("SELECT (" + last + " AS ?n) { ");
    query.append("BIND(").append(first).append(" AS ?x0)");
    for (int i = 0; i < steps; i++) {
      query.append(" BIND(").append(step.replace("X", "?x" + i)).append(" AS ?x");
      query.append(i + 1).append(")");
    }
    return query.append(" }").toString();
  }

  /** What one row can do must end by itself: the engine looks at its limits between rows only. */
  static Stream<Arguments> hugeValues() {
    String math = "PREFIX math: <http://www.w3.org/2005/xpath-functions/math#> SELECT ";
    String xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT ";
    String moment = "'2000-01-01T00:00:00'^^xsd:dateTime";
    String long1000 = "9".repeat(1_001);
    return Stream.of(
        Arguments.of(413, chain("99999999999999999999", "X*X", 30, "STRLEN(STR(?x30))")),
        Arguments.of(413, chain("1.2345678901234567", "X*X", 30, "STRLEN(STR(?x30))")),
        Arguments.of(413, math + "(STRLEN(STR(math:pow(3, 100000000))) AS ?x) {}"),
        Arguments.of(413, math + "(math:exp10(999999999) AS ?x) {}"),
        Arguments.of(
            413,
            chain(
                "'9999999999'",
                "CONCAT(X,X)",
                14,
                "<http://www.w3.org/2001/XMLSchema#integer>(?x14)")),
        Arguments.of(
            413,
            chain(
                "'9999999999'",
                "CONCAT(X,X)",
                14,
                "STRDT(?x14, <http://www.w3.org/2001/XMLSchema#decimal>)")),
        Arguments.of(413, xsd + "('" + long1000 + "'^^xsd:integer AS ?x) {}"),
        Arguments.of(413, "SELECT * { ?s ?p " + long1000 + " }"),
        Arguments.of(413, "SELECT * { VALUES ?x { " + long1000 + " } }"),
        Arguments.of(413, "SELECT * { <<( <urn:a> <urn:b> " + long1000 + " )>> ?p ?o }"),
        Arguments.of(413, xsd + "('P2147483647D'^^xsd:duration AS ?x) {}"),
        Arguments.of(
            413, xsd + "(" + moment + " + STRDT('P2147483647D', xsd:dayTimeDuration) AS ?x) {}"),
        Arguments.of(
            413,
            xsd + "(xsd:dayTimeDuration('P2147483647D') > 'PT1M'^^xsd:dayTimeDuration AS ?x) {}"),
        Arguments.of(413, xsd + "('P1D'^^xsd:dayTimeDuration * 2000000000 AS ?x) {}"),
        Arguments.of(
            200, chain("'aaaaaaaaaa'", "CONCAT(X,X)", 14, "CONTAINS(?x14, CONCAT(?x13,'b'))")),
        Arguments.of(
            200, chain("'aaaaaaaaaa'", "CONCAT(X,X)", 14, "STRBEFORE(?x14, CONCAT(?x13,'b'))")),
        Arguments.of(
            200, chain("'aaaaaaaaaa'", "CONCAT(X,X)", 14, "STRAFTER(?x14, CONCAT(?x13,'b'))")),
        Arguments.of(
            413, "SELECT (SHA512(GROUP_CONCAT('" + "x".repeat(5_000) + "')) AS ?x) { ?s ?p ?o }"),
        Arguments.of(
            413,
            "SELECT (GROUP_CONCAT(DISTINCT CONCAT(STR(?s), '"
                + "x".repeat(5_000)
                + "', STR(?o))) AS ?x) { ?s ?p ?o }"),
        Arguments.of(
            503,
            "SELECT (COUNT(*) AS ?n) { ?a ((<urn:x>|!<urn:x>)+/^(<urn:x>|!<urn:x>)+)+ ?b"
                + " . ?c ((<urn:x>|!<urn:x>)+/^(<urn:x>|!<urn:x>)+)+ ?d }"));
  }

  @ParameterizedTest
  @MethodSource("hugeValues")
  void noRowTakesForEver(int status, String query) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = server.query(query);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 3_500, query);
    assertIdle();
  }

  /** Choosing the order of patterns takes the square of their number, and cannot be ended. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "<urn:a>", "^<urn:a>", "!(<urn:a>|<urn:b>)"})
  void aLongPathIsRefused(String step) throws Exception {
    for (int steps : new int[] {600, 1_000, 20_000, 45_000}) {
      long start = System.nanoTime();
      HttpResponse<String> answer =
          server.send(
              "POST",
              "/sparql",
              "ASK { ?s " + step + ("/" + step).repeat(steps) + " ?o }",
              "Content-Type",
              "application/sparql-query");
      assertTrue(answer.statusCode() == 400 || answer.statusCode() == 413, answer.body());
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 3_500);
    }
    assertIdle();
  }

  @Test
  void aQueryOfManyPatternsIsRefused() throws Exception {
    StringBuilder patterns = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      patterns.append("?v").append(i).append(" ?p").append(i).append(" ?v").append(i + 1);
      patterns.append(" . ");
    }
    HttpResponse<String> answer =
        server.send(
            "POST",
            "/sparql",
            "ASK { " + patterns + "}",
            "Content-Type",
            "application/sparql-query");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("at most 500 triple patterns"), answer.body());
    assertIdle();
  }

  private static String post(String query) {
    return server.raw(
        "POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Type: application/sparql-query\r\nContent-Length: "
            + query.length()
            + "\r\n\r\n"
            + query);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void assertHeapIsAsBefore(long before) {
    long after = heap();
    assertTrue(after < before + (32L << 20), "heap grew from " + before + " to " + after);
  }

  /** No thread of a query uses the processor. */
  private static void assertIdle() throws InterruptedException {
    var threads = ManagementFactory.getThreadMXBean();
    for (int attempt = 0; ; attempt++) {
      long busy = 0;
      long[] before = queryThreads();
      long[] times = new long[before.length];
      for (int i = 0; i < before.length; i++) {
        times[i] = threads.getThreadCpuTime(before[i]);
      }
      Thread.sleep(100);
      for (int i = 0; i < before.length; i++) {
        busy += Math.max(0, threads.getThreadCpuTime(before[i]) - times[i]);
      }
      if (busy < 10_000_000L) {
        return;
      }
      assertTrue(attempt < 30, "query threads still work: " + busy + " ns of 100 ms");
    }
  }

  private static long[] queryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("query-"))
        .filter(thread -> !thread.getName().equals("query-watch"))
        .mapToLong(Thread::getId)
        .toArray();
  }

  @Test
  void queriesThatExplodeEndInAnErrorAndTheServerLives() throws Exception {
    long heap = heap();
    StringBuilder doubling =
        new StringBuilder("SELECT (STRLEN(?x40) AS ?n) { BIND('xxxxxxxxxx' AS ?x0)");
    for (int i = 0; i < 40; i++) {
      doubling.append(" BIND(CONCAT(?x").append(i).append(", ?x").append(i).append(") AS ?x");
      doubling.append(i + 1).append(")");
    }
    String cross = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l";
    for (String query :
        List.of(
            doubling.append("}").toString(),
            "SELECT (COUNT(*) AS ?n) { " + cross + " }",
            "SELECT * { " + cross + " } ORDER BY ?a ?f LIMIT 1",
            "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?f))) AS ?x) { " + cross + " }",
            "SELECT DISTINCT ?a ?d ?g { " + cross + " } OFFSET 100000000",
            "SELECT ?a (COUNT(*) AS ?n) { " + cross + " } GROUP BY ?a ?d ?g",
            "SELECT * { ?a (<urn:x>|!<urn:x>)* ?b . ?c (<urn:x>|!<urn:x>)* ?d }",
            "CONSTRUCT { ?a ?b ?f . ?d ?e ?c } { " + cross + " }",
            "SELECT (REPLACE('"
                + "a".repeat(2000)
                + "', 'a', '"
                + "b".repeat(2000)
                + "') AS ?x) {}")) {
      HttpResponse<String> answer = server.query(query);
      assertTrue(
          answer.statusCode() == 503 || answer.statusCode() == 413,
          query + " -> " + answer.statusCode() + " " + answer.body());
      assertTrue(JsonParser.parseString(answer.body()).isJsonObject());
    }
    assertHeapIsAsBefore(heap);
    assertEquals(200, server.query(COUNT).statusCode());
    assertIdle();
  }

  @Test
  void deepNestingIsRefusedInPlainWords() {
    for (String query :
        List.of(
            "SELECT * " + "{".repeat(20_000) + "}".repeat(20_000),
            "SELECT (" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " AS ?x) {}",
            "SELECT * { ?s " + "(".repeat(20_000) + "<urn:p>" + ")".repeat(20_000) + " ?o }",
            "SELECT * { ?s ?p " + "[ <urn:p> ".repeat(5_000) + " 1" + "]".repeat(5_000) + " }",
            "SELECT (" + "!".repeat(50_000) + "true AS ?x) {}",
            "SELECT (1" + "+1".repeat(40_000) + " AS ?x) {}")) {
      HttpResponse<String> answer =
          server.send("POST", "/sparql", query, "Content-Type", "application/sparql-query");
      assertEquals(400, answer.statusCode(), answer.body());
      assertFalse(answer.body().contains("StackOverflow"));
    }
  }

  @Test
  void largeAndSlowRequestsEndFast() throws Exception {
    long heap = heap();
    assertEquals(413, Raw.status(post("ASK { } #" + "x".repeat(27 << 20))));
    String chunked =
        server.raw(
            "POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/sparql-query\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(20)
                + "0\r\n\r\n");
    assertEquals(413, Raw.status(chunked));
    int url =
        Raw.status(
            server.raw(
                "GET /sparql?query=" + "x".repeat(600_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    assertTrue(url == 414 || url == 431, "" + url);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bomb)) {
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 200; i++) {
        zip.write(spaces);
      }
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(
        ("POST /sparql HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
                + "Content-Type: application/sparql-query\r\nContent-Length: "
                + bomb.size()
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    request.writeBytes(bomb.toByteArray());
    assertEquals(413, Raw.status(Raw.send(server.port(), request.toByteArray())));
    assertEquals(
        413,
        server
            .send(
                "POST",
                "/sparql",
                "ASK {}" + " ".repeat(200_000),
                "Content-Type",
                "application/sparql-query")
            .statusCode());
    assertHeapIsAsBefore(heap);
  }

  @Test
  void aSlowBodyHoldsNoThreadForLong() throws Exception {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Socket socket = new Socket("127.0.0.1", server.port());
      socket
          .getOutputStream()
          .write(
              ("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                      + "Content-Length: 100\r\n\r\nASK")
                  .getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    long start = System.nanoTime();
    assertEquals(200, server.get("/page/person/kishida").statusCode());
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
    slow.get(0).setSoTimeout(25_000);
    byte[] answer = slow.get(0).getInputStream().readAllBytes();
    assertTrue(
        answer.length == 0 || Raw.status(new String(answer, StandardCharsets.US_ASCII)) >= 400);
    for (Socket socket : slow) {
      socket.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "0", "-1", "abc"})
  void noParameterLiftsTheTimeLimit(String timeout) {
    long start = System.nanoTime();
    int status =
        server
            .get(
                "/sparql?timeout="
                    + timeout
                    + "&query="
                    + TestServer.encode(
                        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"))
            .statusCode();
    assertTrue(status == 503 || status == 400);
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
    assertEquals(200, server.get("/sparql?timeout=" + timeout + "&query=ASK%7B%7D").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "callback=alert",
        "stylesheet=http%3A%2F%2Fevil%2Fx.xsl",
        "output=text%2Fhtml",
        "force-accept=text%2Fhtml",
        "format=text%2Fhtml"
      })
  void noParameterReachesTheAnswer(String parameter) {
    HttpResponse<String> plain = server.get("/sparql?query=ASK%7B%7D");
    HttpResponse<String> answer = server.get("/sparql?query=ASK%7B%7D&" + parameter);
    assertEquals(plain.body(), answer.body());
    assertEquals(
        plain.headers().firstValue("Content-Type"), answer.headers().firstValue("Content-Type"));
    String xml =
        server
            .get("/sparql?query=ASK%7B%7D&" + parameter, "Accept", "application/sparql-results+xml")
            .body();
    assertFalse(xml.contains("stylesheet"));
  }

  @Test
  void markupInDataStaysText() {
    HttpResponse<String> page = server.get("/page/person/evil", "Accept", TestServer.BROWSER);
    assertEquals(200, page.statusCode());
    assertFalse(page.body().contains("<script>alert"), page.body());
    assertFalse(page.body().contains("<b>bold"));
    HttpResponse<String> error =
        server.get("/page/%3Cscript%3Ealert(1)%3C/script%3E", "Accept", TestServer.BROWSER);
    assertFalse(error.body().contains("<script>"));
    HttpResponse<String> syntax =
        server.query("SELECT <script>alert(1)</script>", "Accept", TestServer.BROWSER);
    assertEquals(400, syntax.statusCode());
    assertFalse(syntax.body().contains("<script>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/data/../../etc/passwd",
        "/data/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../application.properties",
        "/assets/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/data//person/kishida.ttl",
        "/data/person%2Fkishida.ttl",
        "/data/person/kishida%00.ttl",
        "/data/person\\kishida.ttl",
        "/data/person/kishida.ttl;jsessionid=1",
        "/assets/org/entente/serve/GraphServer.class",
        "/dump/../../etc/passwd",
        "/dump/%2e%2e%2fdata.nq.gz",
        "/data/person/%zz.ttl",
        "/data/person/%ff%fe.ttl"
      })
  void pathsLeadNowhereElse(String path) {
    int status =
        Raw.status(server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    assertTrue(status == 400 || status == 404, path + " -> " + status);
  }

  @Test
  void headersOfAProxyFoolNothing() {
    String answer =
        server.raw(
            "GET /id/person/kishida HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host:"
                + " evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n"
                + "X-Forwarded-For: 10.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    assertEquals(303, Raw.status(answer));
    assertFalse(answer.contains("evil"), answer);
    assertTrue(answer.contains("Location: " + server.url("/page/person/kishida")));
    String page =
        server.raw(
            "GET /void.ttl HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "Connection: close\r\n\r\n");
    assertFalse(page.contains("evil"));
  }

  @Test
  void theLogCannotBeForged() {
    server.get("/nowhere?x=%0A127.0.0.1%20GET&y=" + "z".repeat(3000));
    server.raw("GET /nowhere/\u202Eevil HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    for (String line : server.log()) {
      assertTrue(line.length() < 600, line);
      assertTrue(line.chars().noneMatch(c -> c < ' ' || c == 0x202E), line);
    }
  }

  @Test
  void itListensOnLoopback() throws Exception {
    List<InetAddress> addresses =
        java.net.NetworkInterface.networkInterfaces()
            .flatMap(java.net.NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (InetAddress address : addresses) {
      assertFalse(answers(address, server.port()), "listens on " + address);
    }
  }

  private static boolean answers(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new java.net.InetSocketAddress(address, port), 500);
      return true;
    } catch (java.net.ConnectException | java.net.SocketTimeoutException e) {
      return false;
    }
  }
}
