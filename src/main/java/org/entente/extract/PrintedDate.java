package org.entente.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads full dates as pages print them at the head of an article. */
final class PrintedDate {
  private static final Pattern ISO =
      Pattern.compile("\\b(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})(?:\\b|T)");
  private static final Pattern DATELINE =
      Pattern.compile(
          "^[\\p{Lu}][\\p{Lu} .,-]{2,40}, .{4,40}?(?:--|\u2014|-|\\() ?.*", Pattern.DOTALL);

  private final Map<String, Integer> months = new HashMap<>();
  private final Pattern monthFirst;
  private final Pattern dayFirst;
  private final Pattern filler;

  /**
   * A reader of printed dates.
   *
   * @param words the names of months and weekdays, long and short
   * @param beside words that stand beside a date in a line of its own, in lower case
   */
  PrintedDate(DateWords words, Set<String> beside) {
    months.putAll(words.months());
    months.putAll(words.shortMonths());
    String month = "(" + oneOf(months.keySet()) + ")\\.?";
    monthFirst = Pattern.compile("(?iu)\\b" + month + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b");
    dayFirst = Pattern.compile("(?iu)\\b(\\d{1,2})(?:st|nd|rd|th)? " + month + ",? (\\d{4})\\b");
    Set<String> fillers = new TreeSet<>(beside);
    fillers.addAll(words.weekdays().keySet());
    fillers.addAll(words.shortWeekdays());
    filler =
        Pattern.compile("(?iu)" + oneOf(fillers) + "|\\d{1,2}:\\d{2}(:\\d{2})?|[\\s.,;:|()`'-]");
  }

  /** A pattern for any of some words, the longest first. */
  private static String oneOf(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(w -> w))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** The first full date of a text. */
  Optional<LocalDate> find(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      return date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
    }
    Matcher first = monthFirst.matcher(text);
    if (first.find()) {
      return date(first.group(3), months.get(Words.lower(first.group(1))), first.group(2));
    }
    Matcher day = dayFirst.matcher(text);
    return day.find()
        ? date(day.group(3), months.get(Words.lower(day.group(2))), day.group(1))
        : Optional.empty();
  }

  /** Whether a line holds a date and nothing that is not about it. */
  boolean fills(String text) {
    return filler.matcher(without(text)).replaceAll("").isBlank();
  }

  /** A text with spaces for its dates. */
  String without(String text) {
    String rest = ISO.matcher(text).replaceAll(" ");
    rest = monthFirst.matcher(rest).replaceAll(" ");
    return dayFirst.matcher(rest).replaceAll(" ");
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
}
