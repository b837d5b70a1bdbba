package org.entente.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.map.Mapper;
import org.entente.model.Dossier;
import org.entente.rdf.Contradiction;
import org.entente.rdf.Ent;
import org.entente.rdf.Mapped;
import org.entente.rdf.Ontology;
import org.entente.rdf.Resolved;
import org.entente.source.DossierReader;
import org.entente.testing.GraphAssert;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of an event that several rows tell of. */
final class ResolverTest {
  private static final String HEADER = "id,type,label,date,place,status,rank,rank_reason,evidence";
  private static final String EVENT = "event/meeting";

  @TempDir Path folder;

  private Project project;
  private DiagnosticLog log;

  @BeforeEach
  void soundProject() {
    project = Project.sound(folder);
    project.write(
        "tables/disagreements.csv",
        "id,kind,question,thing,property,a,a.evidence,b,b.evidence,preferred,reason\n");
  }

  /** Rows of the event: date, place, status, rank and evidence. */
  private Resolved resolve(String... rows) throws IOException {
    StringBuilder table = new StringBuilder(HEADER + "\n");
    table.append("event/summit-2023-07-04,Summit,Summit,2023-07-04,,,,,passage/met\n");
    table.append("event/ruling-2021-05,Ruling,Ruling,2021-05,,,,,passage/ruling\n");
    for (String row : rows) {
      String[] cells = row.split(",", -1);
      String reason = cells[3].isEmpty() ? "" : "Because.";
      table.append(
          "%s,Meeting,Meeting,%s,%s,%s,%s,%s,%s\n"
              .formatted(EVENT, cells[0], cells[1], cells[2], cells[3], reason, cells[4]));
    }
    project.write("tables/events.csv", table.toString());
    log = new DiagnosticLog();
    Ontology ontology = Ontology.read(project.ontology(), log);
    Dossier dossier = new DossierReader(ontology.schemes(), log).read(project.tables(), null);
    Mapped mapped = new Mapper(ontology.mappings(), log).map(dossier);
    assertEquals(List.of(), log.sorted());
    return new Resolver(ontology.functional(), dossier, log).resolve(mapped);
  }

  @Test
  void aDayRefinesItsMonthAndBothCorroborateIt() throws IOException {
    Resolved resolved = resolve("2023-07,,,,passage/july", "2023-07-04,,,,passage/met");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 2 independent 2\n", claimed(resolved, "date"));
    assertEquals(
        """
        hasEarliestBeginTimeStamp 2023-07-04
        hasEarliestEndTimeStamp 2023-07-04
        hasLatestBeginTimeStamp 2023-07-04
        hasLatestEndTimeStamp 2023-07-04
        """,
        bounds(resolved));
    assertEquals("", contradictions(resolved));
  }

  @Test
  void aCityRefinesItsState() throws IOException {
    Resolved resolved =
        resolve("2023,state/norland,,,passage/july", "2023,place/harbour-city,,,passage/where");
    assertEquals(
        "sem:hasPlace place/harbour-city articles 2 independent 2\n",
        claimed(resolved, "hasPlace"));
    assertEquals("", contradictions(resolved));
  }

  @Test
  void containmentIsFollowedThroughPlaces() throws IOException {
    project.write(
        "tables/places.csv",
        """
        id,label,kind,located_in,state,evidence
        place/harbour-city,Harbour City,City,,state/norland,passage/city
        place/old-port,Old Port,Site,place/harbour-city,,passage/city
        """);
    Resolved resolved =
        resolve("2023,state/norland,,,passage/july", "2023,place/old-port,,,passage/where");
    assertEquals(
        "sem:hasPlace place/old-port articles 2 independent 2\n", claimed(resolved, "hasPlace"));
  }

  @Test
  void datesThatNoDayFitsAreContestedAndNoneIsAccepted() throws IOException {
    Resolved resolved = resolve("2023-07-04,,,,passage/met", "2023-08,,,,passage/july");
    assertEquals("", claimed(resolved, "date"));
    assertEquals("", bounds(resolved));
    assertEquals(
        """
        contested event/meeting date: no day belongs to both 2023-07-04 and 2023-08
          "2023-07-04" 1
          "2023-08" 1
        """,
        contradictions(resolved));
    assertEquals(
        "tables/events.csv:4:1: warning: expected a row of disagreements.csv on event/meeting and date but found '2023-07-04' against '2023-08' [disagreement] (no day belongs to both 2023-07-04 and 2023-08)\n",
        warnings());
  }

