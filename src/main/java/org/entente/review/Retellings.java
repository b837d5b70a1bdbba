package org.entente.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.entente.model.Proposal;

/**
 * Finds events and agreements that several documents tell: of one type, on one day, with the same
 * two or more who took part, at no two places and about no two subjects. A visit of one is the same
 * where it leads to the same place, an election where it is of the same state. They become one
 * candidate, with a row and passages from each document.
 */
final class Retellings {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Tables of what is told, with the column of its day. */
  private static final Map<String, String> DAYS = Map.of("events", "date", "agreements", "signed");

  /** Tables of who took part, with the column that names them. */
  private static final Map<String, String> ACTORS =
      Map.of("participations", "actor", "agreement_parties", "party");

  /** Identifiers of events that were told before, with those under which they were. */
  private final Map<String, String> first = new HashMap<>();

  /** The first telling's label, by its identifier. */
  private final Map<String, String> labels = new HashMap<>();

  private Retellings() {}

  /** What makes two tellings those of one event; the place is that of what only one does there. */
  private record Event(String type, String date, SortedSet<String> actors, String place) {

    /** The event that a proposal tells; null where there may be two such on a day. */
    static Event of(Proposal proposal, SortedSet<String> actors) {
      String day = proposal.cells().getOrDefault(DAYS.get(proposal.table()), "");
      String type = proposal.cells().get("type");
      String place = proposal.cells().get("place");
      boolean alone =
          actors.size() == 1 && (type.equals("Election") || type.equals("Visit") && place != null);
      boolean sure = DAY.matcher(day).matches() && (actors.size() > 1 || alone);
      return sure ? new Event(type, day, actors, alone ? place : null) : null;
    }
  }

  /**
   * What is retold among some proposals.
   *
   * @param accounts the proposals, in the order of the documents
   * @param passages the cells of the proposed passages, by identifier
   * @param open whether nobody has decided on a proposal and the tables do not have it
   */
  static Retellings among(
      List<Proposal> accounts,
      Map<String, Map<String, String>> passages,
      Predicate<Proposal> open) {
    Retellings found = new Retellings();
    Map<String, SortedSet<String>> actors = new HashMap<>();
    Map<String, String> subjects = new HashMap<>();
    for (Proposal proposal : accounts) {
      String column = ACTORS.get(proposal.table());
      if (column != null) {
        actors
            .computeIfAbsent(proposal.candidate(), c -> new TreeSet<>())
            .add(proposal.cells().get(column));
      } else if (proposal.table().equals("topics")) {
        subjects.put(proposal.candidate(), proposal.cells().get("topic"));
      }
    }
    Map<Event, List<Proposal>> told = new HashMap<>();
    for (Proposal proposal : accounts) {
      if (!DAYS.containsKey(proposal.table()) || !open.test(proposal)) {
        continue;
      }
      Event event = Event.of(proposal, actors.getOrDefault(proposal.candidate(), new TreeSet<>()));
      if (event != null) {
        List<Proposal> same = told.computeIfAbsent(event, e -> new ArrayList<>());
        same.stream()
            .filter(other -> !document(other, passages).equals(document(proposal, passages)))
            .filter(other -> agree(other.cells().get("place"), proposal.cells().get("place")))
            .filter(
                other -> agree(subjects.get(other.candidate()), subjects.get(proposal.candidate())))
            .findFirst()
            .ifPresentOrElse(other -> found.join(proposal, other), () -> same.add(proposal));
      }
    }
    return found;
  }

  /** Whether two values do not contradict each other; null says nothing. */
  private static boolean agree(String a, String b) {
    return a == null || b == null || a.equals(b);
  }

  private void join(Proposal event, Proposal other) {
    first.put(event.candidate(), other.candidate());
    labels.put(other.candidate(), other.cells().get("label"));
  }

  private static String document(Proposal proposal, Map<String, Map<String, String>> passages) {
    String evidence = proposal.cells().getOrDefault("evidence", "").split(";", 2)[0];
    return String.valueOf(passages.getOrDefault(evidence, Map.of()).get("document"));
  }

  /** A proposal under the identifier under which its event was told first. */
  Proposal renamed(Proposal proposal) {
    String candidate = first.getOrDefault(proposal.candidate(), proposal.candidate());
    Map<String, String> cells = new LinkedHashMap<>(proposal.cells());
    cells.replaceAll((column, value) -> first.getOrDefault(value, value));
    if (!candidate.equals(proposal.candidate()) && DAYS.containsKey(proposal.table())) {
      cells.put("label", labels.get(candidate));
    }
    return new Proposal(
        proposal.table(), candidate, cells, proposal.confidence(), proposal.rules());
  }
}
