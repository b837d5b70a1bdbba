package org.entente.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A full date as pages print it at the head of an article. */
final class PrintedDate {
  private static final String MONTHS =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final Pattern ISO =
      Pattern.compile("\\b(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:\\b|T)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?i)\\b" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?i)\\b(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + ",? (\\d{4})\\b");
  private static final Pattern DATELINE =
      Pattern.compile(
          "^[\\p{Lu}][\\p{Lu} .,-]{2,40}, .{4,40}?(?:--|\u2014|-|\\() ?.*", Pattern.DOTALL);
  private static final Pattern FILLER =
      Pattern.compile(
          "(?i)published|updated|posted|date|on|at|:|\\||,|mon(day)?|tue(sday)?|wed(nesday)?"
              + "|thu(rsday)?|fri(day)?|sat(urday)?|sun(day)?|\\d{1,2}:\\d{2}(:\\d{2})?|am|pm|kst"
              + "|gmt|utc|jst|est|[\\s.,;()`'-]");

  private PrintedDate() {}

  /** The first full date of a text. */
  static Optional<LocalDate> find(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
    }
    Matcher first = MONTH_FIRST.matcher(text);
    if (first.find()) {
      return date(first.group(3), month(first.group(1)), first.group(2));
    }
    Matcher day = DAY_FIRST.matcher(text);
    return day.find() ? date(day.group(3), month(day.group(2)), day.group(1)) : Optional.empty();
  }

  /** Whether a line holds a date and nothing that is not about it. */
  static boolean fills(String text) {
    return FILLER.matcher(without(text)).replaceAll("").isBlank();
  }

  /** A text with spaces for its dates. */
  static String without(String text) {
    String rest = ISO.matcher(text).replaceAll(" ");
    rest = MONTH_FIRST.matcher(rest).replaceAll(" ");
    return DAY_FIRST.matcher(rest).replaceAll(" ");
  }

  /** Whether a paragraph opens with a dateline, such as a news agency's. */
  static boolean opens(String text) {
    return DATELINE.matcher(text).matches();
  }

  private static Optional<LocalDate> date(String year, int month, String day) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Number of a month's English name, by its first three letters. */
  static int month(String name) {
    return "janfebmaraprmayjunjulaugsepoctnovdec"
                .indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT))
            / 3
        + 1;
  }
}
