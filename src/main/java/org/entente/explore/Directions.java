package org.entente.explore;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that turn the direction of text: embeddings, overrides and isolates. One that is not
 * closed turns the rest of a line around, so that a page says what nobody wrote.
 */
public final class Directions {
  private static final Pattern DIRECTIONS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final int FIRST = 0x202A;
  private static final int LAST = 0x2069;

  private Directions() {}

  /** A text in which they are shown and not obeyed. */
  public static String visible(String text) {
    return written(text, "[U+%04X]");
  }

  /** JSON in which they are escaped. */
  public static String escaped(String json) {
    return written(json, "\\u%04x");
  }

  private static String written(String text, String format) {
    if (text.chars().noneMatch(c -> c >= FIRST && c <= LAST)) {
      return text;
    }
    return DIRECTIONS
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(format.formatted((int) found.group().charAt(0))));
  }
}
