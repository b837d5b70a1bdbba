package org.entente.explore;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.jena.graph.Node;
import org.entente.model.Edtf;

/**
 * When something was, as far as it is known; each bound is null when it is open or unknown.
 *
 * @param earliestBegin first day on which it can have begun
 * @param latestBegin last day on which it can have begun
 * @param earliestEnd first day on which it can have ended
 * @param latestEnd last day on which it can have ended
 */
record Span(
    LocalDate earliestBegin, LocalDate latestBegin, LocalDate earliestEnd, LocalDate latestEnd) {
  static final Span UNKNOWN = new Span(null, null, null, null);

  /** Whether something holds or has happened on a day. */
  enum Certainty {
    CERTAIN,
    POSSIBLE,
    NO
  }

  /** The computed bounds of a thing. */
  static Span of(GraphReader graph, Node thing) {
    Span span =
        new Span(
            day(graph, thing, Voc.EARLIEST_BEGIN),
            day(graph, thing, Voc.LATEST_BEGIN),
            day(graph, thing, Voc.EARLIEST_END),
            day(graph, thing, Voc.LATEST_END));
    if (span.isUnknown()) {
      LocalDate earliest = day(graph, thing, Voc.ent("plannedEarliest"));
      LocalDate latest = day(graph, thing, Voc.ent("plannedLatest"));
      return new Span(earliest, latest, earliest, latest);
    }
    return span;
  }

  /** The bounds of a date as it is written. */
  static Span of(String edtf) {
    return Edtf.parse(edtf)
        .map(e -> new Span(e.earliestBegin(), e.latestBegin(), e.earliestEnd(), e.latestEnd()))
        .orElse(UNKNOWN);
  }

  /** The bounds of a literal that is a date; those of others are unknown. */
  static Span ofDate(Node literal) {
    String type = literal.getLiteralDatatypeURI();
    if (Edtf.DATATYPE.equals(type)) {
      return of(literal.getLiteralLexicalForm());
    }
    LocalDate day = type != null && type.endsWith("#date") ? day(literal) : null;
    return day == null ? UNKNOWN : new Span(day, day, day, day);
  }

  private static LocalDate day(GraphReader graph, Node thing, Node property) {
    return graph.object(thing, property).map(Span::day).orElse(null);
  }

  /** The day that a literal names; null when it names none. */
  static LocalDate day(Node literal) {
    if (!literal.isLiteral()) {
      return null;
    }
    String text = literal.getLiteralLexicalForm();
    try {
      return text.length() >= 10 ? LocalDate.parse(text.substring(0, 10)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  boolean isUnknown() {
    return earliestBegin == null && latestBegin == null && earliestEnd == null && latestEnd == null;
  }

  /** A day to sort by: the first on which it can have begun. */
  LocalDate first() {
    if (earliestBegin != null) {
      return earliestBegin;
    }
    if (latestBegin != null) {
      return latestBegin;
    }
    return earliestEnd != null ? earliestEnd : latestEnd;
  }

  /** The last day on which it can have been. */
  LocalDate last() {
    if (latestEnd != null) {
      return latestEnd;
    }
    if (earliestEnd != null) {
      return latestBegin != null && latestBegin.isAfter(earliestEnd) ? latestBegin : earliestEnd;
    }
    return latestBegin != null ? latestBegin : earliestBegin;
  }

  /**
   * Whether a page as of a day tells of it: the first day on which it can have been is no later.
   * Where no beginning is known, that is the first day on which it is known to have been. What has
   * no date is told of on every day.
   */
  boolean shownOn(LocalDate day) {
    return isUnknown() || !first().isAfter(day);
  }

  /** Whether it had begun by a day; what has no date is taken as possible. */
  Certainty begunBy(LocalDate day) {
    if (latestBegin != null && !latestBegin.isAfter(day)) {
      return Certainty.CERTAIN;
    }
    if (earliestBegin != null && earliestBegin.isAfter(day)) {
      return Certainty.NO;
    }
    return Certainty.POSSIBLE;
  }

  /** Whether it lasted on a day. */
  Certainty on(LocalDate day) {
    Certainty begun = begunBy(day);
    if (begun == Certainty.NO || (latestEnd != null && latestEnd.isBefore(day))) {
      return Certainty.NO;
    }
    return begun == Certainty.CERTAIN && earliestEnd != null && !earliestEnd.isBefore(day)
        ? Certainty.CERTAIN
        : Certainty.POSSIBLE;
  }
}
