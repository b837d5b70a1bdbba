package org.entente.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A column as its table's CSVW metadata describes it.
 *
 * @param name name, as in the header line
 * @param description what it holds, one sentence
 * @param datatype what a cell holds
 * @param format what the whole cell must match; null means anything of the datatype
 * @param required whether a cell may not be empty
 * @param defaultValue what an empty cell means; null means nothing
 * @param scheme local name of the SKOS scheme whose concepts the cell names; null means none
 * @param references tables whose identifiers the cell names; {@link #ANYTHING} for all; empty means
 *     the cell is no reference
 * @param example an example value; empty when the metadata has none
 */
public record Column(
    String name,
    String description,
    Datatype datatype,
    Pattern format,
    boolean required,
    String defaultValue,
    String scheme,
    List<String> references,
    String example) {

  /** Stands for all tables in {@link #references}. */
  public static final List<String> ANYTHING = List.of("*");

  /** The suffix of a column that overrides the row's evidence for another column. */
  public static final String EVIDENCE_SUFFIX = ".evidence";

  /** Whether the column holds evidence, the row's own or another column's. */
  public boolean isEvidence() {
    return name.equals("evidence") || name.endsWith(EVIDENCE_SUFFIX);
  }
}
