package org.entente.serve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that stands in markup. */
final class Escaping {
  private Escaping() {}

  private static final Pattern DIRECTIONS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final int FIRST_DIRECTION = 0x202A;
  private static final int LAST_DIRECTION = 0x2069;

  /**
   * A text whose embeddings, overrides and isolates of direction are written out. One that is not
   * closed turns the rest of a line around, so that a page says what nobody wrote.
   */
  static String visibleDirections(String text) {
    return directions(text, "[U+%04X]");
  }

  /** A text whose embeddings, overrides and isolates of direction are written in a format. */
  static String directions(String text, String format) {
    if (text.chars().noneMatch(c -> c >= FIRST_DIRECTION && c <= LAST_DIRECTION)) {
      return text;
    }
    return DIRECTIONS
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(format.formatted((int) found.group().charAt(0))));
  }

  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
