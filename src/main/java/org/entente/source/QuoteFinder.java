package org.entente.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for a quote in a text; all offsets it gives are in Unicode code points. */
final class QuoteFinder {
  private static final int EXCERPT = 70;

  private final String text;

  QuoteFinder(String text) {
    this.text = text;
  }

  /**
   * Where the quote begins, each time it stands in the text between the prefix and the suffix.
   * Matching is exact.
   */
  List<Integer> find(String prefix, String quote, String suffix) {
    String wanted = prefix + quote + suffix;
    List<Integer> found = new ArrayList<>();
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      found.add(text.codePointCount(0, at + prefix.length()));
    }
    return found;
  }

  /**
   * The stretch of the text most like a quote that is not in it, told apart by what usually goes
   * wrong: quotation marks, spaces, case, footnote digits glued to words. Empty when nothing is
   * near.
   */
  String nearest(String quote) {
    Skeleton skeleton = Skeleton.of(text);
    String wanted = Skeleton.of(quote).letters;
    for (int length = wanted.length(); length >= Math.max(8, wanted.length() / 3); ) {
      String beginning = wanted.substring(0, length);
      int at = skeleton.letters.indexOf(beginning);
      if (at >= 0) {
        int from = skeleton.offsets[at];
        int last = Math.min(skeleton.letters.length(), at + wanted.length()) - 1;
        int to = Math.min(skeleton.offsets[last] + 1, from + Math.max(EXCERPT, quote.length()));
        return text.substring(from, to);
      }
      length = length * 4 / 5;
    }
    return "";
  }

  /** A text reduced to its letters in lower case, each with its offset. */
  private record Skeleton(String letters, int[] offsets) {
    static Skeleton of(String text) {
      StringBuilder letters = new StringBuilder(text.length());
      int[] offsets = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (Character.isLetter(c) || Character.isSurrogate(c)) {
          offsets[letters.length()] = i;
          letters.append(String.valueOf(c).toLowerCase(Locale.ROOT).charAt(0));
        }
      }
      return new Skeleton(letters.toString(), offsets);
    }
  }
}
