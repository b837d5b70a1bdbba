package org.entente.source;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    DocumentTexts texts = DocumentTexts.read(documents, read.get("files").rows(), log);
    QuoteChecker checker = new QuoteChecker(fileOfDocument, texts, log);
    List<Row> pinned = new ArrayList<>();
    int changed = 0;
    for (Row row : passages.rows()) {
      int start = checker.locate(row);
      if (start < 0) {
        pinned.add(row);
        continue;
      }
      String quote = row.value("quote");
      String from = Integer.toString(start);
      String to = Integer.toString(start + quote.codePointCount(0, quote.length()));
      if (!from.equals(row.text("start")) || !to.equals(row.text("end"))) {
        changed++;
      }
      pinned.add(row.with("start", from).with("end", to));
    }
    log.throwIfErrors();
    if (changed > 0) {
      write(Path.of(passages.file()), passages, pinned);
    }
    return new Outcome(checker.verified(), changed, checker.notVerified());
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

  private static void write(Path file, Table table, List<Row> rows) throws IOException {
    String[] header = new String[table.header().size()];
    table.header().forEach((name, position) -> header[position] = name);
    StringWriter text = new StringWriter();
    try (ICSVWriter writer =
        new CSVWriterBuilder(text).withParser(new RFC4180Parser()).withLineEnd("\n").build()) {
      writer.writeNext(header, false);
      rows.forEach(row -> writer.writeNext(row.cells().toArray(String[]::new), false));
    }
    Path target = file.toRealPath();
    Path aside = target.resolveSibling(target.getFileName() + ".new");
    Files.writeString(aside, text.toString(), StandardCharsets.UTF_8);
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
