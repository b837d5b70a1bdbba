package org.entente.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Row;
import org.entente.model.RowList;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/**
 * Replays the decisions of curators on tables as they were read.
 *
 * <p>An identifier that was merged is replaced by the one that was kept, whose label its rows take.
 * What was withdrawn is gone, and with it whatever no row declares any more: a row falls when its
 * key, a required cell, its attribution or all of its evidence is gone; any other cell that names
 * something gone, or rests on evidence that is gone, is emptied.
 */
final class Decisions {
  private static final Set<String> TABLES = Set.of("merges", "withdrawals");
  private static final Set<String> ATTRIBUTION = Set.of("attributed_to", "quoting");

  private final SortedMap<String, String> merged = new TreeMap<>();
  private final SortedMap<String, String> withdrawn = new TreeMap<>();

  /** The decisions that the tables of merges and withdrawals record. */
  static Decisions read(SortedMap<String, Table> tables, DiagnosticLog log) {
    Decisions decisions = new Decisions();
    for (Row row : rows(tables, "merges")) {
      if ("merged".equals(row.value("decision"))
          && row.value("merged") != null
          && row.value("kept") != null) {
        decisions.merged.put(row.value("merged"), row.value("kept"));
      }
    }
    for (Row row : rows(tables, "withdrawals")) {
      if (row.value("id") != null && row.value("reason") != null) {
        decisions.withdrawn.put(row.value("id"), row.value("reason"));
      }
    }
    for (Row row : rows(tables, "merges")) {
      if (row.value("merged") != null && decisions.kept(row.value("merged")) == null) {
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
    Map<String, String> labels = labels(tables);
    Set<String> gone = new HashSet<>(withdrawn.keySet());
    while (true) {
      Set<String> fallen = new HashSet<>();
      SortedMap<String, Table> decided = new TreeMap<>();
      tables.forEach(
          (name, table) ->
              decided.put(
                  name, TABLES.contains(name) ? table : apply(table, gone, labels, fallen)));
      fallen.removeAll(merged.keySet());
      forEachDeclared(decided, row -> fallen.remove(row.value("id")));
      if (!gone.addAll(fallen)) {
        return decided;
      }
    }
  }

  private static void forEachDeclared(SortedMap<String, Table> tables, Consumer<Row> rows) {
    for (Table table : tables.values()) {
      if (table.schema().declaresIds() && !TABLES.contains(table.schema().name())) {
        table.rows().forEach(rows);
      }
    }
  }

  /** The labels of the identifiers that others were merged into. */
  private Map<String, String> labels(SortedMap<String, Table> tables) {
    Set<String> keeping = new HashSet<>(merged.values());
    Map<String, String> labels = new HashMap<>();
    for (Table table : tables.values()) {
      if (table.schema().declaresIds()) {
        for (Row row : table.rows()) {
          if (keeping.contains(row.value("id"))) {
            labels.putIfAbsent(row.value("id"), row.text("label"));
          }
        }
      }
    }
    return labels;
  }

  private Table apply(
      Table table, Set<String> gone, Map<String, String> labels, Set<String> fallen) {
    RowList.Builder rows = new RowList.Builder();
    List<String> columns = table.header().keySet().stream().sorted().toList();
    for (Row row : table.rows()) {
      Row decided = row;
      for (String column : columns) {
        decided = decided == null ? null : apply(decided, column, gone, labels);
      }
      if (decided != null) {
        rows.add(decided);
      }
      if (table.schema().declaresIds()
          && (decided == null || !decided.value("id").equals(row.value("id")))) {
        fallen.add(row.value("id"));
      }
    }
    return table.withRows(rows.build());
  }

  /** A row after the decisions on one of its cells; null when the row falls. */
  private Row apply(Row row, String name, Set<String> gone, Map<String, String> labels) {
    TableSchema schema = row.schema();
    Column column = schema.column(name);
    String text = row.text(name);
    if (text == null) {
      return row;
    }
    if (column == null || column.datatype() == Datatype.LIST) {
      return applyToList(row, name, gone);
    }
    boolean id = name.equals("id") && schema.declaresIds();
    if (column.references().isEmpty() && !id) {
      return row;
    }
    if (gone.contains(text)) {
      boolean needed =
          column.required()
              || schema.primaryKey().contains(name)
              || ATTRIBUTION.contains(name)
              || name.equals("reference") && row.items("evidence").isEmpty();
      return needed ? null : row.with(name, "");
    }
    if (!merged.containsKey(text)) {
      return row;
    }
    Row replaced = row.with(name, kept(text));
    return id && row.text("label") != null && labels.get(kept(text)) != null
        ? replaced.with("label", labels.get(kept(text)))
        : replaced;
  }

  private Row applyToList(Row row, String name, Set<String> gone) {
    List<String> items = new ArrayList<>(row.items(name));
    boolean touched = items.removeIf(gone::contains);
    items.replaceAll(item -> merged.containsKey(item) ? kept(item) : item);
    Row replaced = row.with(name, String.join(";", items));
    if (!touched || !items.isEmpty()) {
      return replaced;
    }
    if (name.equals("evidence")) {
      return row.text("reference") == null ? null : replaced;
    }
    Column column = row.schema().column(name);
    if (!name.endsWith(Column.EVIDENCE_SUFFIX)) {
      return column.required() ? null : replaced;
    }
    String proved = name.substring(0, name.length() - Column.EVIDENCE_SUFFIX.length());
    Column provedColumn = row.schema().column(proved);
    if (provedColumn.required() || row.schema().primaryKey().contains(proved)) {
      return null;
    }
    return row.text(proved) == null ? replaced : replaced.with(proved, "");
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
