package org.entente.explore;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * Since when the graph can tell of a thing. What has a date was when it was, whenever it was told.
 * What came about or was said on a day that nobody tells had done so once it was told: by the day
 * of which its first account speaks, or else the day on which that account's document was
 * published. So it is with plans, whose own date is that of what is planned. A part in an event is
 * as old as the event; a dispute, as the first of its steps, positions and states; a disagreement,
 * as the younger of what it is about and its two sides.
 */
final class Told {
  /** What comes about or is said at some time, unlike who and what lasts. */
  private static final List<Node> COMES_ABOUT =
      Stream.concat(
              Stream.of(Voc.EVENT, Voc.OBSERVATION),
              Stream.of(
                      "Agreement",
                      "Assessment",
                      "Gap",
                      "Measure",
                      "Plan",
                      "Position",
                      "Recommendation",
                      "Statement",
                      "Tenure",
                      "Undertaking")
                  .map(Voc::ent))
          .toList();

  /** The same as {@link #since} and {@link Span#shownOn}; days are compared as text. */
  private static final String FILTER =
      """
        # As of %1$s: nothing that began later, or was only told later.
        OPTIONAL { ?thing sem:hasEarliestBeginTimeStamp ?earliestBegin }
        OPTIONAL { ?thing sem:hasLatestBeginTimeStamp ?latestBegin }
        OPTIONAL { ?thing sem:hasEarliestEndTimeStamp ?earliestEnd }
        OPTIONAL { ?thing sem:hasLatestEndTimeStamp ?latestEnd }
        BIND (STR(COALESCE(?earliestBegin, ?latestBegin, ?earliestEnd, ?latestEnd)) AS ?dated)
        FILTER (COALESCE(?dated <= "%1$s", true))
        FILTER (BOUND(?dated)
          || NOT EXISTS {
            VALUES ?comesAbout { %2$s }
            ?thing a/rdfs:subClassOf* ?comesAbout .
      %3$s    }
          || EXISTS {
      %3$s      FILTER (?toldOn <= "%1$s")
          })
      """;

  private static final String TOLD =
      """
            GRAPH graph:claims { ?account ent:describes ?thing }
            OPTIONAL { GRAPH graph:claims { ?account ent:asOf ?asOf } }
            OPTIONAL {
              GRAPH graph:claims { ?account ent:fromDocument ?document }
              ?document sem:hasEarliestBeginTimeStamp ?published
            }
            BIND (COALESCE(SUBSTR(STR(?asOf), 1, 10), STR(?published)) AS ?toldOn)
            FILTER (BOUND(?toldOn))
      """;

  private Told() {}

  /** When a thing was, or since when it was told; unknown where nothing says. */
  static Span since(GraphReader graph, Node thing) {
    if (graph.isAny(thing, "Disagreement")) {
      return bothSides(graph, thing);
    }
    if (graph.isAny(thing, "Participation")) {
      return ofEvent(graph, thing);
    }
    if (graph.isAny(thing, "Dispute")) {
      return ofParts(graph, thing);
    }
    Span span = graph.isAny(thing, "Plan") ? Span.UNKNOWN : Span.of(graph, thing);
    if (!span.isUnknown() || COMES_ABOUT.stream().noneMatch(kind -> graph.is(thing, kind))) {
      return span;
    }
    return firstTold(graph, thing);
  }

  private static Span firstTold(GraphReader graph, Node thing) {
    return graph.subjects(Graphs.CLAIMS, Ent.DESCRIBES, thing).stream()
        .flatMap(account -> day(graph, account))
        .min(Comparator.naturalOrder())
        .map(day -> new Span(day, day, null, null))
        .orElse(Span.UNKNOWN);
  }

  /** Whether since when it can be told of a thing follows from other things only. */
  static boolean byOthers(GraphReader graph, Node thing) {
    return graph.isAny(thing, "Participation", "Disagreement", "Dispute");
  }

  private static Span ofEvent(GraphReader graph, Node participation) {
    return graph
        .object(participation, Voc.ent("event"))
        .map(event -> since(graph, event))
        .orElse(Span.UNKNOWN);
  }

  /** Since the first of its steps, positions and states, or else since it was told of. */
  private static Span ofParts(GraphReader graph, Node dispute) {
    return Stream.of(
            graph.objects(dispute, Voc.ent("hasStep")),
            graph.subjects(Voc.ent("inDispute"), dispute),
            graph.subjects(Voc.ent("phaseOf"), dispute))
        .flatMap(List::stream)
        .map(part -> since(graph, part))
        .filter(span -> !span.isUnknown())
        .min(Comparator.comparing(Span::first))
        .orElseGet(() -> firstTold(graph, dispute));
  }

  /** Since what a disagreement is about had begun, and each of its sides had been published. */
  private static Span bothSides(GraphReader graph, Node disagreement) {
    Stream<Span> about =
        graph.object(disagreement, Voc.ent("about")).map(thing -> since(graph, thing)).stream();
    Stream<Span> sides =
        Stream.of("passageOfA", "passageOfB")
            .map(side -> published(graph, graph.objects(disagreement, Voc.ent(side))));
    return Stream.concat(about, sides)
        .filter(span -> !span.isUnknown())
        .max(Comparator.comparing(Span::first))
        .orElse(Span.UNKNOWN);
  }

  /** When the first of some passages was published; unknown when that of one is. */
  private static Span published(GraphReader graph, List<Node> passages) {
    List<Span> spans =
        passages.stream()
            .flatMap(passage -> graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF).stream())
            .map(document -> since(graph, document))
            .toList();
    return spans.stream().anyMatch(Span::isUnknown)
        ? Span.UNKNOWN
        : spans.stream().min(Comparator.comparing(Span::first)).orElse(Span.UNKNOWN);
  }

  /**
   * What a query adds, in the prefixes ent, graph, rdfs and sem, to find of {@code ?thing} only
   * what a page as of a day shows, but for what is {@link #byOthers}.
   */
  static String filter(LocalDate asOf) {
    return FILTER.formatted(asOf, Queries.terms(COMES_ABOUT), TOLD);
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
