package org.entente.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the words that each slot of a candidate rests on where these are not the event's own: the
 * date told a sentence earlier, the name that "he" stands for, the office that was told with it.
 */
final class Witnesses {
  private final TextView view;

  /** By name, and by where it is named, in code points. */
  private final Map<String, NavigableMap<Integer, Naming>> namings = new HashMap<>();

  /** By name, the only naming with an office that the text tells of it. */
  private final Map<String, Optional<Naming>> onlyOffices = new HashMap<>();

  /** By the number of the sentence that tells the event. */
  private final Map<Integer, List<Topics.Topic>> topics = new HashMap<>();

  Witnesses(TextView view, List<Naming> namings, List<Topics.Topic> topics) {
    this.view = view;
    topics.forEach(t -> this.topics.computeIfAbsent(t.sentence(), k -> new ArrayList<>()).add(t));
    for (Naming naming : namings) {
      this.namings
          .computeIfAbsent(naming.name(), k -> new TreeMap<>())
          .put(view.codePoint(naming.start()), naming);
    }
    this.namings.forEach((name, own) -> onlyOffices.put(name, only(own.values())));
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
      NavigableMap<Integer, Naming> own = namings.get(participant.name());
      if (own == null) {
        continue;
      }
      Collection<Naming> here = within(own, passages);
      if (here.isEmpty()) {
        Map.Entry<Integer, Naming> before = own.lowerEntry(view.codePoint(draft.span().start()));
        named.put(
            participant.name(), passage((before == null ? own.firstEntry() : before).getValue()));
      }
      Candidate.Office office = participant.isPerson() ? office(participant.name(), here) : null;
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
  private Candidate.Office office(String name, Collection<Naming> here) {
    Naming found = only(here).orElse(null);
    return found != null || here.stream().anyMatch(n -> n.office() != null)
        ? office(found)
        : office(onlyOffices.get(name).orElse(null));
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
  private static Optional<Naming> only(Collection<Naming> namings) {
    Set<Naming.Office> offices = new LinkedHashSet<>();
    Naming first = null;
    for (Naming naming : namings) {
      if (naming.office() != null && naming.office().state() != null) {
        first = first == null ? naming : first;
        offices.add(naming.office());
      }
    }
    return offices.size() == 1 ? Optional.of(first) : Optional.empty();
  }

  /** The namings that stand in passages, in the order of the text. */
  private Collection<Naming> within(
      NavigableMap<Integer, Naming> namings, Set<Candidate.Passage> passages) {
    Map<Integer, Naming> out = new TreeMap<>();
    for (Candidate.Passage passage : passages) {
      namings
          .subMap(passage.start(), true, passage.end(), true)
          .forEach(
              (at, naming) -> {
                if (passage.contains(passage(naming))) {
                  out.put(at, naming);
                }
              });
    }
    return out.values();
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
