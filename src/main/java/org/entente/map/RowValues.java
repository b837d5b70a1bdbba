package org.entente.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Edtf;
import org.entente.model.Row;
import org.entente.model.TableSchema;

/**
 * The variables that a row binds in its table's mapping query: each column, typed by its datatype,
 * and for an EDTF column X also the four bounds {@code X_earliest_begin}, {@code X_latest_begin},
 * {@code X_earliest_end} and {@code X_latest_end}. A dot in a column's name is an underscore in its
 * variable's. Empty cells are unbound.
 */
final class RowValues {
  private static final String EDTF_TYPE = Edtf.DATATYPE;

  /** What the names of the computed variables of a date column end in. */
  static final List<String> BOUNDS =
      List.of("_earliest_begin", "_latest_begin", "_earliest_end", "_latest_end");

  private RowValues() {}

  /** The variables that rows of a table can bind, each with the column it comes from. */
  static Map<String, String> columnOfVariable(TableSchema schema) {
    Map<String, String> columns = new HashMap<>();
    for (Column column : schema.columns()) {
      String variable = variable(column.name());
      columns.put(variable, column.name());
      if (column.datatype() == Datatype.EDTF) {
        BOUNDS.forEach(bound -> columns.put(variable + bound, column.name()));
      }
    }
    return columns;
  }

  /** Whether a variable is a computed bound of a date column. */
  static boolean isBound(String variable, TableSchema schema) {
    return BOUNDS.stream()
        .anyMatch(
            bound ->
                variable.endsWith(bound)
                    && columnOfVariable(schema).containsKey(variable)
                    && schema.column(variable) == null);
  }

  /** The variable of a column. */
  static String variable(String column) {
    return column.replace('.', '_');
  }

  /**
   * The bindings of a row: one, or one for each combination of the items of its list columns that
   * the query uses.
   */
  static List<Map<String, Node>> of(Row row, Iterable<Column> used) {
    List<Map<String, Node>> bindings = new ArrayList<>();
    bindings.add(new HashMap<>());
    for (Column column : used) {
      String variable = variable(column.name());
      if (column.datatype() == Datatype.LIST) {
        List<String> items = row.items(column.name());
        if (!items.isEmpty()) {
          List<Map<String, Node>> combined = new ArrayList<>();
          for (Map<String, Node> binding : bindings) {
            for (String item : items) {
              Map<String, Node> copy = new HashMap<>(binding);
              copy.put(variable, NodeFactory.createLiteralString(item));
              combined.add(copy);
            }
          }
          bindings = combined;
        }
        continue;
      }
      String text = row.value(column.name());
      if (text != null) {
        for (Map<String, Node> binding : bindings) {
          put(binding, variable, column.datatype(), text);
        }
      }
    }
    return bindings;
  }

  private static void put(
      Map<String, Node> binding, String variable, Datatype datatype, String text) {
    binding.put(variable, literal(datatype, text));
    if (datatype == Datatype.EDTF) {
      Edtf date = Edtf.parse(text).orElseThrow();
      putDate(binding, variable + BOUNDS.get(0), date.earliestBegin());
      putDate(binding, variable + BOUNDS.get(1), date.latestBegin());
      putDate(binding, variable + BOUNDS.get(2), date.earliestEnd());
      putDate(binding, variable + BOUNDS.get(3), date.latestEnd());
    }
  }

  /** The literal of a cell. */
  static Node literal(Datatype datatype, String text) {
    return NodeFactory.createLiteralDT(datatype.canonical(text), type(datatype));
  }

  /** The type of the literals of a column's cells. */
  static RDFDatatype type(Datatype datatype) {
    return switch (datatype) {
      case STRING, TOKEN, ANY_URI, LIST -> XSDDatatype.XSDstring;
      case INTEGER -> XSDDatatype.XSDinteger;
      case DECIMAL -> XSDDatatype.XSDdecimal;
      case DATE -> XSDDatatype.XSDdate;
      case EDTF -> TypeMapper.getInstance().getSafeTypeByName(EDTF_TYPE);
    };
  }

  private static void putDate(Map<String, Node> binding, String variable, LocalDate date) {
    if (date != null) {
      binding.put(variable, NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate));
    }
  }
}
