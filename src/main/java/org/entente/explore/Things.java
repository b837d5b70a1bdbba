package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Finds the things of a class: all of them, but of the events of a vast graph the latest. */
final class Things {
  private Things() {}

  /** The things of a class or of one below it. */
  static List<Node> of(GraphReader graph, Node type) {
    if (graph.isVast() && isEvent(graph, type)) {
      return graph.latestEvents().stream().filter(event -> graph.is(event, type)).toList();
    }
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

  private static boolean isEvent(GraphReader graph, Node type) {
    return type.equals(Voc.EVENT) || graph.ancestors(type).contains(Voc.EVENT);
  }
}
