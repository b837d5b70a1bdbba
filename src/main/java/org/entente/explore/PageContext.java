package org.entente.explore;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** What the making of one page has at hand: the graph, the reader's choices, names, addresses. */
final class PageContext {
  private final PageRequest request;
  private final Snapshot snapshot;
  private final GraphReader graph;
  private final Urls urls;
  private final Names names;
  private final EvidenceReader evidence;
  private final LocalDate asOf;
  private final LocalDate today;
  private final String language;

  /**
   * The context of one page.
   *
   * @param today the day on which it is asked for
   */
  PageContext(PageRequest request, Snapshot snapshot, GraphReader graph, LocalDate today) {
    this.request = request;
    this.today = today;
    this.snapshot = snapshot;
    this.asOf = request.parameter("asof").map(PageContext::day).orElse(null);
    this.graph = asOf == null ? graph : graph.asOf(asOf);
    List<String> languages = new ArrayList<>();
    Optional<String> chosen =
        request.parameter("lang").filter(tag -> tag.matches("[A-Za-z-]{2,12}"));
    chosen.ifPresent(languages::add);
    languages.addAll(request.acceptLanguages());
    List<String> primary =
        languages.stream()
            .filter(tag -> tag.length() >= 2)
            .map(tag -> tag.split("-")[0].toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    this.language = primary.isEmpty() ? "en" : primary.get(0);
    Map<String, String> kept = new LinkedHashMap<>();
    chosen.ifPresent(tag -> kept.put("lang", tag));
    if (asOf != null) {
      kept.put("asof", asOf.toString());
    }
    this.urls = new Urls(request.publicUrl(), kept);
    this.names =
        new Names(
            graph,
            urls,
            primary.isEmpty() ? List.of("en") : primary,
            node -> new Teller(this).describe(node));
    this.evidence = new EvidenceReader(graph, names, urls);
  }

  /** The day that a text names; null when it names none. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  PageRequest request() {
    return request;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** The graph as of the reader's day, for queries; the whole where it is too large for that. */
  Snapshot ofDay() {
    return asOf == null || graph.isVast()
        ? snapshot
        : new Snapshot(graph.earlier(snapshot.dataset()), snapshot.version());
  }

  GraphReader graph() {
    return graph;
  }

  Urls urls() {
    return urls;
  }

  Names names() {
    return names;
  }

  EvidenceReader evidence() {
    return evidence;
  }

  /** The day as of which the graph is shown; null for all that it knows. */
  LocalDate asOf() {
    return asOf;
  }

  /** The day of which the page tells: the one that the reader chose, else today. */
  LocalDate day() {
    return asOf == null ? today : asOf;
  }

  /** The last day on which something can have ended; null when that is open on the reader's day. */
  LocalDate endedBy(Span span) {
    boolean later = asOf != null && span.latestEnd() != null && span.latestEnd().isAfter(asOf);
    return later ? null : span.latestEnd();
  }

  /** The last day to which something is known to have lasted, up to the reader's day; or null. */
  LocalDate lastedTo(Span span) {
    return span.earliestEnd() == null ? null : byThen(span.earliestEnd());
  }

  /** Whether something has begun for certain by the reader's day. */
  boolean begun(Span span) {
    return asOf == null || span.begunBy(asOf) == Span.Certainty.CERTAIN;
  }

  /** A day up to which something lasted, or the reader's day when that is earlier. */
  LocalDate byThen(LocalDate lasted) {
    return asOf != null && lasted.isAfter(asOf) ? asOf : lasted;
  }

  /** The day on which the page is asked for. */
  LocalDate today() {
    return today;
  }

  /** The reader's first language. */
  String language() {
    return language;
  }

  Optional<String> parameter(String name) {
    return request.parameter(name);
  }

  /**
   * Whether a thing or a date is shown: as of the day that the reader chose, it had begun or may
   * have; what somebody says, without a date of its own, and what is planned, had been told.
   */
  boolean shows(Node node) {
    return node.isLiteral() ? shows(Span.ofDate(node)) : !graph.isLater(node);
  }

  /** Whether something of that time is shown. */
  boolean shows(Span span) {
    return asOf == null || span.shownOn(asOf);
  }
}
