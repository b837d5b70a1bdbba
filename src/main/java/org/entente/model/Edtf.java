package org.entente.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or closed interval in the Extended Date/Time Format, levels 0 and 1 (ISO 8601-2:2019,
 * Library of Congress): days, months, years, seasons, unspecified digits, qualifiers, intervals.
 * Times of day are not accepted. An open or unknown end of an interval leaves its bounds unset.
 *
 * <p>What can be compared is not the text but the four inclusive bounds.
 *
 * @param text the text
 * @param earliestBegin first day on which it can have begun; null when open
 * @param latestBegin last day on which it can have begun; null when open
 * @param earliestEnd first day on which it can have ended; null when open
 * @param latestEnd last day on which it can have ended; null when open
 */
public record Edtf(
    String text,
    LocalDate earliestBegin,
    LocalDate latestBegin,
    LocalDate earliestEnd,
    LocalDate latestEnd) {

  /** The datatype of EDTF literals. */
  public static final String DATATYPE = "http://id.loc.gov/datatypes/edtf";

  /** xsd:date as SPARQL compares it has years of four digits here. */
  private static final int LAST_YEAR = 9999;

  private static final Pattern POINT =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?([?~%])?");

  private record Span(LocalDate first, LocalDate last) {}

  /** Reads EDTF; empty when the text is not EDTF level 1 or the interval is empty or inverted. */
  public static Optional<Edtf> parse(String text) {
    try {
      int slash = text.indexOf('/');
      if (slash < 0) {
        Span span = point(text);
        return Optional.of(new Edtf(text, span.first, span.last, span.first, span.last));
      }
      String begin = text.substring(0, slash);
      String end = text.substring(slash + 1);
      Span first = isOpen(begin) ? new Span(null, null) : point(begin);
      Span last = isOpen(end) ? new Span(null, null) : point(end);
      if (first.first == null && last.first == null
          || first.first != null && last.last != null && last.last.isBefore(first.first)) {
        return Optional.empty();
      }
      return Optional.of(
          new Edtf(
              text,
              first.first,
              earlier(first.last, last.last),
              later(last.first, first.first),
              last.last));
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The earlier of two bounds, the first where the second is open: what has ended had begun. */
  private static LocalDate earlier(LocalDate bound, LocalDate other) {
    return before(other, bound) ? other : bound;
  }

  private static LocalDate later(LocalDate bound, LocalDate other) {
    return before(bound, other) ? other : bound;
  }

  private static boolean isOpen(String point) {
    return point.isEmpty() || point.equals("..");
  }

  private static Span point(String text) {
    Matcher m = POINT.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException(text);
    }
    String year = m.group(1);
    String month = m.group(2);
    String day = m.group(3);
    int firstYear = Integer.parseInt(year.replace('X', '0'));
    int lastYear = Integer.parseInt(year.replace('X', '9'));
    if (month == null || month.equals("XX")) {
      if (day != null && !day.equals("XX")) {
        throw new IllegalArgumentException(text);
      }
      return new Span(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
    }
    if (firstYear != lastYear) {
      throw new IllegalArgumentException(text);
    }
    int monthNumber = Integer.parseInt(month);
    if (monthNumber >= 21 && monthNumber <= 24) {
      if (day != null) {
        throw new IllegalArgumentException(text);
      }
      if (firstYear == LAST_YEAR && monthNumber == 24) {
        throw new IllegalArgumentException(text);
      }
      return season(firstYear, monthNumber);
    }
    YearMonth yearMonth = YearMonth.of(firstYear, monthNumber);
    if (day == null || day.equals("XX")) {
      return new Span(yearMonth.atDay(1), yearMonth.atEndOfMonth());
    }
    LocalDate date = yearMonth.atDay(Integer.parseInt(day));
    return new Span(date, date);
  }

  /**
   * Seasons carry no hemisphere in EDTF; northern meteorological ones are meant, winter beginning
   * in December of the year that is named.
   */
  private static Span season(int year, int number) {
    return switch (number) {
      case 21 -> new Span(LocalDate.of(year, 3, 1), LocalDate.of(year, 5, 31));
      case 22 -> new Span(LocalDate.of(year, 6, 1), LocalDate.of(year, 8, 31));
      case 23 -> new Span(LocalDate.of(year, 9, 1), LocalDate.of(year, 11, 30));
      default -> new Span(LocalDate.of(year, 12, 1), YearMonth.of(year + 1, 2).atEndOfMonth());
    };
  }

  /** Whether no day can belong to both: then two statements of one date cannot both hold. */
  public boolean isDisjointFrom(Edtf other) {
    return before(latestEnd, other.earliestBegin) || before(other.latestEnd, earliestBegin);
  }

  /** Whether this says at least as much as the other: its bounds lie within the other's. */
  public boolean refines(Edtf other) {
    return !before(earliestBegin, other.earliestBegin)
        && !before(other.latestEnd, latestEnd)
        && (other.earliestBegin == null || earliestBegin != null)
        && (other.latestEnd == null || latestEnd != null);
  }

  private static boolean before(LocalDate a, LocalDate b) {
    return a != null && b != null && a.isBefore(b);
  }
}
