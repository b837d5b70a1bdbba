package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a small graph, whose names and quotes try to break out of them. */
class PagesTest {
  private static final URI PUBLIC = URI.create("https://example.org/graph");
  private final DatasetGraph dataset =
      RDFDataMgr.loadDatasetGraph("src/test/resources/explore/small.trig");
  private final Explorer explorer =
      new Explorer(
          () -> new Snapshot(dataset, "v1"),
          new DirectSelectRunner(),
          Path.of("queries"),
          identifier -> Optional.empty(),
          1 << 20,
          Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

  private PageResponse get(String path, String query, String... languages) {
    return explorer
        .respond(new PageRequest(path, PageServer.parameters(query), List.of(languages), PUBLIC))
        .orElseThrow();
  }

  @Test
  void tellsAnEventInASentence() {
    String page = get("/page/event/e", "", "en").text();
    assertTrue(
        page.contains(
            "<p class=\"lede\"><a href=\"/graph/page/person/a\">Ann &lt;b&gt;Aa&lt;/b&gt;</a> and"
                + " <a href=\"/graph/page/person/b\">Bo Bb</a> met in"
                + " <a href=\"/graph/page/place/c\">Cee</a> in November 2022.</p>"),
        page);
  }

  @Test
  void showsTheWordsThatProveAndWhoSaysOtherwise() {
    String page = get("/page/event/e", "", "en").text();
    assertTrue(page.contains("<blockquote><p>they met in &lt;i&gt;Cee&lt;/i&gt; in November</p>"));
    assertTrue(page.contains(">characters 100 to 134</a>"));
    assertTrue(page.contains("Others say otherwise"));
    assertTrue(page.contains("Says: date: October 2022"));
    assertTrue(page.contains("Reason for the rank: A slip."));
    assertTrue(page.contains("asserted, deprecated rank"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/timeline",
        "/network",
        "/disputes",
        "/disagreements",
        "/documents",
        "/map",
        "/queries",
        "/page/event/e",
        "/page/person/a",
        "/page/document/d"
      })
  void leadsSomewhereWithEveryLink(String path) {
    String page = get(path, "", "en").text();
    assertFalse(page.contains("href=\"\""), path);
    assertFalse(page.contains("href=\"#\""), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/timeline",
        "/network",
        "/disputes",
        "/disagreements",
        "/documents",
        "/map",
        "/queries",
        "/page/event/e",
        "/page/person/a",
        "/page/document/d"
      })
  void escapesWhateverTheGraphSays(String path) {
    for (String format : List.of("", "format=svg")) {
      String page = get(path, format, "en").text();
      assertFalse(page.contains("<b>Aa"), path);
      assertFalse(page.contains("<i>Cee"), path);
      assertFalse(page.contains("<script>alert"), path);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/search, q=<script>alert(1)</script>",
    "/timeline, actor=\"><script>alert(1)</script>",
    "/network, edge=\"><script>alert(1)</script>",
    "/, lang=\"><script>alert(1)</script>",
    "/queries, query=\"><script>alert(1)</script>",
    "/page/x/\"><script>alert(1)</script>, ''"
  })
  void escapesWhateverAReaderWrites(String path, String query) {
    assertFalse(get(path, query, "en").text().contains("<script>alert"));
  }

  @Test
  void namesThingsInTheReadersLanguage() {
    assertTrue(get("/page/person/a", "", "ja").text().contains("<h1 lang=\"ja\">甲</h1>"));
    assertTrue(get("/page/person/b", "lang=ko", "ja").text().contains("<h1 lang=\"ko\">을</h1>"));
    assertTrue(get("/page/person/b", "", "ja").text().contains("<h1>Bo Bb</h1>"));
  }

  @Test
  void leavesOutWhatHadNotBegun() {
    assertTrue(get("/timeline", "", "en").text().contains("The A-B summit"));
    assertFalse(get("/timeline", "asof=2022-10-31", "en").text().contains("The A-B summit"));
    assertTrue(get("/page/person/a", "asof=2022-11-15", "en").text().contains("possibly by then"));
  }

  @Test
  void readsADocumentInItsOrder() {
    String page = get("/page/document/d", "", "en").text();
    assertTrue(page.indexOf("in October") < page.indexOf("they met in"), "by place in the text");
    assertTrue(page.contains("id=\"passage-p\""));
    assertTrue(page.contains(">only here</span>"));
  }

  @Test
  void downloadsTablesAndPictures() {
    PageResponse csv = get("/network", "format=csv", "en");
    assertEquals("text/csv; charset=utf-8", csv.contentType());
    assertEquals(
        "One,Other,Times,Occasions\r\nAnn <b>Aa</b>,Bo Bb,1,The A-B summit\r\n", csv.text());
    assertTrue(get("/network", "format=json", "en").text().contains("\"Bo Bb\""));
    PageResponse svg = get("/timeline", "format=svg", "en");
    assertEquals("image/svg+xml; charset=utf-8", svg.contentType());
    assertTrue(svg.text().startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  }

  @Test
  void citesAPageWithVersionAndDay() {
    String page = get("/page/event/e", "", "en").text();
    assertTrue(
        page.contains(
            "“The A-B summit.” Entente: a knowledge graph of diplomacy, version v1."
                + " https://example.org/graph/page/event/e (accessed 2 January 2026)."),
        page.substring(page.indexOf("cite-text")));
  }

  @Test
  void answersWithStatusAndTag() {
    assertEquals(404, get("/page/event/none", "", "en").status());
    assertTrue(
        explorer.respond(new PageRequest("/elsewhere", Map.of(), List.of(), PUBLIC)).isEmpty());
    PageResponse one = get("/disputes", "", "en");
    assertEquals(one.headers().get("ETag"), get("/disputes", "", "en").headers().get("ETag"));
    assertEquals("en", one.headers().get("Content-Language"));
    assertTrue(one.headers().get("Content-Security-Policy").startsWith("default-src 'none'"));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }, 403",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }, 403",
    "DELETE WHERE { ?s ?p ?o }, 400",
    "ASK {}, 400"
  })
  void refusesQueriesThatAreNotReading(String query, int status) {
    PageRequest request =
        new PageRequest("/queries", Map.of("query", List.of(query)), List.of(), PUBLIC);
    assertEquals(status, explorer.respond(request).orElseThrow().status());
  }

  @ParameterizedTest
  @CsvSource({
    "2022-11, in November 2022",
    "2022-07-04, on 4 July 2022",
    "2022-04-24/2022-04-28, from 24 to 28 April 2022",
    "2025-22, in summer 2025",
    "202X, in the 2020s",
    "1965~, in about 1965"
  })
  void saysDatesInWords(String edtf, String words) {
    assertEquals(words, DateWords.in(edtf));
  }
}
