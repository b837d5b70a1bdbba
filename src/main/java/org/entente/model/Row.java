package org.entente.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.diagnostic.Location;

/**
 * A row of a table, with its place in the file.
 *
 * <p>Cells are held in the order of the file's header; {@link #text} looks a column up by name.
 * Many rows are kept {@link #packed}.
 */
public final class Row {
  private final Table table;
  private final int line;

  /** The cells; null when the row is packed. */
  private final String[] cells;

  /** The cells as one text; null when the row is not packed. */
  private final String packed;

  /** Stands between cells in the text: a character that is in none of them. */
  private final char between;

  private final String record;

  /**
   * A row.
   *
   * @param table the table it belongs to
   * @param line line on which it begins, from 1
   * @param cells one cell per column of the header, empty strings for empty cells
   * @param record the record as it stands in the file, to find the place of a cell in; null when it
   *     is its cells with commas between, without quotation marks
   */
  public Row(Table table, int line, String[] cells, String record) {
    this.table = table;
    this.line = line;
    this.cells = cells;
    this.packed = null;
    this.between = 0;
    this.record = record;
  }

  /** A packed row. */
  Row(Table table, int line, String packed, char between, String record) {
    this.table = table;
    this.line = line;
    this.cells = null;
    this.packed = packed;
    this.between = between;
    this.record = record;
  }

  /** The same row in half the memory, as most cells are empty; it takes longer to look into. */
  public Row packed() {
    if (cells == null) {
      return this;
    }
    char free = notIn(cells);
    return new Row(table, line, String.join(String.valueOf(free), cells), free, record);
  }

  private static char notIn(String[] cells) {
    char free = 0;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].indexOf(free) >= 0) {
        free++;
        i = -1;
      }
    }
    return free;
  }

  private String[] split() {
    if (cells != null) {
      return cells.clone();
    }
    List<String> texts = new ArrayList<>();
    int start = 0;
    for (int end = packed.indexOf(between); end >= 0; end = packed.indexOf(between, start)) {
      texts.add(packed.substring(start, end));
      start = end + 1;
    }
    texts.add(packed.substring(start));
    return texts.toArray(String[]::new);
  }

  /** The table's metadata. */
  public TableSchema schema() {
    return table.schema();
  }

  /** Line on which the row begins, from 1. */
  public int line() {
    return line;
  }

  /** The cell as it stands in the file; null when it is empty or the file lacks the column. */
  public String text(String column) {
    Integer position = table.header().get(column);
    if (position == null) {
      return null;
    }
    if (cells != null) {
      return position >= cells.length || cells[position].isEmpty() ? null : cells[position];
    }
    int start = 0;
    for (int i = 0; i < position; i++) {
      start = packed.indexOf(between, start) + 1;
      if (start == 0) {
        return null;
      }
    }
    int end = packed.indexOf(between, start);
    int stop = end < 0 ? packed.length() : end;
    return start == stop ? null : packed.substring(start, stop);
  }

  /** Whether the file has the column. */
  public boolean has(String column) {
    return table.header().containsKey(column);
  }

  /** The cell, or what its emptiness means: the column's default, or null. */
  public String value(String column) {
    String text = text(column);
    if (text != null) {
      return text;
    }
    Column described = schema().column(column);
    return described == null ? null : described.defaultValue();
  }

  /** The items of a list cell; empty when the cell is. */
  public List<String> items(String column) {
    String text = text(column);
    return text == null ? List.of() : List.of(text.split(";", -1));
  }

  /** Passages that prove the value of a column: its own evidence, else the row's. */
  public List<String> evidence(String column) {
    List<String> own = items(column + Column.EVIDENCE_SUFFIX);
    return own.isEmpty() ? items("evidence") : own;
  }

  /** A row like this one with another text in one cell. */
  public Row with(String column, String text) {
    String[] changed = split();
    changed[table.header().get(column)] = text;
    return new Row(table, line, changed, record);
  }

  /** The same cells as a row of another table, whose header says what they are. */
  public Row in(Table other) {
    return cells == null
        ? new Row(other, line, packed, between, record)
        : new Row(other, line, cells, record);
  }

  /** The metadata and place of the row's table. */
  public Table table() {
    return table;
  }

  /** The cells in the order of the file's header. */
  public List<String> cells() {
    return List.of(split());
  }

  String packedCells() {
    return packed;
  }

  char between() {
    return between;
  }

  String record() {
    return record;
  }

  /** Where the row begins. */
  public Location location() {
    return new Location(table.file(), line, 1);
  }

  /** Where a column's cell begins; where the row does, when the file lacks the column. */
  public Location location(String column) {
    Integer position = table.header().get(column);
    return position == null ? location() : cellLocation(position);
  }

  private Location cellLocation(int position) {
    if (record == null) {
      String[] texts = split();
      int column = 1;
      for (int i = 0; i < position && i < texts.length; i++) {
        column += texts[i].length() + 1;
      }
      return new Location(table.file(), line, column);
    }
    List<int[]> starts = cellStarts(record);
    if (position >= starts.size()) {
      return location();
    }
    int[] start = starts.get(position);
    return new Location(table.file(), line + start[0], start[1]);
  }

  /** Line offset and column of each cell of an RFC 4180 record. */
  private static List<int[]> cellStarts(String record) {
    List<int[]> starts = new ArrayList<>();
    starts.add(new int[] {0, 1});
    boolean quoted = false;
    int lineOffset = 0;
    int lineStart = 0;
    for (int i = 0; i < record.length(); i++) {
      char c = record.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n') {
        lineOffset++;
        lineStart = i + 1;
      } else if (c == ',' && !quoted) {
        starts.add(new int[] {lineOffset, i + 2 - lineStart});
      }
    }
    return starts;
  }

  /** Two are equal that have the same cells on the same line of the same table. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Row row
        && row.table == table
        && row.line == line
        && Arrays.equals(row.split(), split());
  }

  @Override
  public int hashCode() {
    return line;
  }

  @Override
  public String toString() {
    return location() + " " + String.join(",", split());
  }
}
