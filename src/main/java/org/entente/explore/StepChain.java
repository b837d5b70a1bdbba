package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** What led to what in a dispute: its steps, each below the one that it answers. */
final class StepChain {
  private static final String QUERY =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      SELECT DISTINCT ?step ?kind ?answered
      WHERE {
        ?part ent:dispute <%s> ;
          ent:step ?step .
        OPTIONAL { ?part ent:stepKind ?kind }
        OPTIONAL { ?step ent:answers ?answered }
      }
      ORDER BY ?step ?answered
      """;

  private final PageContext page;
  private final GraphReader graph;
  private final Teller teller;

  StepChain(PageContext page) {
    this.page = page;
    this.graph = page.graph();
    this.teller = new Teller(page);
  }

  /**
   * A step of a chain.
   *
   * @param kind what it is in the chain
   * @param when its date in words
   * @param fact what it was
   * @param answers the steps that answer it
   */
  record Step(String kind, String when, boolean plan, Fact fact, List<Step> answers) {}

  /** How many steps there are, with all that answer them. */
  static int count(List<Step> steps) {
    return steps.stream().mapToInt(step -> 1 + count(step.answers())).sum();
  }

  /** The SPARQL that gives the steps of a dispute. */
  static String query(Node dispute) {
    return QUERY.formatted(dispute.getURI());
  }

  /** The chain of a dispute: the steps that answer none, each with those that answer it. */
  List<Step> of(Node dispute) {
    Set<Node> steps = new LinkedHashSet<>();
    Map<Node, String> kinds = new LinkedHashMap<>();
    for (Node step : graph.subjects(Voc.ent("dispute"), dispute)) {
      graph
          .object(step, Voc.ent("step"))
          .ifPresent(
              thing -> {
                steps.add(thing);
                String kind =
                    graph.object(step, Voc.ent("stepKind")).map(page.names()::text).orElse("step");
                kinds.put(thing, kind);
              });
    }
    List<Node> roots = new ArrayList<>();
    for (Node step : steps) {
      if (graph.objects(step, Voc.ent("answers")).stream().noneMatch(steps::contains)) {
        roots.add(step);
      }
    }
    return steps(roots, steps, kinds, new LinkedHashSet<>());
  }

  private List<Step> steps(
      List<Node> these, Set<Node> all, Map<Node, String> kinds, Set<Node> seen) {
    List<Node> ordered = new ArrayList<>(these);
    ordered.sort(Comparator.comparing((Node step) -> day(step)).thenComparing(GraphReader.ORDER));
    List<Step> steps = new ArrayList<>();
    for (Node step : ordered) {
      if (seen.add(step)) {
        List<Node> next =
            graph.subjects(Voc.ent("answers"), step).stream().filter(all::contains).toList();
        steps.add(
            new Step(
                kinds.get(step),
                when(step),
                graph.isAny(step, "Plan"),
                teller.fact(step),
                steps(next, all, kinds, seen)));
      }
    }
    return steps;
  }

  private String day(Node step) {
    Span span = Span.of(graph, step);
    if (span.first() != null) {
      return span.first().toString();
    }
    return graph.subjects(Voc.ent("answers"), step).stream()
        .map(answer -> String.valueOf(Span.of(graph, answer).first()))
        .filter(day -> !day.equals("null"))
        .min(Comparator.naturalOrder())
        .orElse("9999");
  }

  private String when(Node step) {
    for (String property : List.of("date", "signedOn", "begin", "plannedDate")) {
      var date = graph.object(step, Voc.ent(property));
      if (date.isPresent()) {
        return page.names().text(date.get());
      }
    }
    return graph.isAny(step, "Plan") ? "no date told" : "undated";
  }
}
