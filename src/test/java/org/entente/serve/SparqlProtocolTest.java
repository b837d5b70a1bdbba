package org.entente.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint: what the protocol says, and what is refused. */
class SparqlProtocolTest {
  private static final String LABEL =
      "SELECT ?label { <https://w3id.org/entente/id/place/tokyo>"
          + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }";
  private static final String CONSTRUCT =
      "CONSTRUCT WHERE { <https://w3id.org/entente/id/place/tokyo> ?p ?o }";
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void withoutAQueryItDescribesItself() {
    HttpResponse<String> answer = server.get("/sparql", "Accept", "text/turtle");
    assertEquals(200, answer.statusCode());
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(answer.body())).lang(Lang.TURTLE).parse(graph);
    String sd = "http://www.w3.org/ns/sparql-service-description#";
    assertTrue(
        graph.contains(
            Node.ANY,
            NodeFactory.createURI(sd + "endpoint"),
            NodeFactory.createURI(server.url("/sparql"))));
    assertTrue(
        graph.contains(
            Node.ANY,
            NodeFactory.createURI(sd + "name"),
            NodeFactory.createURI("https://w3id.org/entente/graph/claims")));
    assertFalse(answer.body().contains("BasicFederatedQuery"));
    HttpResponse<String> page = server.get("/sparql", "Accept", TestServer.BROWSER);
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
    assertTrue(page.body().contains("name=\"query\""));
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json, application/sparql-results+json, Tokyo",
    "application/json, application/json, Tokyo",
    "application/sparql-results+xml, application/sparql-results+xml, Tokyo",
    "text/csv, text/csv, Tokyo",
    "text/tab-separated-values, text/tab-separated-values, '\"Tokyo\"@en'",
    "*/*, application/sparql-results+json, Tokyo"
  })
  void rowsComeInTheFormThatIsWanted(String accept, String type, String text) {
    HttpResponse<String> get = server.query(LABEL, "Accept", accept);
    assertEquals(200, get.statusCode(), get.body());
    assertEquals(type + ";charset=utf-8", header(get, "Content-Type"));
    assertTrue(get.body().contains(text), get.body());
    HttpResponse<String> form =
        server.send(
            "POST",
            "/sparql",
            "query=" + TestServer.encode(LABEL),
            "Accept",
            accept,
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertEquals(get.body(), form.body());
    HttpResponse<String> direct =
        server.send(
            "POST",
            "/sparql",
            LABEL,
            "Accept",
            accept,
            "Content-Type",
            "application/sparql-query; charset=utf-8");
    assertEquals(get.body(), direct.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml"
      })
  void graphsComeInTheFormThatIsWanted(String accept) {
    for (String query :
        new String[] {CONSTRUCT, "DESCRIBE <https://w3id.org/entente/id/place/tokyo>"}) {
      HttpResponse<String> answer = server.query(query, "Accept", accept);
      assertEquals(200, answer.statusCode());
      assertEquals(accept + ";charset=utf-8", header(answer, "Content-Type"));
      assertTrue(answer.body().contains("Tokyo"));
    }
  }

  @Test
  void askAnswersInEveryForm() {
    for (String accept :
        new String[] {
          "application/sparql-results+json", "application/sparql-results+xml", "text/csv"
        }) {
      assertTrue(server.query("ASK {}", "Accept", accept).body().contains("true"), accept);
    }
  }

  @Test
  void graphsOfTheDatasetCanBeChosen() {
    String count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    String accepted = TestServer.encode("https://w3id.org/entente/graph/accepted");
    String chosen =
        server
            .get("/sparql?query=" + TestServer.encode(count) + "&default-graph-uri=" + accepted)
            .body();
    String named =
        server
            .query(
                "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/entente/graph/accepted> { ?s ?p ?o } }")
            .body();
    assertEquals(named, chosen);
    String from =
        server
            .query(
                "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/entente/graph/accepted> { ?s ?p ?o }")
            .body();
    assertEquals(named, from);
  }

  @Test
  void syntaxErrorsNameTheirPlaceAndKeepTheText() {
    HttpResponse<String> answer = server.query("SELECT ?x {\n ?x 東京 }");
    assertEquals(400, answer.statusCode());
    JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertEquals(2, problem.get("line").getAsInt());
    assertTrue(problem.get("column").getAsInt() > 0);
    assertTrue(problem.get("detail").getAsString().contains("東"), answer.body());
    assertTrue(problem.has("requestId"));
    assertFalse(answer.body().contains("Exception"));
    HttpResponse<String> page = server.query("SELECT 東京", "Accept", TestServer.BROWSER);
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains("東"));
    assertTrue(page.body().contains("line 1, column"));
  }

  @Test
  void theAddressOfAQueryOpensItInTheEditorOfABrowser() {
    String query = "SELECT ?x { ?x a <urn:of-the-link> }";
    HttpResponse<String> page = server.query(query, "Accept", TestServer.BROWSER);
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    assertTrue(page.body().contains("?x a &lt;urn:of-the-link&gt;"), page.body());
    assertTrue(page.headers().firstValue("Vary").orElse("").contains("Accept"));
    for (String accept : List.of("*/*", "application/xml", "text/csv, text/html;q=0.5")) {
      String type =
          server.query(query, "Accept", accept).headers().firstValue("Content-Type").orElse("");
      assertFalse(type.contains("html"), accept + " " + type);
    }
  }

  @Test
  void oneRequestAsksOneQuery() {
    String query = TestServer.encode("ASK {}");
    assertEquals(400, server.get("/sparql?query=" + query + "&query=" + query).statusCode());
    assertEquals(
        400,
        server
            .send("POST", "/sparql", "", "Content-Type", "application/x-www-form-urlencoded")
            .statusCode());
    assertEquals(
        400,
        server
            .send(
                "POST",
                "/sparql?query=" + query,
                "ASK {}",
                "Content-Type",
                "application/sparql-query")
            .statusCode());
    for (String nothing : List.of("", "%20%0A")) {
      HttpResponse<String> answer = server.get("/sparql?query=" + nothing);
      assertEquals(400, answer.statusCode());
      JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
      assertEquals("there is no query (line 1, column 1)", problem.get("detail").getAsString());
      assertEquals(1, problem.get("column").getAsInt());
    }
    assertEquals(400, server.get("/sparql?query=%FF%FE").statusCode());
  }

  @Test
  void bodiesNameTheirType() {
    assertEquals(
        415, server.send("POST", "/sparql", "ASK {}", "Content-Type", "text/plain").statusCode());
    int untyped = server.send("POST", "/sparql", "ASK {}").statusCode();
    assertTrue(untyped == 400 || untyped == 415, "" + untyped);
  }

  @Test
  void nothingWrites() {
    String count = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
    String before = server.query(count).body();
    String update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }";
    String form = "application/x-www-form-urlencoded";
    assertEquals(403, server.get("/sparql?update=" + TestServer.encode(update)).statusCode());
    assertEquals(
        403,
        server
            .send("POST", "/sparql", "update=" + TestServer.encode(update), "Content-Type", form)
            .statusCode());
    assertEquals(
        403,
        server
            .send("POST", "/sparql", update, "Content-Type", "application/sparql-update")
            .statusCode());
    for (String disguised :
        new String[] {
          update,
          "PREFIX a: <urn:a> " + update,
          "# ASK {}\n" + update,
          "\\u0049NSERT DATA { <urn:a> <urn:b> <urn:c> }",
          "CLEAR ALL",
          "LOAD <http://127.0.0.1/>",
          "ASK {} ; " + update
        }) {
      assertEquals(400, server.query(disguised).statusCode(), disguised);
    }
    for (String path :
        new String[] {"/sparql", "/update", "/data", "/sparql/update", "/$/datasets"}) {
      for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
        int status = server.send(method, path, update, "Content-Type", "text/turtle").statusCode();
        assertTrue(status == 405 || status == 403 || status == 404, method + " " + path);
      }
      if (!path.equals("/sparql")) {
        int status = server.send("POST", path, update, "Content-Type", "text/turtle").statusCode();
        assertTrue(status == 405 || status == 403 || status == 404, "POST " + path);
      }
    }
    assertEquals(before, server.query(count).body());
  }

  @Test
  void aQueryThatTakesTooLongIsToldSo() {
    HttpResponse<String> answer =
        server.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }");
    assertEquals(503, answer.statusCode());
    assertFalse(header(answer, "Retry-After").isEmpty());
    assertTrue(header(answer, "Content-Type").startsWith("application/problem+json"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
    assertTrue(header(answer, "Access-Control-Expose-Headers").contains("Retry-After"));
  }

  @Test
  void anAnswerIsWholeOrAnError() {
    HttpResponse<String> rows = server.query("SELECT * { ?a ?b ?c . ?d ?e ?f }");
    assertEquals(413, rows.statusCode());
    HttpResponse<String> exact =
        server.query("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 5000", "Accept", "text/csv");
    assertEquals(200, exact.statusCode());
    assertEquals(5001, exact.body().lines().count());
    assertEquals(413, server.query("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 5001").statusCode());
    HttpResponse<String> bytes =
        server.query(
            "SELECT ?x { ?a ?b ?c . ?d ?e ?f BIND(CONCAT('"
                + "x".repeat(1000)
                + "', STR(?a)) AS ?x) } LIMIT 4000");
    assertEquals(413, bytes.statusCode());
    assertEquals(413, server.query("CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f }").statusCode());
  }

  @Test
  void otherSitesMayAskWithoutCredentials() {
    for (String path :
        new String[] {
          "/sparql?query=ASK%7B%7D",
          "/id/person/kishida",
          "/data/person/kishida.ttl",
          "/nowhere",
          "/sparql?query=bad"
        }) {
      HttpResponse<String> answer = server.get(path, "Origin", "https://example.org");
      assertEquals("*", header(answer, "Access-Control-Allow-Origin"), path);
      assertEquals("", header(answer, "Access-Control-Allow-Credentials"), path);
      String exposed = header(answer, "Access-Control-Expose-Headers");
      for (String name :
          new String[] {
            "ETag", "Link", "Location", "Retry-After", "Content-Location", "Last-Modified"
          }) {
        assertTrue(exposed.contains(name), name);
      }
    }
    String tag = header(server.get("/data/person/kishida.ttl"), "ETag");
    HttpResponse<String> known =
        server.get(
            "/data/person/kishida.ttl", "If-None-Match", tag, "Origin", "https://example.org");
    assertEquals(304, known.statusCode());
    assertEquals("*", header(known, "Access-Control-Allow-Origin"));
    HttpResponse<String> preflight =
        server.send(
            "OPTIONS",
            "/sparql",
            null,
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type");
    assertEquals(204, preflight.statusCode());
    assertEquals("GET, HEAD, POST, OPTIONS", header(preflight, "Access-Control-Allow-Methods"));
    assertEquals(
        "Accept, Content-Type, If-None-Match", header(preflight, "Access-Control-Allow-Headers"));
  }

  @Test
  void operatorsAskAndOthersDoNot() {
    assertEquals(200, server.get("/healthz").statusCode());
    HttpResponse<String> metrics = server.get("/$/metrics");
    assertEquals(200, metrics.statusCode());
    assertTrue(metrics.body().contains("entente_requests_total{"));
    for (String header : new String[] {"Origin", "Forwarded", "X-Forwarded-For", "Via"}) {
      assertEquals(404, server.get("/$/metrics", header, "https://example.org").statusCode());
    }
    for (String path : new String[] {"/$/", "/$/ping", "/$/server", "/$/stats", "/$/datasets"}) {
      assertEquals(404, server.get(path).statusCode(), path);
    }
  }

  @Test
  void errorsSayLittle() {
    HttpResponse<String> json = server.get("/no/such/path", "Accept", "application/json");
    assertEquals(404, json.statusCode());
    assertTrue(header(json, "Content-Type").startsWith("application/problem+json"));
    HttpResponse<String> page = server.get("/no/such/path", "Accept", TestServer.BROWSER);
    assertEquals(404, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
    for (HttpResponse<String> answer : java.util.List.of(json, page)) {
      assertFalse(answer.body().contains("org.entente"));
      assertFalse(answer.body().toLowerCase(java.util.Locale.ROOT).contains("jetty"));
      assertEquals("", header(answer, "Server"));
      assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
      assertFalse(header(answer, "Graph-Version").isEmpty());
    }
  }

  @Test
  void literalsThatXmlCannotSayAreRefusedInXml() {
    HttpResponse<String> xml =
        server.query("SELECT ('a\\u0001b' AS ?x) {}", "Accept", "application/sparql-results+xml");
    assertEquals(422, xml.statusCode());
    assertEquals(200, server.query("SELECT ('a\\u0001b' AS ?x) {}").statusCode());
  }

  @Test
  void functionsThatAreGuardedMeanTheSame() {
    String query =
        "SELECT ?a ?b ?c ?d ?e ?f ?g (GROUP_CONCAT(REPLACE(?v, 'x', 'y'); separator='|') AS ?h)"
            + " { VALUES ?v { 'x1' 'x2' }"
            + " BIND(REGEX('Tokyo'@en, '^t', 'i') AS ?a)"
            + " BIND(REPLACE('abcd'@en, 'b(.)', '[$1]') AS ?b)"
            + " BIND(CONCAT('a', 'b') AS ?c) BIND(CONCAT('a'@en, 'b'@en) AS ?d)"
            + " BIND(ENCODE_FOR_URI('東 京') AS ?e)"
            + " BIND(COALESCE(REPLACE('a', '', 'b'), 'error') AS ?f)"
            + " BIND(EXISTS { FILTER(REGEX('aaa', 'a+')) } AS ?g) }"
            + " GROUP BY ?a ?b ?c ?d ?e ?f ?g";
    HttpResponse<String> answer = server.query(query, "Accept", "text/tab-separated-values");
    assertEquals(200, answer.statusCode(), answer.body());
    String row = answer.body().lines().skip(1).findFirst().orElse("");
    assertEquals(
        "true\t\"a[c]d\"@en\t\"ab\"\t\"ab\"@en\t\"%E6%9D%B1%20%E4%BA%AC\"\t\"error\"\ttrue\t\"y1|y2\"",
        row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2.5 | 3.5",
        "1 - 2e0 | -1.0e0",
        "7 / 2 | 3.5",
        "2 * 3 | 6",
        "COALESCE(1 / 0, 'error') | \"error\"",
        "COALESCE('a' + 1, 'error') | \"error\"",
        "CONTAINS('Tokyo'@en, 'oky') | true",
        "CONTAINS('Tokyo', 'x') | false",
        "COALESCE(CONTAINS('Tokyo'@en, 'oky'@fr), 'error') | \"error\"",
        "COALESCE(CONTAINS(1, 'a'), 'error') | \"error\"",
        "STRBEFORE('Tokyo'@en, 'ky') | \"To\"@en",
        "STRBEFORE('Tokyo'@en, 'x') | \"\"",
        "STRBEFORE('Tokyo'@en, '') | \"\"@en",
        "STRAFTER('Tokyo'@en, 'ky') | \"o\"@en",
        "STRAFTER('Tokyo', '') | \"Tokyo\"",
        "STRAFTER('Tokyo', 'x') | \"\"",
        "STRDT('1', xsd:integer) + 1 | 2",
        "xsd:integer('12') | 12",
        "COALESCE(xsd:integer('x'), 'error') | \"error\"",
        "xsd:string(12) | \"12\"",
        "xsd:date('2022-03-11') | \"2022-03-11\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "'2022-03-11'^^xsd:date + 'P1M'^^xsd:yearMonthDuration | \"2022-04-11\"^^<http://www.w3.org/2001/XMLSchema#date>",
        "math:pow(2, 10) | 1024",
        "math:exp10(3) | 1000"
      })
  void functionsThatAreBoundedMeanTheSame(String expression, String value) {
    HttpResponse<String> answer =
        server.query(
            "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
                + " PREFIX math: <http://www.w3.org/2005/xpath-functions/math#>"
                + " SELECT ("
                + expression
                + " AS ?x) {}",
            "Accept",
            "text/tab-separated-values");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("?x\n" + value + "\n", answer.body());
  }

  @Test
  void pathsThatAreWatchedMeanTheSame() {
    String rdfs = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>";
    String a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    String event = "<http://semanticweb.cs.vu.nl/2009/11/sem/Event>";
    String walked = "SELECT ?e { ?e " + a + "/" + rdfs + "* " + event + " } ORDER BY ?e";
    String joined = "SELECT ?e { ?e " + a + " ?c . ?c " + rdfs + "* " + event + " } ORDER BY ?e";
    String back = "SELECT ?e { " + event + " (^" + rdfs + ")*/^" + a + " ?e } ORDER BY ?e";
    String csv = server.query(walked, "Accept", "text/csv").body();
    assertTrue(csv.contains("event/tokyo"), csv);
    assertEquals(csv, server.query(joined, "Accept", "text/csv").body());
    assertEquals(csv, server.query(back, "Accept", "text/csv").body());
  }

  @Test
  void metricsAreForThisMachineAlone() throws Exception {
    OperatorRoutes routes =
        new OperatorRoutes(new Metrics(), new QueryPool("metrics", TestServer.limits()));
    for (String address : new String[] {"192.0.2.7", "10.0.0.1", "fd00::1", "::ffff:192.0.2.7"}) {
      HttpServletRequest request =
          (HttpServletRequest)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {HttpServletRequest.class},
                  (proxy, method, arguments) ->
                      switch (method.getName()) {
                        case "getRequestURI" -> "/$/metrics";
                        case "getRemoteAddr" -> address;
                        default -> null;
                      });
      Problem refused =
          assertThrows(
              Problem.class, () -> routes.answer(new Exchange(request, "1", null, null)), address);
      assertEquals(404, refused.status());
    }
    // And over the wire, where this machine has another address than loopback.
    try (TestServer open =
        TestServer.start(
            ServerOptions.local().withLimits(TestServer.limits()).withHost("0.0.0.0"))) {
      for (InetAddress address : ownAddresses()) {
        String answer =
            Raw.send(
                address.getHostAddress(),
                address.getHostAddress(),
                open.port(),
                "GET /$/metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
        assertEquals(404, Raw.status(answer), address + answer);
      }
    }
  }

  private static List<InetAddress> ownAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .toList();
  }
}
