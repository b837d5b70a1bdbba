package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
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
    assertTrue(page.contains("Why: A slip."));
    assertTrue(page.contains("stated, not followed here"));
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
  void downloadsEachTableByItsName() {
    assertEquals(
        "Office,Began no earlier than,Began by,Lasted at least until,Ended by\r\n"
            + "Head,2021-10-04,2021-10-04,2024-10-01,2024-10-01\r\n",
        get("/page/person/a", "format=csv&table=offices", "en").text());
    assertTrue(
        get("/page/person/a", "format=csv&table=facts", "en")
            .text()
            .startsWith("Section,Sentence,Document,Authors,Quote,Place,Status,Rank\r\n"));
    for (String path :
        List.of(
            "/",
            "/timeline",
            "/network",
            "/disputes",
            "/disagreements",
            "/documents",
            "/map",
            "/page/person/a",
            "/page/event/e")) {
      String page = get(path, "", "en").text();
      assertTrue(
          count("<table", page) <= count("format=csv", page),
          path + " has a table without a download");
      assertEquals(
          count("<div class=\"drawn hand\"", page), count("format=svg", page), path + ": pictures");
    }
  }

  private static int count(String part, String text) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void drawsADateThatIsLongerThanADayAsAnEvenBar() {
    String svg = get("/timeline", "from=2022-10-01&to=2022-12-31&format=svg", "en").text();
    String mark = svg.substring(svg.indexOf("aria-label=\"The A-B summit"));
    mark = mark.substring(0, mark.indexOf("</a>"));
    assertEquals(1, count("<rect", mark), mark);
    assertTrue(mark.contains("class=\"mid\""), mark);
  }

  @Test
  void drawsASingleOfficeToo() {
    String page = get("/page/person/a", "", "en").text();
    assertTrue(page.contains("id=\"offices-picture\""));
    assertTrue(page.contains("aria-label=\"Head, from 4 October 2021 to 1 October 2024\""), page);
  }

  @Test
  void linksTheQueryBehindEverySection() {
    for (String path :
        List.of("/page/person/a", "/page/event/e", "/page/document/d", "/page/post/head")) {
      String page = get(path, "", "en").text();
      String body = page.substring(page.indexOf("</header>\n"), page.indexOf("Take it along"));
      String[] sections = body.split("<section id=\"");
      for (int i = 1; i < sections.length; i++) {
        String name = path + "#" + sections[i].substring(0, sections[i].indexOf('"'));
        int at = sections[i].indexOf("/graph/sparql?query=");
        assertTrue(at > 0, name + " links no query");
        String query =
            PageServer.parameters(
                    sections[i].substring(
                        sections[i].indexOf('?', at) + 1, sections[i].indexOf('"', at)))
                .get("query")
                .get(0);
        PageResponse answer =
            explorer
                .respond(
                    new PageRequest("/queries", Map.of("query", List.of(query)), List.of(), PUBLIC))
                .orElseThrow();
        assertEquals(200, answer.status(), name + ": " + query);
        assertTrue(answer.text().contains("<tbody>"), name + " has an empty answer: " + query);
      }
    }
  }

  @Test
  void showsDisagreementsOnceBothSidesWerePublished() {
    assertTrue(get("/disagreements", "", "en").text().contains("it was in June"));
    assertTrue(get("/disagreements", "asof=2024-05-01", "en").text().contains("it was in June"));
    String before = get("/disagreements", "asof=2024-04-30", "en").text();
    assertFalse(before.contains("In which month?"));
    assertTrue(before.contains("0 of 0"));
  }

  @Test
  void listsDocumentsOnceTheyWerePublished() {
    assertTrue(get("/documents", "", "en").text().contains("The late article"));
    assertFalse(get("/documents", "asof=2024-04-30", "en").text().contains("The late article"));
    assertFalse(get("/search", "q=late&asof=2024-04-30", "en").text().contains("The late article"));
    assertTrue(get("/search", "q=late", "en").text().contains("The late article"));
    assertTrue(
        get("/page/document/late", "asof=2024-04-30", "en").text().contains("This came after"));
  }

  @Test
  void doesNotTellOnADayWhatEndedLater() {
    String later = get("/page/post/head", "", "en").text();
    assertTrue(later.contains("</a> from 4 October 2021 to 1 October 2024."), later);
    String then = get("/page/post/head", "asof=2022-01-01", "en").text();
    assertTrue(then.contains("</a> has been <a"), then);
    assertTrue(then.contains("</a> since 4 October 2021."), then);
    assertFalse(then.contains("2024"), then);
  }

  @Test
  void filtersWhatPagesList() {
    assertTrue(get("/disagreements", "kind=contradiction", "en").text().contains("1 of 1"));
    assertTrue(get("/disagreements", "settled=no", "en").text().contains("0 of 1"));
    assertTrue(get("/disagreements", "document=document/late", "en").text().contains("1 of 1"));
    assertTrue(get("/disagreements", "actor=person/a", "en").text().contains("1 of 1"));
    assertTrue(get("/disagreements", "actor=place/c", "en").text().contains("0 of 1"));
    assertTrue(get("/documents", "actor=person/b", "en").text().contains("Title with"));
    assertFalse(get("/documents", "actor=person/b", "en").text().contains("late article</a>"));
    assertTrue(get("/network", "actor=person/a", "en").text().contains("The A-B summit"));
    assertFalse(get("/network", "certainty=exact", "en").text().contains("The A-B summit"));
    assertFalse(get("/map", "document=document/late", "en").text().contains("The A-B summit"));
    assertTrue(get("/map", "document=document/d", "en").text().contains("The A-B summit"));
  }

  @Test
  void offersQuestionsForTheirWords() {
    assertTrue(
        get("/search", "q=who met whom", "en")
            .text()
            .contains("<a href=\"/graph/queries/who-met-whom\">Who met whom, and how often"));
    assertTrue(get("/queries", "q=met whom", "en").text().contains("/queries/who-met-whom"));
    assertFalse(get("/queries", "q=zebra", "en").text().contains("/queries/who-met-whom"));
    assertTrue(get("/", "", "en").text().contains("/queries/who-met-whom"));
  }

  @ParameterizedTest
  @CsvSource({
    "/timeline, actor=nobody, actor, nobody",
    "/timeline, kind=zz, kind, zz",
    "/timeline, certainty=zz, certainty, zz",
    "/timeline, format=csv&dispute=dispute/zz, dispute, dispute/zz",
    "/network, ties=zzz, ties, zzz",
    "/network, document=person/a, document, person/a",
    "/disputes, kind=zz, kind, zz",
    "/disagreements, settled=zz, settled, zz",
    "/disagreements, kind=other&asof=2024-06-01, kind, other",
    "/documents, kind=zz, kind, zz",
    "/map, actor=person/zz, actor, person/zz",
    "/search, q=ann&kind=zz, kind, zz",
    "/timeline, format=csv&table=zz, table, zz",
    "/timeline, format=svg&picture=zz, picture, zz",
    "/documents, format=svg, format, svg",
    "/queries/who-met-whom, view=zz, view, zz",
    "/, lang=zz!, lang, zz!"
  })
  void saysThatItDoesNotKnowAValue(String path, String query, String name, String value) {
    PageResponse page = get(path, query, "en");
    assertEquals(400, page.status());
    assertTrue(
        page.text().contains("<p class=\"lede\">“" + name + "” in the address: expected "),
        page.text());
    assertTrue(page.text().contains("; found “" + value + "”.</p>"), page.text());
    assertTrue(page.text().contains(">The page without it</a>"));
    assertFalse(page.text().contains("Cite this page"));
  }

  @Test
  void tellsWhichValuesThereAre() {
    assertTrue(
        get("/network", "ties=zzz", "en")
            .text()
            .contains("“ties” in the address: expected one of met, states, "));
  }

  @ParameterizedTest
  @CsvSource({
    "/timeline, actor=",
    "/map, actor=&kind=&dispute=",
    "/timeline, actor=person/a",
    "/timeline, actor=place/c",
    // On that day there was no disagreement yet, of any kind.
    "/disagreements, kind=contradiction&asof=2020-01-01",
    "/search, q=ann&kind=summit"
  })
  void takesWhatIsEmptyOrFitsNothing(String path, String query) {
    assertEquals(200, get(path, query, "en").status());
  }

  @Test
  void givesListsAsListsAndDatesAsTheyAreWritten() {
    String json = get("/documents", "format=json", "en").text();
    assertTrue(json.contains("\"By\" : [ \"Bo Bb\" ]"), json);
    assertTrue(json.contains("\"By (page)\" : [ \"/graph/page/person/b\" ]"), json);
    assertTrue(json.contains("\"By\" : [ ]"), json);
    assertTrue(json.contains("\"Date\" : \"2022-12-01\""), json);
    assertTrue(
        get("/timeline", "format=csv", "en")
            .text()
            .contains("Summits,The A-B summit,2022-11,2022-11-01,2022-11-30,"));
    assertTrue(
        get("/", "format=csv", "en")
            .text()
            .contains(
                "In office,\"Ann <b>Aa</b>, Head\",2021-10-04/2024-10-01,2021-10-04,2024-10-01"));
  }

  @Test
  void citesTheThingByItsIdentifierAndThePageThatWasSeen() {
    String page = get("/page/event/e", "lang=ja", "en").text();
    String thing = "https://w3id.org/entente/id/event/e";
    String address = "https://example.org/graph/page/event/e?lang=ja";
    assertTrue(
        page.contains(
            "<p id=\"cite-text\">“The A-B summit.” Entente: a knowledge graph of diplomacy, version"
                + " v1. "
                + thing
                + ". Page: "
                + address
                + " (accessed 2 January 2026).</p>"),
        page);
    assertTrue(page.contains("@misc{entente-event-e,"), page);
    assertTrue(page.contains("url          = {" + thing + "},"), page);
    assertTrue(page.contains("note         = {Page: \\url{" + address + "}}"), page);
    assertTrue(page.contains("&quot;URL&quot; : &quot;" + thing + "&quot;"), page);
    assertFalse(get("/page/event/zz", "", "en").text().contains("Cite this page"));
    assertTrue(
        get("/map", "", "en")
            .text()
            .contains("version v1. https://example.org/graph/map (accessed 2 January 2026)."));
  }

  @Test
  void leadsFromTheHomePageToTheSearch() {
    PageResponse moved = get("/", "q=ann aa&lang=ja", "en");
    assertEquals(303, moved.status());
    assertEquals("/graph/search?q=ann%20aa&lang=ja", moved.headers().get("Location"));
  }

  @Test
  void groupsWhatIsFoundByHowItFits() {
    String both = get("/search", "q=ann bo", "en").text();
    assertTrue(both.contains("<h1>1 found for “ann bo”</h1>"), both);
    assertTrue(both.contains("The A-B summit</a> <span class=\"tag\">summit</span>"), both);
    assertTrue(both.contains("<span class=\"quiet\">November 2022</span>"), both);
    String none = get("/search", "q=ann zebra", "en").text();
    assertTrue(
        none.contains("<h1>No exact match for “ann zebra”; what comes near is below</h1>"), none);
    assertTrue(none.contains("Nothing here has the word “zebra”."), none);
    assertTrue(
        get("/search", "q=zebra", "en")
            .text()
            .contains("<h1>The documents do not speak of “zebra” under that name</h1>"));
    String endless = get("/search", "q=" + "z".repeat(3000), "en").text();
    assertTrue(
        endless.matches(
            "(?s).*<h1>The documents do not speak of “z{40,80}…” under that name</h1>.*"),
        endless);
    String similar = get("/search", "q=novembr summitt", "en").text();
    assertTrue(similar.contains("Try fewer words"), similar);
    assertTrue(
        get("/search", "q=The late artikle", "en").text().contains("<h2>Similar names</h2>"));
    assertTrue(get("/search/suggestions", "q=artikle", "en").text().contains("\"Similar names\""));
  }

  @Test
  void foreignNamesInPicturesSayTheirLanguage() {
    String page = get("/network", "lang=ja", "en").text();
    assertTrue(page.contains("<tspan lang=\"ja\" xml:lang=\"ja\">甲</tspan>"), page);
    assertFalse(page.contains("<tspan lang=\"en\""), "the page is in English");
  }

  @Test
  void groupsQuestionsByTheirSubjects() {
    String page = get("/queries", "", "en").text();
    int meetings = page.indexOf("<h2 id=\"meetings-calls-and-visits-title\">");
    int names = page.indexOf("<h2 id=\"names-title\">Names</h2>");
    assertTrue(0 < meetings && meetings < names, "what is often asked comes first");
    int question = page.indexOf("/queries/who-met-whom");
    assertTrue(meetings < question && question < page.indexOf("</section>", meetings));
    String found = get("/queries", "q=NAMES script", "en").text();
    assertTrue(found.contains("/queries/names-in-scripts"));
    assertFalse(found.contains("meetings-calls-and-visits-title"), "a subject without a question");
  }

  @Test
  void leadsFromAnAnswerInWordsToThePassages() {
    DatasetGraph named = RDFDataMgr.loadDatasetGraph("src/test/resources/explore/small.trig");
    PageResponse page =
        new Explorer(() -> new Snapshot(named, "v1"), Path.of("src/test/resources/explore/queries"))
            .respond(new PageRequest("/queries/when-they-met", Map.of(), List.of("en"), PUBLIC))
            .orElseThrow();
    assertTrue(
        page.text()
            .contains(
                "In November (<a href=\"/graph/page/document/d#passage-the-met\">quote 1</a>), at"
                    + " a public-private event."),
        page.text());
    assertTrue(page.text().contains("<td><a href=\"/graph/page/event/e\">The A-B summit</a></td>"));
  }

  @Test
  void showsTheNearestPassageOfWhatWasNotFound() {
    for (String path : List.of("/page/gap/hour", "/page/event/e")) {
      String page = get(path, "", "en").text();
      int nearest = page.indexOf("the words that come nearest");
      assertTrue(nearest > 0, path);
      assertTrue(page.indexOf("in October", nearest) < page.indexOf("</details>", nearest), path);
    }
  }

  /** Another document, whose line of the date dates what it tells further down. */
  private DatasetGraph dated() {
    DatasetGraph more = RDFDataMgr.loadDatasetGraph("src/test/resources/explore/small.trig");
    RDFParser.fromString(
            """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix id: <https://w3id.org/entente/id/> .
            @prefix g: <https://w3id.org/entente/graph/> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix oa: <http://www.w3.org/ns/oa#> .
            @prefix edtf: <http://id.loc.gov/datatypes/> .
            <https://w3id.org/entente/id/document/d> dcterms:identifier "001" .
            <https://w3id.org/entente/id/participation/a-e> a ent:Participation ;
              rdf:value <https://w3id.org/entente/id/person/a> ; ent:event <https://w3id.org/entente/id/event/e> ;
              ent:inCapacity <https://w3id.org/entente/id/post/head> .
            g:sources {
              <https://w3id.org/entente/id/passage/line> dcterms:isPartOf <https://w3id.org/entente/id/document/d> .
              <https://w3id.org/entente/id/passage/line/quote> oa:exact "1 December" .
              <https://w3id.org/entente/id/passage/line/position> oa:start 0 ; oa:end 9 .
              <https://w3id.org/entente/id/passage/r/position> oa:start 5 ; oa:end 9 . }
            g:claims {
              <https://w3id.org/entente/id/account/8> a ent:Account ; ent:describes <https://w3id.org/entente/id/document/d> ;
                ent:passage <https://w3id.org/entente/id/passage/line> .
              <https://w3id.org/entente/id/claim/8> rdf:subject <https://w3id.org/entente/id/document/d> ;
                rdf:predicate dcterms:issued ; rdf:object "2022-12-01"^^edtf:edtf ;
                ent:account <https://w3id.org/entente/id/account/8> ; ent:passage <https://w3id.org/entente/id/passage/line> .
              <https://w3id.org/entente/id/account/9> a ent:Account ; ent:describes <https://w3id.org/entente/id/event/e> ;
                ent:status ent:asserted ; ent:rank ent:normal ; ent:passage <https://w3id.org/entente/id/passage/line> .
              <https://w3id.org/entente/id/claim/9> rdf:subject <https://w3id.org/entente/id/event/e> ;
                rdf:predicate ent:date ; rdf:object "2022-11"^^edtf:edtf ;
                ent:account <https://w3id.org/entente/id/account/9> ; ent:passage <https://w3id.org/entente/id/passage/line> .
              <https://w3id.org/entente/id/account/10> a ent:Account ; ent:describes <https://w3id.org/entente/id/event/e> ;
                ent:status ent:asserted ; ent:rank ent:normal ; ent:passage <https://w3id.org/entente/id/passage/r> .
              <https://w3id.org/entente/id/claim/10> rdf:subject <https://w3id.org/entente/id/event/e> ;
                rdf:predicate ent:date ; rdf:object "2022-11"^^edtf:edtf ;
                ent:account <https://w3id.org/entente/id/account/10> ; ent:passage <https://w3id.org/entente/id/passage/r> . }
            """,
            Lang.TRIG)
        .parse(more);
    return more;
  }

  private String datedPage(String path) {
    return new Explorer(
            () -> new Snapshot(dated(), "v1"), Path.of("src/test/resources/explore/queries"))
        .respond(new PageRequest(path, Map.of(), List.of("en"), PUBLIC))
        .orElseThrow()
        .text();
  }

  @Test
  void theLineOfTheDateTellsNothingThatTheTextTells() {
    String page = datedPage("/page/document/d");
    int line = page.indexOf("id=\"passage-line\"");
    int first = page.indexOf("id=\"passage-q\"");
    assertTrue(0 < line && line < first, page);
    String told = page.substring(line, first);
    assertTrue(
        told.contains(
            "Helps to date what the text tells elsewhere: <a href=\"/graph/page/event/e\">The A-B"
                + " summit</a>"),
        told);
    assertFalse(told.contains("only here"), told);
    assertTrue(page.indexOf("only here", first) > 0 || page.indexOf("also in", first) > 0, page);
  }

  @Test
  void evidenceIsInTheOrderOfPublicationAndOfTheText() {
    String page = datedPage("/page/event/e");
    int line = page.indexOf("1 December</p>");
    int then = page.indexOf("they met in &lt;i&gt;");
    int later = page.indexOf("it was in June");
    assertTrue(0 < line && line < then && line < later, line + " " + then + " " + later);
    assertTrue(
        page.contains("The earliest document first, and within each in the order of its text"));
  }

  @Test
  void tellsInWhatOfficeSomebodyTookPart() {
    assertTrue(
        datedPage("/page/participation/a-e")
            .contains(
                "</a>, as <a href=\"/graph/page/post/head\">Head</a>, took part in"
                    + " <a href=\"/graph/page/event/e\">The A-B summit</a>"),
        datedPage("/page/participation/a-e"));
  }

  @Test
  void callsADocumentByItsAuthorAndDate() {
    Answer answer =
        new Answer(
            List.of("file"), List.of(Map.of("file", NodeFactory.createLiteralString("001"))));
    DatasetGraph more = dated();
    PageContext page =
        new PageContext(
            new PageRequest("/queries", Map.of(), List.of("en"), PUBLIC),
            new Snapshot(more, "v1"),
            GraphReader.of(more),
            LocalDate.of(2026, 1, 2));
    DataTable table = new ResultView(page, answer).table("t");
    assertEquals("file\r\n001\r\n", table.csv());
    assertEquals(
        List.of(new Piece("Bo Bb (1 December 2022)", "/graph/page/document/d", null)),
        table.rows().get(0).get(0).values().get(0).words());
  }

  @Test
  void speaksOfAPersonAsOfAPerson() {
    assertTrue(get("/page/event/e", "", "en").text().contains("Where sources disagree"));
    DatasetGraph more = dated();
    RDFParser.fromString(
            """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            <https://w3id.org/entente/id/assessment/x> a ent:Assessment ;
              ent:about <https://w3id.org/entente/id/person/a> , <https://w3id.org/entente/id/event/e> .
            """,
            Lang.TURTLE)
        .parse(more);
    Explorer pages = new Explorer(() -> new Snapshot(more, "v1"), Path.of("none"));
    for (String[] each :
        new String[][] {
          {"person/a", "Judgements about them"}, {"event/e", "Judgements about it"}
        }) {
      String page =
          pages
              .respond(new PageRequest("/page/" + each[0], Map.of(), List.of("en"), PUBLIC))
              .orElseThrow()
              .text();
      assertTrue(page.contains(each[1]), page);
    }
  }

  private String reading(String text) {
    Explorer reading =
        new Explorer(
            () -> new Snapshot(dataset, "v1"),
            new DirectSelectRunner(),
            Path.of("queries"),
            identifier -> identifier.equals("document/d") ? Optional.of(text) : Optional.empty(),
            0);
    String page =
        reading
            .respond(new PageRequest("/page/document/d", Map.of(), List.of("en"), PUBLIC))
            .orElseThrow()
            .text();
    int start = page.indexOf("<section id=\"reading\"");
    return page.substring(start, page.indexOf("</section>", start));
  }

  @Test
  void showsPassagesInTheirContextWhereTheTextIsAtHand() {
    // Ten code points before the quote, of which the first takes two chars.
    String page = reading("\uD83D\uDE00 <b>then in October, as was said.");
    assertTrue(
        page.contains(
            "<p class=\"context plain\">\uD83D\uDE00 &lt;b&gt;then <span class=\"at\""
                + " id=\"passage-q\"></span><mark>in October</mark><sup>1</sup>, as was said.</p>"),
        page);
  }

  @Test
  void showsEachParagraphOnceAndWithoutTheMarksOfMarkdown() {
    // Passage q is 10 to 20, passage p 100 to 134; both stand in the second of four lines.
    String start = "# One\n\n“**in October**” they wrote, and ";
    String text =
        start
            + "y".repeat(100 - start.length())
            + "they met in <i>Cee</i> in November.\n*Two*\n\n- three";
    String page = reading(text);
    assertEquals(1, page.split("they wrote, and", -1).length - 1);
    assertTrue(page.contains("<mark>in October</mark><sup>1</sup>” they wrote"), page);
    assertTrue(page.contains("<mark>they met in &lt;i&gt;Cee&lt;/i&gt; in November</mark>"), page);
    assertFalse(page.contains("**"), page);
    assertFalse(page.contains("Two"), "a paragraph without a passage");
    assertTrue(page.contains("<p class=\"gap\">[…]</p><p class=\"context plain\">“<span"), page);
    assertTrue(page.contains("href=\"#passage-p\" title=\"characters 100 to 134\""), page);
  }

  @Test
  void tellsSearchEnginesWhatItIsAbout() {
    String page = get("/page/person/a", "", "en").text();
    int start = page.indexOf("<script type=\"application/ld+json\">") + 35;
    String text = page.substring(start, page.indexOf("</script>", start));
    assertFalse(text.contains("<"), text);
    var linked = org.apache.jena.atlas.json.JSON.parse(text);
    assertEquals("https://schema.org/", linked.getObj("@context").getString("@vocab"));
    assertEquals("https://example.org/graph/page/person/a", linked.getString("url"));
    assertEquals("v1", linked.getObj("isPartOf").getString("version"));
    var thing = linked.getObj("mainEntity");
    assertEquals("https://w3id.org/entente/id/person/a", thing.getString("@id"));
    assertEquals("Ann <b>Aa</b>", thing.getString("name"));
    assertEquals("[ \"Person\" ]", thing.get("@type").toString().replaceAll("\\s+", " "));
    assertTrue(get("/timeline", "", "en").text().contains("\"WebPage\""));
  }

  @Test
  void showsTheNewGraphAfterAReload() {
    DatasetGraph other = RDFDataMgr.loadDatasetGraph("src/test/resources/explore/small.trig");
    Snapshot[] current = {new Snapshot(dataset, "v1")};
    Explorer reloading = new Explorer(() -> current[0], Path.of("queries"));
    PageRequest request = new PageRequest("/page/place/c", Map.of(), List.of("en"), PUBLIC);
    assertTrue(reloading.respond(request).orElseThrow().text().contains("<h1>Cee</h1>"));
    var place = org.entente.rdf.Ent.id("place/c");
    other.deleteAny(
        org.apache.jena.graph.Node.ANY, place, Voc.LABEL, org.apache.jena.graph.Node.ANY);
    other
        .getDefaultGraph()
        .add(place, Voc.LABEL, org.apache.jena.graph.NodeFactory.createLiteralLang("Dee", "en"));
    current[0] = new Snapshot(other, "v2");
    assertTrue(reloading.respond(request).orElseThrow().text().contains("<h1>Dee</h1>"));
  }

  @Test
  void answersTheSameWithTheSameBytes() {
    assertEquals(404, get("/page/event/none", "", "en").status());
    assertTrue(
        explorer.respond(new PageRequest("/elsewhere", Map.of(), List.of(), PUBLIC)).isEmpty());
    PageResponse one = get("/disputes", "", "en");
    assertEquals(one.text(), get("/disputes", "", "en").text());
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
