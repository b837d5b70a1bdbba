package org.entente.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.diagnostic.DataErrorException;
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

  private Evaluation.Report report(String rows) throws IOException, DataErrorException {
    Path table = folder.resolve("predictions.tsv");
    Files.writeString(
        table, "doc\ttype\tparticipants\tdate\tcertainty\tstart\tend\tevidence\n" + rows);
    return evaluate(folder, table);
  }

  private Evaluation.Report evaluate(Path gold, Path found) throws IOException, DataErrorException {
    return Evaluation.of(
        gold,
        found,
        Set.of("meeting", "summit", "measure", "statement", "incident", "election"),
        Set.of("asserted", "planned"));
  }

  /** What is said of the files as they are, without the folder's path. */
  private String mistakes(Path found) {
    return assertThrows(DataErrorException.class, () -> evaluate(folder, found))
        .diagnostics()
        .stream()
        .map(d -> d.toString().replace(folder + "/", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Path found(String text) throws IOException {
    return Files.writeString(folder.resolve("found.tsv"), text);
  }

  private static final String HEADER = "doc\ttype\tdate\tcertainty\tstart\tend\tparticipants\n";

  @Test
  void columnsThatAreMissingAreNamedAtOnce() throws IOException {
    Files.writeString(folder.resolve("docs.tsv"), "id\tdate\n01\t2024-05-17\n");
    Files.writeString(folder.resolve("entities.tsv"), "");
    assertEquals(
        """
        docs.tsv:1: error: expected column 'file' but found a header without it [missing-column]\
         (the columns that are needed: id, file)
        entities.tsv:1: error: expected a header line but found an empty one [missing-column] (its\
         columns are: canonical, aliases)
        found.tsv:1: error: expected cells separated by tabs but found commas [missing-column]\
         (save the table with tabs as separators)
        """,
        mistakes(found("doc,type,date,certainty,start,end\n01,meeting,,asserted,0,22\n")));
  }

  @Test
  void predictionsNeedTheirPlaces() throws IOException {
    assertEquals(
        """
        found.tsv:1: error: expected columns 'start' and 'end', or 'evidence' but found a header\
         without them [missing-column] (they say where the text tells it)
        """,
        mistakes(found("doc\ttype\tparticipants\tdate\tcertainty\n")));
    assertEquals(
        """
        found.tsv:1: error: expected column 'participants' but found a header without it\
         [missing-column] (the columns that are needed: doc, type, participants, date, certainty)
        """,
        mistakes(found(HEADER.replace("\tparticipants", ""))));
  }

  @Test
  void cellsThatCannotBeAreNamedAtOnce() throws IOException {
    assertEquals(
        """
        found.tsv:2:1: error: expected a document of docs.tsv in column doc but found '1'\
         [unknown-id] (take the row out, or add its document there)
        found.tsv:3:4: error: expected one of election, incident, measure, meeting, statement,\
         summit in column type but found 'chat' [scheme] (write one of these)
        found.tsv:3:9: error: expected a date or interval in EDTF level 1, or nothing, in column\
         date but found '2024-13' [edtf] (write it as 2024-10-01, 2024-10 or 2024)
        found.tsv:3:17: error: expected one of asserted, planned in column certainty but found an\
         empty cell [scheme] (write one of these)
        found.tsv:4:22: error: expected a number from 0 to 90 in column start but found 'x'\
         [datatype] (count the text's characters from 0, and end after the last)
        found.tsv:5:24: error: expected a number from 10 to 90 in column end but found '9'\
         [datatype] (count the text's characters from 0, and end after the last)
        found.tsv:6:24: error: expected a number from 1 to 90 in column end but found '91'\
         [datatype] (count the text's characters from 0, and end after the last)
        found.tsv:7:22: error: expected a place in columns start and end, or a quote in column\
         evidence but found neither [evidence] (say where the text tells it)
        found.tsv:8: error: expected 7 cells, as in the header but found 2 cells [ragged-row]\
         (write a tab for each cell, also for an empty one)
        """,
        mistakes(
            found(
                HEADER
                    + "1\tmeeting\t\tasserted\t0\t9\t\n"
                    + "01\tchat\t2024-13\t\t0\t9\t\n"
                    + "01\tmeeting\t\tasserted\tx\t9\t\n"
                    + "01\tmeeting\t\tasserted\t9\t9\t\n"
                    + "01\tmeeting\t\tasserted\t0\t91\t\n"
                    + "01\tmeeting\t\tasserted\t\t\t\n"
                    + "01\tmeeting\n")));
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws IOException {
    assertEquals(
        "docs: error: expected a file but found a folder [file] (name a file in it)\n",
        mistakes(Files.createDirectory(folder.resolve("docs"))));
    Path latin = Files.write(folder.resolve("latin.tsv"), new byte[] {'d', '\n', 'o', (byte) 0xE9});
    assertEquals(
        "latin.tsv:2:2: error: expected UTF-8 but found bytes that are not UTF-8 [encoding] (save"
            + " the file as UTF-8)\n",
        mistakes(latin));
    Files.delete(folder.resolve("a.txt"));
    assertEquals(
        "docs.tsv:2:19: error: expected a text, by its path from the table, in column file but"
            + " found 'a.txt', which is no file [file] (put the text there, or take the row out)\n",
        mistakes(found(HEADER)));
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreNoMatter() throws Exception {
    String rows = HEADER + "01\tmeeting\t2024-05\tasserted\t0\t22\t\n";
    String report = evaluate(folder, found(rows)).text();
    assertTrue(report.startsWith("all: precision 1.000 (1 of 1)"), report);
    assertEquals(report, evaluate(folder, found("\uFEFF" + rows.replace("\n", "\r\n"))).text());
  }

  @Test
  void theNamedTableIsRead() throws Exception {
    String gold = Files.readString(folder.resolve("gold.tsv"));
    String two = String.join("\n", gold.lines().toList().subList(0, 2)) + "\n";
    Path other = Files.writeString(folder.resolve("other.tsv"), two);
    assertEquals(1, evaluate(other, found(HEADER)).all().total());
    assertEquals(3, evaluate(folder, found(HEADER)).all().total());
  }

  @Test
  void everyKindOfHit() throws Exception {
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
  void nothingPredicted() throws Exception {
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
