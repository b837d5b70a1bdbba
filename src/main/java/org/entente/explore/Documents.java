package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;

/** The documents of a graph. */
final class Documents {
  private Documents() {}

  /** Those whose text was read, in the order in which they were published. */
  static List<Node> read(GraphReader graph) {
    return sorted(
        graph, all(graph).stream().filter(document -> hasPassages(graph, document)).toList());
  }

  /** Those that are only cited or referred to. */
  static List<Node> cited(GraphReader graph) {
    return sorted(
        graph, all(graph).stream().filter(document -> !hasPassages(graph, document)).toList());
  }

  private static List<Node> all(GraphReader graph) {
    return graph.subjects(Voc.TITLE).stream().filter(ActorTeller::isDocument).toList();
  }

  private static boolean hasPassages(GraphReader graph, Node document) {
    return !graph.subjects(org.entente.rdf.Graphs.SOURCES, Voc.IS_PART_OF, document).isEmpty();
  }

  private static List<Node> sorted(GraphReader graph, List<Node> documents) {
    List<Node> sorted = new ArrayList<>(documents);
    sorted.sort(
        Comparator.comparing((Node document) -> String.valueOf(Span.of(graph, document).first()))
            .thenComparing(GraphReader.ORDER));
    return sorted;
  }
}
