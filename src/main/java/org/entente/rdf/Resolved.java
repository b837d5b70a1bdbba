package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/**
 * What is believed, and what is contested.
 *
 * @param mapped what the tables say
 * @param accepted the accepted graph
 * @param verdicts what became of each claim and of what comes along with it
 * @param contradictions all contradictions, settled or not
 * @param claims how many claims there are
 */
public record Resolved(
    Mapped mapped,
    Graph accepted,
    Verdicts verdicts,
    List<Contradiction> contradictions,
    long claims) {

  /**
   * How many stand behind a triple.
   *
   * @param articles articles that state it
   * @param independent the most of them of which no two share author, publisher or cited source
   */
  public record Corroboration(int articles, int independent) {}

  /** What became of claims, asked of each as the tables are walked through. */
  public interface Verdicts {
    /**
     * How many stand behind the triple that a claim helps to be accepted; null when the triple is
     * not accepted, or not because of this claim.
     */
    Corroboration corroboration(Claim claim);

    /**
     * Whether a triple that comes along stands: its account may be believed, and of the claims that
     * carry its columns' values none has fallen.
     */
    boolean stands(MappedRow row, Support support);

    /**
     * The accepted triples that a claim stands behind: its own, and finer ones that agree with it;
     * none when it may not be believed.
     */
    List<Triple> behind(Claim claim);
  }

  /** The contradictions that nothing settles. */
  public List<Contradiction> contested() {
    return contradictions.stream().filter(c -> !c.resolved()).toList();
  }
}
