package org.entente.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of a made-up document, counted by hand; the reference scorer gives the same. */
class EvaluationTest {
  private static final String TEXT =
      "Tonga met Fiji in May. Tonga will send a ship to Fiji. Tonga said it was glad. Fiji slept.";

  @TempDir private Path folder;

  @BeforeEach
  void gold() throws IOException {
    Files.writeString(folder.resolve("a.txt"), TEXT);
    Files.writeString(
        folder.resolve("docs.tsv"), "id\tdate\tsplit\tfile\n01\t2024-05-17\tdev\ta.txt\n");
    Files.writeString(
        folder.resolve("entities.tsv"),
        "canonical\tkind\taliases\nTonga\tstate\tKingdom of Tonga\nFiji\tstate\tSuva\n");
    String header =
        "id\tdoc\ttype\tparticipants\tdate\tevidence\tcertainty\tsalience\talt_types\talt_dates"
            + "\talt_certainty\tstates\tevidence_alt\n";
    Files.writeString(
        folder.resolve("gold.tsv"),
        header
            + "E1\t01\tmeeting\tTonga;Fiji\t2024-05\tTonga met Fiji in May.\tasserted\tcore\tsummit"
            + "\t\t\tTonga;Fiji\t\n"
            + "E2\t01\tmeasure\tTonga\t\tTonga will send a ship to Fiji.\tplanned\tcore\t\t\t"
            + "\tTonga;Fiji\t\n"
            + "E3\t01\tstatement\tTonga\t\tTonga said it was glad.\tasserted\tminor\tdeclaration\t-"
            + "\t\tTonga\t\n"
            + "E4\t01\tincident\tFiji\t\tFiji slept.\tasserted\toptional\t\t\t\tFiji\t\n");
  }

  private Evaluation.Report report(String rows) throws IOException {
    Path table = folder.resolve("predictions.tsv");
    Files.writeString(
        table, "doc\ttype\tparticipants\tdate\tcertainty\tstart\tend\tevidence\n" + rows);
    return Evaluation.of(folder, table);
  }

  @Test
  void aTableWithoutAColumnThatIsNeededIsRefused() throws IOException {
    Path documents = folder.resolve("docs.tsv");
    Files.writeString(documents, "id\tdate\n01\t2024-05-17\n");
    assertEquals(
        documents + ":1: expected a column file but found id, date",
        assertThrows(IOException.class, () -> report("")).getMessage());
  }

  @Test
  void everyKindOfHit() throws IOException {
    Evaluation.Report report =
        report(
            "01\tsummit\tKingdom of Tonga;Suva\t2024-05\tasserted\t0\t22\t\n"
                + "01\tmeeting\tTonga\t2023\tasserted\t0\t22\t\n"
                + "01\tmeasure\tTonga\t2024-06\tasserted\t\t\tTonga will send a ship to Fiji.\n"
                + "01\tincident\tFiji\t\tasserted\t79\t90\t\n"
                + "01\telection\tTonga\t\tasserted\t55\t78\t\n");
    Evaluation.Figures all = report.all();
    assertEquals(
        new Evaluation.Figures(5, 2, 1, 1, 1, 2, 3, 2, 2, 0, 2, 0, 2, 0, 1, 1).toString(),
        all.toString());
    assertEquals(2 / 3.0, all.precision());
    assertEquals(2 / 3.0, all.recall());
    assertEquals(1.0, all.coreRecall());
    assertEquals(0, report.statements().found());
    assertEquals(1, report.statements().total());
    assertEquals(1, report.byType().get("meeting").found());
  }

  @Test
  void nothingPredicted() throws IOException {
    Evaluation.Report report = report("");
    assertEquals(0.0, report.all().precision());
    assertEquals(0.0, report.meanF1());
    assertEquals(
        "all: precision 0.000 (0 of 0), recall 0.000 (0 of 3), core 0.000 (0 of 2), whole core 0,"
            + " duplicates 0, optional 0, type 0.000, date right 0.000 wrong 0.000 missing 0.000,"
            + " certainty 0.000, told as fact 0",
        report.text().lines().findFirst().orElseThrow());
  }
}
