package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two published graphs compared: each difference with what caused it. */
final class DiffTest {
  @TempDir static Path before;
  @TempDir Path folder;

  @BeforeAll
  static void buildTheEarlierGraph() {
    build(Project.sound(before));
  }

  @Test
  void sameTablesHaveNoDifference() {
    assertDiff(project -> {}, "");
  }

  @Test
  void rowAdded() {
    assertDiff(
        project ->
            project.append(
                "tables/topics.csv", "event/ruling-2021-05,topic/fishing,passage/ruling"),
        """
        + event/ruling-2021-05 about topic/fishing  [row added: topics.csv line 3]
        """);
  }

  @Test
  void rowRemoved() {
    assertDiff(
        project ->
            project.replace(
                "tables/topics.csv", "dispute/fishing,topic/fishing,passage/dispute\n", ""),
        """
        - dispute/fishing about topic/fishing  [row removed: topics.csv line 2]
        """);
  }

  @Test
  void rowRemovedThatRulesRestedOn() {
    assertDiff(
        project ->
            project.replace(
                "tables/participations.csv",
                "event/summit-2023-07-04,person/vik-ada,hostRole,,,passage/met\n",
                ""),
        """
        - event/summit-2023-07-04 hasActor person/vik-ada  [row removed: participations.csv line 2]
        - event/summit-2023-07-04 hasParticipatingState state/norland  [row removed: participations.csv line 2, by rule state-through-office]
        - event/summit-2023-07-04 host person/vik-ada  [row removed: participations.csv line 2, by rule host-as-told]
        - event/summit-2023-07-04 type BilateralSummit  [row removed: participations.csv line 2, by rule state-through-office, by rule bilateral-summit]
        - participation/summit-2023-07-04.vik-ada.hostRole event event/summit-2023-07-04  [row removed: participations.csv line 2]
        - participation/summit-2023-07-04.vik-ada.hostRole inCapacity post/president-of-norland  [row removed: participations.csv line 2, by rule capacity-by-tenure]
        - participation/summit-2023-07-04.vik-ada.hostRole role hostRole  [row removed: participations.csv line 2]
        - participation/summit-2023-07-04.vik-ada.hostRole type Participation  [row removed: participations.csv line 2]
        - participation/summit-2023-07-04.vik-ada.hostRole type Role  [row removed: participations.csv line 2]
        - participation/summit-2023-07-04.vik-ada.hostRole value person/vik-ada  [row removed: participations.csv line 2]
        - person/vik-ada metWith person/yamada-ren  [row removed: participations.csv line 2, by rule met-with]
        - person/vik-ada tookPartIn event/summit-2023-07-04  [row removed: participations.csv line 2, by rule took-part-in]
        - person/yamada-ren metWith person/vik-ada  [row removed: participations.csv line 2, by rule met-with]
        """);
  }

  @Test
  void rowChanged() {
    assertDiff(
        project -> project.replace("tables/measures.csv", "2021-06", "2021-06-05"),
        """
        + measure/import-ban begin “2021-06-05”  [row changed: measures.csv line 2]
        - measure/import-ban begin “2021-06”  [row changed: measures.csv line 2]
        - measure/import-ban hasEarliestBeginTimeStamp “2021-06-01”  [row changed: measures.csv line 2]
        + measure/import-ban hasEarliestBeginTimeStamp “2021-06-05”  [row changed: measures.csv line 2]
        + measure/import-ban hasLatestBeginTimeStamp “2021-06-05”  [row changed: measures.csv line 2]
        - measure/import-ban hasLatestBeginTimeStamp “2021-06-30”  [row changed: measures.csv line 2]
        """);
  }

  @Test
  void rankChanged() {
    assertDiff(
        project ->
            project
                .replace("tables/topics.csv", "evidence", "evidence,rank,rank_reason")
                .replace(
                    "tables/topics.csv",
                    "passage/dispute",
                    "passage/dispute,deprecated,It is about trade."),
        """
        ~ dispute/fishing about topic/fishing (accepted → deprecated)  [rank changed: topics.csv line 2]
        """);
  }

  @Test
  void statusChanged() {
    assertDiff(
        project ->
            project
                .replace("tables/topics.csv", "evidence", "evidence,status")
                .replace("tables/topics.csv", "passage/dispute", "passage/dispute,denied"),
        """
        ~ dispute/fishing about topic/fishing (accepted → denied)  [status changed: topics.csv line 2]
        """);
  }

