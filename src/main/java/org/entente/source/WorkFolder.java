package org.entente.source;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.CanonicalText;
import org.entente.model.Column;
import org.entente.model.FolderLock;
import org.entente.model.ReviewColumns;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/**
 * A folder of candidates: one file a table, with the table's own columns and those of the review,
 * and the texts that passages are quoted from.
 */
public final class WorkFolder {
  /** Name of the file that stands for the right to change a folder. */
  public static final String LOCK = "work.lock";

  private static final String TEXTS = "texts";
  private static final String MEND =
      "put back what was there, or take it away; extract then proposes it anew";

  private final Path root;
  private final SortedMap<String, TableSchema> schemas;

  /**
   * A folder of candidates.
   *
   * @param root the folder
   * @param schemas metadata of the tables that the candidates are for
   */
  public WorkFolder(Path root, SortedMap<String, TableSchema> schemas) {
    this.root = root;
    this.schemas = schemas;
  }

  /**
   * Takes the right to change the folder, until the result is closed.
   *
   * @throws IOException when another process, or another thread of this one, has it, or when there
   *     is no such folder
   */
  public FolderLock hold() throws IOException {
    requireFolder();
    return FolderLock.take(
        root.resolve(LOCK),
        "another extract or review works in " + root + "; wait until it has ended");
  }

  /** The folder of the texts. */
  public Path texts() {
    return root.resolve(TEXTS);
  }

  /** The candidates; none when there is no such folder yet. */
  public SortedMap<String, Table> readIfThere(DiagnosticLog log) throws IOException {
    return Files.isDirectory(root) ? read(log) : new TreeMap<>();
  }

  /** The candidates; what is wrong with the form of a file goes to the log. */
  public SortedMap<String, Table> read(DiagnosticLog log) throws IOException {
    requireFolder();
    SortedMap<String, Table> tables = new TreeMap<>();
    TableReader reader = new TableReader(log);
    for (TableSchema schema : schemas.values()) {
      Path file = root.resolve(schema.name() + ".csv");
      if (!Files.exists(file)) {
        continue;
      }
      if (!Files.isRegularFile(file)) {
        log.error(
            Location.of(file.toString()),
            Rule.FILE,
            "a table of candidates",
            Files.isDirectory(file) ? "a folder" : "no regular file",
            MEND);
        continue;
      }
      Table table = reader.read(file, ReviewColumns.extend(schema)).table();
      if (table != null && table.rows().isEmpty() && !log.hasErrors()) {
        log.error(
            Location.of(file.toString(), 1),
            Rule.FILE,
            "the rows that extract wrote",
            "a header alone",
            MEND);
      } else if (table != null) {
        tables.put(schema.name(), table);
      }
    }
    return tables;
  }

  /**
   * Requires a folder that an extraction has written to, or that has nothing in it yet.
   *
   * @throws IOException when it is none
   */
  public void requireCandidates() throws IOException {
    requireFolder();
    boolean written = Files.isDirectory(texts());
    for (String table : schemas.keySet()) {
      written |= Files.exists(file(table));
    }
    try (Stream<Path> files = Files.list(root)) {
      if (!written && files.anyMatch(file -> !file.equals(root.resolve(LOCK)))) {
        throw new NoSuchFileException(
            root.toString(), null, "no work folder but another; extract DOCUMENTS --out makes one");
      }
    }
  }

  private void requireFolder() throws IOException {
    if (!Files.isDirectory(root)) {
      throw new NoSuchFileException(
          root.toString(), null, "no such work folder; extract makes one");
    }
  }

  /**
   * Makes the folder, unless it is there.
   *
   * @throws IOException when it cannot be made, such as where a file has its name
   */
  public void make() throws IOException {
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new FileAlreadyExistsException(
          root.toString(),
          null,
          "expected a folder for the candidates but found a file (name another with --out)");
    }
    Files.createDirectories(root);
  }

  /** The path of a table's file. */
  public Path file(String table) {
    return root.resolve(table + ".csv");
  }

  /** Writes tables, each file whole or not at all; a table without rows loses its file. */
  public void write(SortedMap<String, Table> tables) throws IOException {
    Files.createDirectories(root);
    for (TableSchema schema : schemas.values()) {
      Table table = tables.get(schema.name());
      if (table == null || table.rows().isEmpty()) {
        Files.deleteIfExists(file(schema.name()));
      } else {
        CsvFile.replace(file(schema.name()), CsvFile.text(columns(table), table.rows()));
      }
    }
  }

  /** The table's own columns, then any {@code X.evidence}, then those of the review. */
  private static List<String> columns(Table table) {
    List<String> columns = new ArrayList<>();
    table.schema().columns().stream()
        .map(Column::name)
        .filter(name -> !ReviewColumns.ALL.contains(name))
        .forEach(columns::add);
    TableFiles.columns(table).stream()
        .filter(name -> table.schema().column(name) == null)
        .forEach(columns::add);
    columns.addAll(ReviewColumns.ALL);
    return columns;
  }

  /** Keeps a text under a name. */
  public void keep(String name, String text) throws IOException {
    Files.createDirectories(texts());
    CsvFile.replace(texts().resolve(name), text);
  }

  /** The texts that are kept, by name. */
  public Map<String, String> readTexts(Iterable<String> names) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String name : names) {
      Path file = texts().resolve(name);
      if (Files.isRegularFile(file)) {
        texts.put(name, CanonicalText.of(Files.readAllBytes(file)));
      }
    }
    return texts;
  }
}
