package org.entente.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import org.entente.extract.DateExpression.Form;
import org.entente.extract.DateExpression.Point;
import org.entente.extract.DateExpression.Unit;

/** Gives dates a value. Where no basis is, no value is given. */
final class DateResolver {
  /** How many days ahead an occasion without a year is rather to come than a year ago. */
  private static final int SOON = 120;

  private DateResolver() {}

  /**
   * What dates are counted from.
   *
   * @param document the document's date; null when not known
   * @param previous the last value in the paragraph; null when there is none
   * @param account the last value in the paragraph that its account goes on from; null when none is
   * @param latest the last value in the text; null when there is none
   * @param heading year of the heading that the paragraph stands under; 0 when there is none
   * @param future whether the clause speaks of what is to come
   * @param open whether it may do so ("the summit of 6 December")
   * @param entry the date of the entry before, where this one opens an entry of a chronology; null
   *     where it does not
   */
  record Context(
      LocalDate document,
      EventDate previous,
      EventDate account,
      EventDate latest,
      int heading,
      boolean future,
      boolean open,
      EventDate entry) {}

  /** The value of a date; empty when it has none. */
  static Optional<EventDate> resolve(DateExpression date, Context context, int start, int end) {
    try {
      return switch (date.form()) {
        case ABSOLUTE -> explicit(date, start, end);
        case NO_YEAR -> noYear(date, context, start, end);
        case SEASON -> season(date, context, start, end);
        case WEEKDAY -> weekday(date, context, start, end);
        case RELATIVE -> relative(date, context, start, end);
        case AGO -> ago(date, context, start, end);
        case PAST_SPAN -> span(date, context, start, end);
        case LATER, SAME -> fromPrevious(date, context, start, end);
        case DAY_OF_MONTH -> dayOfMonth(date, context, start, end);
        case VAGUE -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<EventDate> explicit(DateExpression date, int start, int end) {
    Point to = date.to();
    if (to != null && to.year() == 0) {
      to = new Point(date.from().year(), to.month(), to.day());
    }
    String edtf = to == null ? write(date.from()) : write(date.from()) + "/" + write(to);
    return Optional.of(new EventDate(edtf, EventDate.Basis.EXPLICIT, "", start, end));
  }

  private static Optional<EventDate> noYear(
      DateExpression date, Context context, int start, int end) {
    Point from = date.from();
    Integer paragraphYear = yearOf(context.account());
    LocalDate document = context.document();
    boolean told =
        context.account() != null
            && (context.account().basis() == EventDate.Basis.EXPLICIT
                || context.account().basis() == EventDate.Basis.PARAGRAPH_YEAR
                || context.account().basis() == EventDate.Basis.PREVIOUS_DATE);
    int year;
    EventDate.Basis basis;
    String anchor;
    if (date.unit() == Unit.YEAR && document != null) {
      year = document.getYear() + date.amount();
      basis = EventDate.Basis.DOCUMENT_DATE;
      anchor = document.toString();
    } else if (date.amount() != 0 && document != null) {
      int month = from.month();
      year =
          date.amount() < 0
              ? document.getYear() - (month < document.getMonthValue() ? 0 : 1)
              : document.getYear() + (month > document.getMonthValue() ? 0 : 1);
      basis = EventDate.Basis.DOCUMENT_DATE;
      anchor = document.toString();
    } else if (told
        && !context.future()
        && paragraphYear != null
        && (document == null || document.getYear() > paragraphYear)) {
      year = paragraphYear;
      basis = EventDate.Basis.PARAGRAPH_YEAR;
      anchor = context.account().edtf();
    } else if (after(context.entry(), from, document) > 0) {
      year = after(context.entry(), from, document);
      basis = EventDate.Basis.PREVIOUS_DATE;
      anchor = context.entry().edtf();
    } else if (context.heading() > 0) {
      year = context.heading();
      basis = EventDate.Basis.PARAGRAPH_YEAR;
      anchor = String.valueOf(year);
    } else if (document != null) {
      year = nearestYear(from, document, context.future() || isSoon(from, document, context));
      basis = EventDate.Basis.DOCUMENT_DATE;
      anchor = document.toString();
    } else {
      return Optional.empty();
    }
    String edtf = write(new Point(year, from.month(), from.day()));
    if (date.to() != null) {
      edtf += "/" + write(new Point(year, date.to().month(), date.to().day()));
    }
    return Optional.of(new EventDate(edtf, basis, anchor, start, end));
  }

  /** The first year in which a day follows an entry of a chronology; 0 where that is ahead. */
  private static int after(EventDate entry, Point day, LocalDate document) {
    if (entry == null || !entry.edtf().matches("\\d{4}-\\d{2}(-\\d{2})?")) {
      return 0;
    }
    int year = yearOf(entry);
    Point same = new Point(year, day.month(), day.day());
    year += write(same).compareTo(entry.edtf()) < 0 ? 1 : 0;
    String value = write(new Point(year, day.month(), day.day()));
    return document != null && value.compareTo(document.toString()) > 0 ? 0 : year;
  }

  /** The last spring is the latest that is over; winter is told by the year in which it begins. */
  private static Optional<EventDate> season(
      DateExpression date, Context context, int start, int end) {
    LocalDate document = context.document();
    if (document == null) {
      return Optional.empty();
    }
    int season = date.from().month();
    int ends = season == 24 ? 14 : 3 * (season - 21) + 5;
    int year = document.getYear();
    boolean over = ends <= 12 && document.getMonthValue() > ends;
    if (date.amount() < 0) {
      year -= over ? 0 : 1;
    } else if (date.amount() > 0) {
      year += document.getMonthValue() >= ends - 2 ? 1 : 0;
    }
    return fromDocument(
        String.format(Locale.ROOT, "%04d-%02d", year, season), document, start, end);
  }

  /** Whether a day without a year that may lie ahead is near ahead, and long past. */
  private static boolean isSoon(Point from, LocalDate document, Context context) {
    if (!context.open()) {
      return false;
    }
    LocalDate next =
        LocalDate.of(document.getYear(), from.month(), Math.max(1, Math.min(28, from.day())));
    next = next.isBefore(document) ? next.plusYears(1) : next;
    return next.isBefore(document.plusDays(SOON));
  }

  private static int nearestYear(Point from, LocalDate document, boolean future) {
    int year = document.getYear();
    if (future) {
      boolean passed =
          from.day() > 0
              ? LocalDate.of(year, from.month(), from.day()).isBefore(document)
              : from.month() < document.getMonthValue();
      return passed ? year + 1 : year;
    }
    boolean ahead =
        from.day() > 0
            ? LocalDate.of(year, from.month(), from.day()).isAfter(document)
            : from.month() > document.getMonthValue();
    return ahead ? year - 1 : year;
  }

  private static Optional<EventDate> weekday(
      DateExpression date, Context context, int start, int end) {
    LocalDate document = context.document();
    if (document == null) {
      return Optional.empty();
    }
    DayOfWeek day = DayOfWeek.of(date.from().day());
    LocalDate value;
    if (date.amount() > 0) {
      value = document.with(TemporalAdjusters.next(day));
    } else if (context.future()) {
      value = document.with(TemporalAdjusters.nextOrSame(day));
    } else {
      value =
          date.amount() < 0
              ? document.with(TemporalAdjusters.previous(day))
              : document.with(TemporalAdjusters.previousOrSame(day));
    }
    return fromDocument(value.toString(), document, start, end);
  }

  private static Optional<EventDate> relative(
      DateExpression date, Context context, int start, int end) {
    LocalDate document = context.document();
    if (document == null) {
      return Optional.empty();
    }
    int amount = date.amount();
    String edtf =
        switch (date.unit()) {
          case HOUR, DAY -> document.plusDays(amount).toString();
          case WEEK -> week(document, amount, context.future());
          case WEEKEND -> weekend(document, amount, context.future());
          case MONTH -> YearMonth.from(document).plusMonths(amount).toString();
          case YEAR -> String.valueOf(document.getYear() + amount);
        };
    return fromDocument(edtf, document, start, end);
  }

  private static String week(LocalDate document, int amount, boolean future) {
    LocalDate monday = document.with(DayOfWeek.MONDAY).plusWeeks(amount);
    if (amount == 0) {
      LocalDate sunday = monday.plusDays(6);
      return future
          ? document + "/" + sunday
          : monday.equals(document) ? document.toString() : monday + "/" + document;
    }
    return monday + "/" + monday.plusDays(6);
  }

  /** The weekend of a day or the one nearest to it; last weekend is none that still goes on. */
  private static String weekend(LocalDate document, int amount, boolean future) {
    DayOfWeek today = document.getDayOfWeek();
    boolean on = today == DayOfWeek.SATURDAY || today == DayOfWeek.SUNDAY;
    LocalDate saturday = document.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    if (on && amount < 0) {
      saturday = saturday.minusWeeks(1);
    } else if (!on && future) {
      saturday = saturday.plusWeeks(1);
    }
    return saturday + "/" + saturday.plusDays(1);
  }

  private static Optional<EventDate> ago(DateExpression date, Context context, int start, int end) {
    LocalDate document = context.document();
    if (document == null) {
      return Optional.empty();
    }
    boolean toTheDay = date.from() != null;
    String edtf =
        toTheDay && date.unit() == Unit.YEAR
            ? document.minusYears(date.amount()).toString()
            : toTheDay && date.unit() == Unit.MONTH
                ? document.minusMonths(date.amount()).toString()
                : shift(document, -date.amount(), date.unit());
    return fromDocument(edtf, document, start, end);
  }

  private static String shift(LocalDate from, int amount, Unit unit) {
    return switch (unit) {
      case HOUR, DAY -> from.plusDays(amount).toString();
      case WEEK, WEEKEND -> from.plusWeeks(amount).toString();
      case MONTH -> YearMonth.from(from).plusMonths(amount).toString();
      case YEAR -> String.valueOf(from.getYear() + amount);
    };
  }

  private static Optional<EventDate> span(
      DateExpression date, Context context, int start, int end) {
    LocalDate document = context.document();
    boolean coarse = date.unit() == Unit.MONTH || date.unit() == Unit.YEAR;
    if (document == null || coarse) {
      return Optional.empty();
    }
    int days =
        date.unit() == Unit.WEEK
            ? 7 * date.amount()
            : date.unit() == Unit.HOUR ? Math.max(1, date.amount() / 24) : date.amount();
    return fromDocument(document.minusDays(days) + "/" + document, document, start, end);
  }

  private static Optional<EventDate> fromPrevious(
      DateExpression date, Context context, int start, int end) {
    EventDate previous = context.previous();
    if (previous == null || previous.edtf().contains("/") || previous.edtf().contains("X")) {
      return Optional.empty();
    }
    String value = previous.edtf();
    String edtf;
    if (date.from() != null) {
      int year = Integer.parseInt(value.substring(0, 4)) + date.amount();
      edtf = write(new Point(year, date.from().month(), date.from().day()));
    } else if (date.form() == Form.SAME) {
      int length = date.unit() == Unit.YEAR ? 4 : date.unit() == Unit.MONTH ? 7 : 10;
      if (value.length() < length) {
        return Optional.empty();
      }
      edtf = value.substring(0, length);
    } else if (value.length() == 10) {
      edtf = shift(LocalDate.parse(value), date.amount(), date.unit());
    } else if (value.length() == 7 && date.unit() == Unit.MONTH) {
      edtf = YearMonth.parse(value).plusMonths(date.amount()).toString();
    } else if (date.unit() == Unit.YEAR) {
      edtf = String.valueOf(Integer.parseInt(value.substring(0, 4)) + date.amount());
    } else {
      return Optional.empty();
    }
    return Optional.of(new EventDate(edtf, EventDate.Basis.PREVIOUS_DATE, value, start, end));
  }

  /** "on the 26th": of the month named last, or of the next where that day is over in it. */
  private static Optional<EventDate> dayOfMonth(
      DateExpression date, Context context, int start, int end) {
    String value = context.latest() == null ? "" : context.latest().edtf();
    if (value.length() < 7 || value.contains("/") || value.contains("X")) {
      return Optional.empty();
    }
    LocalDate day = YearMonth.parse(value.substring(0, 7)).atDay(date.from().day());
    boolean over = value.length() == 10 && day.isBefore(LocalDate.parse(value));
    String edtf = (over ? day.plusMonths(1) : day).toString();
    return Optional.of(new EventDate(edtf, EventDate.Basis.PREVIOUS_DATE, value, start, end));
  }

  private static Optional<EventDate> fromDocument(
      String edtf, LocalDate document, int start, int end) {
    return Optional.of(
        new EventDate(edtf, EventDate.Basis.DOCUMENT_DATE, document.toString(), start, end));
  }

  private static Integer yearOf(EventDate date) {
    return date == null || date.edtf().length() < 4 || !Character.isDigit(date.edtf().charAt(3))
        ? null
        : Integer.valueOf(date.edtf().substring(0, 4));
  }

  private static String write(Point point) {
    if (point.month() == 0) {
      return String.valueOf(point.year());
    }
    if (point.day() == 0) {
      return point.year() + (point.month() < 10 ? "-0" : "-") + point.month();
    }
    return LocalDate.of(point.year(), point.month(), point.day()).toString();
  }
}