  @Test
  void valueContradicted() {
    assertDiff(
        project ->
            project.append(
                "tables/events.csv",
                "event/ruling-2021-05,Ruling,Ruling of the Maritime Court,2021-06,,passage/ban"),
        """
        ~ event/ruling-2021-05 date “2021-05” (accepted → contested)  [for another value: row added: events.csv line 5]
        + event/ruling-2021-05 date “2021-06” (contested)  [row added: events.csv line 5]
        - event/ruling-2021-05 hasEarliestBeginTimeStamp “2021-05-01”  [row added: events.csv line 5]
        - event/ruling-2021-05 hasEarliestEndTimeStamp “2021-05-01”  [row added: events.csv line 5]
        - event/ruling-2021-05 hasLatestBeginTimeStamp “2021-05-31”  [row added: events.csv line 5]
        - event/ruling-2021-05 hasLatestEndTimeStamp “2021-05-31”  [row added: events.csv line 5]
        """);
  }

  @Test
  void finerValueAccepted() {
    assertDiff(
        project ->
            project.append(
                "tables/events.csv",
                "event/ruling-2021-05,Ruling,Ruling of the Maritime Court,2021-05-03,,passage/ban"),
        """
        + event/ruling-2021-05 date “2021-05-03”  [row added: events.csv line 5]
        ~ event/ruling-2021-05 date “2021-05” (accepted → implied)  [for another value: row added: events.csv line 5]
        - event/ruling-2021-05 hasEarliestBeginTimeStamp “2021-05-01”  [row added: events.csv line 5]
        + event/ruling-2021-05 hasEarliestBeginTimeStamp “2021-05-03”  [row added: events.csv line 5]
        - event/ruling-2021-05 hasEarliestEndTimeStamp “2021-05-01”  [row added: events.csv line 5]
        + event/ruling-2021-05 hasEarliestEndTimeStamp “2021-05-03”  [row added: events.csv line 5]
        + event/ruling-2021-05 hasLatestBeginTimeStamp “2021-05-03”  [row added: events.csv line 5]
        - event/ruling-2021-05 hasLatestBeginTimeStamp “2021-05-31”  [row added: events.csv line 5]
        + event/ruling-2021-05 hasLatestEndTimeStamp “2021-05-03”  [row added: events.csv line 5]
        - event/ruling-2021-05 hasLatestEndTimeStamp “2021-05-31”  [row added: events.csv line 5]
        """);
  }

  @Test
  void ruleChanged() {
    assertDiff(
        project ->
            project.replace(
                "ontology/rules/met-with.rq", "{ ent:Summit ent:Meeting }", "{ ent:Meeting }"),
        """
        - person/vik-ada metWith person/yamada-ren  [rule changed: met-with]
        - person/yamada-ren metWith person/vik-ada  [rule changed: met-with]
        """);
  }

  @Test
  void ruleRemoved() {
    assertDiff(
        project -> delete(project.ontology().resolve("rules/met-with.rq")),
        """
        - person/vik-ada metWith person/yamada-ren  [rule removed: met-with]
        - person/yamada-ren metWith person/vik-ada  [rule removed: met-with]
        """);
  }

  @Test
  void ruleAdded() {
    assertDiff(
        project ->
            project.write(
                "ontology/rules/sat-together.rq",
                """
                # Who took part in one ruling's event sat there.
                # stratum: 3
                PREFIX ent: <https://w3id.org/entente/ontology#>
                PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>

                CONSTRUCT { ?court ent:host ?event . }
                WHERE { ?event a ent:Ruling ; sem:hasActor ?court . }
                """),
        """
        + organisation/maritime-court host event/ruling-2021-05  [rule added: sat-together]
        """);
  }

  @Test
  void thingWithdrawn() {
    assertDiff(
        project ->
            project
                .replace(
                    "tables/statements.csv",
                    "statement/vik-sea,person/vik-ada,We’ll share the sea,directSpeech,event/summit-2023-07-04,topic/fishing,passage/sea\n",
                    "")
                .append(
                    "tables/withdrawals.csv", "statement/vik-sea,She did not say it.,2026-11-22"),
        """
        - statement/vik-sea about topic/fishing  [withdrawn: She did not say it.]
        - statement/vik-sea content “We’ll share the sea”  [withdrawn: She did not say it.]
        - statement/vik-sea label “We’ll share the sea”  [withdrawn: She did not say it.]
        - statement/vik-sea occasion event/summit-2023-07-04  [withdrawn: She did not say it.]
        + statement/vik-sea reason “She did not say it.”  [withdrawn: She did not say it.]
        - statement/vik-sea speaker person/vik-ada  [withdrawn: She did not say it.]
        - statement/vik-sea speechForm directSpeech  [withdrawn: She did not say it.]
        - statement/vik-sea type Statement  [withdrawn: She did not say it.]
        + statement/vik-sea type Withdrawn  [withdrawn: She did not say it.]
        + statement/vik-sea withdrawnOn “2026-11-22”  [withdrawn: She did not say it.]
        """);
  }

