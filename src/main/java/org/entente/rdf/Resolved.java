package org.entente.rdf;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * What is believed, and what is contested.
 *
 * @param mapped what the tables say
 * @param accepted the accepted graph
 * @param claimsOf the acceptable claims behind an accepted triple, refined ones included
 * @param accountsOf the accounts behind an accepted triple that no claim carries
 * @param contradictions all contradictions, settled or not
 * @param corroboration how many articles, and how many independent ones, stand behind an accepted
 *     triple
 */
public record Resolved(
    Mapped mapped,
    Graph accepted,
    Map<Triple, List<Claim>> claimsOf,
    Map<Triple, SortedSet<String>> accountsOf,
    List<Contradiction> contradictions,
    Map<Triple, Corroboration> corroboration) {

  /**
   * How many stand behind a triple.
   *
   * @param articles articles that state it
   * @param independent the most of them of which no two share author, publisher or cited source
   */
  public record Corroboration(int articles, int independent) {}

  /** The contradictions that nothing settles. */
  public List<Contradiction> contested() {
    return contradictions.stream().filter(c -> !c.resolved()).toList();
  }
}
