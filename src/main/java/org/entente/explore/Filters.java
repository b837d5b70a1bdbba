package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** What a reader wants to see of a page's things: whose, in which dispute, of which document. */
final class Filters {
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
          Voc.ent("holder"),
          Voc.CREATOR,
          Voc.PUBLISHER,
          Voc.MEMBER);

  private final PageContext page;
  private final GraphReader graph;
  private final Node actor;
  private final Set<Node> ofDispute;
  private final Set<Node> ofDocument;

  /** The filters that the reader set. */
  Filters(PageContext page) {
    this.page = page;
    this.graph = page.graph();
    this.actor = thing("actor");
    this.ofDispute = ofDispute();
    this.ofDocument = ofDocument();
  }

  /** What a page shows once its reader chooses an actor alone. */
  Filters(PageContext page, Node actor) {
    this.page = page;
    this.graph = page.graph();
    this.actor = actor;
    this.ofDispute = null;
    this.ofDocument = null;
  }

  /** Whether a thing is of the actor, dispute and document that the reader chose. */
  boolean passes(Node thing) {
    return passes(List.of(thing));
  }

  /** Whether what is made of several things is of the actor, dispute and document chosen. */
  boolean passes(Collection<Node> things) {
    return (actor == null || things.stream().anyMatch(this::involves))
        && (ofDispute == null || things.stream().anyMatch(ofDispute::contains))
        && (ofDocument == null || things.stream().anyMatch(ofDocument::contains));
  }

  /** Whether a time is within the days that the reader chose, and as exact as wanted. */
  boolean passes(Span span) {
    LocalDate from = day("from");
    LocalDate to = day("to");
    if (page.parameter("certainty").filter("exact"::equals).isPresent()
        && (span.first() == null || !span.first().equals(span.last()))) {
      return false;
    }
    if (span.first() == null) {
      return from == null && to == null;
    }
    return (from == null || !span.last().isBefore(from))
        && (to == null || !span.first().isAfter(to));
  }

  /** The marks that pass; who is in office stays as the background of a dispute. */
  List<TimeMark> apply(List<TimeMark> marks) {
    String kind = page.parameter("kind").orElse("");
    String certainty = page.parameter("certainty").orElse("");
    List<TimeMark> passed = new ArrayList<>();
    for (TimeMark mark : marks) {
      boolean background =
          mark.lane().equals(Marks.OFFICE)
              && ofDispute != null
              && ofDocument == null
              && (actor == null || involves(mark.thing()));
      if ((kind.isEmpty() || mark.lane().equals(kind))
          && certain(mark, certainty)
          && (background || passes(mark.thing()))) {
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

  private boolean involves(Node thing) {
    return thing.equals(actor)
        || INVOLVES.stream().anyMatch(property -> graph.has(thing, property, actor));
  }

  /** The day that a parameter names; null for none. */
  LocalDate day(String parameter) {
    return page.parameter(parameter).map(PageContext::day).orElse(null);
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
    things.add(dispute);
    things.addAll(graph.subjects(Voc.ent("about"), dispute));
    things.addAll(graph.objects(dispute, Voc.ent("over")));
    return things;
  }

  private Set<Node> ofDocument() {
    Node document = thing("document");
    if (document == null) {
      return null;
    }
    Set<Node> things = new HashSet<>(Set.of(document));
    for (Node account : graph.subjects(Graphs.CLAIMS, Ent.FROM_DOCUMENT, document)) {
      things.addAll(graph.objects(Graphs.CLAIMS, account, Ent.DESCRIBES));
    }
    return things;
  }

  /** The field of actors: those of these things, but for the ones with a single thing. */
  Field actors(Collection<Node> things) {
    Map<Node, Integer> counts = new HashMap<>();
    for (Node thing : things) {
      Set<Node> actors = new HashSet<>();
      INVOLVES.forEach(property -> actors.addAll(graph.objects(thing, property)));
      actors.forEach(each -> counts.merge(each, 1, Integer::sum));
    }
    List<Node> frequent = new ArrayList<>(counts.keySet());
    frequent.removeIf(each -> counts.get(each) < 2 && !each.equals(actor));
    return things("actor", "Actor", "anyone", frequent, any -> true);
  }

  Field disputes() {
    return things(
        "dispute",
        "Dispute",
        "any",
        Things.of(graph, Voc.ent("Dispute")),
        thing -> graph.isAny(thing, "Dispute"));
  }

  Field documents() {
    return things("document", "Document", "any", Documents.read(graph), ActorTeller::isDocument);
  }

  /** The field of how certain things must be; without plans, only how exact. */
  Field certainty(boolean plans) {
    List<String[]> all = new ArrayList<>();
    if (plans) {
      all.add(new String[] {"events", "what took place"});
      all.add(new String[] {"plans", "only plans"});
    }
    all.add(new String[] {"exact", "what is dated to the day"});
    return choice("certainty", "Certainty", "everything", all);
  }

  /** The fields of the first and the last day. */
  List<Field> days() {
    return List.of(Field.day("from", "From", day("from")), Field.day("to", "To", day("to")));
  }

  /** A field with values and what they are called. */
  Field choice(String name, String label, String all, List<String[]> values) {
    String chosen = page.parameter(name).orElse("");
    return Field.choice(
        name,
        label,
        all,
        chosen,
        values.stream().map(v -> new Choice(v[0], v[1], v[0].equals(chosen))).toList());
  }

  /** A field of things; others that are allowed may be chosen by the address. */
  private Field things(
      String parameter,
      String label,
      String all,
      Collection<Node> things,
      Predicate<Node> allowed) {
    Node chosen = thing(parameter);
    Set<Node> offered = new LinkedHashSet<>(things);
    if (chosen != null && graph.knows(chosen) && allowed.test(chosen)) {
      offered.add(chosen);
    }
    return Field.choice(
        parameter,
        label,
        all,
        page.parameter(parameter).orElse(""),
        offered.stream()
            .filter(thing -> Ent.identifier(thing) != null)
            .map(
                thing ->
                    new Choice(
                        Ent.identifier(thing),
                        Svg.fit(page.names().text(thing), 1, 48),
                        page.names().link(thing).lang(),
                        thing.equals(chosen)))
            .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
            .toList());
  }
}
