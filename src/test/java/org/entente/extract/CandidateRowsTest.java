package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.model.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateRowsTest {
  private static final String TEXT =
      "Foreign Minister Ada Example of Tonga met Foreign Minister Bo Sample of Fiji in Suva on 3 May"
          + " 2024.";

  @Test
  void aMeetingIsAnEventWithParticipationsAndAPassage() {
    Map<String, List<Proposal>> rows =
        Fixture.rows(Fixture.read(TEXT)).stream().collect(Collectors.groupingBy(Proposal::table));
    Proposal event = rows.get("events").get(0);
    assertEquals("Meeting", event.cells().get("type"));
    assertEquals("2024-05-03", event.cells().get("date"));
    assertEquals("place/suva", event.cells().get("place"));
    assertEquals("extractor 1", event.cells().get("producer"));
    assertEquals(
        List.of("person/ada-example", "person/bo-sample"),
        rows.get("participations").stream().map(r -> r.cells().get("actor")).toList());
    Proposal passage = rows.get("passages").get(0);
    assertEquals(event.cells().get("evidence"), passage.cells().get("id"));
    assertEquals("0", passage.cells().get("start"));
  }

  @Test
  void anOfficeThatTheTextTellsIsTheCapacity() {
    List<Proposal> rows = Fixture.rows(Fixture.read(TEXT));
    List<Map<String, String>> parts =
        rows.stream().filter(r -> r.table().equals("participations")).map(Proposal::cells).toList();
    assertEquals(
        List.of("post/foreign-minister-of-tonga", "post/foreign-minister-of-fiji"),
        parts.stream().map(p -> p.get("capacity")).toList());
    assertNull(parts.get(0).get("capacity.evidence"));
    assertEquals(
        List.of("state/tonga", "state/fiji"),
        parts.stream().map(p -> p.get("representing")).toList());
    assertNull(parts.get(0).get("representing.evidence"));
    Map<String, String> post =
        rows.stream().filter(r -> r.table().equals("posts")).findFirst().orElseThrow().cells();
    assertEquals("Foreign Minister of Tonga", post.get("label"));
    assertEquals("Minister", post.get("kind"));
    assertEquals("state/tonga", post.get("state"));
  }

  @ParameterizedTest
  @CsvSource({
    "Former Foreign Minister Ada Example of Tonga met Bo Sample in Suva on 3 May 2024.",
    "Foreign Minister Ada Example met Bo Sample in Suva on 3 May 2024."
  })
  void anOfficeOfThePastOrOfNoStateIsNone(String text) {
    assertTrue(
        Fixture.rows(Fixture.read(text)).stream()
            .filter(r -> r.table().equals("participations"))
            .noneMatch(r -> r.cells().containsKey("capacity")));
  }

  @Test
  void aSlotThatIsToldElsewhereHasItsOwnPassage() {
    String text =
        "Foreign Minister Ada Example of Tonga flew to Suva on 3 May 2024. She met Foreign Minister"
            + " Bo Sample of Fiji.";
    List<Proposal> rows = Fixture.rows(Fixture.read(text));
    Map<String, String> meeting =
        rows.stream()
            .filter(r -> r.table().equals("events"))
            .map(Proposal::cells)
            .filter(c -> c.get("type").equals("Meeting"))
            .findFirst()
            .orElseThrow();
    assertEquals("2024-05-03", meeting.get("date"));
    assertEquals(
        List.of("She met Foreign Minister Bo Sample of Fiji.", "3 May 2024"),
        quotes(rows, meeting.get("date.evidence")));
    Map<String, String> ada =
        rows.stream()
            .filter(r -> r.table().equals("participations"))
            .map(Proposal::cells)
            .filter(c -> c.get("event").equals(meeting.get("id")))
            .filter(c -> c.get("actor").equals("person/ada-example"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of(
            "She met Foreign Minister Bo Sample of Fiji.", "Foreign Minister Ada Example of Tonga"),
        quotes(rows, ada.get("evidence")));
    assertEquals("post/foreign-minister-of-tonga", ada.get("capacity"));
    assertEquals(ada.get("evidence"), ada.get("capacity.evidence"));
    assertEquals("state/tonga", ada.get("representing"));
    assertEquals(ada.get("evidence"), ada.get("representing.evidence"));
  }

  @Test
  void whoHoldsAnOfficeOfAStateSignsForIt() {
    List<Proposal> rows =
        Fixture.rows(
            Fixture.read(
                "President Ada Example of Tonga and Foreign Minister Bo Sample signed a treaty on"
                    + " fishing on 3 May 2024."));
    assertEquals(
        List.of(Map.of("party", "state/tonga", "signatory", "person/ada-example")),
        rows.stream()
            .filter(r -> r.table().equals("agreement_parties"))
            .map(Proposal::cells)
            .map(c -> Map.of("party", c.get("party"), "signatory", c.get("signatory")))
            .toList());
  }

  @Test
  void whoWasToTakePartInWhatDidNotTakePlaceIsDenied() {
    List<Proposal> rows =
        Fixture.rows(
            Fixture.read(
                "Foreign Minister Ada Example of Tonga did not meet Foreign Minister Bo Sample of"
                    + " Fiji in Suva on 3 May 2024."));
    assertEquals(
        List.of("plans denied", "participations denied", "participations denied"),
        rows.stream()
            .filter(r -> r.cells().containsKey("status"))
            .map(r -> r.table() + " " + r.cells().get("status"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "President Ana Duarte met President Luis Arce in Lima. | places | City",
        "President Ana Duarte met President Luis Arce in Mombasa. | places | City",
        "President Ana Duarte met President Luis Arce at Carmen Palace. | places | Venue",
        "President Ana Duarte met President Luis Arce in Sucharza. | places | null",
        "President Ana Duarte met the African Union in Lima. | organisations |"
            + " IntergovernmentalOrganisation",
        "The Lakeland Court of Justice ruled in 2021 that the law is void. | organisations | Court"
      })
  void whatKindOfThingItIsWhereItsNameTells(String text, String table, String kind) {
    assertEquals(
        List.of(kind),
        Fixture.rows(Fixture.read(text)).stream()
            .filter(r -> r.table().equals(table))
            .map(r -> r.cells().getOrDefault("kind", "null"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"No queue of lorries will stop them,\" President Ana Duarte told reporters after the"
            + " talks. | No queue of lorries will stop them | directSpeech",
        "“The matter belongs here,” Ana Duarte said in Lima. | The matter belongs here |"
            + " directSpeech",
        "Ana Duarte said in Lima, \"We have talked past each other.\" | We have talked past each"
            + " other. | directSpeech",
        "\"We agree,\" said Ana Duarte, \"on the border.\" | We agree … on the border. |"
            + " directSpeech",
        "President Ana Duarte told President Luis Arce that Peru would wait. | Peru would wait. |"
            + " reportedSpeech",
        "Ana Duarte said that the \"deal\" would wait. | the \"deal\" would wait. |"
            + " reportedSpeech",
        "Ana Duarte said Peru would wait for that. | Peru would wait for that. | reportedSpeech"
      })
  void whatWasSaidIsTheWordsQuotedOrWhatIsReported(String text, String content, String form) {
    assertEquals(
        List.of(content + " | " + form),
        Fixture.rows(Fixture.read(text)).stream()
            .filter(r -> r.table().equals("statements"))
            .map(r -> r.cells().get("content") + " | " + r.cells().get("form"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Minister Ana Duarte told reporters in Lima that the border was open. | Lima",
        "Minister Ana Duarte said in Lima on 3 May 2024 that Chile would pay. | Lima",
        "Minister Ana Duarte said on Monday at a news conference in Lima that Chile would pay. | Lima",
        "Speaking in Lima on Monday, Minister Ana Duarte said that Chile would pay. | Lima",
        "In a speech in Lima, Minister Ana Duarte said that Bolivia would pay. | Lima",
        "Minister Ana Duarte said that the protests in Lima were illegal. | none",
        "Minister Ana Duarte said protests in Lima were illegal. | none",
        "Minister Ana Duarte said at least 12 people in Lima were killed. | none",
        "Minister Ana Duarte warned of attacks in Lima. | none",
        "After talks in Lima, Minister Ana Duarte said that Chile would pay. | none",
        "In a speech in Peru's parliament, Minister Ana Duarte said that Chile would pay. | none"
      })
  void whereSomethingWasSaidIsToldBesideIt(String text, String place) {
    List<Proposal> rows = Fixture.rows(Fixture.read(text));
    Map<String, String> labels =
        rows.stream()
            .filter(r -> r.table().equals("places"))
            .collect(Collectors.toMap(r -> r.cells().get("id"), r -> r.cells().get("label")));
    assertEquals(
        List.of(place),
        rows.stream()
            .filter(r -> r.table().equals("statements"))
            .map(r -> labels.getOrDefault(r.cells().getOrDefault("place", ""), "none"))
            .toList());
  }

  private static List<String> quotes(List<Proposal> rows, String evidence) {
    return List.of(evidence.split(";")).stream().map(id -> quote(rows, id)).toList();
  }

  private static String quote(List<Proposal> rows, String passage) {
    return rows.stream()
        .filter(r -> r.table().equals("passages") && r.cells().get("id").equals(passage))
        .map(r -> r.cells().get("quote"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chile and Bolivia signed an agreement on cross-border trade in Lima. | cross-border trade",
        "Chile and Bolivia signed a memorandum of understanding on fisheries. | fisheries",
        "Chile and Bolivia held talks about the water of the Silala on 3 May 2024. | water of the Silala",
        "Chile and Bolivia held talks on Monday. | none",
        "Chile and Bolivia held talks on the sidelines of the summit in Lima. | none",
        "Chile and Bolivia held talks on a number of issues. | none",
        "Chile and Bolivia held talks on the border. | none",
        "Minister Ana Duarte spoke about cross-border trade. | cross-border trade",
        "Minister Ana Duarte spoke about developments. | none",
        "Minister Ana Duarte pledged about 500 million euros. | none",
        "Minister Ana Duarte called on the international community to help. | none",
        "Chile and Bolivia held talks on the disputed Silala River. | none",
        "Chile and Bolivia signed an agreement on mutual and lasting trade. | none",
        "Militants carried out an attack on the Bolivian border town. | none",
        "Minister Ana Duarte warned Chile about illegal fishing. | illegal fishing",
        "Minister Ana Duarte told reporters about the new water treaty. | new water treaty",
        "Minister Ana Duarte commented on Monday that the border was open. | none",
        "Minister Ana Duarte said on Monday that the border was open. | none"
      })
  void whatAnEventWasAboutIsATopic(String text, String topic) {
    List<Proposal> rows = Fixture.rows(Fixture.read(text));
    List<String> topics =
        rows.stream()
            .filter(r -> r.table().equals("topics"))
            .map(r -> r.cells().get("topic"))
            .toList();
    List<String> subjects =
        rows.stream()
            .filter(r -> r.table().equals("subjects"))
            .map(r -> r.cells().get("id") + " " + r.cells().get("label"))
            .toList();
    String id = "topic/" + CandidateRows.slug(topic);
    assertEquals(topic.equals("none") ? List.of() : List.of(id), topics);
    assertEquals(topic.equals("none") ? List.of() : List.of(id + " " + topic), subjects);
  }

  @Test
  void anOccasionThatIsToldBeforeTheMeetingHasItsOwnPassage() {
    List<Proposal> rows =
        Fixture.rows(
            Fixture.read(
                "On the sidelines of the G20 summit in Lima, President Ana Duarte of Chile met"
                    + " President Luis Arce of Bolivia on 3 March 2024."));
    Map<String, String> meeting =
        rows.stream()
            .filter(r -> r.table().equals("events") && r.cells().containsKey("sideline_of"))
            .map(Proposal::cells)
            .findFirst()
            .orElseThrow();
    assertEquals("Summit", meeting.get("type"));
    assertEquals("2024-03-03", meeting.get("date"));
    assertEquals(
        List.of(
            "President Ana Duarte of Chile met President Luis Arce of Bolivia on 3 March 2024.",
            "On the sidelines of the G20 summit in Lima"),
        quotes(rows, meeting.get("sideline_of.evidence")));
  }

  @Test
  void aMeetingOnTheSidelinesNamesItsOccasion() {
    List<Proposal> events =
        Fixture.rows(
                Fixture.read(
                    "President Ana Duarte met President Luis Arce on the sidelines of the G20 summit"
                        + " in Lima on 3 March 2024."))
            .stream()
            .filter(row -> row.table().equals("events"))
            .toList();
    assertEquals(2, events.size());
    assertEquals(events.get(1).cells().get("id"), events.get(0).cells().get("sideline_of"));
    assertNull(events.get(1).cells().get("sideline_of"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "President Ana Duarte told President Luis Arce that Peru would wait. | person/luis-arce",
        "President Ana Duarte assured Fiji on Monday that Peru would wait. | state/fiji",
        "President Ana Duarte told reporters that Peru would wait. |",
        "President Ana Duarte accused President Luis Arce of waiting too long. |",
        "President Ana Duarte told Fiji and Tonga that Peru would wait. |"
      })
  void aStatementNamesToWhomItWasMade(String text, String addressee) {
    List<Proposal> statements =
        Fixture.rows(Fixture.read(text)).stream()
            .filter(row -> row.table().equals("statements"))
            .toList();
    assertEquals(1, statements.size());
    assertEquals(addressee, statements.get(0).cells().get("addressee"));
  }

  @Test
  void readingAgainGivesTheSameIdentifiers() {
    assertEquals(Fixture.rows(Fixture.read(TEXT)), Fixture.rows(Fixture.read(TEXT)));
    List<Proposal> later = Fixture.rows(Fixture.read("A word first.\n\n" + TEXT));
    assertEquals(ids(Fixture.rows(Fixture.read(TEXT))), ids(later));
  }

  /** Of what was told; the document's first line stands for it. */
  private static List<String> ids(List<Proposal> rows) {
    return rows.stream()
        .filter(row -> !row.table().equals("passages"))
        .map(row -> row.cells().get("id"))
        .toList();
  }

  @Test
  void aDateThatIsAnIntervalIsKept() {
    String text = "---\ntitle: A note\ndate: 2024-10-27/2024-12-31\n---\n\n" + TEXT;
    Map<String, List<Proposal>> rows =
        Fixture.rows(Fixture.EXTRACTOR.read("document/test", text, null)).stream()
            .collect(Collectors.groupingBy(Proposal::table));
    assertEquals("2024-10-27/2024-12-31", rows.get("documents").get(0).cells().get("date"));
    assertTrue(
        rows.get("passages").stream()
            .anyMatch(row -> row.cells().get("quote").equals("2024-10-27/2024-12-31")));
  }

  @Test
  void aNewDocumentHasItsTitleAndDateWhereTheyArePrinted() {
    String text = "# Foreign ministers meet in Suva\n\nPublished: 4 May 2024\n\n" + TEXT;
    Map<String, List<Proposal>> rows =
        Fixture.rows(Fixture.EXTRACTOR.read("document/test", text, null)).stream()
            .collect(Collectors.groupingBy(Proposal::table));
    Map<String, String> document = rows.get("documents").get(0).cells();
    assertEquals("document/test", document.get("id"));
    assertEquals("Foreign ministers meet in Suva", document.get("title"));
    assertEquals("2024-05-04", document.get("date"));
    assertEquals("printed", document.get("date_basis"));
    List<String> evidence = List.of(document.get("evidence").split(";"));
    assertEquals(
        List.of("Foreign ministers meet in Suva", "4 May 2024"),
        rows.get("passages").stream()
            .filter(passage -> evidence.contains(passage.cells().get("id")))
            .map(passage -> passage.cells().get("quote"))
            .toList());
    assertEquals("test.txt", rows.get("files").get(0).cells().get("name"));
  }

  @Test
  void rowsThatBelongTogetherShareTheirCandidate() {
    Map<String, List<Proposal>> rows =
        Fixture.rows(Fixture.read(TEXT)).stream().collect(Collectors.groupingBy(Proposal::table));
    String event = rows.get("events").get(0).cells().get("id");
    assertEquals(event, rows.get("events").get(0).candidate());
    rows.get("participations").forEach(row -> assertEquals(event, row.candidate()));
    assertEquals("", rows.get("passages").get(0).candidate());
  }

  @Test
  void namesThatLookAlikeShareNoIdentifier() {
    Identifiers identifiers = new Identifiers();
    identifiers.take("person/ada-example", "Ada Example");
    assertEquals("person/ada-example", identifiers.of("person/ada-example", "Ada Example"));
    assertEquals("person/ada-example-2", identifiers.of("person/ada-example", "Ada Éxample"));
    assertEquals("person/ada-example-3", identifiers.of("person/ada-example", "Ada-Example"));
    assertEquals("person/ada-example-2", identifiers.of("person/ada-example", "Ada Éxample"));
  }

  @Test
  void theScorersColumns() throws IOException {
    StringBuilder out = new StringBuilder();
    CandidateTsv.header(out);
    CandidateTsv.rows(out, "007-suva.txt", Fixture.candidates(TEXT));
    String[] lines = out.toString().split("\n");
    assertTrue(lines[0].startsWith("doc\ttype\tparticipants\tdate\tcertainty\tstart\tend"));
    assertTrue(
        lines[1].startsWith("007\tmeeting\tAda Example;Bo Sample\t2024-05-03\tasserted\t0\t"));
  }
}
