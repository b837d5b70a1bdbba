package org.entente.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Which marks a reader wants to see. */
final class TimelineFilter {
  private static final List<Node> INVOLVES =
      List.of(
          Voc.ACTOR,
          Voc.ent("hasParticipatingState"),
          Voc.ent("party"),
          Voc.ent("signatory"),
          Voc.ent("imposedBy"),
          Voc.ent("target"),
          Voc.ent("planner"),
          Voc.ent("foreseesActor"),
          Voc.MEMBER);

  private final PageContext page;
  private final GraphReader graph;

  TimelineFilter(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  /** The marks that pass. */
  List<TimeMark> apply(List<TimeMark> marks) {
    String kind = page.parameter("kind").orElse("");
    String certainty = page.parameter("certainty").orElse("");
    Node actor = thing("actor");
    Set<Node> ofDispute = ofDispute();
    Set<Node> ofDocument = ofDocument();
    List<TimeMark> passed = new ArrayList<>();
    for (TimeMark mark : marks) {
      boolean background = mark.lane().equals(Marks.OFFICE);
      boolean passes =
          (kind.isEmpty() || mark.lane().equals(kind))
              && certain(mark, certainty)
              && (actor == null || involves(mark.thing(), actor))
              && (ofDispute == null || ofDispute.contains(mark.thing()) || background)
              && (ofDocument == null || ofDocument.contains(mark.thing()));
      if (passes) {
        passed.add(mark);
      }
    }
    return passed;
  }

  private static boolean certain(TimeMark mark, String certainty) {
    return switch (certainty) {
      case "events" -> !mark.plan();
      case "plans" -> mark.plan();
      case "exact" -> !mark.plan() && mark.span().first().equals(mark.span().last());
      default -> true;
    };
  }

  private boolean involves(Node thing, Node actor) {
    return INVOLVES.stream().anyMatch(property -> graph.has(thing, property, actor));
  }

  /** The thing that a parameter names; null for none. */
  Node thing(String parameter) {
    return page.parameter(parameter)
        .filter(value -> value.matches("[a-z-]+/[^/\\s<>\"{}|^`\\\\]+"))
        .map(Ent::id)
        .orElse(null);
  }

  private Set<Node> ofDispute() {
    Node dispute = thing("dispute");
    if (dispute == null) {
      return null;
    }
    Set<Node> things = new HashSet<>(graph.objects(dispute, Voc.ent("hasStep")));
    things.addAll(graph.subjects(Voc.ent("about"), dispute));
    things.addAll(graph.objects(dispute, Voc.ent("over")));
    return things;
  }

  private Set<Node> ofDocument() {
    Node document = thing("document");
    if (document == null) {
      return null;
    }
    Set<Node> things = new HashSet<>();
    for (Node account : graph.subjects(Graphs.CLAIMS, Ent.FROM_DOCUMENT, document)) {
      things.addAll(graph.objects(Graphs.CLAIMS, account, Ent.DESCRIBES));
    }
    return things;
  }

  /** The actors that take part most often. */
  List<Choice> actors(List<TimeMark> marks) {
    Map<Node, Integer> counts = new HashMap<>();
    for (TimeMark mark : marks) {
      Set<Node> actors = new HashSet<>();
      INVOLVES.forEach(property -> actors.addAll(graph.objects(mark.thing(), property)));
      actors.forEach(actor -> counts.merge(actor, 1, Integer::sum));
    }
    List<Node> frequent = new ArrayList<>(counts.keySet());
    frequent.removeIf(actor -> counts.get(actor) < 2 && !actor.equals(thing("actor")));
    return choices(frequent, "actor");
  }

  List<Choice> disputes() {
    return choices(Things.of(graph, Voc.ent("Dispute")), "dispute");
  }

  List<Choice> documents() {
    List<Node> read = new ArrayList<>();
    for (Node document : Documents.read(graph)) {
      read.add(document);
    }
    return choices(read, "document");
  }

  private List<Choice> choices(List<Node> things, String parameter) {
    Node chosen = thing(parameter);
    return things.stream()
        .filter(thing -> Ent.identifier(thing) != null)
        .map(
            thing ->
                new Choice(
                    Ent.identifier(thing),
                    Svg.fit(page.names().text(thing), 1, 48),
                    thing.equals(chosen)))
        .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
        .toList();
  }
}
