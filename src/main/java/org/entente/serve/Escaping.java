package org.entente.serve;

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
    if (text.chars().noneMatch(c -> c >= FIRST_DIRECTION && c <= LAST_DIRECTION)) {
      return text;
    }
    return DIRECTIONS
        .matcher(text)
        .replaceAll(found -> "[U+%04X]".formatted((int) found.group().charAt(0)));
  }

  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
