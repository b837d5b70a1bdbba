package org.entente.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as its CSVW metadata describes it.
 *
 * @param name file name without {@code .csv}
 * @param title title for people
 * @param description what a row is
 * @param columns the columns, in the order of the metadata
 * @param primaryKey names of the columns that say which thing a row is about
 * @param account whether each row is an account, with evidence, attribution, status and rank
 * @param outsideKnowledge whether a row may rest on an external reference instead of a passage
 * @param exemptColumn column whose value may exempt a row from evidence; null means none
 * @param exemptValue that value
 */
public record TableSchema(
    String name,
    String title,
    String description,
    List<Column> columns,
    List<String> primaryKey,
    boolean account,
    boolean outsideKnowledge,
    String exemptColumn,
    String exemptValue) {

  /** Position of each column by name, in the order of the metadata. */
  public Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i).name(), i);
    }
    return positions;
  }

  /** The column of that name, or null. */
  public Column column(String columnName) {
    for (Column column : columns) {
      if (column.name().equals(columnName)) {
        return column;
      }
    }
    return null;
  }

  /** Whether rows declare an identifier: the key is the one column {@code id}. */
  public boolean declaresIds() {
    return primaryKey.equals(List.of("id"));
  }
}
