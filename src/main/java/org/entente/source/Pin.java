package org.entente.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/** Fills the offsets of passages from the texts they quote. */
public final class Pin {
  private Pin() {}

  /** What pinning did. */
  public record Outcome(int pinned, int changed, int textAbsent) {}

  /**
   * Rewrites {@code passages.csv} with the offsets of every quote whose text is at hand. Cells that
   * were quoted without need lose their quotation marks; nothing else changes.
   *
   * @throws DataErrorException when a quote is absent from its text or stands there more than once;
   *     then nothing is written
   */
  public static Outcome run(Path tables, Path documents, DiagnosticLog log)
      throws IOException, DataErrorException {
    if (!Files.isDirectory(documents)) {
      throw new NoSuchFileException(documents.toString(), null, "no such folder of documents");
    }
    SortedMap<String, TableSchema> schemas = new DossierReader(Map.of(), log).readSchemas(tables);
    TableReader reader = new TableReader(log);
    Map<String, Table> read = new HashMap<>();
    for (String name : List.of("files", "documents", "passages")) {
      Path file = tables.resolve(name + ".csv");
      if (!schemas.containsKey(name) || !Files.isRegularFile(file)) {
        log.error(Location.of(file.toString()), Rule.FILE, "a table with metadata", "none", "");
        continue;
      }
      read.put(name, reader.read(file, schemas.get(name)).table());
    }
    log.throwIfErrors();
    Table passages = read.get("passages");
    if (!passages.header().containsKey("start") || !passages.header().containsKey("end")) {
      log.error(
          Location.of(passages.file(), 1),
          Rule.MISSING_COLUMN,
          "columns 'start' and 'end'",
          "a header without them",
          "add them to the header");
    }
    log.throwIfErrors();
    Map<String, Row> fileOfDocument = fileOfDocument(read);
    DocumentTexts texts = DocumentTexts.read(List.of(documents), read.get("files").rows(), log);
    QuoteChecker checker = new QuoteChecker(fileOfDocument, texts, log);
    List<Row> pinned = new ArrayList<>();
    int changed = 0;
    for (Row row : passages.rows()) {
      Row placed = pinned(row, checker);
      if (!Objects.equals(placed.text("start"), row.text("start"))
          || !Objects.equals(placed.text("end"), row.text("end"))) {
        changed++;
      }
      pinned.add(placed);
    }
    log.throwIfErrors();
    if (changed > 0) {
      CsvFile.replace(Path.of(passages.file()), CsvFile.text(TableFiles.columns(passages), pinned));
    }
    return new Outcome(checker.verified(), changed, checker.notVerified());
  }

  /** A passage with the offsets of its quote; as it was when its text is not at hand. */
  static Row pinned(Row passage, QuoteChecker checker) {
    int start = passage.has("start") && passage.has("end") ? checker.locate(passage) : -1;
    if (start < 0) {
      return passage;
    }
    String quote = passage.value("quote");
    return passage
        .with("start", Integer.toString(start))
        .with("end", Integer.toString(start + quote.codePointCount(0, quote.length())));
  }

  private static Map<String, Row> fileOfDocument(Map<String, Table> read) {
    Map<String, Row> files = new HashMap<>();
    read.get("files").rows().forEach(row -> files.put(row.value("id"), row));
    Map<String, Row> byDocument = new HashMap<>();
    for (Row document : read.get("documents").rows()) {
      if (files.containsKey(document.value("file"))) {
        byDocument.put(document.value("id"), files.get(document.value("file")));
      }
    }
    return byDocument;
  }
}
