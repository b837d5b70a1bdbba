package org.entente.serve;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/** The predicates that a property path names. */
final class PathPredicates {
  private PathPredicates() {}

  static List<Node> of(TriplePath triple) {
    List<Node> found = new ArrayList<>();
    if (triple.getPredicate() != null) {
      found.add(triple.getPredicate());
    }
    if (triple.getPath() != null) {
      collect(triple.getPath(), found);
    }
    return found;
  }

  private static void collect(Path path, List<Node> found) {
    if (path instanceof P_Link link) {
      found.add(link.getNode());
    } else if (path instanceof P_Path0 step) {
      found.add(step.getNode());
    } else if (path instanceof P_Path1 one) {
      collect(one.getSubPath(), found);
    } else if (path instanceof P_Path2 two) {
      collect(two.getLeft(), found);
      collect(two.getRight(), found);
    } else if (path instanceof P_NegPropSet set) {
      set.getNodes().forEach(step -> found.add(step.getNode()));
    }
  }
}
