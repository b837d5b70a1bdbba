package org.entente.extract;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes candidate rows as one CSV file a table into a work folder, each with the columns in which
 * a reviewer decides. A spreadsheet opens and saves them without harm.
 */
public final class CandidateTables {
  /** Columns that follow a table's own. */
  public static final List<String> REVIEW_COLUMNS =
      List.of("confidence", "rules", "decision", "reason", "reviewer");

  private CandidateTables() {}

  /**
   * Writes rows; files of tables that have no row are left alone.
   *
   * @param folder the work folder; made when it is not there
   * @param rows the rows
   */
  public static void write(Path folder, List<CandidateRows.TableRow> rows) throws IOException {
    Files.createDirectories(folder);
    Map<String, List<CandidateRows.TableRow>> byTable = new TreeMap<>();
    for (CandidateRows.TableRow row : rows) {
      byTable.computeIfAbsent(row.table(), k -> new ArrayList<>()).add(row);
    }
    for (Map.Entry<String, List<CandidateRows.TableRow>> table : byTable.entrySet()) {
      writeTable(folder.resolve(table.getKey() + ".csv"), table.getValue());
    }
  }

  private static void writeTable(Path file, List<CandidateRows.TableRow> rows) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.cells().keySet()));
    columns.remove("evidence");
    columns.remove("producer");
    columns.remove("status");
    if (!file.getFileName().toString().equals("passages.csv")) {
      columns.addAll(List.of("evidence", "status", "producer"));
    }
    List<String> header = new ArrayList<>(columns);
    header.addAll(REVIEW_COLUMNS);
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        ICSVWriter csv = new CSVWriterBuilder(out).withLineEnd("\n").build()) {
      csv.writeNext(header.toArray(new String[0]), false);
      for (CandidateRows.TableRow row : rows) {
        String[] cells = new String[header.size()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = cell(row, header.get(i));
        }
        csv.writeNext(cells, false);
      }
    }
  }

  private static String cell(CandidateRows.TableRow row, String column) {
    return switch (column) {
      case "confidence" -> String.format(Locale.ROOT, "%.2f", row.confidence());
      case "rules" -> String.join(" ", row.rules());
      default -> row.cells().getOrDefault(column, "");
    };
  }
}
