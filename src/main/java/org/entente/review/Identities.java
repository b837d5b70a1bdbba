package org.entente.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entente.model.Dossier;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;
import org.entente.model.Table;

/** What became of the identifiers under which things were proposed. */
final class Identities {
  private final Candidates candidates;
  private final Dossier curated;
  private final Set<String> declared = new HashSet<>();
  private final Map<String, Row> mains = new HashMap<>();

  Identities(Candidates candidates, Dossier curated) {
    this.candidates = candidates;
    this.curated = curated;
    for (Table table : curated.tables().values()) {
      if (table.schema().declaresIds()) {
        table.rows().forEach(row -> declared.add(row.value("id")));
      }
    }
    for (Item item : candidates.items()) {
      Row main = item.main();
      if (main.schema().declaresIds()) {
        mains.putIfAbsent(main.value("id"), main);
        mains.put(item.candidate(), main);
      }
    }
  }

  /** Whether the tables declare an identifier. */
  boolean isDeclared(String id) {
    return declared.contains(id);
  }

  /** The candidate row of a thing, by the identifier it was proposed under or has; else null. */
  Row candidate(String id) {
    return mains.get(id);
  }

  /** Whether a row is merged with itself, or with what is merged with it in the end. */
  boolean isCircular(Row row) {
    Set<Row> seen = new HashSet<>();
    Row at = row;
    while (at != null && candidates.decision(at) == Decision.MERGE && seen.add(at)) {
      String with = at.text(ReviewColumns.MERGE_WITH);
      Row next = with == null ? null : mains.get(with.strip());
      if (next == at) {
        // What the tables have may get another account of itself.
        return !declared.contains(with.strip());
      }
      at = next;
    }
    return at != null && candidates.decision(at) == Decision.MERGE;
  }

  /**
   * The identifier that stands for one in a candidate's row: another one when the thing was renamed
   * or merged; null when it was rejected.
   */
  String resolve(String id) {
    String resolved = id;
    Set<String> seen = new HashSet<>();
    while (seen.add(resolved)) {
      Row main = mains.get(resolved);
      if (main == null) {
        return curated.merged().getOrDefault(resolved, resolved);
      }
      Decision decision = candidates.decision(main);
      if (decision == Decision.REJECT) {
        return declared.contains(resolved) ? resolved : null;
      }
      boolean merged = decision == Decision.MERGE && main.text(ReviewColumns.MERGE_WITH) != null;
      resolved = merged ? main.text(ReviewColumns.MERGE_WITH).strip() : main.value("id");
    }
    return curated.merged().getOrDefault(resolved, resolved);
  }
}
