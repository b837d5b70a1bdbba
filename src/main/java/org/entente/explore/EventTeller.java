package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Tells of events and plans. */
final class EventTeller {
  private static final int MANY = 6;

  /** Roles of those who need not have been there. */
  private static final Set<Node> ABSENT =
      Set.of(
          Voc.ent("sender"), Voc.ent("recipient"), Voc.ent("addresseeRole"), Voc.ent("targetRole"));

  /** Roles that say no more than that somebody took part. */
  static final Set<Node> PLAIN = Set.of(Voc.ent("participant"), Voc.ent("agent"));

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private final PageContext page;
  private final GraphReader graph;

  EventTeller(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  Optional<Draft> tell(Node thing, boolean lead) {
    if (graph.is(thing, Voc.EVENT)) {
      return Optional.of(event(thing, lead));
    }
    if (graph.isAny(thing, "Plan")) {
      return Optional.of(plan(thing, lead));
    }
    return Optional.empty();
  }

  private Draft event(Node event, boolean lead) {
    Draft draft = new Draft(page, event);
    List<Node> actors = actors(event);
    List<Node> present = actors.stream().filter(actor -> present(event, actor)).toList();
    List<Node> shown = persons(present);
    boolean together = graph.isAny(event, "Summit", "Meeting", "Call", "Dialogue");
    if (together && shown.size() >= 2 && shown.size() <= MANY) {
      shown.forEach(actor -> draft.tell(event, Voc.ACTOR, actor));
      draft.names(shown).say(verb(event));
      place(draft, event);
      draft.date(" ", Voc.ent("date"));
      sideline(draft, event);
      if (!lead) {
        ending(draft, event, shown.size());
      } else {
        ordinal(event, shown.size()).ifPresent(words -> draft.say(" — " + words));
        graph.object(event, Voc.ent("session")).ifPresent(s -> draft.one(Voc.ent("session")));
      }
      return draft;
    }
    if (!lead && graph.isAny(event, "Visit") && visit(draft, event, actors)) {
      return draft;
    }
    draft.tell(event, Voc.LABEL, graph.object(event, Voc.LABEL).orElse(event));
    Optional<Node> date = draft.one(Voc.ent("date"));
    if (lead) {
      draft.text(labelNode(event));
    } else {
      draft.name(event);
    }
    draft.say(date.map(d -> ", " + DateWords.in(GraphReader.text(d))).orElse(""));
    place(draft, event);
    sideline(draft, event);
    List<Node> named = actors.stream().limit(MANY).toList();
    if (!named.isEmpty()) {
      draft.say(" — with ");
      named(draft, event, named);
      if (actors.size() > MANY) {
        draft.say(" and " + (actors.size() - MANY) + " more");
      }
    }
    return draft;
  }

  /** Names actors, each with its role where that is more than having taken part. */
  private void named(Draft draft, Node event, List<Node> actors) {
    int i = 0;
    for (Node actor : actors) {
      draft.say(i == 0 ? "" : i == actors.size() - 1 ? " and " : ", ").name(actor);
      draft.tell(event, Voc.ACTOR, actor);
      List<Node> roles = roles(event, actor);
      if (roles.size() == 1 && !PLAIN.containsAll(roles)) {
        draft.say(" (" + page.names().text(roles.get(0)).toLowerCase(Locale.ROOT) + ")");
      }
      i++;
    }
  }

  private List<Node> roles(Node event, Node actor) {
    return graph.subjects(Voc.VALUE, actor).stream()
        .filter(participation -> graph.has(participation, Voc.ent("event"), event))
        .flatMap(participation -> graph.objects(participation, Voc.ent("role")).stream())
        .distinct()
        .toList();
  }

  private boolean has(Node event, Node actor, String role) {
    return roles(event, actor).contains(Voc.ent(role));
  }

  /** Whether an actor was there, as far as its roles tell. */
  private boolean present(Node event, Node actor) {
    List<Node> roles = roles(event, actor);
    return roles.isEmpty() || !ABSENT.containsAll(roles);
  }

  /**
   * "Biden visited South Korea in May 2022": only when it is told who and where. Whoever only sent
   * the visitors is told of as having sent them.
   */
  private boolean visit(Draft draft, Node event, List<Node> actors) {
    Optional<Node> place = graph.object(event, Voc.PLACE);
    boolean hosts = actors.stream().anyMatch(actor -> has(event, actor, "hostRole"));
    List<Node> senders = actors.stream().filter(actor -> !present(event, actor)).toList();
    List<Node> told = actors.stream().filter(actor -> has(event, actor, "visitorRole")).toList();
    List<Node> present = actors.stream().filter(actor -> present(event, actor)).toList();
    List<Node> visitors = told.isEmpty() ? persons(present) : told;
    if (place.isEmpty() || visitors.isEmpty() || visitors.size() > 2 || hosts) {
      return false;
    }
    visitors.forEach(visitor -> draft.tell(event, Voc.ACTOR, visitor));
    draft.tell(event, Voc.PLACE, place.get());
    draft.names(visitors).say(" visited ").name(place.get());
    draft.date(" ", Voc.ent("date"));
    if (!senders.isEmpty() && senders.stream().allMatch(s -> has(event, s, "sender"))) {
      senders.forEach(sender -> draft.tell(event, Voc.ACTOR, sender));
      draft.say(", sent by ").names(senders);
    }
    sideline(draft, event);
    draft.say(" — ").link(page.names().kind(event), event);
    return true;
  }

  /** The persons among actors if there are two or more, else all. */
  private List<Node> persons(List<Node> actors) {
    List<Node> persons = actors.stream().filter(actor -> graph.is(actor, Voc.PERSON)).toList();
    return persons.size() >= 2 ? persons : actors;
  }

  private Node labelNode(Node thing) {
    return graph.object(thing, Voc.LABEL).orElse(thing);
  }

  private List<Node> actors(Node event) {
    List<Node> actors = new ArrayList<>(graph.objects(event, Voc.ACTOR));
    actors.sort((a, b) -> Integer.compare(order(a), order(b)));
    return actors;
  }

  private int order(Node actor) {
    return graph.is(actor, Voc.PERSON) ? 0 : 1;
  }

  private String verb(Node event) {
    if (graph.isAny(event, "Call")) {
      return " spoke by telephone";
    }
    return graph.isAny(event, "Dialogue") ? " held talks" : " met";
  }

  private void place(Draft draft, Node event) {
    draft
        .one(Voc.PLACE)
        .ifPresent(
            place -> draft.say(graph.isAny(place, "Site", "Venue") ? " at " : " in ").name(place));
  }

  private static void sideline(Draft draft, Node event) {
    draft.maybe(", on the sidelines of ", Voc.ent("onSidelineOf"));
  }

  private void ending(Draft draft, Node event, int actors) {
    Optional<String> ordinal = ordinal(event, actors);
    if (ordinal.isPresent()) {
      draft.one(Voc.ent("session"));
    }
    draft.say(" — ").link(ordinal.orElse(page.names().kind(event)), event);
  }

  /** "their first summit", when the event is numbered within a series of these actors. */
  private Optional<String> ordinal(Node event, int actors) {
    Optional<Node> session = graph.object(event, Voc.ent("session"));
    Optional<Node> series = graph.object(event, Voc.ent("series"));
    if (session.isEmpty() || series.isEmpty()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(GraphReader.text(session.get()));
    String ordinal = ordinal(number);
    if (graph.isAny(event, "Summit") && actors == 2) {
      return Optional.of("their " + ordinal + " summit");
    }
    String name = page.names().text(series.get());
    return Optional.of("the " + ordinal + " of the series “" + name + "”");
  }

  /** A place in an order, in words up to the eighth. */
  static String ordinal(int number) {
    if (number >= 1 && number <= ORDINALS.size()) {
      return ORDINALS.get(number - 1);
    }
    String suffix =
        number % 100 / 10 == 1
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + suffix;
  }

  private Draft plan(Node plan, boolean lead) {
    Draft draft = new Draft(page, plan);
    String modality =
        graph
            .object(plan, Voc.ent("modality"))
            .map(page.names()::text)
            .map(text -> text.toLowerCase(Locale.ROOT))
            .orElse("planned");
    draft.one(Voc.ent("modality"));
    draft.one(Voc.LABEL);
    boolean said =
        GraphReader.text(labelNode(plan)).toLowerCase(Locale.ROOT).startsWith(modality + " ");
    draft.say(
        said
            ? ""
            : modality.substring(0, 1).toUpperCase(Locale.ROOT) + modality.substring(1) + ": ");
    if (lead) {
      draft.text(labelNode(plan));
    } else {
      draft.name(plan);
    }
    draft.plainDate(", for ", Voc.ent("plannedDate"));
    draft.maybe(", in ", Voc.ent("plannedPlace"));
    draft.maybe(" — by ", Voc.ent("planner"));
    Optional<Node> realised = draft.shown(Voc.ent("realisedBy"));
    realised.ifPresent(event -> draft.say("; it came about: ").name(event));
    return draft.tag("plan");
  }
}
