package org.entente.review;

import java.util.Locale;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;

/** What somebody decided on a row. */
public enum Decision {
  /** Nothing yet. */
  NONE,
  /** It enters the tables. */
  ACCEPT,
  /** It never enters them. */
  REJECT,
  /** It tells of a thing that is already there. */
  MERGE;

  /** The decision in a row's cell; null when the cell says something else. */
  static Decision of(Row row) {
    String cell = row.text(ReviewColumns.DECISION);
    if (cell == null || cell.isBlank()) {
      return NONE;
    }
    for (Decision decision : values()) {
      if (decision != NONE && decision.key().equals(cell.strip().toLowerCase(Locale.ROOT))) {
        return decision;
      }
    }
    return null;
  }

  /** As the cell says it. */
  String key() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether it makes the row one of the tables. */
  boolean enters() {
    return this == ACCEPT || this == MERGE;
  }
}
