package org.entente.report;

import java.util.Collection;
import org.entente.model.Column;
import org.entente.model.TableSchema;

/** The tables and their columns, for people to read. */
public final class ColumnReference {
  private ColumnReference() {}

  /** All tables, a line each. */
  public static String list(Collection<TableSchema> schemas) {
    StringBuilder text = new StringBuilder();
    int width = schemas.stream().mapToInt(s -> s.name().length()).max().orElse(0);
    for (TableSchema schema : schemas) {
      text.append(String.format("%-" + width + "s  %s%n", schema.name(), schema.description()));
    }
    return text.toString();
  }

  /** One table with its columns. */
  public static String of(TableSchema schema) {
    StringBuilder text = new StringBuilder();
    text.append(schema.name()).append(".csv: ").append(schema.description()).append("\n");
    text.append("key: ").append(String.join(", ", schema.primaryKey())).append("\n\n");
    for (Column column : schema.columns()) {
      text.append(column.name());
      text.append(" (").append(kind(column)).append(")\n");
      text.append("    ").append(column.description()).append("\n");
      if (!column.example().isEmpty()) {
        text.append("    e.g. ").append(column.example()).append("\n");
      }
    }
    return text.toString();
  }

  private static String kind(Column column) {
    StringBuilder kind = new StringBuilder(column.required() ? "required, " : "");
    if (column.scheme() != null) {
      kind.append("a value of scheme ").append(column.scheme());
    } else if (column.references().equals(Column.ANYTHING)) {
      kind.append("an identifier of any table");
    } else if (!column.references().isEmpty()) {
      kind.append(
          column.datatype() == org.entente.model.Datatype.LIST
              ? "identifiers of "
              : "an identifier of ");
      kind.append(String.join(" or ", column.references()));
    } else {
      kind.append(
          switch (column.datatype()) {
            case STRING, TOKEN, LIST -> "text";
            case INTEGER -> "whole number";
            case DECIMAL -> "decimal number";
            case DATE -> "day";
            case ANY_URI -> "IRI";
            case EDTF -> "EDTF date";
          });
    }
    if (column.defaultValue() != null) {
      kind.append(", empty means ").append(column.defaultValue());
    }
    return kind.toString();
  }
}