  @Test
  void whatIsContestedKeepsItsOtherValues() throws IOException {
    Resolved resolved =
        resolve(
            "2023-07-04,place/harbour-city,,,passage/met",
            "2023-08,place/harbour-city,,,passage/july");
    assertEquals(
        "sem:hasPlace place/harbour-city articles 2 independent 2\n",
        claimed(resolved, "hasPlace"));
    assertEquals(
        true,
        GraphAssert.lines(resolved.accepted().find().toList())
            .contains("event/meeting rdf:type ent:Meeting"));
  }

  @Test
  void aPreferredRowResolves() throws IOException {
    Resolved resolved = resolve("2023-07-04,,,preferred,passage/met", "2023-08,,,,passage/july");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
    assertEquals("2023-07-04", bounds(resolved).lines().findFirst().orElse("").split(" ")[1]);
    assertEquals(
        """
        resolved event/meeting date: no day belongs to both 2023-07-04 and 2023-08
          "2023-07-04" 1
          "2023-08" 1
        """,
        contradictions(resolved));
  }

  @Test
  void twoPreferredRowsThatDifferResolveNothing() throws IOException {
    Resolved resolved =
        resolve("2023-07-04,,,preferred,passage/met", "2023-08,,,preferred,passage/july");
    assertEquals("", claimed(resolved, "date"));
    assertEquals(1, resolved.contested().size());
  }

  @Test
  void aDeprecatedRowIsNotBelieved() throws IOException {
    Resolved resolved = resolve("2023-07-04,,,,passage/met", "2023-08,,,deprecated,passage/july");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
    assertEquals(0, resolved.contested().size());
    assertEquals(1, resolved.contradictions().size());
  }

  @Test
  void aDeprecatedRowAloneLeavesNothing() throws IOException {
    Resolved resolved = resolve("2023-08,,,deprecated,passage/july");
    assertEquals(
        List.of(),
        GraphAssert.lines(resolved.accepted().find(Ent.id(EVENT), Node.ANY, Node.ANY).toList())
            .stream()
            .toList());
  }

  @Test
  void whatIsOnlyReportedIsNotBelieved() throws IOException {
    Resolved resolved = resolve("2023-08,,reported,,passage/july", "2023-07-04,,,,passage/met");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
    assertEquals("", contradictions(resolved));
  }

  @Test
  void aWithdrawnRowIsNotBelieved() throws IOException {
    Resolved resolved = resolve("2023-08,,withdrawn,,passage/july", "2023-07-04,,,,passage/met");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
  }

  @Test
  void whatIsDeniedAndAssertedIsContested() throws IOException {
    Resolved resolved = resolve("2023-07-04,,,,passage/met", "2023-07-04,,denied,,passage/july");
    assertEquals("", claimed(resolved, "date"));
    assertEquals(
        """
        contested event/meeting date: one source asserts what another denies
          "2023-07-04" 1
          not "2023-07-04" 1
        contested event/meeting label: one source asserts what another denies
          "Meeting"@en 1
          not "Meeting"@en 1
        """,
        contradictions(resolved));
  }

  @Test
  void denyingTheCoarserDeniesTheFiner() throws IOException {
    Resolved resolved = resolve("2023-07-04,,,,passage/met", "2023-07,,denied,,passage/july");
    assertEquals("", claimed(resolved, "date"));
    assertEquals(
        """
        contested event/meeting date: one source asserts what another denies
          "2023-07-04" 1
          not "2023-07" 1
        """,
        contradictions(resolved).replaceAll("(?s)contested event/meeting label.*", ""));
  }