  @Test
  void documentWithdrawn() {
    assertDiff(
        project ->
            project
                .replace(
                    "tables/names.csv", "state/norland,Norland,en,ShortName,,,document/atlas\n", "")
                .replace(
                    "tables/documents.csv",
                    "document/atlas,ExternalReference,Atlas of Norland,,,en,2020,external,https://example.org/atlas,2026-11-22,read on the Web,\n",
                    "")
                .keepHeader("tables/citations.csv")
                .keepHeader("tables/coordinates.csv")
                .keepHeader("tables/links.csv")
                .append(
                    "tables/withdrawals.csv",
                    "document/atlas,Its publisher took it back.,2026-11-22"),
        """
        - citation/gazette.1.atlas hasCitedEntity document/atlas  [row removed: citations.csv line 2]
        - citation/gazette.1.atlas hasCitingEntity document/gazette  [row removed: citations.csv line 2]
        - citation/gazette.1.atlas note “1”  [row removed: citations.csv line 2]
        - citation/gazette.1.atlas supports plan/vik-visit-2024  [row removed: citations.csv line 2]
        - citation/gazette.1.atlas type Citation  [row removed: citations.csv line 2]
        - document/atlas checkedHow “read on the Web”  [withdrawn: Its publisher took it back.]
        - document/atlas checkedOn “2026-11-22”  [withdrawn: Its publisher took it back.]
        - document/atlas dateBasis external  [withdrawn: Its publisher took it back.]
        - document/atlas hasEarliestBeginTimeStamp “2020-01-01”  [withdrawn: Its publisher took it back.]
        - document/atlas hasEarliestEndTimeStamp “2020-01-01”  [withdrawn: Its publisher took it back.]
        - document/atlas hasLatestBeginTimeStamp “2020-12-31”  [withdrawn: Its publisher took it back.]
        - document/atlas hasLatestEndTimeStamp “2020-12-31”  [withdrawn: Its publisher took it back.]
        - document/atlas issued “2020”  [withdrawn: Its publisher took it back.]
        - document/atlas label “Atlas of Norland”  [withdrawn: Its publisher took it back.]
        - document/atlas language “en”  [withdrawn: Its publisher took it back.]
        + document/atlas reason “Its publisher took it back.”  [withdrawn: Its publisher took it back.]
        - document/atlas title “Atlas of Norland”  [withdrawn: Its publisher took it back.]
        - document/atlas type ExternalReference  [withdrawn: Its publisher took it back.]
        + document/atlas type Withdrawn  [withdrawn: Its publisher took it back.]
        - document/atlas url <https://example.org/atlas>  [withdrawn: Its publisher took it back.]
        + document/atlas withdrawnOn “2026-11-22”  [withdrawn: Its publisher took it back.]
        - document/gazette cites document/atlas  [row removed: citations.csv line 2]
        - name/43ed99925c598a60 form “Norland”  [document withdrawn: document/atlas: Its publisher took it back.]
        - name/43ed99925c598a60 label “Norland”  [document withdrawn: document/atlas: Its publisher took it back.]
        - name/43ed99925c598a60 nameKind ShortName  [document withdrawn: document/atlas: Its publisher took it back.]
        - name/43ed99925c598a60 type Name  [document withdrawn: document/atlas: Its publisher took it back.]
        - place/harbour-city lat “60.5”  [document withdrawn: document/atlas: Its publisher took it back.]
        - place/harbour-city long “5.25”  [document withdrawn: document/atlas: Its publisher took it back.]
        - state/norland altLabel “Norland”  [document withdrawn: document/atlas: Its publisher took it back.]
        - state/norland exactMatch <https://example.org/norland>  [document withdrawn: document/atlas: Its publisher took it back.]
        - state/norland hasName name/43ed99925c598a60  [document withdrawn: document/atlas: Its publisher took it back.]
        """);
  }

  @Test
  void documentChanged() {
    assertDiff(
        project ->
            project
                .replace("documents/002_review.txt", "62 percent", "63 percent")
                .replace("tables/passages.csv", "62 percent", "63 percent")
                .replace("tables/observations.csv", "supportShare,62", "supportShare,63")
                .replace(
                    "tables/files.csv",
                    "2cff80addc1800ee2a6a45650ad92b0438b24fe4a6545072225dc0b7b5826ec4",
                    sha256(project.read("documents/002_review.txt"))),
        """
        - observation/poll-62 value “62.0”  [document changed: document/review, observations.csv line 2]
        + observation/poll-62 value “63.0”  [document changed: document/review, observations.csv line 2]
        """);
  }

  private void assertDiff(Consumer<Project> change, String expected) {
    Project project = Project.sound(folder);
    change.accept(project);
    build(project);
    Project.Run run =
        project.run(
            Main::execute, "diff", before.resolve("graph").toString(), project.out().toString());
    assertEquals(expected, run.out());
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void build(Project project) {
    Project.Run run = project.run(Main::execute, project.buildArguments());
    assertEquals(0, run.code(), run.err());
  }
}
