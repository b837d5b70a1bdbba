package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.entente.explore.Evidence.Quote;
import org.entente.explore.Evidence.Source;
import org.entente.explore.Evidence.Words;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Reads accounts, documents and passages into what a page shows of them. */
final class SourceReader {
  /** What a source does, in words: how an account tells what it tells. */
  private static final Map<String, String> STATUSES =
      Map.of(
          "asserted", "stated",
          "denied", "denied",
          "reported", "reported, not vouched for",
          "withdrawn", "taken back");

  /** Whether an editor prefers one source to another, in words. */
  private static final Map<String, String> RANKS =
      Map.of("preferred", "preferred here", "normal", "", "deprecated", "not followed here");

  private static final Comparator<Place> PLACES =
      Comparator.comparing(Place::published)
          .thenComparing(Place::document, GraphReader.ORDER)
          .thenComparingLong(Place::start);

  private static final String POSITION = "/position";
  private static final String QUOTE = "/quote";

  private final GraphReader graph;
  private final Names names;
  private final Urls urls;
  private final Map<Node, Quote> quotes = new HashMap<>();
  private final Map<Node, Place> places = new HashMap<>();

  SourceReader(GraphReader graph, Names names, Urls urls) {
    this.graph = graph;
    this.names = names;
    this.urls = urls;
  }

  /** Whether an account asserts what it says and is not deprecated. */
  boolean affirms(Node account) {
    return has(account, Ent.STATUS, "asserted") && !has(account, Ent.RANK, "deprecated");
  }

  /** Whether an account denies what it tells, or was taken back. */
  boolean denies(Node account) {
    return has(account, Ent.STATUS, "denied") || has(account, Ent.STATUS, "withdrawn");
  }

  private boolean has(Node account, Node property, String name) {
    return graph.objects(Graphs.CLAIMS, account, property).contains(Ent.term(name));
  }

  /** An account as a page shows it. */
  Source view(Node account, List<Node> passages, List<String> says) {
    Node document = documentOf(account, passages);
    List<Piece> chain = new ArrayList<>();
    claimed(account, Ent.ATTRIBUTED_TO).ifPresent(who -> chain.add(names.link(who)));
    claimed(account, Ent.QUOTING).ifPresent(who -> chain.add(names.link(who)));
    return new Source(
        document == null ? Piece.of("no document") : names.link(document),
        document == null ? List.of() : authors(document),
        document == null ? "" : date(document),
        quotes(passages),
        says,
        chain,
        claimed(account, Ent.STATUS).map(EntityGroups::local).map(STATUSES::get).orElse("stated"),
        claimed(account, Ent.RANK).map(EntityGroups::local).map(RANKS::get).orElse(""),
        claimed(account, Ent.RANK_REASON).map(GraphReader::text).orElse(null),
        claimed(account, Ent.AS_OF).map(names::text).orElse(null),
        row(account));
  }

  private Node documentOf(Node account, List<Node> passages) {
    for (Node passage : passages) {
      Optional<Node> document = graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF);
      if (document.isPresent()) {
        return document.get();
      }
    }
    return claimed(account, Ent.FROM_DOCUMENT)
        .or(() -> claimed(account, Ent.REFERENCE))
        .orElse(null);
  }

  private String row(Node account) {
    return claimed(account, Ent.LINE)
            .map(line -> "line " + GraphReader.text(line) + " of ")
            .orElse("")
        + claimed(account, Ent.TABLE).map(table -> GraphReader.text(table) + ".csv").orElse("");
  }

  private Optional<Node> claimed(Node account, Node property) {
    return graph.object(Graphs.CLAIMS, account, property);
  }

  /** Who wrote a document, or who published it. */
  List<Piece> authors(Node document) {
    List<Node> agents = graph.objects(document, Voc.CREATOR);
    return (agents.isEmpty() ? graph.objects(document, Voc.PUBLISHER) : agents)
        .stream().map(names::link).toList();
  }

  /** When a document was published, in words; empty when it is not known. */
  String date(Node document) {
    return graph.object(document, Voc.ISSUED).map(names::text).orElse("");
  }

  /**
   * Where a passage is to be read.
   *
   * @param published day on which its document was published; the last day of all when unknown
   */
  private record Place(LocalDate published, Node document, long start) {}

  /** Passages in the order of reading: by the day of their document, then by the text. */
  List<Node> inOrder(List<Node> passages) {
    return passages.size() < 2 ? passages : passages.stream().sorted(inOrder()).toList();
  }

  /** The order of reading. */
  Comparator<Node> inOrder() {
    return Comparator.comparing(this::place, PLACES).thenComparing(GraphReader.ORDER);
  }

  private Place place(Node passage) {
    return places.computeIfAbsent(
        passage,
        p -> {
          Optional<Node> document = graph.object(Graphs.SOURCES, p, Voc.IS_PART_OF);
          return new Place(
              document
                  .flatMap(d -> graph.object(d, Voc.ISSUED))
                  .map(date -> Span.ofDate(date).first())
                  .orElse(LocalDate.MAX),
              document.orElse(p),
              start(p));
        });
  }

  /** Passages with the documents in which they stand. */
  List<Words> passages(Collection<Node> passages) {
    return passages.stream().map(this::passage).toList();
  }

  /** A passage with the document in which it stands. */
  Words passage(Node passage) {
    Node document = graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF).orElse(passage);
    return new Words(quote(passage), names.link(document), authors(document), date(document));
  }

  /** The words of passages, with where they are. */
  List<Quote> quotes(Collection<Node> passages) {
    return passages.stream().map(this::quote).toList();
  }

  /** The words of a passage. */
  Quote quote(Node passage) {
    return quotes.computeIfAbsent(passage, this::read);
  }

  private Quote read(Node passage) {
    String text =
        graph
            .object(Graphs.SOURCES, part(passage, QUOTE), Voc.EXACT)
            .or(() -> graph.object(Graphs.SOURCES, passage, Ent.QUOTE))
            .map(GraphReader::text)
            .orElse("");
    Optional<Node> document = graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF);
    long start = start(passage);
    String place =
        start < 0
            ? "place in the text not pinned"
            : "characters %,d to %,d".formatted(start, end(passage));
    String href = document.map(urls::of).map(page -> page + "#" + anchor(passage)).orElse(null);
    return new Quote(text, place, href);
  }

  /** The name of a passage within the page of its document. */
  static String anchor(Node passage) {
    String identifier = Ent.identifier(passage);
    return identifier == null ? "passage" : identifier.replaceAll("[^A-Za-z0-9-]", "-");
  }

  /** Where a passage begins; below zero when it is not pinned. */
  long start(Node passage) {
    return offset(passage, Voc.START);
  }

  /** Where a passage ends. */
  long end(Node passage) {
    return offset(passage, Voc.END);
  }

  private long offset(Node passage, Node property) {
    return graph
        .object(Graphs.SOURCES, part(passage, POSITION), property)
        .map(node -> Long.parseLong(node.getLiteralLexicalForm()))
        .orElse(-1L);
  }

  private static Node part(Node passage, String suffix) {
    return Voc.iri(passage.getURI() + suffix);
  }

  Names names() {
    return names;
  }
}
