package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.model.Edtf;

/** Puts the drafts of a document together: one event told three times is one candidate. */
final class Assembler {
  private final String document;
  private final TextView view;
  private final Occasions occasions;
  private final Witnesses witnesses;

  private static final class Cluster {
    private Draft best;
    private Set<String> names;
    private final List<Draft> tellings = new ArrayList<>();

    private Cluster(Draft first) {
      tell(first);
      tellings.add(first);
    }

    private void tell(Draft draft) {
      best = draft;
      names = names(draft);
    }
  }

  /**
   * Where clusters stand that may be the same as a draft.
   *
   * @param type the type; that of a meeting for all encounters that may also be called one
   * @param sentence the sentence, for speech, which is told once; -1 for what is not speech
   */
  private record Shelf(EventType type, int sentence) {
    private static Shelf of(Draft draft) {
      EventType type = draft.type();
      return isKin(type, EventType.MEETING)
          ? new Shelf(EventType.MEETING, -1)
          : new Shelf(type, type.isSpeech() ? draft.span().sentence() : -1);
    }
  }

  Assembler(String document, TextView view, Occasions occasions, Witnesses witnesses) {
    this.witnesses = witnesses;
    this.document = document;
    this.view = view;
    this.occasions = occasions;
  }

  /** The candidates of a document, in the order in which it tells them. */
  List<Candidate> assemble(List<Draft> drafts) {
    List<Cluster> clusters = new ArrayList<>();
    Map<Shelf, List<Cluster>> shelves = new HashMap<>();
    for (Draft draft : drafts) {
      List<Cluster> shelf = shelves.computeIfAbsent(Shelf.of(draft), k -> new ArrayList<>());
      Cluster same = draft.traits().anaphoric() ? antecedent(clusters, draft) : same(shelf, draft);
      if (same == null) {
        Cluster cluster = new Cluster(draft);
        clusters.add(cluster);
        shelf.add(cluster);
      } else {
        join(same, draft);
      }
    }
    clusters.sort(
        Comparator.comparingInt((Cluster c) -> c.best.span().start())
            .thenComparing(c -> c.best.type())
            .thenComparingInt(c -> c.best.span().end()));
    clusters.removeIf(c -> !Calibration.isWorthProposing(c.best, passages(c).size()));
    List<Candidate> out = new ArrayList<>();
    for (Cluster cluster : clusters) {
      out.add(besideOccasion(candidate(cluster, out.size() + 1), clusters, cluster));
    }
    return out;
  }

  /** A candidate with what it took place on the sidelines of, where the text tells it. */
  private Candidate besideOccasion(Candidate candidate, List<Cluster> clusters, Cluster cluster) {
    for (Draft telling : Occasions.isOccasion(cluster.best) ? cluster.tellings : List.<Draft>of()) {
      Occasions.Lead lead = occasions.lead(view.masked(), telling);
      for (int i = 0; lead != null && i < clusters.size(); i++) {
        for (Draft other :
            clusters.get(i) == cluster ? List.<Draft>of() : clusters.get(i).tellings) {
          if (Occasions.isAt(other, lead.named())) {
            return candidate.onSidelinesOf(i + 1, passage(lead.start(), other.span().end()));
          }
        }
      }
    }
    return candidate;
  }

  private static Cluster antecedent(List<Cluster> clusters, Draft draft) {
    for (int i = clusters.size() - 1; i >= 0; i--) {
      Cluster cluster = clusters.get(i);
      if (isKin(cluster.best.type(), draft.type())
          && (draft.date() == null || compatible(draft.date(), cluster.best.date()))) {
        return cluster;
      }
    }
    return null;
  }

  private static Cluster same(List<Cluster> clusters, Draft draft) {
    Set<String> names = names(draft);
    for (int i = clusters.size() - 1; i >= 0; i--) {
      Cluster cluster = clusters.get(i);
      if (isSame(cluster.best, cluster.names, draft, names)) {
        return cluster;
      }
    }
    return null;
  }

