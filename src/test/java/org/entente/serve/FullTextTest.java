package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are found by SPARQL, in any script, and only what is offered can be asked. */
class FullTextTest {
  private static final String PREFIXES =
      "PREFIX text: <http://jena.apache.org/text#>\n"
          + "PREFIX ent: <https://w3id.org/entente/ontology#>\n"
          + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
    // The index is made when it is first needed, which may take longer than a query may here.
    assertEquals(200, server.get("/reconcile/suggest/entity?prefix=kishida").statusCode());
  }

  private static List<String> found(String search) {
    HttpResponse<String> answer =
        server.query(
            PREFIXES + "SELECT DISTINCT ?s { ?s text:query " + search + " }", "Accept", "text/csv");
    assertEquals(200, answer.statusCode(), answer.body());
    return List.copyOf(
        new TreeSet<>(
            Arrays.stream(answer.body().split("\r\n"))
                .skip(1)
                .map(iri -> iri.replace("https://w3id.org/entente/id/", ""))
                .toList()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'Kishida'", "'kishida fum*'", "'岸田'", "'kishidа~'", "'kishda~1'"})
  void aPersonIsFoundInAnyScriptAndSpelling(String search) {
    assertTrue(found(search).contains("person/kishida"), search + " found " + found(search));
  }

  @Test
  void theScoreAndTheTextThatMatchedComeAlong() {
    String body =
        server
            .query(
                PREFIXES + "SELECT ?name { (?s ?score ?name) text:query (rdfs:label 'kishida' 1) }",
                "Accept",
                "text/csv")
            .body();
    assertTrue(body.toLowerCase(java.util.Locale.ROOT).contains("kishida"), body);
  }

  @Test
  void quotesAreSearchedAndJoinedWithWhatTheyProve() {
    String body =
        server
            .query(
                PREFIXES
                    + "SELECT ?q { GRAPH <https://w3id.org/entente/graph/sources>"
                    + " { ?p text:query (ent:quote '\"met in Tokyo\"') ; ent:quote ?q } }",
                "Accept",
                "text/csv")
            .body();
    assertEquals("q\r\nmet in Tokyo on 16 March 2023\r\n", body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\u0001',
      value = {
        "'kishida AND ('; Encountered",
        "'\"unclosed'; Lexical error",
        "('kishida' 'highlight:s:x|e:((a+)+)+b'); after text:query stand",
        "'/((a|b)*c(d|e)*){50}f/'; Regular expressions are not offered",
        "'title:x *a*b*c*d*e*'; at most 4 wildcards",
        "(); after text:query stand",
        "(rdfs:label 'a' 1 2 3 4 5); after text:query stand",
        "(rdfs:label 'a' 'b'); after text:query stand",
        "(<urn:x>); is not indexed",
        "5; after text:query stand"
      })
  void whatCannotBeSearchedIsRefusedAtOnce(String search, String reason) {
    long start = System.nanoTime();
    HttpResponse<String> answer =
        server.query(PREFIXES + "SELECT ?s { ?s text:query " + search + " }");
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("the full-text search cannot be done"), answer.body());
    assertTrue(answer.body().contains(reason), answer.body());
    assertFalse(answer.body().contains("org.apache"), answer.body());
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
  }

  @Test
  void aSearchIsNotLongerThanItMayBe() {
    HttpResponse<String> answer =
        server.query(PREFIXES + "SELECT ?s { ?s text:query '" + "word ".repeat(101) + "' }");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("more than 500 characters"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "() text:query 'a'",
        "(?a ?b ?c ?d ?e ?f) text:query 'kishida'",
        "(?s 5) text:query 'kishida'",
        "(?s ?s) text:query 'kishida'"
      })
  void whatCannotBeFoundIsRefused(String pattern) {
    HttpResponse<String> answer = server.query(PREFIXES + "SELECT * { " + pattern + " }");
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("before text:query stands"), answer.body());
  }

  @Test
  void onlyTheGraphThatIsAskedIsSearched() {
    String search = "<https://w3id.org/entente/id/person/kishida> text:query 'Kishida' ";
    String named = "SELECT DISTINCT ?g { GRAPH ?g { " + search + "} }";
    assertEquals(
        "g\r\nhttps://w3id.org/entente/graph/accepted\r\n",
        server.query(PREFIXES + named, "Accept", "text/csv").body());
    for (String graph : List.of("catalog", "accepted")) {
      String from = "ASK FROM <https://w3id.org/entente/graph/" + graph + "> { " + search + "}";
      assertEquals(
          graph.equals("accepted"),
          server
              .query(PREFIXES + from, "Accept", "application/sparql-results+json")
              .body()
              .contains("true"),
          graph);
    }
  }

  @Test
  void eachNameIsSearchedForAnother() {
    HttpResponse<String> answer =
        server.query(
            PREFIXES
                + "ASK { <https://w3id.org/entente/id/person/kishida> rdfs:label ?name ."
                + " ?s text:query (rdfs:label ?name) }",
            "Accept",
            "application/sparql-results+json");
    assertTrue(answer.body().contains("true"), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?s text:index 'kishida'",
        "?s text:query/ent:x 'kishida'",
        "?s text:query+ 'kishida'",
        "?s <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b)",
        "?s <java:java.lang.Runtime> ?x"
      })
  void noOtherPropertyFunctionIsOffered(String pattern) {
    HttpResponse<String> answer = server.query(PREFIXES + "SELECT * { " + pattern + " }");
    assertEquals(400, answer.statusCode(), answer.body());
  }
}
