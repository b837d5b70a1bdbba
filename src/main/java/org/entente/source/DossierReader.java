package org.entente.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Dossier;
import org.entente.model.Row;
import org.entente.model.RowList;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/** Reads the tables of a folder and the document texts, and checks all of it. */
public final class DossierReader {
  /** Files that look like tables and are not read. */
  private static final Pattern OTHER_TABLES =
      Pattern.compile("(?i).*\\.(csv\\.(gz|bz2|xz|zst|zip)|tsv|xlsx?|ods)");

  private final Map<String, SortedSet<String>> schemes;
  private final DiagnosticLog log;

  /**
   * A reader.
   *
   * @param schemes the values of each SKOS scheme, by the scheme's local name
   * @param log where every mistake goes
   */
  public DossierReader(Map<String, SortedSet<String>> schemes, DiagnosticLog log) {
    this.schemes = schemes;
    this.log = log;
  }

  /**
   * Reads and checks everything. When the log has errors afterwards, the dossier must not be used.
   *
   * @param folder the tables and their metadata
   * @param documents folder of the document texts; null when they are not at hand
   * @throws IOException when a file cannot be read
   */
  public Dossier read(Path folder, Path documents) throws IOException {
    if (documents != null && !Files.isDirectory(documents)) {
      throw new NoSuchFileException(documents.toString(), null, "no such folder of documents");
    }
    return check(readTables(folder), documents == null ? List.of() : List.of(documents));
  }

  /**
   * Tables with more rows, the quotes of which are looked up in the texts and pinned; so are all
   * quotes from a text of which the rows bring another version.
   *
   * @param tables the tables as they stand
   * @param addition the rows, by table
   * @param texts folders of texts, the first that has a version of a text being asked
   */
  public TableSet combine(TableSet tables, SortedMap<String, Table> addition, List<Path> texts)
      throws IOException {
    SortedMap<String, Table> combined = TableFiles.with(tables.tables(), addition);
    Set<String> newVersions = new HashSet<>();
    rows(addition, "files").forEach(row -> newVersions.add(row.value("id")));
    Set<Row> added = new HashSet<>(rows(addition, "passages"));
    Map<String, Row> fileOfDocument = filesOfDocuments(combined);
    QuoteChecker quotes =
        new QuoteChecker(
            fileOfDocument, DocumentTexts.read(texts, rows(combined, "files"), log), log);
    RowList.Builder passages = new RowList.Builder();
    for (Row row : rows(combined, "passages")) {
      Row file = fileOfDocument.get(row.value("document"));
      boolean moved = file != null && newVersions.contains(file.value("id"));
      passages.add(added.contains(row) || moved ? Pin.pinned(row, quotes) : row);
    }
    if (combined.containsKey("passages")) {
      combined.put("passages", combined.get("passages").withRows(passages.build()));
    }
    return new TableSet(combined, tables.incomplete());
  }

  /**
   * Checks tables. When the log has errors afterwards, the dossier must not be used.
   *
   * @param read the tables as they stand
   * @param documents folders of the document texts; none when they are not at hand
   */
  public Dossier check(TableSet read, List<Path> documents) throws IOException {
    SortedMap<String, Table> asWritten = read.tables();
    new TableChecker(schemes, read.incomplete(), log).check(asWritten.values());
    Decisions decisions = Decisions.read(asWritten, log);
    SortedMap<String, Table> tables = log.hasErrors() ? asWritten : decisions.apply(asWritten);
    Map<String, Row> fileOfDocument = filesOfDocuments(tables);
    DocumentTexts texts = DocumentTexts.read(documents, rows(tables, "files"), log);
    QuoteChecker quotes = new QuoteChecker(fileOfDocument, texts, log);
    Set<String> declared = new HashSet<>();
    rows(tables, "documents").forEach(row -> declared.add(row.value("id")));
    List<Row> quoted = rows(tables, "passages");
    PassageRows passages = new PassageRows(quoted);
    int place = -1;
    for (Row row : quoted) {
      place++;
      if (!declared.contains(row.value("document"))) {
        continue;
      }
      int start = quotes.locate(row);
      if (start >= 0) {
        quotes.checkPinned(row, start);
      }
      if (row.value("id") != null) {
        passages.add(place, row.value("id"));
      }
    }
    return new Dossier(
        tables,
        passages,
        fileOfDocument,
        decisions.withdrawn(),
        decisions.merged(),
        quotes.verified(),
        quotes.notVerified());
  }

