package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that the container itself refuses are answered like all others. */
class RefusalsTest {
  private static final String LONG = "x".repeat(40_000);
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  private record Answer(int status, Map<String, String> headers, String body) {
    static Answer to(String request) {
      String raw = server.raw(request);
      int end = raw.indexOf("\r\n\r\n");
      Map<String, String> headers = new HashMap<>();
      for (String line : raw.substring(0, end).split("\r\n")) {
        int colon = line.indexOf(": ");
        if (colon > 0) {
          headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
        }
      }
      return new Answer(Raw.status(raw), headers, raw.substring(end + 4));
    }
  }

  /** The lines of a request in the log, which are written when its answer has been sent. */
  private static List<String> logged(String id) {
    long end = System.nanoTime() + 10_000_000_000L;
    List<String> lines = List.of();
    while (lines.isEmpty() && System.nanoTime() < end) {
      Thread.onSpinWait();
      lines = server.log().stream().filter(line -> line.endsWith(id)).toList();
    }
    return lines;
  }

  private static Answer get(String path, String header) {
    return Answer.to("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/data/person%2Fkishida.ttl, 400, Bad request",
    "/data//person/kishida.ttl, 400, Bad request",
    "/data/person/kishida%00.ttl, 400, Bad request",
    "/data/person/kishida.ttl;a=b, 400, Bad request",
    "/data/%zz, 400, Bad request",
    "/sparql?query=LONG, 414, Too long",
    "/data/person/LONG, 414, Too long"
  })
  void aRefusalIsAProblem(String path, int status, String title) {
    Answer answer = get(path.replace("LONG", LONG), "Connection: close");
    assertEquals(status, answer.status());
    assertEquals("application/problem+json;charset=utf-8", answer.headers().get("content-type"));
    JsonObject problem = JSON.parse(answer.body());
    assertEquals(title, problem.getString("title"));
    assertEquals(status, problem.getNumber("status").intValue());
    assertFalse(problem.getString("detail").isBlank());
    String id = answer.headers().get("x-request-id");
    assertEquals(id, problem.getString("requestId"));
    assertEquals(
        server.get("/healthz").headers().firstValue("Graph-Version").orElseThrow(),
        answer.headers().get("graph-version"));
    assertEquals("nosniff", answer.headers().get("x-content-type-options"));
    assertEquals("*", answer.headers().get("access-control-allow-origin"));
    assertEquals("no-store", answer.headers().get("cache-control"));
    assertEquals(null, answer.headers().get("server"));
    List<String> lines = logged(id);
    assertEquals(1, lines.size(), "one line in the log for " + id);
    assertTrue(lines.get(0).contains(" " + status + " "), lines.get(0));
    assertTrue(lines.get(0).length() < 600, lines.get(0));
  }

  @Test
  void aHeadTooLongSaysHowLongItMayBe() {
    Answer answer = get("/healthz", "X-Long: " + LONG);
    assertEquals(431, answer.status());
    assertEquals(
        "the address and the headers of a request have at most 16384 bytes; a longer query is sent"
            + " by POST",
        JSON.parse(answer.body()).getString("detail"));
  }

  @Test
  void aBrowserGetsAPage() {
    Answer answer =
        get("/page/person%2Fkishida", "Accept: " + TestServer.BROWSER + "\r\nConnection: close");
    assertEquals(400, answer.status());
    assertEquals("text/html;charset=utf-8", answer.headers().get("content-type"));
    assertTrue(answer.body().contains("<h1>Bad request</h1>"), answer.body());
    assertTrue(answer.headers().containsKey("content-security-policy"));
  }

  @Test
  void aLineThatIsNoRequestIsRefused() {
    for (String line : List.of("nonsense\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n")) {
      Answer answer = Answer.to(line);
      assertTrue(answer.status() == 400 || answer.status() == 505, line + answer);
      assertTrue(answer.headers().containsKey("graph-version"), line + answer);
    }
  }

  @Test
  void refusalsAreCounted() {
    get("/healthz", "X-Long: " + LONG);
    assertTrue(
        server
            .get("/$/metrics")
            .body()
            .contains("entente_requests_total{route=\"refused\",status=\"431\"}"));
  }
}
