package org.entente.extract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a document prints about itself: its title and date, each with its words. Where no title is
 * printed, the first words stand for it, in brackets.
 *
 * @param title title as printed, or the first words in brackets
 * @param date date as printed, in EDTF; null when none is printed
 * @param passages the words, at least one where there is text
 */
record Imprint(String title, String date, List<Candidate.Passage> passages) {

  /** A longer line is prose. */
  private static final int LONGEST_LINE = 400;

  /** How many words stand for a title. */
  private static final int FIRST_WORDS = 12;

  /**
   * The imprint of a part of a text.
   *
   * @param dates what reads printed dates
   */
  static Imprint of(String text, Reading.Part part, PrintedDate dates) {
    int from = text.offsetByCodePoints(0, part.start());
    int to = text.offsetByCodePoints(from, part.end() - part.start());
    List<Candidate.Passage> passages = new ArrayList<>();
    String title = part.title();
    int titleAt = title.isEmpty() ? -1 : text.indexOf(title);
    if (titleAt >= 0 && titleAt + title.length() <= to) {
      passages.add(passage(text, titleAt, titleAt + title.length()));
    } else {
      int[] line = firstLine(text, from, to);
      passages.add(passage(text, line[0], line[1]));
      title = "[" + firstWords(text.substring(line[0], line[1])) + "]";
    }
    int[] printed = part.date() == null ? null : printed(text, to, part.date(), dates);
    if (printed != null) {
      passages.add(passage(text, printed[0], printed[1]));
    }
    return new Imprint(title, printed == null ? null : part.date(), List.copyOf(passages));
  }

  private static String firstWords(String line) {
    String[] words = line.strip().split("\\s+");
    boolean all = words.length <= FIRST_WORDS;
    return String.join(" ", all ? words : Arrays.copyOf(words, FIRST_WORDS)) + (all ? "" : " …");
  }

  private static Candidate.Passage passage(String text, int from, int to) {
    int start = text.codePointCount(0, from);
    return new Candidate.Passage(
        start, start + text.codePointCount(from, to), text.substring(from, to));
  }

  /** The words that print a date; null when none do. */
  private static int[] printed(String text, int to, String date, PrintedDate dates) {
    try {
      return printed(text, to, LocalDate.parse(date), dates);
    } catch (DateTimeParseException e) {
      // What is not a day stands in front matter as it is.
      int at = text.indexOf(date);
      return at < 0 || at + date.length() > to ? null : new int[] {at, at + date.length()};
    }
  }

  /** The shortest words of the first line that prints a day; null when none does. */
  private static int[] printed(String text, int to, LocalDate date, PrintedDate dates) {
    for (int from = 0; from < to; ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      if (end - from <= LONGEST_LINE && prints(text.substring(from, end), date, dates)) {
        return shortest(text, from, end, date, dates);
      }
      from = end + 1;
    }
    return null;
  }

  private static boolean prints(String words, LocalDate date, PrintedDate dates) {
    return dates.find(words).filter(date::equals).isPresent();
  }

  private static int[] shortest(
      String text, int lineFrom, int lineTo, LocalDate date, PrintedDate dates) {
    int from = lineFrom;
    int to = lineTo;
    while (to > from && prints(text.substring(from, to - 1), date, dates)) {
      to--;
    }
    while (from < to && prints(text.substring(from + 1, to), date, dates)) {
      from++;
    }
    return new int[] {from, to};
  }

  private static int[] firstLine(String text, int from, int to) {
    int start = from;
    while (start < to - 1 && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.indexOf('\n', start);
    end = end < 0 || end > to ? to : end;
    while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new int[] {start, end};
  }
}
