package org.entente.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
  private final Map<SortedSet<String>, Corroboration> counted = new HashMap<>();

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

  /** How many articles stand behind claims that agree. */
  Corroboration count(List<Claim> claims) {
    SortedSet<String> documents = new TreeSet<>();
    for (Claim claim : claims) {
      for (String passage : claim.passages()) {
        Passage found = passages.get(passage);
        if (found != null) {
          documents.add(found.document());
        }
      }
    }
    return counted.computeIfAbsent(
        documents, set -> new Corroboration(set.size(), largestIndependentSet(List.copyOf(set))));
  }

  private int largestIndependentSet(List<String> documents) {
    if (documents.size() > EXACT_LIMIT) {
      return greedy(documents);
    }
    return largest(documents, 0, new ArrayList<>());
  }

  private int largest(List<String> documents, int from, List<String> chosen) {
    int best = chosen.size();
    for (int i = from; i < documents.size(); i++) {
      String candidate = documents.get(i);
      if (chosen.stream().noneMatch(other -> isTied(candidate, other))) {
        chosen.add(candidate);
        best = Math.max(best, largest(documents, i + 1, chosen));
        chosen.remove(chosen.size() - 1);
      }
    }
    return best;
  }

  private int greedy(List<String> documents) {
    List<String> chosen = new ArrayList<>();
    for (String candidate : documents) {
      if (chosen.stream().noneMatch(other -> isTied(candidate, other))) {
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
