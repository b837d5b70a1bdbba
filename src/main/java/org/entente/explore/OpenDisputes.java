package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * Which disputes were open on a day. A dispute was when one of its phases is open that had begun by
 * then and is not told to have ended before: for certain when a source speaks of it as open then or
 * later, else possibly. The question {@code disputes-open-on-date} asks the same.
 */
final class OpenDisputes {
  private static final String QUERY =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      SELECT ?dispute (MIN(?held) AS ?answer) (MAX(?lastsUntil) AS ?lastToldOpen)
      WHERE {
        BIND ("%s"^^xsd:date AS ?on)
        ?dispute a ent:Dispute .
        ?phase ent:phaseOf ?dispute ;
          ent:phase ent:open ;
          sem:hasLatestBeginTimeStamp ?begunBy .
        FILTER (?begunBy <= ?on)
        OPTIONAL { ?phase sem:hasEarliestEndTimeStamp ?lastsUntil }
        OPTIONAL { ?phase sem:hasLatestEndTimeStamp ?endedBy }
        FILTER (COALESCE(?on <= ?endedBy, true))
        BIND (IF(COALESCE(?on <= ?lastsUntil, false), "certain", "possible") AS ?held)
      }
      GROUP BY ?dispute
      ORDER BY ?answer ?dispute
      """;

  private OpenDisputes() {}

  /**
   * That a dispute was open on a day.
   *
   * @param certain whether a source shows it, and not only that none tells of its end
   * @param lastTold the last day, no later than that day, on which it is known to have been open
   */
  record Open(Node dispute, boolean certain, LocalDate lastTold) {
    /** The last day on which it is known to have been open, in words. */
    public String day() {
      return DateWords.of(lastTold);
    }
  }

  /** The disputes that were open on a day, those for certain first, then the last told of first. */
  static List<Open> on(GraphReader graph, LocalDate day) {
    List<Open> open = new ArrayList<>();
    for (Node dispute : Things.of(graph, Voc.ent("Dispute"))) {
      on(graph, dispute, day).ifPresent(open::add);
    }
    open.sort(
        Comparator.comparing((Open each) -> !each.certain())
            .thenComparing(Open::lastTold, Comparator.reverseOrder())
            .thenComparing(Open::dispute, GraphReader.ORDER));
    return open;
  }

  /** That a dispute was open on a day; empty when nothing tells so. */
  static Optional<Open> on(GraphReader graph, Node dispute, LocalDate day) {
    boolean certain = false;
    LocalDate lastTold = null;
    for (Node phase : graph.subjects(Voc.ent("phaseOf"), dispute)) {
      Span span = Span.of(graph, phase);
      if (graph.has(phase, Voc.ent("phase"), Voc.ent("open"))
          && span.begunBy(day) == Span.Certainty.CERTAIN
          && span.on(day) != Span.Certainty.NO) {
        certain |= span.on(day) == Span.Certainty.CERTAIN;
        LocalDate told = span.earliestEnd() == null ? span.latestBegin() : span.earliestEnd();
        told = told.isAfter(day) ? day : told;
        lastTold = lastTold == null || told.isAfter(lastTold) ? told : lastTold;
      }
    }
    return lastTold == null ? Optional.empty() : Optional.of(new Open(dispute, certain, lastTold));
  }

  /** The SPARQL that gives the same. */
  static String query(LocalDate day) {
    return QUERY.formatted(day);
  }
}
