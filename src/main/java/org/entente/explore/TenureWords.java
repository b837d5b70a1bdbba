package org.entente.explore;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Says that somebody held an office, no more exactly than it is known: "from" and "to" where a
 * source dates both, "at least" where it only shows the office held, and in the present tense as of
 * a day on which it was held for certain.
 */
final class TenureWords {
  private final PageContext page;
  private final GraphReader graph;

  TenureWords(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  /** Adds " was", the office and its time to a sentence that has named the holder. */
  void say(Draft draft, Node tenure) {
    Node post = told(draft, tenure, "post").orElseThrow();
    Optional<Node> begin = told(draft, tenure, "begin");
    Optional<Node> end = graph.object(tenure, Voc.ent("end")).filter(page::shows);
    end.ifPresent(day -> draft.tell(tenure, Voc.ent("end"), day));
    told(draft, tenure, "endStatus");
    Span span = Span.of(graph, tenure);
    if (page.asOf() != null && span.on(page.asOf()) == Span.Certainty.CERTAIN) {
      draft.say(begin.isPresent() ? " has been " : " is ").name(post);
      begin.ifPresent(day -> draft.say(" since " + words(day)));
    } else if (begin.isPresent() && !page.begun(span)) {
      draft.say(" may already be ").name(post).say(" (from " + words(begin.get()) + ")");
    } else if (begin.isPresent() && !over(tenure, span, end)) {
      draft.say(" became ").name(post).say(" " + DateWords.in(GraphReader.text(begin.get())));
      if (span.earliestEnd() != null && span.earliestEnd().isAfter(span.latestBegin())) {
        draft.say(" and still was on " + DateWords.of(span.earliestEnd()));
      }
    } else {
      draft.say(" was ").name(post).say(begin.isPresent() ? " from " + words(begin.get()) : "");
      draft.say(end.isPresent() ? end(begin, end.get()) : unended(span, begin.isPresent()));
    }
  }

  /** From when to when, in words, for a mark on a line of time. */
  static String span(PageContext page, Span span) {
    LocalDate held = page.lastedTo(span);
    LocalDate over = page.endedBy(span);
    String from =
        span.latestBegin() == null
            ? ""
            : span.earliestBegin() == null
                ? "from " + DateWords.of(span.latestBegin()) + " or before"
                : "from "
                    + (span.earliestBegin().equals(span.latestBegin()) ? "" : "a day ")
                    + DateWords.within(span.earliestBegin(), span.latestBegin())
                        .replaceFirst("^on ", "");
    String to =
        held == null && over == null
            ? ""
            : over == null
                ? "to " + DateWords.of(held) + " at least"
                : held == null
                    ? "to " + DateWords.of(over) + " at the latest"
                    : "to "
                        + (held.equals(over) ? "" : "a day ")
                        + DateWords.within(held, over).replaceFirst("^on ", "");
    return (from + " " + to).strip();
  }

  private Optional<Node> told(Draft draft, Node tenure, String property) {
    Optional<Node> value = graph.object(tenure, Voc.ent(property));
    value.ifPresent(each -> draft.tell(tenure, Voc.ent(property), each));
    return value;
  }

  private static String words(Node date) {
    return DateWords.plain(GraphReader.text(date));
  }

  private static String end(Optional<Node> begin, Node end) {
    return (begin.isPresent() ? " to " : " until ") + words(end);
  }

  /** Whether it had ended by the day of the page. */
  private boolean over(Node tenure, Span span, Optional<Node> end) {
    boolean told = graph.has(tenure, Voc.ent("endStatus"), Voc.ent("ended"));
    LocalDate day = page.asOf();
    return end.isPresent()
        || told && (day == null || span.latestEnd() != null && !span.latestEnd().isAfter(day));
  }

  /** When it was, where no source dates its end. */
  private String unended(Span span, boolean begun) {
    LocalDate held = page.lastedTo(span);
    LocalDate over = page.endedBy(span);
    if (!begun) {
      return before(span.latestBegin(), held, over);
    }
    if (held == null) {
      return over == null
          ? " (its end is not told)"
          : " to " + DateWords.of(over) + " at the latest";
    }
    return over == null
        ? " to at least " + DateWords.of(held)
        : " to a day between " + DateWords.of(held) + " and " + DateWords.of(over);
  }

  /** When it was, where no source dates its beginning either. */
  private static String before(LocalDate begunBy, LocalDate held, LocalDate over) {
    if (begunBy != null && held != null) {
      return begunBy.isBefore(held)
          ? " at least from " + DateWords.of(begunBy) + " to " + DateWords.of(held)
          : " " + DateWords.within(held, begunBy);
    }
    if (over != null) {
      return " until " + DateWords.of(over) + " at the latest";
    }
    LocalDate day = held == null ? begunBy : held;
    return day == null ? " (when is not told)" : " on " + DateWords.of(day);
  }
}
