package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/**
 * A table as a page shows it and as it is downloaded.
 *
 * @param name name of the file when it is downloaded, without extension
 * @param caption what the table is
 * @param columns headings, each of its own
 * @param rows cells
 */
record DataTable(String name, String caption, List<String> columns, List<List<Cell>> rows) {
  DataTable {
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException(name + ": columns of one name: " + columns);
    }
  }

  /** Makes a table row by row. */
  static final class Builder {
    private final String name;
    private final String caption;
    private final List<String> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    Builder(String name, String caption, String... columns) {
      this.name = name;
      this.caption = caption;
      this.columns = List.of(columns);
    }

    /** Adds a row; what is in a cell is a cell, a piece, pieces, a day, a text, or null. */
    Builder row(Object... cells) {
      List<Cell> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(cell(cell));
      }
      rows.add(row);
      return this;
    }

    private static Cell cell(Object cell) {
      if (cell instanceof Cell made) {
        return made;
      }
      if (cell instanceof Piece piece) {
        return Cell.of(List.of(piece));
      }
      if (cell instanceof LocalDate day) {
        return Cell.date(day);
      }
      if (cell instanceof List<?> list) {
        return Cell.of(list.stream().map(Piece.class::cast).toList());
      }
      return Cell.of(cell == null ? List.of() : List.of(Piece.of(cell.toString())));
    }

    DataTable build() {
      return new DataTable(name, caption, columns, List.copyOf(rows));
    }
  }

  /** As RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    line(csv, columns);
    for (List<Cell> row : rows) {
      line(csv, row.stream().map(Cell::data).toList());
    }
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(DataTable::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private static String quoted(String cell) {
    String safe =
        !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !number(cell)
            ? "'" + cell
            : cell;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean number(String cell) {
    return cell.matches("[+-]?[0-9]+(\\.[0-9]+)?");
  }

  /** As a JSON array of objects; a list is an array, and so are the pages of what is in it. */
  String json() {
    JsonArray array = new JsonArray();
    for (List<Cell> row : rows) {
      JsonObject object = new JsonObject();
      for (int i = 0; i < columns.size(); i++) {
        Cell cell = row.get(i);
        object.put(
            columns.get(i), json(cell, cell.values().stream().map(Cell.Value::data).toList()));
        List<String> pages = cell.values().stream().map(Cell.Value::href).toList();
        if (pages.stream().anyMatch(page -> page != null)) {
          object.put(columns.get(i) + " (page)", json(cell, pages));
        }
      }
      array.add(object);
    }
    return JSON.toString(array);
  }

  private static JsonValue json(Cell cell, List<String> values) {
    List<JsonValue> all =
        values.stream()
            .map(value -> value == null ? JsonNull.instance : (JsonValue) new JsonString(value))
            .toList();
    if (!cell.list()) {
      return all.get(0);
    }
    JsonArray array = new JsonArray();
    array.addAll(all);
    return array;
  }
}
