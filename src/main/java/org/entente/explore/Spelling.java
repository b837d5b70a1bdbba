package org.entente.explore;

/** Whether two words are spelled almost alike: letters left out, put in, changed or swapped. */
final class Spelling {
  /** From these lengths on, one letter and two may differ. */
  private static final int ONE = 5;

  private static final int TWO = 8;

  private Spelling() {}

  /** In how many letters a word may differ from one that is meant. */
  static int differences(String word) {
    return word.length() < ONE ? 0 : word.length() < TWO ? 1 : 2;
  }

  /** Whether two words differ, and in no more letters than that. */
  static boolean alike(String one, String other, int most) {
    return most > 0
        && Math.abs(one.length() - other.length()) <= most
        && !one.equals(other)
        && distance(one, other) <= most;
  }

  /** Optimal string alignment: the Levenshtein distance with swaps of neighbours as one step. */
  private static int distance(String one, String other) {
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(steps[i - 1][j - 1] + changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[one.length()][other.length()];
  }
}
