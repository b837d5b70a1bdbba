package org.entente.map;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.entente.model.Edtf;
import org.entente.model.Row;

/** The row that is being written, and what the mapper makes of it if that is asked for. */
final class SpelledRow {
  private static final int DATES = 10_000;

  /** A text that a row gives. */
  @FunctionalInterface
  interface Text {
    /** Its value on a row; null when SPARQL says error or unbound. */
    String of(SpelledRow row);
  }

  /** A condition on a row. */
  @FunctionalInterface
  interface Condition {
    /** Its value on a row; null when SPARQL says error or unbound. */
    Boolean holds(SpelledRow row);
  }

  private final Mapping mapping;
  private final Map<String, Edtf> dates = new HashMap<>();
  private Row row;
  private Map<String, Node> evaluated;

  SpelledRow(Mapping mapping) {
    this.mapping = mapping;
  }

  void set(Row next) {
    row = next;
    evaluated = null;
  }

  /** The cell of a column or its default; null for neither. */
  String value(String column) {
    return row.value(column);
  }

  /** The date in a column; null for none. */
  Edtf date(String column) {
    String text = row.value(column);
    if (text == null) {
      return null;
    }
    Edtf known = dates.get(text);
    if (known == null) {
      known = Edtf.parse(text).orElseThrow();
      if (dates.size() >= DATES) {
        dates.clear();
      }
      dates.put(text, known);
    }
    return known;
  }

  /** What the mapper makes of a variable; null when it is unbound. */
  Node evaluated(String variable) {
    if (evaluated == null) {
      evaluated = mapping.evaluate(row);
    }
    return evaluated.get(variable);
  }
}
