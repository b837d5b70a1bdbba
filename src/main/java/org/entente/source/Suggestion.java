package org.entente.source;

import java.util.Optional;

/** Finds what somebody probably meant. */
final class Suggestion {
  private Suggestion() {}

  /** The known value nearest to a text by edit distance; empty when none is near. */
  static Optional<String> nearest(String text, Iterable<String> known) {
    int allowed = Math.max(1, text.length() / 5);
    String best = null;
    int least = allowed + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - text.length()) <= least) {
        int distance = distance(text, candidate, least + 1);
        if (distance < least
            || distance == least && best != null && candidate.compareTo(best) < 0) {
          least = distance;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Levenshtein's distance, or {@code limit} when it is at least that. */
  private static int distance(String a, String b, int limit) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
        least = Math.min(least, current[j]);
      }
      if (least >= limit) {
        return limit;
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
