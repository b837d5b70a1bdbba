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
  private final String language;

  PageContext(PageRequest request, Snapshot snapshot, GraphReader graph) {
    this.request = request;
    this.snapshot = snapshot;
    this.graph = graph;
    this.asOf = request.parameter("asof").map(PageContext::day).orElse(null);
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
    this.names = new Names(graph, urls, primary.isEmpty() ? List.of("en") : primary);
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

  /** The reader's first language. */
  String language() {
    return language;
  }

  Optional<String> parameter(String name) {
    return request.parameter(name);
  }

  /** Whether a thing or a date is shown. */
  boolean shows(Node node) {
    return asOf == null || shows(node.isLiteral() ? Span.ofDate(node) : Span.of(graph, node));
  }

  /** Whether something is shown: it had begun, or may have, on the day that the reader chose. */
  boolean shows(Span span) {
    return asOf == null || span.isUnknown() || span.begunBy(asOf) != Span.Certainty.NO;
  }
}
