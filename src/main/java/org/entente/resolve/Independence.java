package org.entente.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.entente.model.Dossier;
import org.entente.model.Passage;
import org.entente.model.Row;
import org.entente.rdf.Claim;
import org.entente.rdf.Resolved.Corroboration;

/** Counts articles, and those of them that have no author, publisher or cited work in common. */
final class Independence {
  /** Above this many articles the largest independent set is approximated from below. */
  private static final int EXACT_LIMIT = 16;

  private final Map<String, Passage> passages;
  private final Map<String, Set<String>> ties = new HashMap<>();
  private final Map<Set<SortedSet<String>>, Corroboration> counted = new HashMap<>();

  Independence(Dossier dossier) {
    this.passages = dossier.passages();
    for (Row row : dossier.rows("documents")) {
      // Whoever cites a document is tied to it.
      tie(row.value("id"), "cites ", row.value("id"));
      tie(row.value("id"), "published by ", row.text("publisher"));
    }
    for (Row row : dossier.rows("authors")) {
      tie(row.value("document"), "written by ", row.value("agent"));
    }
    for (Row row : dossier.rows("citations")) {
      tie(row.value("document"), "cites ", row.value("work"));
    }
  }

  private void tie(String document, String how, String what) {
    if (document != null && what != null) {
      ties.computeIfAbsent(document, d -> new HashSet<>()).add(how + what);
    }
  }

  /**
   * How many articles stand behind claims that agree. Passages of several articles that prove a
   * claim only together are one proof.
   */
  Corroboration count(List<Claim> claims) {
    Set<SortedSet<String>> proofs = new HashSet<>();
    for (Claim claim : claims) {
      SortedSet<String> documents = new TreeSet<>();
      for (String passage : claim.passages()) {
        Passage found = passages.get(passage);
        if (found != null) {
          documents.add(found.document());
        }
      }
      if (!documents.isEmpty()) {
        proofs.add(documents);
      }
    }
    return counted.computeIfAbsent(
        proofs,
        set -> {
          List<SortedSet<String>> minimal =
              set.stream()
                  .filter(proof -> set.stream().noneMatch(p -> p != proof && proof.containsAll(p)))
                  .sorted(Comparator.comparing(Object::toString))
                  .toList();
          return new Corroboration(
              largest(minimal, (a, b) -> !Collections.disjoint(a, b)),
              largest(minimal, this::areTied));
        });
  }

  private boolean areTied(SortedSet<String> a, SortedSet<String> b) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> x.equals(y) || isTied(x, y)));
  }

  /** The size of the largest set of proofs of which no two are tied. */
  private static int largest(
      List<SortedSet<String>> proofs, BiPredicate<SortedSet<String>, SortedSet<String>> tied) {
    return proofs.size() > EXACT_LIMIT
        ? greedy(proofs, tied)
        : largest(proofs, tied, 0, new ArrayList<>());
  }

  private static int largest(
      List<SortedSet<String>> proofs,
      BiPredicate<SortedSet<String>, SortedSet<String>> tied,
      int from,
      List<SortedSet<String>> chosen) {
    int best = chosen.size();
    for (int i = from; i < proofs.size(); i++) {
      SortedSet<String> candidate = proofs.get(i);
      if (chosen.stream().noneMatch(other -> tied.test(candidate, other))) {
        chosen.add(candidate);
        best = Math.max(best, largest(proofs, tied, i + 1, chosen));
        chosen.remove(chosen.size() - 1);
      }
    }
    return best;
  }

  private static int greedy(
      List<SortedSet<String>> proofs, BiPredicate<SortedSet<String>, SortedSet<String>> tied) {
    List<SortedSet<String>> chosen = new ArrayList<>();
    for (SortedSet<String> candidate : proofs) {
      if (chosen.stream().noneMatch(other -> tied.test(candidate, other))) {
        chosen.add(candidate);
      }
    }
    return chosen.size();
  }

  private boolean isTied(String a, String b) {
    Set<String> common = new HashSet<>(ties.getOrDefault(a, Set.of()));
    common.retainAll(ties.getOrDefault(b, Set.of()));
    return !common.isEmpty();
  }
}
