package org.entente.model;

import java.util.List;
import java.util.Map;

/**
 * A table that was read.
 *
 * @param schema its metadata
 * @param file path of the file, as a person knows it
 * @param header position of each column in the file, by name
 * @param rows its rows, in the order of the file
 */
public record Table(TableSchema schema, String file, Map<String, Integer> header, List<Row> rows) {

  /** This table with other rows. */
  public Table withRows(List<Row> other) {
    return new Table(schema, file, header, other);
  }

  @Override
  public String toString() {
    return file + " (" + rows.size() + " rows)";
  }
}
