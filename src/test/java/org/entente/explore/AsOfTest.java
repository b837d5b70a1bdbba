package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was open, held and known on a day. */
class AsOfTest {
  private final DatasetGraph dataset =
      RDFDataMgr.loadDatasetGraph("src/test/resources/explore/disputes.trig");
  private final Explorer explorer =
      new Explorer(
          () -> new Snapshot(dataset, "v1"),
          new DirectSelectRunner(),
          Path.of("queries"),
          Texts.NONE,
          1 << 20,
          Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));

  private PageResponse get(String path, String query) {
    return explorer
        .respond(
            new PageRequest(
                path,
                PageServer.parameters(query),
                List.of("en"),
                URI.create("https://example.org/graph")))
        .orElseThrow();
  }

  /** The words of a part of a page, without its markup. */
  private static String words(String page, String from, String to) {
    int start = page.indexOf(from);
    String part = page.substring(start, page.indexOf(to, start + from.length()));
    return part.replaceAll("(?s)<details.*?</details>", "")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ")
        .replace(" .", ".")
        .strip();
  }

  private String open(String query) {
    return words(get("/", query).text(), "id=\"open\">", "</section>")
        .replaceAll("^id=\"open\">", "");
  }

  @Test
  void listsWhatWasOpenOnTheDay() {
    String head = "Open disputes Query that made “Open disputes” · The board On ";
    assertEquals(
        head
            + "2 January 2026. The mine open when last told of, on 12 December 2024"
            + " · 3 positions",
        open(""));
    assertEquals(head + "1 May 2022. The wall open", open("asof=2022-05-01"));
    assertEquals(
        head + "12 May 2022. The mine open · 1 position The wall open", open("asof=2022-05-12"));
    assertEquals(
        head
            + "15 March 2023. The mine open · 1 position The wall open when last told of, on"
            + " 1 March 2023",
        open("asof=2023-03-15"));
    assertEquals(
        head + "1 January 2010 no source of the two years before tells of one.",
        open("asof=2010-01-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2010-01-01",
        "2019-07-15",
        "2019-07-31",
        "2022-05-10",
        "2022-05-11",
        "2023-02-28",
        "2023-03-31",
        "2023-04-01",
        "2024-12-12",
        "2024-12-13",
        "2026-01-02"
      })
  void meansByOpenWhatTheQuestionMeans(String day) throws Exception {
    Node on = NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    List<String> asked = new ArrayList<>();
    for (Map<String, Node> row :
        rows(Files.readString(Path.of("queries/disputes-open-on-date.rq")), Map.of("on", on))) {
      asked.add(
          row.get("dispute").getLiteralLexicalForm()
              + " "
              + row.get("answer").getLiteralLexicalForm());
    }
    List<String> told = new ArrayList<>();
    GraphReader graph = GraphReader.of(dataset);
    for (OpenDisputes.Open open : OpenDisputes.on(graph, LocalDate.parse(day))) {
      told.add(
          GraphReader.text(graph.object(open.dispute(), Voc.LABEL).orElseThrow())
              + (open.certain() ? " certain" : " possible"));
    }
    List<String> behind = new ArrayList<>();
    for (Map<String, Node> row : rows(OpenDisputes.query(LocalDate.parse(day)), Map.of())) {
      behind.add(
          GraphReader.text(graph.object(row.get("dispute"), Voc.LABEL).orElseThrow())
              + " "
              + row.get("answer").getLiteralLexicalForm());
    }
    assertEquals(new TreeSet<>(asked), new TreeSet<>(told));
    assertEquals(new TreeSet<>(asked), new TreeSet<>(behind));
  }

  private List<Map<String, Node>> rows(String query, Map<String, Node> values) throws Exception {
    return new DirectSelectRunner().select(new Snapshot(dataset, "v1"), query, values).rows();
  }

  @Test
  void showsPositionsOnceTheyWereTold() {
    assertEquals(
        "Aa Demands: The mine is listed. Bb No position of its own is told.",
        sides("asof=2022-06-01"));
    assertEquals(
        "Aa Demands: The mine is listed. Bb Opposes The wall. Position: The wall goes.",
        sides("asof=2023-10-01"));
  }

  private String sides(String query) {
    return words(get("/disputes", query).text(), "<div class=\"sides\">", "<h3>")
        .replace(" :", ":");
  }

  @Test
  void saysOnlyHowItStoodByThen() {
    String then = get("/disputes", "asof=2022-06-01").text();
    assertTrue(then.contains("; still so on 1 June 2022."), then);
    assertFalse(then.contains("2024"), then);
    assertFalse(then.contains("Who owns the mine?"), then);
    assertTrue(then.contains("A fair at the mine"), "the plan had been told");
    String now = get("/disputes", "").text();
    assertTrue(now.contains("; still so on 12 December 2024."), now);
    assertTrue(now.contains("Who owns the mine?"), now);
  }

  @Test
  void tellsOfWhatHasNoDateOnceItWasTold() {
    assertFalse(get("/page/state/aa", "asof=2024-12-11").text().contains("The sequel"));
    assertTrue(get("/page/state/aa", "asof=2024-12-12").text().contains("The sequel"));
  }

  @Test
  void tellsOfAStateWhatItsGovernmentAgreed() {
    String agreements =
        words(get("/page/state/aa", "").text(), "id=\"agreements-title\">", "</section>");
    assertTrue(agreements.contains("The pact — agreement of Government of Aa and Bb."), agreements);
  }

  @Test
  void namesWhatHasNoNameByWhatItTells() {
    String page = get("/page/observation/count", "").text();
    assertTrue(page.contains("<h1>The sequel — value: 3 guests</h1>"), page);
  }

  @Test
  void tellsOfAPartOnceItsEventHadBegun() {
    String[] parts = {"participation/ann-one", "participation/ann-two"};
    assertEquals(List.of(parts[0]), listed("person/a", "asof=2024-04-30", "in-which-role"));
    assertEquals(
        List.of(parts[0], parts[1]), listed("person/a", "asof=2024-05-01", "in-which-role"));
    assertEquals(List.of(parts[0], parts[1]), listed("person/a", "", "in-which-role"));
  }

  @Test
  void tellsOfADisagreementOnceBothSidesWerePublished() {
    for (String day : List.of("2022-06-01", "2024-12-11")) {
      assertEquals(List.of(), listed("dispute/mine", "asof=" + day, "where-sources-disagree"), day);
      assertEquals(0, cards("asof=" + day), day);
    }
    for (String query : List.of("asof=2024-12-12", "")) {
      assertEquals(
          List.of("disagreement/depth"),
          listed("dispute/mine", query, "where-sources-disagree"),
          query);
      assertEquals(2, cards(query), query);
    }
  }

  @Test
  void leadsFromAnActorToAllDisagreementsThatInvolveIt() {
    String link = "href=\"/graph/disagreements?actor=state%2Faa\"";
    String page = get("/page/state/aa", "").text();
    assertTrue(page.contains(link + ">2 involving Aa</a>"), page);
    assertEquals(1, listed("state/aa", "", "where-sources-disagree").size());
    assertEquals(2, cards("actor=state/aa"));
    assertFalse(get("/page/dispute/mine", "").text().contains("involving"), "all are listed");
  }

  private int cards(String query) {
    return get("/disagreements", query + "&format=json").text().split("\\{", -1).length - 1;
  }

  /** What a section of a thing's page lists, in its order. */
  private List<String> listed(String thing, String query, String section) {
    PageContext page =
        new PageContext(
            new PageRequest(
                "/page/" + thing,
                PageServer.parameters(query),
                List.of("en"),
                URI.create("https://example.org/graph")),
            new Snapshot(dataset, "v1"),
            GraphReader.of(dataset),
            LocalDate.of(2026, 1, 2));
    List<String> listed = new ArrayList<>();
    for (Object each : (List<?>) new EntityPage(page, Ent.id(thing)).model().get("sections")) {
      if (each instanceof Section shown && shown.id().equals(section)) {
        shown
            .facts()
            .forEach(fact -> listed.add(fact.about().substring(Ent.id("").getURI().length())));
      }
    }
    return listed;
  }

  @Test
  void countsWhatHadBegun() {
    assertEquals(
        "2 documents read 1 person 3 events 1 agreement 3 disputes 2 disagreements of sources",
        counts(""));
    assertEquals(
        "1 document read 0 events, 1 more perhaps 1 agreement 3 disputes"
            + " 0 disagreements of sources",
        counts("asof=2022-11-15"));
  }

  private String counts(String query) {
    return words(get("/", query).text(), "<ul class=\"counts\">", "</ul>");
  }

  @Test
  void readsTheLatestSummitsFromTheSummaryWhenItHasEnough() {
    GraphReader graph = GraphReader.of(dataset);
    assertEquals(List.of(Ent.id("event/one")), graph.latestEvents());
    String latest = words(get("/", "").text(), "id=\"latest\">", "</section>");
    assertTrue(latest.contains("on 1 May 2024"), "one summit is not enough: " + latest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|asof=2022-13-45|“asof” in the address: expected a day, written as 2022-12-31; found"
            + " “2022-13-45”.",
        "/disputes|asof=2022-12|“asof” in the address: expected a day, written as 2022-12-31; found"
            + " “2022-12”.",
        "/timeline|from=yesterday|“from” in the address: expected a day, written as 2022-12-31;"
            + " found “yesterday”.",
        "/network|from=2023-01-01&to=2022-01-01|“to” in the address: expected a day not before"
            + " 2023-01-01, the “from”; found “2022-01-01”.",
        "/documents|format=xls|“format” in the address: expected one of html, csv, json, svg;"
            + " found “xls”."
      })
  void saysWhatItCannotRead(String path, String query, String message) {
    PageResponse page = get(path, query);
    assertEquals(400, page.status());
    assertTrue(page.text().contains("<p class=\"lede\">" + message + "</p>"), page.text());
    assertTrue(page.text().contains("name=\"asof\" value=\"\""), "the day can be chosen anew");
    assertFalse(page.text().contains(query.replace("&", "&amp;")), "no link repeats it");
  }

  @Test
  void knowsNoDisputeBeforeItsFirstStep() {
    assertFalse(get("/disputes", "asof=2019-06-30").text().contains("id=\"wall\""));
    assertTrue(get("/disputes", "asof=2019-07-15").text().contains("id=\"wall\""));
    assertFalse(get("/disputes", "asof=2022-05-10").text().contains("id=\"mine\""));
  }

  @Test
  void leavesLaterThingsOutOfAnswers() {
    String query =
        "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>"
            + " SELECT ?event WHERE { ?event sem:hasActor ?who } GROUP BY ?event ORDER BY ?event";
    String asked =
        "query=" + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(get("/queries", asked).text().contains("<h2 class=\"rows\">3 rows</h2>"));
    String then = get("/queries", asked + "&asof=2022-12-01").text();
    assertTrue(then.contains("<h2 class=\"rows\">1 row</h2>"), then);
    assertTrue(then.contains("Asked of the graph as of 1 December 2022."), then);
    String counted =
        "query="
            + java.net.URLEncoder.encode(
                query
                    .replace("?event WHERE", "(COUNT(DISTINCT ?event) AS ?number) WHERE")
                    .replaceAll(" GROUP.*", ""),
                java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(get("/queries", counted).text().contains("<td>3</td>"));
    assertTrue(get("/queries", counted + "&asof=2022-12-01").text().contains("<td>1</td>"));
  }

  @Test
  void refusesADayThatIsNone() {
    PageResponse refused = get("/queries/disputes-open-on-date", "on=banana");
    assertEquals(400, refused.status());
    assertTrue(
        refused
            .text()
            .contains(
                "“on” in the address: expected a day, written as 2022-12-31; found “banana”."),
        refused.text());
  }

  @Test
  void saysOfALaterThingNoMoreThanThatItIs() {
    String then = get("/page/event/two", "asof=2022-12-01").text();
    assertTrue(then.contains("This came after 1 December 2022."), then);
    assertFalse(then.contains("class=\"lede\""), then);
    assertFalse(then.contains("<section id="), then);
  }

  @Test
  void givesWordsOfAllDocumentsAsSuch() {
    String head = "In words, as the gallery asks it of all documents";
    assertFalse(get("/queries/summits-kishida-yoon", "").text().contains(head));
    assertTrue(get("/queries/summits-kishida-yoon", "asof=2022-12-01").text().contains(head));
    assertFalse(get("/queries/disputes-open-on-date", "").text().contains(head));
    assertTrue(get("/queries/disputes-open-on-date", "on=2022-12-01").text().contains(head));
  }

  @Test
  void leadsFromAListToItsQuery() throws Exception {
    for (String path : List.of("/disputes", "/documents", "/disagreements")) {
      for (String query : List.of("", "asof=2022-06-01")) {
        String page = get(path, query).text();
        int at = page.indexOf("/graph/sparql?query=");
        assertTrue(at > 0, path);
        String text =
            PageServer.parameters(page.substring(page.indexOf('?', at) + 1, page.indexOf('"', at)))
                .get("query")
                .get(0);
        int listed =
            get(path, query.isEmpty() ? "format=json" : query + "&format=json")
                .text()
                .split("\\{", -1)
                .length;
        assertEquals(listed - 1, rows(text, Map.of()).size(), path + " " + query + "\n" + text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2022-06-01", "2023-10-01", "2024-12-12"})
  void asksForEachSectionWhatItShows(String asOf) throws Exception {
    SectionQueries queries = new SectionQueries(new Snapshot(dataset, "v1"));
    int sections = 0;
    for (String thing :
        List.of(
            "dispute/mine",
            "dispute/wall",
            "person/a",
            "state/aa",
            "state/bb",
            "organisation/government-of-aa",
            "document/late")) {
      sections += queries.compare(Ent.id(thing), asOf);
    }
    assertTrue(sections >= 6, sections + " sections");
  }
}
