package org.entente.extract;

/**
 * A date as a text words it, before it is resolved.
 *
 * @param first index of its first token
 * @param last index after its last
 * @param form how it is worded
 * @param from first or only point
 * @param to last point of a range; null when it is none
 * @param amount how many units, for relative wordings; -1, 0 and 1 for last, this and next
 * @param unit unit of a relative wording; null when it is none
 * @param since whether it says since or until when, not when
 */
record DateExpression(
    int first, int last, Form form, Point from, Point to, int amount, Unit unit, boolean since) {

  /** How a date is worded. */
  enum Form {
    /** With its year. */
    ABSOLUTE,
    /** A day and month, or a month, without the year. */
    NO_YEAR,
    /** A season, counted from the document's date. */
    SEASON,
    /** A day of the week. */
    WEEKDAY,
    /** Today and its neighbours, last week, next year. */
    RELATIVE,
    /** So many units before the document's date. */
    AGO,
    /** So many units after the date before it. */
    LATER,
    /** So many units up to the document's date. */
    PAST_SPAN,
    /** The same day, month or year as the date before it. */
    SAME,
    /** A day alone, of the month of the date before it. */
    DAY_OF_MONTH,
    /** Too vague for a value; it keeps other dates away. */
    VAGUE
  }

  /** Units of time. */
  enum Unit {
    HOUR,
    DAY,
    WEEK,
    /** Saturday and Sunday; only the last, this one or "the weekend" is a date. */
    WEEKEND,
    MONTH,
    YEAR
  }

  /**
   * A point in time; parts that are not told are 0.
   *
   * @param year year
   * @param month month from 1, or a season from 21
   * @param day day of the month, or of the week from 1 for Monday
   */
  record Point(int year, int month, int day) {}

  static DateExpression absolute(int first, int last, Point from, Point to) {
    Form form = from.year == 0 ? Form.NO_YEAR : Form.ABSOLUTE;
    return new DateExpression(first, last, form, from, to, 0, null, false);
  }

  /** A month without its year; a turn of -1 is the last such month, of 1 the next. */
  static DateExpression month(int first, int last, int month, int turn) {
    return new DateExpression(
        first, last, Form.NO_YEAR, new Point(0, month, 0), null, turn, null, false);
  }

  /** The last, this or the next spring. */
  static DateExpression season(int first, int last, int season, int turn) {
    return new DateExpression(
        first, last, Form.SEASON, new Point(0, season, 0), null, turn, null, false);
  }

  static DateExpression relative(int first, int last, Form form, int amount, Unit unit) {
    return new DateExpression(first, last, form, null, null, amount, unit, false);
  }

  /**
   * The same month or day, of a year that is counted from the document's (NO_YEAR) or from that of
   * the date before (LATER).
   */
  DateExpression ofYear(int end, Form counted, int years) {
    return new DateExpression(first, end, counted, from, null, years, Unit.YEAR, since);
  }

  /** The same so many units ago, to the day: "ten years ago today". */
  DateExpression toTheDay() {
    return new DateExpression(first, last, form, new Point(0, 0, 1), to, amount, unit, since);
  }

  DateExpression asSince() {
    return new DateExpression(first, last, form, from, to, amount, unit, true);
  }
}