  private static boolean isKin(EventType a, EventType b) {
    if (a == b) {
      return true;
    }
    EventType other = a == EventType.MEETING ? b : a;
    return (a == EventType.MEETING || b == EventType.MEETING)
        && (other == EventType.SUMMIT || other == EventType.DIALOGUE);
  }

  private static boolean isSame(Draft a, Set<String> first, Draft b, Set<String> second) {
    if (a.type().isSpeech()) {
      return (a.span().end() >= b.span().start()
              || b.rules().contains(StatementReader.SHARED_SUBJECT))
          && first.equals(second);
    }
    boolean type =
        a.type() == b.type()
            || isKin(a.type(), b.type()) && a.span().sentence() == b.span().sentence();
    boolean pointsBack =
        b.traits().noun()
            && b.date() == null
            && b.place() == null
            && a.type() == b.type()
            && a.certainty() == Certainty.PLANNED
            && b.certainty() == Certainty.ASSERTED;
    boolean points =
        a.type() == b.type()
            && isBare(b)
            && a.certainty() == b.certainty()
            && (a.date() == null || compatible(a.date(), b.date()));
    boolean nameless =
        type
            && a.type() == b.type()
            && (first.isEmpty() || second.isEmpty())
            && a.certainty() == b.certainty()
            && a.date() != null
            && b.date() != null
            && (a.date().edtf().equals(b.date().edtf())
                || isBare(a) && compatible(a.date(), b.date()));
    boolean vote =
        a.type() == EventType.ELECTION
            && b.type() == EventType.ELECTION
            && (first.isEmpty() || second.isEmpty())
            && a.certainty() == b.certainty()
            && head(a).equals(head(b))
            && compatible(a.date(), b.date());
    if (points || nameless || vote) {
      return true;
    }
    if (!type
        || !pointsBack && a.certainty() != b.certainty()
        || first.isEmpty()
        || second.isEmpty()
        || !first.containsAll(second) && !second.containsAll(first)) {
      return false;
    }
    if (a.date() != null && b.date() != null && !compatible(a.date(), b.date())) {
      return false;
    }
    if (isWar(a) && isWar(b)) {
      return true;
    }
    if (a.place() != null
        && b.place() != null
        && !a.place().name().equals(b.place().name())
        && !String.valueOf(a.place().state()).equals(String.valueOf(b.place().state()))) {
      return false;
    }
    boolean sameWord =
        a.rules().get(0).equals(b.rules().get(0)) || a.date() != null && b.date() != null;
    boolean bothVerbs = !a.traits().noun() && !b.traits().noun();
    if (bothVerbs && a.span().sentence() != b.span().sentence() && !first.equals(second)) {
      return false;
    }
    boolean dated = a.date() != null && b.date() != null && a.date().edtf().equals(b.date().edtf());
    Set<String> smaller = first.size() <= second.size() ? first : second;
    boolean adds = first.size() != second.size();
    boolean person =
        a.participants().stream().anyMatch(p -> smaller.contains(p.name()) && p.isPerson());
    if (!a.type().isEncounter() && !dated && !a.rules().get(0).equals(b.rules().get(0))
        || adds && !person && hasPerson(a) != hasPerson(b) && !dated) {
      return false;
    }
    return (sameWord || !bothVerbs)
        && (first.equals(second) || first.size() > 1 && second.size() > 1);
  }

  /** The last word of the noun that gave a draft: "election" for "presidential election". */
  private static String head(Draft draft) {
    String entry = draft.rules().get(0);
    entry = entry.substring(0, Math.max(0, entry.indexOf('/')));
    return draft.traits().noun() ? entry.substring(entry.lastIndexOf('-') + 1) : entry;
  }

  /** A war goes on: a text that names one side of it, or both, speaks of the same. */
  private static boolean isWar(Draft draft) {
    return draft.tableType().equals("Conflict");
  }

