package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.extract.Extractor;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;
import org.entente.model.Dossier;
import org.entente.review.Candidates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of documents, one of which cannot be read. */
class ExtractionTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 17);

  @TempDir Path folder;

  @Test
  void aDocumentOnWhichTheRulesFailLeavesTheOthersToBeRead() throws IOException {
    for (String name : List.of("001-a.txt", "002-b.txt", "003-c.txt")) {
      Files.writeString(folder.resolve(name), "Peru and Chile signed a treaty in Lima.\n");
    }
    Extractor extractor = Extractor.of(Lexicon.load(Path.of("ontology")), NamesTable.EMPTY);
    Dossier nothing =
        new Dossier(new TreeMap<>(), Map.of(), Map.of(), new TreeMap<>(), new TreeMap<>(), 0, 0);
    StringWriter told = new StringWriter();
    List<String> read = new ArrayList<>();
    int unread;
    try (Progress progress = Progress.on(new PrintWriter(told, true))) {
      Extraction extraction =
          new Extraction(
              (document, file, date) -> {
                if (document.contains("002")) {
                  throw new IllegalStateException("the rules do not hold");
                }
                return extractor.read(document, file, date);
              },
              extractor.lexicon(),
              NamesTable.EMPTY,
              nothing,
              Candidates.of(new TreeMap<>()),
              progress);
      extraction.read(
          folder,
          Map.of("001", DAY, "003", DAY),
          r -> read.add(r.file().getFileName() + " " + r.reading().candidates().size()));
      unread = extraction.unread();
    }
    assertEquals(List.of("001-a.txt 1", "003-c.txt 1"), read);
    assertEquals(1, unread);
    String line = told.toString();
    assertEquals(
        folder.resolve("002-b.txt")
            + ": error: expected a text that the rules can read but found"
            + " IllegalStateException at ",
        line.substring(0, line.indexOf("org.entente.ExtractionTest")));
    assertTrue(
        line.endsWith(
            " [internal] (this is a fault of the program: report it with the document; the others"
                + " are read)"
                + System.lineSeparator()),
        line);
  }
}
