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
 * Finds events that several documents tell: of one type, on one day, with the same two or more who
 * took part, and at no two places. They become one candidate, with a row and passages from each
 * document.
 */
final class Retellings {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int FEWEST = 2;

  /** Identifiers of events that were told before, with those under which they were. */
  private final Map<String, String> first = new HashMap<>();

  /** The first telling's label, by its identifier. */
  private final Map<String, String> labels = new HashMap<>();

  private Retellings() {}

  /** What makes two tellings those of one event. */
  private record Event(String type, String date, SortedSet<String> actors) {}

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
    for (Proposal proposal : accounts) {
      if (proposal.table().equals("participations")) {
        actors
            .computeIfAbsent(proposal.candidate(), c -> new TreeSet<>())
            .add(proposal.cells().get("actor"));
      }
    }
    Map<Event, List<Proposal>> told = new HashMap<>();
    for (Proposal event : accounts) {
      String date = event.cells().getOrDefault("date", "");
      SortedSet<String> who = actors.getOrDefault(event.candidate(), new TreeSet<>());
      boolean sure = DAY.matcher(date).matches() && who.size() >= FEWEST;
      if (event.table().equals("events") && sure && open.test(event)) {
        List<Proposal> same =
            told.computeIfAbsent(
                new Event(event.cells().get("type"), date, who), e -> new ArrayList<>());
        same.stream()
            .filter(other -> isRetold(other, event, passages))
            .findFirst()
            .ifPresentOrElse(other -> found.join(event, other), () -> same.add(event));
      }
    }
    return found;
  }

  private void join(Proposal event, Proposal other) {
    first.put(event.candidate(), other.candidate());
    labels.put(other.candidate(), other.cells().get("label"));
  }

  /** Two meetings that one document tells of are two. */
  private static boolean isRetold(
      Proposal a, Proposal b, Map<String, Map<String, String>> passages) {
    String here = a.cells().get("place");
    String there = b.cells().get("place");
    return !document(a, passages).equals(document(b, passages))
        && (here == null || there == null || here.equals(there));
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
    if (!candidate.equals(proposal.candidate()) && proposal.table().equals("events")) {
      cells.put("label", labels.get(candidate));
    }
    return new Proposal(
        proposal.table(), candidate, cells, proposal.confidence(), proposal.rules());
  }
}
