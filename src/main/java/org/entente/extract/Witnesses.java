package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the words that each slot of a candidate rests on where these are not the event's own: the
 * date told a sentence earlier, the name that "he" stands for, the office that was told with it.
 */
final class Witnesses {
  private final TextView view;
  private final Map<String, List<Naming>> namings = new HashMap<>();

  /** By the number of the sentence that tells the event. */
  private final Map<Integer, List<Topics.Topic>> topics = new HashMap<>();

  Witnesses(TextView view, List<Naming> namings, List<Topics.Topic> topics) {
    this.view = view;
    topics.forEach(t -> this.topics.computeIfAbsent(t.sentence(), k -> new ArrayList<>()).add(t));
    namings.forEach(n -> this.namings.computeIfAbsent(n.name(), k -> new ArrayList<>()).add(n));
  }

  /**
   * The words of the slots of a candidate.
   *
   * @param draft what it is made from
   * @param passages where the document tells it
   */
  Candidate.Slots of(Draft draft, Set<Candidate.Passage> passages) {
    Map<String, Candidate.Passage> named = new TreeMap<>();
    Map<String, Candidate.Office> offices = new TreeMap<>();
    for (Participant participant : draft.participants()) {
      List<Naming> own = namings.getOrDefault(participant.name(), List.of());
      List<Naming> here = own.stream().filter(n -> isIn(n, passages)).toList();
      if (here.isEmpty() && !own.isEmpty()) {
        named.put(participant.name(), passage(nearest(own, draft.span().start())));
      }
      Candidate.Office office =
          participant.kind() == Participant.Kind.PERSON ? office(own, here) : null;
      if (office != null) {
        offices.put(participant.name(), office);
      }
    }
    EventDate date = draft.date();
    boolean elsewhere = date != null && date.start() >= 0 && !isIn(passage(date), passages);
    return new Candidate.Slots(
        elsewhere ? passage(date) : null,
        Map.copyOf(named),
        Map.copyOf(offices),
        null,
        topic(draft));
  }

  private Candidate.Passage topic(Draft draft) {
    return topics.getOrDefault(draft.span().sentence(), List.of()).stream()
        .filter(topic -> topic.trigger() == draft.span().trigger())
        .map(topic -> passage(topic.start(), topic.end()))
        .findFirst()
        .orElse(null);
  }

  /**
   * The office told with a name in the event's own words, else the only one that is told at all.
   */
  private Candidate.Office office(List<Naming> own, List<Naming> here) {
    Naming found = only(here);
    return found != null || here.stream().anyMatch(n -> n.office() != null)
        ? office(found)
        : office(only(own));
  }

  private Candidate.Office office(Naming naming) {
    return naming == null
        ? null
        : new Candidate.Office(
            naming.office().title(),
            naming.office().kind(),
            naming.office().state(),
            passage(naming));
  }

  /** The first naming with a state's office, where all that tell one tell the same. */
  private static Naming only(List<Naming> namings) {
    Set<Naming.Office> offices = new LinkedHashSet<>();
    Naming first = null;
    for (Naming naming : namings) {
      if (naming.office() != null && naming.office().state() != null) {
        first = first == null ? naming : first;
        offices.add(naming.office());
      }
    }
    return offices.size() == 1 ? first : null;
  }

  private static Naming nearest(List<Naming> namings, int at) {
    Naming found = namings.get(0);
    for (Naming naming : namings) {
      found = naming.start() < at ? naming : found;
    }
    return found;
  }

  private boolean isIn(Naming naming, Set<Candidate.Passage> passages) {
    return isIn(passage(naming), passages);
  }

  private static boolean isIn(Candidate.Passage words, Set<Candidate.Passage> passages) {
    return passages.stream().anyMatch(p -> p.contains(words));
  }

  private Candidate.Passage passage(Naming naming) {
    return passage(naming.start(), naming.end());
  }

  private Candidate.Passage passage(EventDate date) {
    return passage(date.start(), date.end());
  }

  private Candidate.Passage passage(int start, int end) {
    return new Candidate.Passage(
        view.codePoint(start), view.codePoint(end), view.text().substring(start, end));
  }
}