  /** "last year's summit", "the 2018 summit": a date before a noun points to what was told. */
  private static boolean isBare(Draft draft) {
    return draft.traits().noun()
        && !draft.traits().carried()
        && draft.participants().isEmpty()
        && draft.place() == null
        && draft.type().isEncounter()
        && draft.date() != null
        && Math.abs(draft.date().start() - draft.span().start()) <= "the ".length();
  }

  private static boolean hasPerson(Draft draft) {
    return Participant.anyPerson(draft.participants());
  }

  private static boolean compatible(EventDate a, EventDate b) {
    if (a == null || b == null) {
      return true;
    }
    Edtf first = Edtf.parse(a.edtf()).orElse(null);
    Edtf second = Edtf.parse(b.edtf()).orElse(null);
    return first == null || second == null
        ? a.edtf().equals(b.edtf())
        : !first.isDisjointFrom(second);
  }

  private static Set<String> names(Draft draft) {
    Set<String> names = new TreeSet<>();
    draft.participants().forEach(p -> names.add(p.name()));
    return names;
  }

  private static void join(Cluster cluster, Draft draft) {
    Draft best = cluster.best;
    cluster.tellings.add(draft);
    if (best.type().isSpeech()) {
      int start = Math.min(best.span().start(), draft.span().start());
      int end = Math.max(best.span().end(), draft.span().end());
      if (best.span().sentence() == draft.span().sentence()) {
        cluster.tell(best.withSpan(start, end).withScore(Math.max(best.score(), draft.score())));
      }
      return;
    }
    boolean fuller =
        (isWar(draft) || draft.type() == EventType.ELECTION)
            && draft.participants().size() > best.participants().size();
    boolean better =
        fuller
            || !draft.traits().anaphoric()
                && draft.score() > best.score() + 0.1
                && draft.participants().size() >= best.participants().size();
    Draft kept = better ? draft : best;
    Draft other = better ? best : draft;
    if (kept.date() == null && other.date() != null && !draft.traits().anaphoric()) {
      kept = kept.withDate(other.date(), "date:other-telling");
    }
    if (kept.type() == EventType.MEETING
        && other.type() == EventType.SUMMIT
        && !other.traits().anaphoric()) {
      kept = kept.withType(EventType.SUMMIT, "Summit", "type:other-telling");
    }
    cluster.tell(kept);
  }

  private Candidate candidate(Cluster cluster, int number) {
    Draft best = cluster.best;
    Set<Candidate.Passage> passages = passages(cluster);
    List<Participant> participants = new ArrayList<>(best.participants());
    participants.sort(Comparator.comparing((Participant p) -> p.kind() != Participant.Kind.PERSON));
    Set<String> rules = new LinkedHashSet<>(best.rules());
    for (Draft telling : cluster.tellings) {
      rules.addAll(telling.rules());
    }
    return new Candidate(
        document,
        number,
        best.type(),
        best.tableType(),
        List.copyOf(participants),
        best.date(),
        best.place() == null ? null : best.place().name(),
        best.place() == null ? null : best.place().state(),
        best.certainty(),
        best.content(),
        best.direct(),
        List.copyOf(passages),
        Calibration.confidence(best),
        List.copyOf(rules),
        best.addressee(),
        0,
        witnesses.of(best, passages));
  }

  private Set<Candidate.Passage> passages(Cluster cluster) {
    Set<Candidate.Passage> passages = new LinkedHashSet<>();
    passages.add(passage(cluster.best));
    for (Draft telling : cluster.tellings) {
      if (telling.span().sentence() != cluster.best.span().sentence()) {
        passages.add(passage(telling));
      }
    }
    return passages;
  }

  private Candidate.Passage passage(Draft draft) {
    return passage(draft.span().start(), draft.span().end());
  }

  private Candidate.Passage passage(int start, int end) {
    return new Candidate.Passage(
        view.codePoint(start), view.codePoint(end), view.text().substring(start, end));
  }
}