  /**
   * The metadata of the tables in a folder, by table name.
   *
   * @throws IOException when there is no such folder, or a file of it cannot be read
   */
  public SortedMap<String, TableSchema> readSchemas(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          folder.toString(), null, "no such folder of tables; init makes one");
    }
    SortedMap<String, TableSchema> schemas = new TreeMap<>();
    MetadataReader reader = new MetadataReader(log);
    for (Path file : list(folder)) {
      if (file.getFileName().toString().endsWith(MetadataReader.SUFFIX)) {
        TableSchema schema = reader.read(file);
        if (schema != null) {
          schemas.put(schema.name(), schema);
        }
      }
    }
    return schemas;
  }

  /** Reads the tables of a folder as they stand. */
  public TableSet readTables(Path folder) throws IOException {
    TableFiles.finish(folder);
    SortedMap<String, TableSchema> schemas = readSchemas(folder);
    Set<String> incomplete = new HashSet<>();
    SortedMap<String, Table> tables = new TreeMap<>();
    TableReader reader = new TableReader(log);
    for (Path file : list(folder)) {
      String name = file.getFileName().toString();
      if (OTHER_TABLES.matcher(name).matches()) {
        log.error(
            Location.of(file.toString()),
            Rule.FILE,
            "tables as plain CSV files",
            Diagnostic.quote(name),
            "save it as .csv, or keep it elsewhere");
      }
      if (!name.endsWith(".csv")) {
        continue;
      }
      String table = name.substring(0, name.length() - 4);
      TableSchema schema = schemas.get(table);
      if (schema == null && Files.exists(folder.resolve(table + MetadataReader.SUFFIX))) {
        incomplete.add(table);
        continue;
      }
      if (schema == null) {
        log.error(
            Location.of(file.toString()),
            Rule.METADATA,
            "metadata beside the table, in " + table + MetadataReader.SUFFIX,
            "none",
            "copy the metadata of a shipped table and change it");
        incomplete.add(table);
        continue;
      }
      TableReader.Result read = reader.read(file, schema);
      if (read.table() != null) {
        tables.put(table, read.table());
      }
      if (!read.complete()) {
        incomplete.add(table);
      }
    }
    for (TableSchema schema : schemas.values()) {
      if (!Files.isRegularFile(folder.resolve(schema.name() + ".csv"))) {
        log.error(
            Location.of(folder.resolve(schema.name() + ".csv").toString()),
            Rule.FILE,
            "the table its metadata describes",
            Files.exists(folder.resolve(schema.name() + ".csv")) ? "no file" : "no such file",
            "write at least its header line");
        incomplete.add(schema.name());
      }
    }
    return new TableSet(tables, incomplete);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<Row> rows(SortedMap<String, Table> tables, String name) {
    return tables.containsKey(name) ? tables.get(name).rows() : new ArrayList<>();
  }

  private Map<String, Row> filesOfDocuments(SortedMap<String, Table> tables) {
    Map<String, Row> files = new HashMap<>();
    for (Row file : rows(tables, "files")) {
      files.put(file.value("id"), file);
    }
    Map<String, Row> byDocument = new HashMap<>();
    for (Row document : rows(tables, "documents")) {
      String file = document.value("file");
      if (file != null && files.containsKey(file)) {
        Row other = byDocument.putIfAbsent(document.value("id"), files.get(file));
        if (other != null && !file.equals(other.value("id"))) {
          log.error(
              document.location("file"),
              Rule.DUPLICATE,
              "one file for a document",
              Diagnostic.quote(file) + " and " + Diagnostic.quote(other.value("id")),
              "an article is carried by one file");
        }
      }
    }
    return byDocument;
  }
}
