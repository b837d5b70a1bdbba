package org.entente.source;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Row;
import org.entente.model.Table;

/**
 * Replays the decisions of curators on tables as they were read: an identifier that was merged is
 * replaced by the one that was kept, rows of what was withdrawn fall away, and so does every row
 * that rests on a withdrawn document alone.
 */
final class Decisions {
  private final SortedMap<String, String> merged = new TreeMap<>();
  private final SortedMap<String, String> withdrawn = new TreeMap<>();

  /** The decisions that the tables of merges and withdrawals record. */
  static Decisions read(SortedMap<String, Table> tables, DiagnosticLog log) {
    Decisions decisions = new Decisions();
    for (Row row : rows(tables, "merges")) {
      if ("merged".equals(row.value("decision"))) {
        decisions.merged.put(row.value("merged"), row.value("kept"));
      }
    }
    for (Row row : rows(tables, "withdrawals")) {
      decisions.withdrawn.put(row.value("id"), row.value("reason"));
    }
    for (Row row : rows(tables, "merges")) {
      if (decisions.kept(row.value("merged")) == null) {
        log.error(
            row.location("kept"),
            Rule.DUPLICATE,
            "merges that come to an end",
            Diagnostic.quote(row.value("kept")) + ", which leads back to itself",
            "keep one of the identifiers");
      }
    }
    return decisions;
  }

  private static List<Row> rows(SortedMap<String, Table> tables, String name) {
    return tables.containsKey(name) ? tables.get(name).rows() : List.of();
  }

  SortedMap<String, String> merged() {
    return merged;
  }

  SortedMap<String, String> withdrawn() {
    return withdrawn;
  }

  /** The tables after the decisions. */
  SortedMap<String, Table> apply(SortedMap<String, Table> tables) {
    if (merged.isEmpty() && withdrawn.isEmpty()) {
      return tables;
    }
    List<String> gone = new ArrayList<>();
    for (Row passage : rows(tables, "passages")) {
      if (withdrawn.containsKey(passage.value("id"))
          || withdrawn.containsKey(passage.value("document"))) {
        gone.add(passage.value("id"));
      }
    }
    SortedMap<String, Table> decided = new TreeMap<>();
    tables.forEach((name, table) -> decided.put(name, apply(table, gone)));
    return decided;
  }

  private Table apply(Table table, List<String> gonePassages) {
    String name = table.schema().name();
    if (name.equals("merges") || name.equals("withdrawals")) {
      return table;
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      Row replaced = row;
      boolean keep = true;
      for (Column column : table.schema().columns()) {
        String text = row.text(column.name());
        if (text == null || column.references().isEmpty() && !column.name().equals("id")) {
          continue;
        }
        if (column.datatype() == Datatype.LIST) {
          List<String> items = new ArrayList<>(row.items(column.name()));
          boolean touched = items.removeIf(i -> gonePassages.contains(i) || isWithdrawn(i));
          keep &= !(touched && items.isEmpty());
          items.replaceAll(item -> merged.containsKey(item) ? kept(item) : item);
          replaced = replaced.with(column.name(), String.join(";", items));
        } else if (isWithdrawn(text)) {
          keep = false;
        } else if (merged.containsKey(text)) {
          replaced = replaced.with(column.name(), kept(text));
        }
      }
      if (keep && !(name.equals("passages") && gonePassages.contains(row.value("id")))) {
        rows.add(replaced);
      }
    }
    return table.withRows(List.copyOf(rows));
  }

  private boolean isWithdrawn(String id) {
    return withdrawn.containsKey(id);
  }

  /** The identifier that stands for one that was merged; null when the merges run in a circle. */
  private String kept(String id) {
    String kept = id;
    for (int steps = 0; merged.containsKey(kept); steps++) {
      if (steps > merged.size()) {
        return null;
      }
      kept = merged.get(kept);
    }
    return kept;
  }
}
