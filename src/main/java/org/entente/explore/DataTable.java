package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/**
 * A table as a page shows it and as it is downloaded.
 *
 * @param name name of the file when it is downloaded, without extension
 * @param caption what the table is
 * @param columns headings
 * @param rows cells, each of which may be several linked names
 */
record DataTable(String name, String caption, List<String> columns, List<List<List<Piece>>> rows) {

  /** Makes a table row by row. */
  static final class Builder {
    private final String name;
    private final String caption;
    private final List<String> columns;
    private final List<List<List<Piece>>> rows = new ArrayList<>();

    Builder(String name, String caption, String... columns) {
      this.name = name;
      this.caption = caption;
      this.columns = List.of(columns);
    }

    /** Adds a row; a cell is a piece, a list of pieces, a text, or null for none. */
    Builder row(Object... cells) {
      List<List<Piece>> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(cell(cell));
      }
      rows.add(row);
      return this;
    }

    private static List<Piece> cell(Object cell) {
      if (cell instanceof Piece piece) {
        return List.of(piece);
      }
      if (cell instanceof List<?> list) {
        return list.stream().map(Piece.class::cast).toList();
      }
      return cell == null ? List.of() : List.of(Piece.of(cell.toString()));
    }

    DataTable build() {
      return new DataTable(name, caption, columns, List.copyOf(rows));
    }
  }

  /** Names with commas between them, as one cell. */
  static List<Piece> joined(List<Piece> names) {
    List<Piece> cell = new ArrayList<>();
    for (Piece name : names) {
      if (!cell.isEmpty()) {
        cell.add(Piece.of(", "));
      }
      cell.add(name);
    }
    return cell;
  }

  /** As RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe. */
  String csv() {
    StringBuilder csv = new StringBuilder();
    line(csv, columns);
    for (List<List<Piece>> row : rows) {
      line(csv, row.stream().map(Piece::plain).toList());
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

  /** As a JSON array of objects. */
  String json() {
    JsonArray array = new JsonArray();
    for (List<List<Piece>> row : rows) {
      JsonObject object = new JsonObject();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), new JsonString(Piece.plain(row.get(i))));
        String href =
            row.get(i).stream().map(Piece::href).filter(h -> h != null).findFirst().orElse(null);
        if (href != null) {
          object.put(columns.get(i) + " (page)", new JsonString(href));
        }
      }
      array.add(object);
    }
    return JSON.toString(array);
  }
}
