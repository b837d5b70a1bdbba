package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/** Who met whom, and who signed with whom, with the occasions. */
final class Encounters {
  /** What ties two actors. */
  enum Kind {
    MET("met", "who met whom"),
    STATES("states", "which states took part together"),
    SIGNED("signed", "who agreed with whom");

    private final String parameter;
    private final String words;

    Kind(String parameter, String words) {
      this.parameter = parameter;
      this.words = words;
    }

    String parameter() {
      return parameter;
    }

    String words() {
      return words;
    }
  }

  /** A call brings nobody together in one place, so it is no meeting of persons. */
  private static final List<String> MEETINGS = List.of("Summit", "Meeting");

  /** What states take part in: dialogues, conferences and exercises are between states too. */
  private static final List<String> TOGETHER =
      List.of("Summit", "Meeting", "Call", "Dialogue", "Conference", "Exercise");

  /** Two actors and the occasions that tie them. */
  record Tie(Node one, Node other, List<Node> events) {
    boolean of(Node actor) {
      return one.equals(actor) || other.equals(actor);
    }
  }

  private final List<Tie> ties;

  private Encounters(List<Tie> ties) {
    this.ties = ties;
  }

  /** The ties of a kind by the occasions that pass the reader's filters. */
  static Encounters of(PageContext page, Kind kind, Filters filters) {
    GraphReader graph = page.graph();
    Map<List<Node>, List<Node>> byPair = new LinkedHashMap<>();
    for (Node occasion : occasions(graph, kind)) {
      Span span = Span.of(graph, occasion);
      if (!filters.passes(occasion) || !filters.passes(span)) {
        continue;
      }
      List<Node> actors = new ArrayList<>(actors(graph, kind, occasion));
      actors.sort(GraphReader.ORDER);
      for (int i = 0; i < actors.size(); i++) {
        for (int j = i + 1; j < actors.size(); j++) {
          byPair
              .computeIfAbsent(List.of(actors.get(i), actors.get(j)), pair -> new ArrayList<>())
              .add(occasion);
        }
      }
    }
    List<Tie> ties = new ArrayList<>();
    byPair.forEach(
        (pair, events) -> {
          events.sort(Comparator.comparing(e -> String.valueOf(Span.of(graph, e).first())));
          ties.add(new Tie(pair.get(0), pair.get(1), List.copyOf(events)));
        });
    ties.sort(
        Comparator.comparingInt((Tie tie) -> -tie.events().size())
            .thenComparing(tie -> tie.one() + " " + tie.other()));
    return new Encounters(ties);
  }

  /** All that can tie actors. */
  static Set<Node> occasions(GraphReader graph, Kind kind) {
    Set<Node> occasions = new TreeSet<>(GraphReader.ORDER);
    if (kind == Kind.SIGNED) {
      occasions.addAll(Things.of(graph, Voc.ent("Agreement")));
    } else {
      for (String type : kind == Kind.MET ? MEETINGS : TOGETHER) {
        occasions.addAll(Things.of(graph, Voc.ent(type)));
      }
    }
    return occasions;
  }

  private static List<Node> actors(GraphReader graph, Kind kind, Node occasion) {
    return switch (kind) {
      case MET ->
          graph.objects(occasion, Voc.ACTOR).stream().filter(a -> graph.is(a, Voc.PERSON)).toList();
      case STATES -> graph.objects(occasion, Voc.ent("hasParticipatingState"));
      case SIGNED -> graph.objects(occasion, Voc.ent("party"));
    };
  }

  /** All ties, the strongest first. */
  List<Tie> ties() {
    return ties;
  }

  /** The ties of one actor. */
  List<Tie> of(Node actor) {
    return ties.stream().filter(tie -> tie.of(actor)).toList();
  }
}
