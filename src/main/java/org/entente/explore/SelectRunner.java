package org.entente.explore;

import java.util.Map;
import org.apache.jena.graph.Node;

/** Answers SELECT queries: those of the gallery and those that readers write. */
@FunctionalInterface
public interface SelectRunner {
  /**
   * Answers a query.
   *
   * @param snapshot the graph
   * @param query text of the query
   * @param values values of its variables, bound and not spliced into the text
   * @throws QueryRefusedException when it is not answered
   */
  Answer select(Snapshot snapshot, String query, Map<String, Node> values)
      throws QueryRefusedException;
}