  @Test
  void denyingTheFinerLeavesTheCoarser() throws IOException {
    Resolved resolved = resolve("2023-07,,,,passage/met", "2023-07-04,,denied,,passage/july");
    assertEquals(
        "ent:date \"2023-07\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
  }

  @Test
  void aPreferredAssertionOutweighsADenial() throws IOException {
    Resolved resolved =
        resolve("2023-07-04,,,preferred,passage/met", "2023-07-04,,denied,,passage/july");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
    assertEquals(0, resolved.contested().size());
  }

  @Test
  void aPreferredDenialOutweighsAnAssertion() throws IOException {
    Resolved resolved =
        resolve("2023-07-04,,,,passage/met", "2023-07-04,,denied,preferred,passage/july");
    assertEquals("", claimed(resolved, "date"));
    assertEquals(0, resolved.contested().size());
  }

  @Test
  void aDenialThatNothingSettlesKeepsOtherValuesOut() throws IOException {
    Resolved resolved =
        resolve(
            "2023-07-04,,,,passage/met",
            "2023-07-04,,denied,,passage/july",
            "2023-07-05,,,,passage/where");
    assertEquals("", claimed(resolved, "date"));
  }

  @Test
  void aDenialAloneAcceptsAndContestsNothing() throws IOException {
    Resolved resolved = resolve("2023-07-04,,denied,,passage/july");
    assertEquals("", claimed(resolved, "date"));
    assertEquals("", contradictions(resolved));
  }

  @Test
  void tightestBoundsOfSeveralAccountsStand() throws IOException {
    Resolved resolved = resolve("2023-07-01/2023-07-20,,,,passage/met", "2023-07,,,,passage/july");
    assertEquals(
        "ent:date \"2023-07-01/2023-07-20\"^^edtf:edtf articles 2 independent 2\n",
        claimed(resolved, "date"));
    assertEquals(
        """
        hasEarliestBeginTimeStamp 2023-07-01
        hasEarliestEndTimeStamp 2023-07-20
        hasLatestBeginTimeStamp 2023-07-01
        hasLatestEndTimeStamp 2023-07-20
        """,
        bounds(resolved));
  }

  @Test
  void aPropertyWithSeveralValuesHasThemAll() throws IOException {
    project.append(
        "tables/topics.csv",
        "event/meeting,topic/fishing,passage/dispute",
        "event/meeting,topic/sea,passage/sea");
    project.append("tables/subjects.csv", "topic/sea,Sea,passage/sea");
    Resolved resolved = resolve("2023,,,,passage/july");
    assertEquals(
        "ent:about topic/fishing articles 1 independent 1\nent:about topic/sea articles 1 independent 1\n",
        claimed(resolved, "about"));
  }

  @Test
  void aDenialOfOneOfSeveralValuesLeavesTheOthers() throws IOException {
    project.write(
        "tables/topics.csv",
        """
        thing,topic,status,evidence
        event/meeting,topic/fishing,,passage/dispute
        event/meeting,topic/sea,,passage/sea
        event/meeting,topic/sea,denied,passage/july
        """);
    project.append("tables/subjects.csv", "topic/sea,Sea,passage/sea");
    Resolved resolved = resolve("2023,,,,passage/july");
    assertEquals("ent:about topic/fishing articles 1 independent 1\n", claimed(resolved, "about"));
    assertEquals(
        """
        contested event/meeting about: one source asserts what another denies
          <https://w3id.org/entente/id/topic/sea> 1
          not <https://w3id.org/entente/id/topic/sea> 1
        """,
        contradictions(resolved));
  }

  @Test
  void namesInSeveralLanguagesStandTogether() throws IOException {
    Resolved resolved = resolve("2023,,,,passage/july");
    assertEquals(
        """
        state/norland skos:altLabel "Norland"@en
        state/norland skos:altLabel "노를란트"@ko
        """,
        GraphAssert.lines(
                resolved.accepted().find(Ent.id("state/norland"), Node.ANY, Node.ANY).toList())
            .stream()
            .filter(line -> line.contains("altLabel"))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void oneNumberWrittenInTwoWaysIsOneValue() throws IOException {
    project.append(
        "tables/observations.csv",
        "observation/poll-62,agreement/fisheries,supportShare,62.0,percent,passage/again");
    Resolved resolved = resolve("2023,,,,passage/july");
    assertEquals(
        "observation/poll-62 ent:value 62.0",
        GraphAssert.lines(
                resolved
                    .accepted()
                    .find(Ent.id("observation/poll-62"), Ent.term("value"), Node.ANY)
                    .toList())
            .stream()
            .collect(Collectors.joining(" and ")));
    assertEquals("", contradictions(resolved));
  }

  @Test
  void twoTimesOneArticleIsOneArticle() throws IOException {
    Resolved resolved =
        resolve("2023-07-04,,,,passage/met", "2023-07-04,,,,passage/where;passage/first");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 1 independent 1\n", claimed(resolved, "date"));
  }

  @Test
  void articlesOfOnePublisherAuthorOrSourceAreNotIndependent() throws IOException {
    String[] rows = {"2023-07-04,,,,passage/met", "2023-07-04,,,,passage/july"};
    project.replace(
        "tables/documents.csv", "002,organisation/lake-institute", "002,organisation/gazette");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 2 independent 1\n",
        claimed(resolve(rows), "date"));
    project.replace(
        "tables/documents.csv", "002,organisation/gazette", "002,organisation/lake-institute");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 2 independent 2\n",
        claimed(resolve(rows), "date"));
    project.append("tables/citations.csv", "document/review,2,document/atlas,,passage/review");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 2 independent 1\n",
        claimed(resolve(rows), "date"));
    project.write("tables/citations.csv", "document,note,work,supports,evidence\n");
    project.append("tables/authors.csv", "document/gazette,person/lee-sol,passage/gazette");
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 2 independent 1\n",
        claimed(resolve(rows), "date"));
  }

  @Test
  void anArticleThatCitesAnotherIsNotIndependentOfIt() throws IOException {
    project.append("tables/citations.csv", "document/review,2,document/gazette,,passage/review");
    project.write(
        "tables/citations.csv",
        project
            .read("tables/citations.csv")
            .replace("document/gazette,1,document/atlas,plan/vik-visit-2024,passage/plan\n", ""));
    assertEquals(
        "ent:date \"2023-07-04\"^^edtf:edtf articles 2 independent 1\n",
        claimed(resolve("2023-07-04,,,,passage/met", "2023-07-04,,,,passage/july"), "date"));
  }

  @Test
  void aRowOfDisagreementsNamesAContradiction() throws IOException {
    project.append(
        "tables/disagreements.csv",
        "disagreement/when,inconsistency,When?,event/meeting,ent:date,July,passage/met,August,passage/july,neitherSide,Unknown.");
    Resolved resolved = resolve("2023-07-04,,,,passage/met", "2023-08,,,,passage/july");
    assertEquals("disagreement/when", resolved.contested().get(0).namedBy());
    assertEquals("", warnings());
  }

  private static String claimed(Resolved resolved, String property) {
    Map<Triple, Resolved.Corroboration> accepted = new HashMap<>();
    resolved
        .mapped()
        .forEach(
            row ->
                row.claims()
                    .forEach(
                        claim -> {
                          var corroboration = resolved.verdicts().corroboration(claim);
                          if (corroboration != null) {
                            accepted.put(claim.triple(), corroboration);
                          }
                        }));
    accepted.keySet().forEach(triple -> assertTrue(resolved.accepted().contains(triple)));
    return accepted.entrySet().stream()
        .filter(
            e ->
                e.getKey().getSubject().equals(Ent.id(EVENT))
                    && e.getKey().getPredicate().getURI().endsWith(property))
        .map(
            e ->
                GraphAssert.line(e.getKey()).substring(EVENT.length() + 1)
                    + " articles "
                    + e.getValue().articles()
                    + " independent "
                    + e.getValue().independent()
                    + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String bounds(Resolved resolved) {
    return resolved.accepted().find(Ent.id(EVENT), Node.ANY, Node.ANY).toList().stream()
        .filter(t -> t.getPredicate().getURI().endsWith("TimeStamp"))
        .map(
            t ->
                t.getPredicate().getURI().substring(t.getPredicate().getURI().lastIndexOf('/') + 1)
                    + " "
                    + t.getObject().getLiteralLexicalForm()
                    + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String contradictions(Resolved resolved) {
    return resolved.contradictions().stream()
        .map(ResolverTest::text)
        .sorted()
        .collect(Collectors.joining());
  }

  private static String text(Contradiction c) {
    StringBuilder text =
        new StringBuilder(c.resolved() ? "resolved " : "contested ")
            .append(Ent.identifier(c.thing()))
            .append(' ')
            .append(c.property().getURI().replaceAll(".*[#/]", ""))
            .append(": ")
            .append(c.explanation())
            .append('\n');
    c.sides()
        .forEach(
            (value, claims) ->
                text.append("  ")
                    .append(value.replaceAll("\\^\\^<[^>]*>", ""))
                    .append(' ')
                    .append(claims.size())
                    .append('\n'));
    return text.toString();
  }

  private String warnings() {
    return log.sorted().stream()
        .map(Diagnostic::toString)
        .map(project::relative)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
