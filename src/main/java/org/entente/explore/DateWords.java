package org.entente.explore;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/** Dates as a person writes them: {@code 2022-11} is "November 2022", or "in November 2022". */
final class DateWords {
  private static final Map<String, String> SEASONS =
      Map.of("21", "spring", "22", "summer", "23", "autumn", "24", "winter");

  private DateWords() {}

  /** The date without a preposition. */
  static String plain(String edtf) {
    int slash = edtf.indexOf('/');
    if (slash >= 0) {
      return interval(edtf.substring(0, slash), edtf.substring(slash + 1));
    }
    return qualified(edtf);
  }

  /** The date with "in", "on" or "from". */
  static String in(String edtf) {
    if (edtf.indexOf('/') >= 0) {
      return "from " + plain(edtf);
    }
    String bare = edtf.replaceAll("[?~%]", "");
    return (bare.length() == 10 ? "on " : "in ") + plain(edtf);
  }

  /** A day. */
  static String of(LocalDate day) {
    return day.getDayOfMonth() + " " + month(day.getMonth()) + " " + day.getYear();
  }

  /** Some day from a first to a last one, with its preposition: a day, month, year or longer. */
  static String within(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return "on " + of(first);
    }
    if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
      return "in " + month(first.getMonth()) + " " + first.getYear();
    }
    if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
      return "in " + first.getYear();
    }
    return "between " + of(first) + " and " + of(last);
  }

  /** A day in few letters. */
  static String brief(LocalDate day) {
    return day.getDayOfMonth()
        + " "
        + day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        + " "
        + day.getYear();
  }

  private static String interval(String from, String to) {
    if (from.isEmpty() || from.equals("..")) {
      return "an unknown day to " + qualified(to);
    }
    if (to.isEmpty() || to.equals("..")) {
      return qualified(from) + " onwards";
    }
    if (from.length() == 10
        && to.length() == 10
        && from.substring(0, 7).equals(to.substring(0, 7))) {
      return Integer.parseInt(from.substring(8)) + " to " + qualified(to);
    }
    return qualified(from) + " to " + qualified(to);
  }

  private static String qualified(String text) {
    String bare = text.replaceAll("[?~%]", "");
    String words = words(bare);
    if (text.contains("%")) {
      return "about " + words + " (uncertain)";
    }
    if (text.contains("~")) {
      return "about " + words;
    }
    return text.contains("?") ? words + " (uncertain)" : words;
  }

  private static String words(String date) {
    try {
      return switch (date.length()) {
        case 4 ->
            date.endsWith("X") ? "the " + date.substring(0, 3).replace('X', '0') + "0s" : date;
        case 7 -> monthOrSeason(date);
        case 10 -> of(LocalDate.parse(date));
        default -> date;
      };
    } catch (RuntimeException e) {
      return date;
    }
  }

  private static String monthOrSeason(String date) {
    String part = date.substring(5);
    String season = SEASONS.get(part);
    return (season != null ? season : month(Month.of(Integer.parseInt(part))))
        + " "
        + date.substring(0, 4);
  }

  private static String month(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
