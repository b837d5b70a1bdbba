package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.diagnostic.DataErrorException;
import org.entente.extract.Candidate;
import org.entente.extract.CandidateTsv;
import org.entente.extract.Certainty;
import org.entente.extract.EventType;
import org.entente.extract.Extractor;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;
import org.entente.report.Evaluation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures that the extractor reaches over documents of many states, with empty tables. All of
 * the documents were worked on, so this says what must not be lost and not what to expect of a new
 * one. A change that lowers a figure fails here.
 */
class ExtractionQualityTest {
  private static final Path CORPUS = Path.of("src/test/resources/extraction");
  @TempDir static Path folder;
  private static Evaluation.Report report;

  /** Of the candidates of a band of confidence, how many hit a row. */
  private static final Map<Integer, int[]> BANDS = new TreeMap<>();

  @BeforeAll
  static void extract() throws IOException, DataErrorException {
    Extractor extractor = Extractor.of(Lexicon.load(Path.of("ontology")), NamesTable.EMPTY);
    report = report(extractor, "corpus");
  }

  private static Evaluation.Report report(Extractor extractor, String split)
      throws IOException, DataErrorException {
    Path table = folder.resolve(split + ".tsv");
    Map<String, List<String>> byBand = new TreeMap<>();
    List<String> lines = Files.readAllLines(CORPUS.resolve(split).resolve("docs.tsv"));
    try (Writer out = Files.newBufferedWriter(table)) {
      CandidateTsv.header(out);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t", -1);
        Path file = CORPUS.resolve(split).resolve(cells[4]);
        List<Candidate> found =
            extractor
                .read(cells[0], Files.readString(file), LocalDate.parse(cells[3]))
                .candidates();
        CandidateTsv.rows(out, file.getFileName().toString(), found);
      }
    }
    List<String> rows = Files.readAllLines(table);
    for (String row : rows.subList(1, rows.size())) {
      String confidence = row.split("\t", -1)[8];
      byBand.computeIfAbsent(confidence.substring(0, 3), k -> new ArrayList<>()).add(row);
    }
    for (Map.Entry<String, List<String>> band : byBand.entrySet()) {
      Path part = folder.resolve(split + "-" + band.getKey() + ".tsv");
      List<String> some = new ArrayList<>(List.of(rows.get(0)));
      some.addAll(band.getValue());
      Files.write(part, some);
      Evaluation.Figures figures = figures(split, part).all();
      int[] sums =
          BANDS.computeIfAbsent(Math.round(Float.parseFloat(band.getKey()) * 10), k -> new int[2]);
      sums[0] += figures.right();
      sums[1] += figures.right() + figures.wrong();
    }
    return figures(split, table);
  }

  private static Evaluation.Report figures(String split, Path table)
      throws IOException, DataErrorException {
    Set<String> types =
        Arrays.stream(EventType.values()).map(EventType::key).collect(Collectors.toSet());
    Set<String> certainties =
        Arrays.stream(Certainty.values()).map(Certainty::key).collect(Collectors.toSet());
    return Evaluation.of(CORPUS.resolve(split), table, types, certainties);
  }

  private static void atLeast(String what, double least, double found) {
    assertTrue(found >= least, what + ": expected at least " + least + " but found " + found);
  }

  @Test
  void eventsAndStatementsAreFound() {
    atLeast("precision of events", 0.875, report.events().precision());
    atLeast("core recall of events", 0.755, report.events().coreRecall());
    atLeast("precision of statements", 0.92, report.statements().precision());
    atLeast("core recall of statements", 0.82, report.statements().coreRecall());
  }

  @Test
  void datesAndCertaintyAreRight() {
    Evaluation.Figures all = report.all();
    atLeast("dates", 0.915, all.dateRight() / (double) all.right());
    atLeast("certainty", 0.97, all.certaintyRight() / (double) all.right());
  }

  /** What is planned, denied or only possible. */
  @Test
  void hardlyAnythingIsWronglyToldAsFact() {
    assertTrue(report.all().toldAsFact() <= 4, "told as fact: " + report.all().toldAsFact());
  }

  /** Of the candidates at 0.8, eight in ten are right. */
  @Test
  void confidenceMeansWhatItSays() {
    assertEquals(List.of(4, 6, 7, 8, 9), List.copyOf(BANDS.keySet()));
    for (int band : BANDS.keySet()) {
      int[] sums = BANDS.get(band);
      atLeast("share that is right at 0." + band, band / 10.0, sums[0] / (double) sums[1]);
    }
  }
}
