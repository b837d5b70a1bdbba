package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

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

  /**
   * What the documents of an identifier, such as that of the file that carries them, are called in
   * few words: by whom and of when; linked where it is one document. Empty for no such identifier.
   */
  static Optional<Piece> called(PageContext page, String identifier) {
    GraphReader graph = page.graph();
    List<Node> documents =
        sorted(graph, graph.subjects(Voc.IDENTIFIER, NodeFactory.createLiteralString(identifier)));
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    SourceReader sources = page.evidence().sources();
    boolean one = documents.size() == 1;
    Set<String> by = new LinkedHashSet<>();
    Set<String> dates = new LinkedHashSet<>();
    for (Node document : documents) {
      List<Piece> authors = one ? sources.authors(document) : publishers(page, document);
      by.add(String.join(", ", authors.stream().map(Piece::text).toList()));
      LocalDate day = Span.of(graph, document).first();
      dates.add(one ? sources.date(document) : day == null ? "" : String.valueOf(day.getYear()));
    }
    by.remove("");
    dates.remove("");
    String who = String.join(", ", by);
    String when = String.join(", ", dates);
    String words = who.isEmpty() || when.isEmpty() ? who + when : who + " (" + when + ")";
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Piece(words, one ? page.urls().of(documents.get(0)) : null, null));
  }

  private static List<Piece> publishers(PageContext page, Node document) {
    return page.graph().objects(document, Voc.PUBLISHER).stream().map(page.names()::link).toList();
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
