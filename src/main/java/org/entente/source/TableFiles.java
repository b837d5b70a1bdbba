package org.entente.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.model.Column;
import org.entente.model.Row;
import org.entente.model.RowList;
import org.entente.model.Table;

/**
 * Adds rows to the tables of a folder, to all files or to none. The new files are written aside in
 * a folder whose renaming decides; what a crash left undone after that, the next reader finishes.
 */
public final class TableFiles {
  private static final String PREPARED = "entering.new";
  private static final String DECIDED = "entering";

  private TableFiles() {}

  /** The columns of a table's file, in its order. */
  static List<String> columns(Table table) {
    return table.header().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Tables with more rows. A row of the files table takes the place of the one of its identifier:
   * it is another version of the text.
   */
  static SortedMap<String, Table> with(
      SortedMap<String, Table> tables, SortedMap<String, Table> addition) {
    SortedMap<String, Table> combined = new TreeMap<>(tables);
    addition.forEach(
        (name, added) -> {
          Table table = combined.get(name);
          if (table == null) {
            return;
          }
          Set<String> replaced = new HashSet<>();
          if (name.equals("files")) {
            added.rows().forEach(row -> replaced.add(row.value("id")));
          }
          RowList.Builder rows = new RowList.Builder();
          for (Row row : table.rows()) {
            if (!replaced.contains(row.value("id"))) {
              rows.add(row);
            }
          }
          added.rows().forEach(rows::add);
          combined.put(
              name,
              new Table(table.schema(), table.file(), header(table, added.rows()), rows.build()));
        });
    return combined;
  }

  /** The header of a table, and behind it what only the added rows have. */
  private static Map<String, Integer> header(Table table, List<Row> added) {
    Map<String, Integer> header = new HashMap<>(table.header());
    table.schema().columns().stream()
        .map(column -> column.name())
        .filter(name -> added.stream().anyMatch(row -> row.text(name) != null))
        .forEach(name -> header.putIfAbsent(name, header.size()));
    added.stream()
        .flatMap(row -> row.table().header().keySet().stream().filter(n -> row.text(n) != null))
        .filter(name -> name.endsWith(Column.EVIDENCE_SUFFIX))
        .sorted()
        .forEach(name -> header.putIfAbsent(name, header.size()));
    return Map.copyOf(header);
  }

  /**
   * Writes the tables that differ from those before. A file to which rows were only added keeps
   * every byte that it has.
   */
  public static void write(
      Path folder, SortedMap<String, Table> before, SortedMap<String, Table> after)
      throws IOException {
    Path prepared = folder.resolve(PREPARED);
    delete(prepared);
    Files.createDirectory(prepared);
    boolean changed = false;
    for (Map.Entry<String, Table> entry : after.entrySet()) {
      Table old = before.get(entry.getKey());
      if (!entry.getValue().equals(old)) {
        String file = entry.getKey() + ".csv";
        CsvFile.write(prepared.resolve(file), text(folder.resolve(file), old, entry.getValue()));
        changed = true;
      }
    }
    if (!changed) {
      delete(prepared);
      return;
    }
    Files.move(prepared, folder.resolve(DECIDED), StandardCopyOption.ATOMIC_MOVE);
    finish(folder);
  }

  private static String text(Path file, Table old, Table changed) throws IOException {
    List<String> columns = columns(changed);
    int same = old.rows().size();
    boolean onlyAdded =
        columns.equals(columns(old))
            && changed.rows().size() >= same
            && changed.rows().subList(0, same).equals(old.rows());
    if (!onlyAdded) {
      return CsvFile.text(columns, changed.rows());
    }
    String kept = Files.readString(file, StandardCharsets.UTF_8);
    return kept
        + (kept.endsWith("\n") ? "" : "\n")
        + CsvFile.lines(columns, changed.rows().subList(same, changed.rows().size()));
  }

  /** Finishes what an interrupted entry had decided. */
  static void finish(Path folder) throws IOException {
    Path decided = folder.resolve(DECIDED);
    if (!Files.isDirectory(decided)) {
      return;
    }
    for (Path file : list(decided)) {
      Path target = folder.resolve(file.getFileName().toString());
      Files.move(
          file,
          Files.exists(target) ? target.toRealPath() : target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(decided);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path file : list(folder)) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
