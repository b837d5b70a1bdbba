package org.entente.source;

import java.util.ArrayList;
import java.util.List;

/** Looks for a quote in a text; all offsets it gives are in Unicode code points. */
final class QuoteFinder {
  private static final int EXCERPT = 70;
  private static final int SHORTEST = 8;

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
   * wrong: quotation marks, spaces, case, footnote digits glued to words. A long one begins just
   * before the first difference. Empty when nothing is near.
   */
  String nearest(String quote) {
    Skeleton skeleton = Skeleton.of(text);
    String wanted = Skeleton.of(quote).letters;
    int least = Math.min(wanted.length(), Math.max(SHORTEST, wanted.length() / 3));
    for (int length = wanted.length(); length >= Math.max(1, least); length = length * 4 / 5) {
      int at = skeleton.letters.indexOf(wanted.substring(0, length));
      if (at >= 0) {
        int last = Math.min(skeleton.letters.length(), at + wanted.length()) - 1;
        String stretch =
            text.substring(beginBefore(skeleton.offsets[at]), endAfter(skeleton.offsets[last]));
        return aroundDifference(stretch, quote);
      }
    }
    return "";
  }

  private static String aroundDifference(String stretch, String quote) {
    if (stretch.codePointCount(0, stretch.length()) <= EXCERPT) {
      return stretch;
    }
    int same = 0;
    while (same < Math.min(stretch.length(), quote.length())
        && stretch.charAt(same) == quote.charAt(same)) {
      same++;
    }
    int from = stretch.codePointCount(0, same) - EXCERPT / 2;
    return from <= 0 ? stretch : "…" + stretch.substring(stretch.offsetByCodePoints(0, from));
  }

  /** The offset of the marks that open the word of the letter at an offset. */
  private int beginBefore(int offset) {
    int begin = offset;
    while (begin > 0 && isMark(text.charAt(begin - 1))) {
      begin--;
    }
    return begin;
  }

  /** The offset after the letter that begins at an offset and the marks that close its word. */
  private int endAfter(int offset) {
    int end = offset + Character.charCount(text.codePointAt(offset));
    while (end < text.length() && isMark(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isMark(char c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && !Character.isLetter(c)
        && !Character.isSurrogate(c);
  }

  /** A text reduced to its letters in lower case, each with its offset. */
  private record Skeleton(String letters, int[] offsets) {
    static Skeleton of(String text) {
      StringBuilder letters = new StringBuilder(text.length());
      int[] offsets = new int[text.length()];
      for (int i = 0; i < text.length(); ) {
        int point = text.codePointAt(i);
        if (Character.isLetter(point)) {
          int lower = Character.toLowerCase(point);
          for (int unit = 0; unit < Character.charCount(lower); unit++) {
            offsets[letters.length() + unit] = i;
          }
          letters.appendCodePoint(lower);
        }
        i += Character.charCount(point);
      }
      return new Skeleton(letters.toString(), offsets);
    }
  }
}
