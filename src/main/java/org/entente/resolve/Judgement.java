package org.entente.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.entente.rdf.Claim;
import org.entente.rdf.MappedRow;
import org.entente.rdf.Resolved.Corroboration;
import org.entente.rdf.Resolved.Verdicts;
import org.entente.rdf.Support;

/**
 * What was decided: remembered where several claims are about one property of one thing, and where
 * there is one, seen from the claim itself.
 */
final class Judgement implements Verdicts {
  private final Slots slots;
  private final Map<Triple, List<Claim>> accepted;
  private final Independence independence;
  private final Map<Triple, Corroboration> counted = new HashMap<>();

  /**
   * A judgement.
   *
   * @param slots which properties are spoken of more than once
   * @param accepted the acceptable claims behind each accepted triple of those; filled later
   */
  Judgement(Slots slots, Map<Triple, List<Claim>> accepted, Independence independence) {
    this.slots = slots;
    this.accepted = accepted;
    this.independence = independence;
  }

  /** Whether the triple of a claim is accepted, because of it or of another. */
  private boolean isAccepted(Claim claim) {
    return slots.isShared(claim.triple())
        ? accepted.containsKey(claim.triple())
        : claim.account().isAcceptable();
  }

  @Override
  public Corroboration corroboration(Claim claim) {
    if (!claim.account().isAcceptable() || !isAccepted(claim)) {
      return null;
    }
    return slots.isShared(claim.triple())
        ? counted.computeIfAbsent(
            claim.triple(), triple -> independence.count(accepted.get(triple)))
        : independence.count(List.of(claim));
  }

  @Override
  public boolean stands(MappedRow row, Support support) {
    if (row.account() == null) {
      return true;
    }
    if (!row.account().isAcceptable()) {
      return false;
    }
    for (String column : support.columns()) {
      boolean claimed = false;
      boolean standing = false;
      for (Claim claim : row.claims()) {
        if (claim.column().equals(column)) {
          claimed = true;
          standing |= isAccepted(claim);
        }
      }
      if (claimed && !standing) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Map<Triple, List<Claim>> ofSeveral() {
    return accepted;
  }
}
