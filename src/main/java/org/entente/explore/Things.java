package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Finds all things of a class. */
final class Things {
  private Things() {}

  /** All things of a class or of one below it. */
  static List<Node> of(GraphReader graph, Node type) {
    Set<Node> classes = new TreeSet<>(GraphReader.ORDER);
    List<Node> open = new ArrayList<>(List.of(type));
    while (!open.isEmpty()) {
      Node next = open.remove(open.size() - 1);
      if (classes.add(next)) {
        open.addAll(graph.subjects(Voc.SUBCLASS, next));
      }
    }
    Set<Node> things = new TreeSet<>(GraphReader.ORDER);
    for (Node each : classes) {
      for (Node thing : graph.subjects(Voc.TYPE, each)) {
        if (Ent.identifier(thing) != null) {
          things.add(thing);
        }
      }
    }
    return List.copyOf(things);
  }
}
