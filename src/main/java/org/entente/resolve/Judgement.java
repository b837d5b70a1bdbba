package org.entente.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.rdf.Claim;
import org.entente.rdf.MappedRow;
import org.entente.rdf.NodeBytes;
import org.entente.rdf.Resolved.Corroboration;
import org.entente.rdf.Resolved.Verdicts;
import org.entente.rdf.Support;
import org.entente.spill.Blobs;
import org.entente.spill.Longs;
import org.entente.spill.Numbers;

/**
 * What was decided: remembered where several claims are about one property of one thing, and where
 * there is one, seen from the claim itself.
 */
final class Judgement implements Verdicts {
  private final Slots slots;
  private final Independence independence;

  /** How many articles, and below it how many independent ones, stand behind accepted triples. */
  private final Numbers articles = new Numbers();

  /** By triple the last of the finer values that were accepted and that its claims stand behind. */
  private final Numbers finer = new Numbers();

  private final Blobs finerValues = new Blobs();

  /** Of each finer value the one before of the same triple, or -1. */
  private final Longs before = new Longs();

  /**
   * A judgement.
   *
   * @param slots which properties are spoken of more than once
   */
  Judgement(Slots slots, Independence independence) {
    this.slots = slots;
    this.independence = independence;
  }

  /** Takes in accepted triples of one property that several claims are about, with the claims. */
  void accept(Map<Triple, List<Claim>> accepted) {
    accepted.forEach(
        (triple, claims) -> {
          Corroboration count = independence.count(claims);
          articles.put(
              (long) count.articles() << Integer.SIZE | count.independent(), NodeBytes.key(triple));
          claims.stream()
              .map(Claim::triple)
              .distinct()
              .filter(coarse -> !coarse.equals(triple))
              .forEach(coarse -> refine(coarse, triple.getObject()));
        });
  }

  private void refine(Triple coarse, Node value) {
    before.add(finer.put(finerValues.size(), NodeBytes.key(coarse)));
    byte[] bytes = NodeBytes.of(value);
    finerValues.add(bytes, bytes.length);
  }

  /** Whether the triple of a claim is accepted, because of it or of another. */
  private boolean isAccepted(Claim claim) {
    return slots.isShared(claim.triple())
        ? articles.contains(NodeBytes.key(claim.triple()))
        : claim.account().isAcceptable();
  }

  @Override
  public Corroboration corroboration(Claim claim) {
    if (!claim.account().isAcceptable()) {
      return null;
    }
    if (!slots.isShared(claim.triple())) {
      return independence.count(List.of(claim));
    }
    long count = articles.get(NodeBytes.key(claim.triple()));
    return count < 0 ? null : new Corroboration((int) (count >>> Integer.SIZE), (int) count);
  }

  @Override
  public List<Triple> behind(Claim claim) {
    if (!claim.account().isAcceptable()) {
      return List.of();
    }
    Triple triple = claim.triple();
    if (!slots.isShared(triple)) {
      return List.of(triple);
    }
    List<Triple> accepted = new ArrayList<>();
    String[] key = NodeBytes.key(triple);
    if (articles.contains(key)) {
      accepted.add(triple);
    }
    for (long at = finer.get(key); at >= 0; at = before.get(at)) {
      Node value = NodeBytes.node(finerValues.get(at));
      accepted.add(Triple.create(triple.getSubject(), triple.getPredicate(), value));
    }
    return accepted;
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
}
