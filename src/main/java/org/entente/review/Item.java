package org.entente.review;

import java.util.List;
import org.entente.model.Row;

/**
 * What is decided on at once: the row of a thing and the rows that belong to it.
 *
 * @param candidate identifier under which it was proposed
 * @param rows its rows, that of the thing first
 */
public record Item(String candidate, List<Row> rows) {

  /** The row of the thing. */
  public Row main() {
    return rows.get(0);
  }
}
