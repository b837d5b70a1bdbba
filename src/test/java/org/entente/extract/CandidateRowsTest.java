package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateRowsTest {
  private static final String TEXT =
      "Foreign Minister Ada Example of Tonga met Foreign Minister Bo Sample of Fiji in Suva on 3 May"
          + " 2024.";

  @Test
  void aMeetingIsAnEventWithParticipationsAndAPassage() {
    Map<String, List<CandidateRows.TableRow>> rows =
        CandidateRows.of(Fixture.read(TEXT)).stream()
            .collect(Collectors.groupingBy(CandidateRows.TableRow::table));
    CandidateRows.TableRow event = rows.get("events").get(0);
    assertEquals("Meeting", event.cells().get("type"));
    assertEquals("2024-05-03", event.cells().get("date"));
    assertEquals("place/suva", event.cells().get("place"));
    assertEquals("extractor 1", event.cells().get("producer"));
    assertEquals(
        List.of("person/ada-example", "person/bo-sample"),
        rows.get("participations").stream().map(r -> r.cells().get("actor")).toList());
    CandidateRows.TableRow passage = rows.get("passages").get(0);
    assertEquals(event.cells().get("evidence"), passage.cells().get("id"));
    assertEquals("0", passage.cells().get("start"));
  }

  @Test
  void readingAgainGivesTheSameIdentifiers() {
    assertEquals(CandidateRows.of(Fixture.read(TEXT)), CandidateRows.of(Fixture.read(TEXT)));
    List<CandidateRows.TableRow> later = CandidateRows.of(Fixture.read("A word first.\n\n" + TEXT));
    List<String> ids =
        CandidateRows.of(Fixture.read(TEXT)).stream().map(r -> r.cells().get("id")).toList();
    assertEquals(ids, later.stream().map(r -> r.cells().get("id")).toList());
  }

  @Test
  void tablesHaveTheColumnsOfAReview(@TempDir Path folder) throws IOException {
    CandidateTables.write(folder, CandidateRows.of(Fixture.read(TEXT)));
    String header = Files.readAllLines(folder.resolve("events.csv")).get(0);
    assertEquals(
        "id,type,label,date,place,evidence,status,producer,confidence,rules,decision,reason,reviewer",
        header);
    assertTrue(Files.exists(folder.resolve("passages.csv")));
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
