package org.entente.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Dossier;
import org.entente.model.Row;
import org.entente.rdf.Ontology;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges and withdrawals are replayed over the tables as they were read. */
final class DecisionsTest {
  @TempDir Path folder;

  private Project project;

  @BeforeEach
  void soundProject() {
    project = Project.sound(folder);
  }

  @Test
  void aMergedIdentifierGivesWayEverywhere() throws IOException {
    project
        .append("tables/persons.csv", "person/yamada-r,R. Yamada,,,,passage/july")
        .append(
            "tables/participations.csv",
            "event/summit-2023-07-04,person/yamada-r,envoy,,,passage/july")
        .append("tables/topics.csv", "person/yamada-r,topic/fishing,passage/dispute");
    Dossier dossier = read();
    assertEquals(
        """
        person/vik-ada | Vik Ada
        person/yamada-ren | Yamada Ren
        person/lee-sol | Lee Sol
        person/yamada-ren | Yamada Ren
        """,
        cells(dossier, "persons", "id", "label"));
    assertEquals(
        """
        dispute/fishing | topic/fishing
        person/yamada-ren | topic/fishing
        """,
        cells(dossier, "topics", "thing", "topic"));
    assertEquals("{person/yamada-r=person/yamada-ren}", dossier.merged().toString());
  }

  @Test
  void mergesAreFollowedToTheirEnd() throws IOException {
    project
        .append(
            "tables/persons.csv",
            "person/yamada-r,R. Yamada,,,,passage/july",
            "person/yamada-x,Y.,,,,passage/again")
        .append("tables/merges.csv", "person/yamada-x,person/yamada-r,merged,Again.,2026-11-22")
        .append("tables/topics.csv", "person/yamada-x,topic/fishing,passage/dispute");
    assertEquals(
        """
        dispute/fishing
        person/yamada-ren
        """,
        cells(read(), "topics", "thing"));
  }

  @Test
  void whatIsKeptApartStays() throws IOException {
    project
        .append("tables/persons.csv", "person/lee-seol,Lee Seol,,,,passage/again")
        .append("tables/merges.csv", "person/lee-seol,person/lee-sol,keptApart,Two.,2026-11-22");
    assertEquals(
        """
        person/vik-ada
        person/yamada-ren
        person/lee-sol
        person/lee-seol
        """,
        cells(read(), "persons", "id"));
  }

  @Test
  void aWithdrawnDocumentTakesAlongWhatRestsOnItAlone() throws IOException {
    Dossier before = read();
    project.append("tables/withdrawals.csv", "document/review,Retracted.,2026-11-22");
    Dossier after = read();
    assertEquals(
        """
        assessments: assessment/summit-success
        authors: document/review
        documents: document/review
        events: event/summit-2023-07-04
        gaps: gap/day-of-ruling -> document/gazette
        observations: observation/poll-62
        organisations: organisation/lake-institute
        passages: passage/again
        passages: passage/july
        passages: passage/poll
        passages: passage/review
        passages: passage/success
        persons: person/lee-sol
        recommendations: recommendation/meet-again
        disagreements: disagreement/where
        """
            .lines()
            .sorted()
            .collect(Collectors.joining("\n", "", "\n")),
        gone(before, after));
    assertEquals("Retracted.", after.withdrawn().get("document/review"));
  }

  @Test
  void aWithdrawnPassageLeavesTheRestOfTheEvidence() throws IOException {
    project.append("tables/withdrawals.csv", "passage/minister,Misread.,2026-11-22");
    Dossier dossier = read();
    assertEquals(
        "person/vik-ada | passage/vik\nperson/yamada-ren | passage/yamada\nperson/lee-sol | passage/review\n",
        cells(dossier, "persons", "id", "evidence"));
    assertEquals("tenure/vik-president\n", cells(dossier, "tenures", "id"));
  }

  @Test
  void aValueFallsWithItsOwnEvidence() throws IOException {
    project.append("tables/withdrawals.csv", "passage/where,Misread.,2026-11-22");
    Dossier dossier = read();
    assertEquals(
        "agreement/fisheries | null | null | passage/signed\n",
        cells(dossier, "agreements", "id", "signed", "signed.evidence", "evidence"));
  }

  @Test
  void anOptionalCellIsEmptiedARequiredOneTakesItsRowAlong() throws IOException {
    project.append("tables/withdrawals.csv", "event/summit-2023-07-04,Never held.,2026-11-22");
    Dossier dossier = read();
    assertEquals("event/ruling-2021-05\n", cells(dossier, "events", "id"));
    assertEquals(
        "event/ruling-2021-05 | organisation/maritime-court\nplan/vik-visit-2024 | person/vik-ada\n",
        cells(dossier, "participations", "event", "actor"));
    assertEquals("agreement/fisheries | null\n", cells(dossier, "agreements", "id", "event"));
    assertEquals("", cells(dossier, "undertakings", "id"));
    assertEquals("statement/vik-sea | null\n", cells(dossier, "statements", "id", "event"));
  }

  @Test
  void attributionIsNeverChangedByAWithdrawal() throws IOException {
    project
        .write(
            "tables/subjects.csv",
            """
            id,label,attributed_to,evidence
            topic/fishing,Fishing,person/lee-sol,passage/dispute
            topic/sea,Sea,,passage/dispute
            """)
        .append("tables/withdrawals.csv", "person/lee-sol,Not a person.,2026-11-22");
    assertEquals("topic/sea\n", cells(read(), "subjects", "id"));
  }

  private Dossier read() throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    Ontology ontology = Ontology.read(project.ontology(), log);
    Dossier dossier =
        new DossierReader(ontology.schemes(), log).read(project.tables(), project.documents());
    assertEquals(List.of(), log.sorted());
    return dossier;
  }

  private static String cells(Dossier dossier, String table, String... columns) {
    StringBuilder text = new StringBuilder();
    for (Row row : dossier.rows(table)) {
      text.append(
              List.of(columns).stream()
                  .map(row::text)
                  .map(String::valueOf)
                  .collect(Collectors.joining(" | ")))
          .append('\n');
    }
    return text.toString();
  }

  /** The rows that one dossier has and another has not, by table and first cell. */
  private static String gone(Dossier before, Dossier after) {
    TreeSet<String> lines = new TreeSet<>();
    before
        .tables()
        .keySet()
        .forEach(
            table -> {
              List<List<String>> left =
                  new java.util.ArrayList<>(before.rows(table).stream().map(Row::cells).toList());
              after.rows(table).forEach(row -> left.remove(row.cells()));
              left.forEach(
                  cells ->
                      lines.add(
                          table
                              + ": "
                              + cells.get(0)
                              + (table.equals("gaps") ? " -> document/gazette" : "")));
            });
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }
}
