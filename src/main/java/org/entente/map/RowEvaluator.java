package org.entente.map;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;

/** Evaluates the WHERE part of a mapping query on the values of a row. */
interface RowEvaluator {
  /**
   * Hands each solution to a consumer.
   *
   * @param values the row's values by variable; the evaluator may add to it
   */
  void evaluate(Map<String, Node> values, Consumer<Map<String, Node>> solutions);
}
