package org.entente.map;

import java.util.Map;
import org.apache.jena.graph.Node;

/** An expression of a mapping query, compiled. */
@FunctionalInterface
interface CellExpression {
  /** Its value on a row; null when SPARQL says error or unbound. */
  Node evaluate(Map<String, Node> values);
}
