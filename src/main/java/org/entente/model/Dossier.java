package org.entente.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that was read and found sound: what the graph is made from.
 *
 * @param tables the tables, by name
 * @param passages the passages, by identifier
 * @param fileOfDocument the row of the files table that carries a document's text, by document
 * @param withdrawn reason why an identifier was withdrawn, by identifier
 * @param merged identifier that an identifier was merged into, by identifier
 * @param quotesVerified how many quotes were found in their documents' texts
 * @param quotesNotVerified how many could not be looked up because the text is not here
 */
public record Dossier(
    SortedMap<String, Table> tables,
    Map<String, Passage> passages,
    Map<String, Row> fileOfDocument,
    SortedMap<String, String> withdrawn,
    SortedMap<String, String> merged,
    int quotesVerified,
    int quotesNotVerified) {

  /** The rows of a table; none when there is no such table. */
  public List<Row> rows(String table) {
    Table found = tables.get(table);
    return found == null ? List.of() : found.rows();
  }

  /** How many rows all tables have. */
  public int rowCount() {
    return tables.values().stream().mapToInt(table -> table.rows().size()).sum();
  }
}
