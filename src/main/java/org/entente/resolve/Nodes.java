package org.entente.resolve;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Gives one node for equal nodes that come soon after each other: types, places and days are in
 * many triples, and each row makes them anew. It forgets what it has no room for.
 */
final class Nodes {
  private static final int ROOM = 1 << 16;

  private final Node[] known = new Node[ROOM];

  /** An equal triple of known nodes. */
  Triple of(Triple triple) {
    return Triple.create(
        of(triple.getSubject()), of(triple.getPredicate()), of(triple.getObject()));
  }

  private Node of(Node node) {
    int hash = node.hashCode();
    int at = (hash ^ hash >>> Short.SIZE) & ROOM - 1;
    if (!node.equals(known[at])) {
      known[at] = node;
    }
    return known[at];
  }
}
