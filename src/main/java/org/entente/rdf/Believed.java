package org.entente.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * What is accepted, what was inferred from it and the ontology as one graph. Of the ontology alone
 * it is looked whether a triple was found before, so nothing is remembered of what was.
 */
public final class Believed extends GraphBase {
  private final Graph accepted;
  private final Graph inferred;
  private final Graph ontology;

  /** Graphs, of which the first two have no triple in common. */
  public Believed(Graph accepted, Graph inferred, Graph ontology) {
    this.accepted = accepted;
    this.inferred = inferred;
    this.ontology = ontology;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return accepted
        .find(pattern)
        .andThen(inferred.find(pattern))
        .andThen(
            ontology
                .find(pattern)
                .filterDrop(triple -> accepted.contains(triple) || inferred.contains(triple)));
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return accepted.contains(pattern) || inferred.contains(pattern) || ontology.contains(pattern);
  }
}
