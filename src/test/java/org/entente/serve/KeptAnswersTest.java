package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that was given is given again, as long as it is the answer. */
class KeptAnswersTest {
  private static final String NAMES =
      "SELECT ?n { ?p a <http://xmlns.com/foaf/0.1/Person> ;"
          + " <http://www.w3.org/2000/01/rdf-schema#label> ?n } ORDER BY ?n";

  @TempDir private Path folder;
  private Path tables;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    tables = folder.resolve("tables");
    TestGraph.copyTables(tables);
    DatasetFolder published = TestGraph.publish(tables, folder.resolve("graph"));
    server = TestServer.start(published, ServerOptions.local().withLimits(TestServer.limits()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRepeatedQueryIsNotRunAgain() {
    long before = ran(server);
    HttpResponse<String> first = ask(server, NAMES, "text/csv");
    HttpResponse<String> second = ask(server, NAMES, "text/csv");
    assertEquals(200, first.statusCode());
    assertTrue(first.body().contains("Yoon Suk Yeol"));
    assertEquals(first.body(), second.body());
    for (String header :
        new String[] {"Content-Type", "Vary", "Cache-Control", "ETag", "Graph-Version"}) {
      assertEquals(first.headers().allValues(header), second.headers().allValues(header), header);
    }
    assertEquals(before + 1, ran(server));
  }

  @Test
  void otherGraphsAndOtherFormsAreOtherQuestions() {
    long before = ran(server);
    String json = ask(server, NAMES, "application/sparql-results+json").body();
    assertNotEquals(json, ask(server, NAMES, "text/csv").body());
    HttpResponse<String> elsewhere =
        server.get(
            "/sparql?query="
                + encode(NAMES)
                + "&default-graph-uri="
                + encode("https://w3id.org/entente/graph/catalog"),
            "Accept",
            "text/csv");
    assertEquals("n\r\n", elsewhere.body());
    assertEquals(before + 3, ran(server));
  }

  @Test
  void chanceAndTheClockAreAskedAnew() {
    for (String expression :
        new String[] {"RAND()", "STRUUID()", "STR(NOW())", "COALESCE(?x, SHA1(STR(UUID())))"}) {
      String query = "SELECT (" + expression + " AS ?v) {}";
      long before = ran(server);
      ask(server, query, "text/csv");
      ask(server, query, "text/csv");
      assertEquals(before + 2, ran(server), expression);
    }
    String within = "SELECT ?s { ?s a ?t FILTER EXISTS { ?s a ?u FILTER (RAND() < 0.5) } }";
    long before = ran(server);
    ask(server, within, "text/csv");
    ask(server, within, "text/csv");
    assertEquals(before + 2, ran(server));
  }

  @Test
  void anErrorIsNotKept() throws Exception {
    String crossed = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
    try (TestServer hurried =
        TestServer.start(
            ServerOptions.local()
                .withLimits(TestServer.limits().withTime(Duration.ofMillis(200))))) {
      long before = ran(hurried);
      assertEquals(503, ask(hurried, crossed, "text/csv").statusCode());
      assertEquals(503, ask(hurried, crossed, "text/csv").statusCode());
      assertEquals(before + 2, ran(hurried));
    }
  }

  @Test
  void anAnswerLastsAsLongAsItsGraph() throws Exception {
    assertTrue(ask(server, NAMES, "text/csv").body().contains("Yoon Suk Yeol"));
    String version = version();
    Path persons = tables.resolve("persons.csv");
    Files.writeString(
        persons, Files.readString(persons).replace("Yoon Suk Yeol", "Yoon Seok-yeol"));
    TestGraph.publish(tables, folder.resolve("graph"));
    for (int i = 0; i < 200 && version.equals(version()); i++) {
      Thread.sleep(50);
    }
    String after = ask(server, NAMES, "text/csv").body();
    assertTrue(after.contains("Yoon Seok-yeol"));
    assertEquals(after, ask(server, NAMES, "text/csv").body());
  }

  @Test
  void withoutRoomEveryQueryIsRun() throws Exception {
    try (TestServer without =
        TestServer.start(ServerOptions.local().withLimits(TestServer.limits().withKept(0)))) {
      long before = ran(without);
      ask(without, NAMES, "text/csv");
      ask(without, NAMES, "text/csv");
      assertEquals(before + 2, ran(without));
    }
  }

  private String version() {
    return server.get("/healthz").headers().firstValue("Graph-Version").orElse("");
  }

  private static HttpResponse<String> ask(TestServer server, String query, String accept) {
    return server.get("/sparql?query=" + encode(query), "Accept", accept);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static long ran(TestServer server) {
    return server
        .get("/$/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("entente_queries_total "))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
