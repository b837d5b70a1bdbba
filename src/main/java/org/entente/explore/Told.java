package org.entente.explore;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * Since when the graph can tell of a thing. An event was when it was, whenever it was told. What
 * somebody says, holds or plans was there for others once it was told: by the day of which its
 * first account speaks, or else the day on which that account's document was published.
 */
final class Told {
  private static final List<String> SAID =
      List.of(
          "Statement", "Assessment", "Recommendation", "Position", "Gap", "Undertaking", "Plan");

  /** The same as {@link #since} and {@link Span#shownOn}; days are compared as text. */
  private static final String FILTER =
      """
        # As of %1$s: nothing that began later, or was only told later.
        OPTIONAL { ?thing sem:hasEarliestBeginTimeStamp ?earliestBegin }
        OPTIONAL { ?thing sem:hasLatestBeginTimeStamp ?latestBegin }
        OPTIONAL { ?thing sem:hasEarliestEndTimeStamp ?earliestEnd }
        OPTIONAL { ?thing sem:hasLatestEndTimeStamp ?latestEnd }
        OPTIONAL {
          SELECT ?thing (MIN(?toldOn) AS ?told)
          WHERE {
            VALUES ?said { %2$s }
            ?thing a/rdfs:subClassOf* ?said .
            GRAPH graph:claims { ?account ent:describes ?thing }
            OPTIONAL { GRAPH graph:claims { ?account ent:asOf ?asOf } }
            OPTIONAL {
              GRAPH graph:claims { ?account ent:fromDocument ?document }
              ?document sem:hasEarliestBeginTimeStamp ?published
            }
            BIND (COALESCE(SUBSTR(STR(?asOf), 1, 10), STR(?published)) AS ?toldOn)
            FILTER (BOUND(?toldOn))
          }
          GROUP BY ?thing
        }
        BIND (STR(COALESCE(?earliestBegin, ?latestBegin, ?earliestEnd, ?latestEnd, ?told)) AS ?since)
        FILTER (!BOUND(?since) || ?since <= "%1$s")
      """;

  private Told() {}

  /** When a thing was, or since when it was told; unknown where nothing says. */
  static Span since(GraphReader graph, Node thing) {
    Span span = graph.isAny(thing, "Plan") ? Span.UNKNOWN : Span.of(graph, thing);
    if (!span.isUnknown() || SAID.stream().noneMatch(kind -> graph.isAny(thing, kind))) {
      return span;
    }
    return graph.subjects(Graphs.CLAIMS, Ent.DESCRIBES, thing).stream()
        .flatMap(account -> day(graph, account))
        .min(Comparator.naturalOrder())
        .map(day -> new Span(day, day, null, null))
        .orElse(Span.UNKNOWN);
  }

  /**
   * What a query adds, in the prefixes ent, graph, rdfs and sem, to find of {@code ?thing} only
   * what a page as of a day shows.
   */
  static String filter(LocalDate asOf) {
    String said = SAID.stream().map(kind -> "ent:" + kind).collect(Collectors.joining(" "));
    return FILTER.formatted(asOf, said);
  }

  private static Stream<LocalDate> day(GraphReader graph, Node account) {
    return graph
        .object(Graphs.CLAIMS, account, Ent.AS_OF)
        .map(Span::ofDate)
        .or(
            () ->
                graph
                    .object(Graphs.CLAIMS, account, Ent.FROM_DOCUMENT)
                    .map(document -> Span.of(graph, document)))
        .filter(span -> !span.isUnknown())
        .map(Span::first)
        .stream();
  }
}
