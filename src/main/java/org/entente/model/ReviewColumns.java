package org.entente.model;

import java.util.ArrayList;
import java.util.List;

/** What a candidate's row has beside the columns of its table. */
public final class ReviewColumns {
  /** Identifier of the thing on whose decision the row depends; empty when it only comes along. */
  public static final String CANDIDATE = "candidate";

  /** How likely the row is right, from 0 to 1. */
  public static final String CONFIDENCE = "confidence";

  /** The rules that made it. */
  public static final String RULES = "rules";

  /** What was proposed, before anybody edited it: what tells a row from all others. */
  public static final String PROPOSED = "proposed";

  /** Empty, {@code accept}, {@code reject} or {@code merge}. */
  public static final String DECISION = "decision";

  /** With {@code merge}: identifier of the thing that it is. */
  public static final String MERGE_WITH = "merge_with";

  /** Why it was so decided. */
  public static final String REASON = "reason";

  /** Who decided; accounts have the column anyway. */
  public static final String REVIEWER = "reviewer";

  /** All of them, in the order in which files have them. */
  public static final List<String> ALL =
      List.of(CANDIDATE, CONFIDENCE, RULES, PROPOSED, DECISION, MERGE_WITH, REASON, REVIEWER);

  private ReviewColumns() {}

  /** A table's metadata with these columns, those that it has itself left as they are. */
  public static TableSchema extend(TableSchema schema) {
    List<Column> columns = new ArrayList<>(schema.columns());
    for (String name : ALL) {
      if (schema.column(name) == null) {
        columns.add(
            new Column(
                name,
                "a column of the review",
                Datatype.STRING,
                null,
                true,
                null,
                null,
                List.of(),
                ""));
      }
    }
    return new TableSchema(
        schema.name(),
        schema.title(),
        schema.description(),
        List.copyOf(columns),
        schema.primaryKey(),
        schema.account(),
        schema.outsideKnowledge(),
        schema.exemptColumn(),
        schema.exemptValue());
  }
}
