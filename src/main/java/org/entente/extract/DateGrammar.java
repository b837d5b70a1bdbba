package org.entente.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.extract.DateExpression.Form;
import org.entente.extract.DateExpression.Point;
import org.entente.extract.DateExpression.Unit;

/**
 * Finds dates in a sentence, absolute, partial and relative. It resolves nothing. Their words stand
 * in the lexicon; how English puts them together ("the week after next", "May of that year") is
 * told here.
 */
final class DateGrammar {
  private static final Set<String> TURNS =
      Set.of(
          "last",
          "this",
          "next",
          "previous",
          "following",
          "same",
          "that",
          "coming",
          "past",
          "decades",
          "centuries",
          "century");

  private final Lexicon lexicon;
  private final DateWords words;

  /** Words in small letters with which a date can begin. */
  private final Set<String> openings = new HashSet<>(TURNS);

  DateGrammar(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.words = lexicon.dateWords();
    openings.addAll(words.days().keySet());
    openings.addAll(words.seasons().keySet());
    openings.addAll(words.ordinals().keySet());
    openings.addAll(words.counts().keySet());
    openings.addAll(words.units().keySet());
  }

  /** The dates of a sentence, from left to right. */
  List<DateExpression> dates(List<Token> tokens) {
    List<DateExpression> out = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      DateExpression found = at(tokens, i);
      if (found == null) {
        i++;
        continue;
      }
      String before = i > 0 ? tokens.get(i - 1).lower() : "";
      String prefix = before.equals("-") ? word(tokens, i - 2) : "";
      boolean since =
          lexicon.has(WordSet.SINCE, before) || prefix.equals("pre") || prefix.equals("post");
      out.add(since ? found.asSince() : found);
      i = found.last();
    }
    return out;
  }

  private DateExpression at(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      return turned(tokens, number(tokens, i));
    }
    if (!token.isWord()) {
      return null;
    }
    int month = month(tokens, i);
    if (month > 0) {
      return turned(tokens, monthFirst(tokens, i, month));
    }
    int weekday = token.isCapital() ? words.weekdays().getOrDefault(token.lower(), 0) : 0;
    if (weekday > 0) {
      return weekday(tokens, i, weekday);
    }
    return words(tokens, i);
  }

  /** "4 May 9999.": a year that nobody can mean is no reason to take another. */
  private static boolean hasOddYear(List<Token> tokens, int at) {
    String number = word(tokens, at);
    return number.length() == 4
        && number.chars().allMatch(Character::isDigit)
        && year(tokens, at) == 0
        && (at + 1 >= tokens.size() || !tokens.get(at + 1).isWord());
  }

  /**
   * A month or day whose year is told by another word: "January last year", "May of the following
   * year", "this March", "that June".
   */
  private DateExpression turned(List<Token> tokens, DateExpression date) {
    boolean open =
        date != null
            && date.form() == Form.NO_YEAR
            && date.amount() == 0
            && date.to() == null
            && date.from() != null;
    if (!open) {
      return date;
    }
    if (hasOddYear(tokens, date.last())) {
      return DateExpression.relative(date.first(), date.last() + 1, Form.VAGUE, 0, null);
    }
    int at = date.last();
    boolean of = word(tokens, at).equals("of");
    at += of ? 1 : 0;
    boolean the = word(tokens, at).equals("the");
    at += the ? 1 : 0;
    boolean year = word(tokens, at + 1).equals("year");
    String turn = year ? word(tokens, at) : word(tokens, date.first() - 1);
    int last = year ? at + 2 : date.last();
    return switch (turn) {
      case "this" -> date.ofYear(last, Form.NO_YEAR, 0);
      case "last" -> year ? date.ofYear(last, Form.NO_YEAR, -1) : date;
      case "next" -> !year ? date : date.ofYear(last, the ? Form.LATER : Form.NO_YEAR, 1);
      case "following" -> year ? date.ofYear(last, Form.LATER, 1) : date;
      case "same", "that" -> date.ofYear(last, Form.LATER, 0);
      case "previous" -> year ? date.ofYear(last, Form.LATER, -1) : date;
      default -> date;
    };
  }

  private static String word(List<Token> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
  }

  /** Number of the month that a token names; 0 when it names none. */
  private int month(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isCapital()) {
      return 0;
    }
    int month = words.months().getOrDefault(token.lower(), 0);
    if (month == 0) {
      boolean dot = token.text().endsWith(".");
      String stem = dot ? token.lower().substring(0, token.lower().length() - 1) : token.lower();
      return dot || day(tokens, i + 1) > 0 ? words.shortMonths().getOrDefault(stem, 0) : 0;
    }
    if (!words.homographs().contains(token.lower())) {
      return month;
    }
    String before = word(tokens, i - 1);
    boolean number = i + 1 < tokens.size() && tokens.get(i + 1).isNumber();
    return number || isNumber(before) || lexicon.has(WordSet.BEFORE_MONTH, before) ? month : 0;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  private DateExpression monthFirst(List<Token> tokens, int i, int month) {
    int first = lexicon.has(WordSet.MONTH_MODIFIER, word(tokens, i - 1)) ? i - 1 : i;
    int day = day(tokens, i + 1);
    if (day == 0) {
      int year = year(tokens, i + 1);
      int at = i + 1;
      if (year == 0 && (word(tokens, at).equals(",") || word(tokens, at).equals("of"))) {
        year = year(tokens, at + 1);
        at = year > 0 ? at + 1 : at;
      }
      int last = year > 0 ? at + 1 : i + 1;
      if (word(tokens, last).equals("-") || word(tokens, last).equals("to")) {
        int toMonth =
            last + 1 < tokens.size() && tokens.get(last + 1).isWord() ? month(tokens, last + 1) : 0;
        if (toMonth > 0) {
          int toYear = year(tokens, last + 2);
          return DateExpression.absolute(
              first,
              last + (toYear > 0 ? 3 : 2),
              new Point(year > 0 ? year : toYear, month, 0),
              new Point(toYear > 0 ? toYear : year, toMonth, 0));
        }
      }
      return year == 0
          ? DateExpression.month(first, last, month, turn(word(tokens, i - 1)))
          : DateExpression.absolute(first, last, new Point(year, month, 0), null);
    }
    int last = i + 2;
    int toDay = 0;
    int toMonth = month;
    if (lexicon.has(WordSet.RANGE, word(tokens, last)) && day(tokens, last + 1) > 0) {
      toDay = day(tokens, last + 1);
      last += 2;
    } else if (lexicon.has(WordSet.RANGE, word(tokens, last))
        && last + 1 < tokens.size()
        && tokens.get(last + 1).isWord()
        && month(tokens, last + 1) > 0
        && day(tokens, last + 2) > 0) {
      toMonth = month(tokens, last + 1);
      toDay = day(tokens, last + 2);
      last += 3;
    }
    int yearAt = word(tokens, last).equals(",") ? last + 1 : last;
    int year = year(tokens, yearAt);
    last = year > 0 ? yearAt + 1 : last;
    Point to = toDay > 0 ? new Point(year, toMonth, toDay) : null;
    return DateExpression.absolute(first, last, new Point(year, month, day), to);
  }

  /** Which of its kind a month or season is: the last, the next, or none in particular. */
  private static int turn(String word) {
    return switch (word) {
      case "last", "past", "previous" -> -1;
      case "next", "coming" -> 1;
      default -> 0;
    };
  }

  private static int day(List<Token> tokens, int i) {
    if (i >= tokens.size() || !tokens.get(i).isNumber()) {
      return 0;
    }
    String text = tokens.get(i).lower().replaceAll("(?<=\\d)(st|nd|rd|th)$", "");
    if (text.length() > 2 || !text.chars().allMatch(Character::isDigit)) {
      return 0;
    }
    int day = Integer.parseInt(text);
    return day >= 1 && day <= 31 ? day : 0;
  }

  private static int year(List<Token> tokens, int i) {
    return i < tokens.size() ? year(tokens.get(i).text()) : 0;
  }

  private static int year(String text) {
    if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int year = Integer.parseInt(text);
    return year >= 1400 && year <= 2100 ? year : 0;
  }

  private DateExpression number(List<Token> tokens, int i) {
    int year = year(tokens, i);
    if (year > 0) {
      return yearFirst(tokens, i, year);
    }
    String text = tokens.get(i).lower();
    if (text.endsWith("0s") && (text.length() == 5 || text.length() == 3)) {
      return decade(tokens, i);
    }
    int day = day(tokens, i);
    if (day > 0) {
      DateExpression found = dayFirst(tokens, i, day);
      if (found != null) {
        return found;
      }
      if (isDayAlone(tokens, i)) {
        return new DateExpression(
            i, i + 1, Form.DAY_OF_MONTH, new Point(0, 0, day), null, 0, Unit.DAY, false);
      }
    }
    return amount(tokens, i);
  }

  /** "in the 1970s", "the 1970s and 1980s"; the late 1970s have no bounds. */
  private static DateExpression decade(List<Token> tokens, int i) {
    int from = firstOfDecade(tokens, i);
    if (from == 0 || !word(tokens, i - 1).equals("the")) {
      return DateExpression.relative(i, i + 1, Form.VAGUE, 0, null);
    }
    int next = word(tokens, i + 1).equals("and") ? firstOfDecade(tokens, i + 2) : 0;
    return next > from
        ? DateExpression.absolute(i, i + 3, new Point(from, 0, 0), new Point(next + 9, 0, 0))
        : DateExpression.absolute(i, i + 1, new Point(from, 0, 0), new Point(from + 9, 0, 0));
  }

  /** The first year of a decade; 0 when none is named. */
  private static int firstOfDecade(List<Token> tokens, int i) {
    String text = word(tokens, i);
    return text.length() == 5 && text.endsWith("0s") ? year(text.substring(0, 4)) : 0;
  }

  /** "on the 26th", "until the 9th of the month": an ordinal after which no noun comes. */
  private static boolean isDayAlone(List<Token> tokens, int i) {
    boolean after =
        word(tokens, i - 1).equals("the")
            && switch (word(tokens, i - 2)) {
              case "on", "by", "until", "since", "from" -> true;
              default -> false;
            };
    String text = word(tokens, i);
    boolean ordinal = !text.isEmpty() && !Character.isDigit(text.charAt(text.length() - 1));
    Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
    return after
        && ordinal
        && (next == null
            || !next.isWord()
            || next.isCapital()
            || switch (next.lower()) {
              case "the", "a", "an", "he", "she", "it", "they", "and", "in", "at", "of" -> true;
              default -> false;
            });
  }

  private DateExpression yearFirst(List<Token> tokens, int i, int year) {
    if (word(tokens, i + 1).equals("-") && tokens.get(i + 1).start() == tokens.get(i).end()) {
      int month = day(tokens, i + 2);
      int day = word(tokens, i + 3).equals("-") ? day(tokens, i + 4) : 0;
      if (month > 0 && month <= 12 && day > 0 && tokens.get(i + 2).text().length() == 2) {
        return DateExpression.absolute(i, i + 5, new Point(year, month, day), null);
      }
      boolean parts =
          isNumber(word(tokens, i + 2))
              && word(tokens, i + 3).equals("-")
              && isNumber(word(tokens, i + 4));
      if (parts) {
        return DateExpression.relative(i, i + 5, Form.VAGUE, 0, null);
      }
      int to = year(tokens, i + 2);
      if (to >= year) {
        return DateExpression.absolute(i, i + 3, new Point(year, 0, 0), new Point(to, 0, 0));
      }
    }
    String before = word(tokens, i - 1);
    if ((before.equals("from") && word(tokens, i + 1).equals("to")
            || before.equals("between") && word(tokens, i + 1).equals("and"))
        && year(tokens, i + 2) >= year) {
      return DateExpression.absolute(
          i, i + 3, new Point(year, 0, 0), new Point(year(tokens, i + 2), 0, 0));
    }
    boolean counted =
        lexicon.has(WordSet.COUNTED, word(tokens, i + 1))
            || lexicon.has(WordSet.NUMBER_BEFORE, before);
    return counted ? null : DateExpression.absolute(i, i + 1, new Point(year, 0, 0), null);
  }

  /** "9 September", "12-13 November 2022", "7th October 2023". */
  private DateExpression dayFirst(List<Token> tokens, int i, int day) {
    int at = i + 1;
    int toDay = 0;
    if (lexicon.has(WordSet.RANGE, word(tokens, at)) && day(tokens, at + 1) > 0) {
      toDay = day(tokens, at + 1);
      at += 2;
    }
    if (word(tokens, at).equals("of")) {
      at++;
    }
    int month = at < tokens.size() && tokens.get(at).isWord() ? monthAfterDay(tokens, at) : 0;
    if (month == 0) {
      return null;
    }
    int yearAt = word(tokens, at + 1).equals(",") ? at + 2 : at + 1;
    int year = year(tokens, yearAt);
    int last = year > 0 ? yearAt + 1 : at + 1;
    Point from = new Point(year, month, day);
    Point to = toDay > day ? new Point(year, month, toDay) : null;
    return DateExpression.absolute(i, last, from, to);
  }

  private int monthAfterDay(List<Token> tokens, int at) {
    return tokens.get(at).isCapital() ? words.months().getOrDefault(tokens.get(at).lower(), 0) : 0;
  }

  private DateExpression weekday(List<Token> tokens, int i, int weekday) {
    String before = word(tokens, i - 1);
    int amount = before.equals("next") ? 1 : before.equals("last") ? -1 : 0;
    int first = amount == 0 ? i : i - 1;
    DateExpression month = i + 2 < tokens.size() ? afterWeekday(tokens, i) : null;
    if (month != null) {
      return new DateExpression(
          first, month.last(), month.form(), month.from(), month.to(), 0, null, false);
    }
    return new DateExpression(
        first, i + 1, Form.WEEKDAY, new Point(0, 0, weekday), null, amount, Unit.DAY, false);
  }

  private DateExpression afterWeekday(List<Token> tokens, int i) {
    int at = word(tokens, i + 1).equals(",") ? i + 2 : i + 1;
    if (at >= tokens.size()) {
      return null;
    }
    DateExpression found =
        tokens.get(at).isNumber() || month(tokens, at) > 0 ? at(tokens, at) : null;
    return found != null && found.from() != null && found.from().day() > 0 ? found : null;
  }

  private DateExpression words(List<Token> tokens, int i) {
    String word = tokens.get(i).lower();
    if (!openings.contains(word)) {
      return null;
    }
    Integer days = words.days().get(word);
    if (days != null) {
      boolean twice =
          word(tokens, i - 2).equals("day")
              && word(tokens, i - 1).equals(days < 0 ? "before" : "after");
      return DateExpression.relative(
          twice ? i - 2 : i, i + 1, Form.RELATIVE, twice ? 2 * days : days, Unit.DAY);
    }
    if (words.units().get(word) == Unit.WEEKEND) {
      return word(tokens, i - 1).equals("the")
          ? DateExpression.relative(i, i + 1, Form.RELATIVE, 0, Unit.WEEKEND)
          : null;
    }
    Integer season = words.seasons().get(word);
    if (season != null) {
      int at = word(tokens, i + 1).equals("of") ? i + 2 : i + 1;
      int year = year(tokens, at);
      return year > 0 ? DateExpression.absolute(i, at + 1, new Point(year, season, 0), null) : null;
    }
    if (words.ordinals().containsKey(word)) {
      return partOfYear(tokens, i, words.ordinals().get(word));
    }
    switch (word) {
      case "last", "this", "next", "previous", "following", "same", "that", "coming":
        return relativeUnit(tokens, i, word);
      case "past":
        return pastSpan(tokens, i);
      case "decades", "centuries", "century":
        if (word(tokens, i + 1).equals("-")) {
          return null;
        }
        return DateExpression.relative(i, i + 1, Form.VAGUE, 0, null);
      default:
        return words.counts().containsKey(word) ? amount(tokens, i) : null;
    }
  }

  private DateExpression relativeUnit(List<Token> tokens, int i, String word) {
    String next = word(tokens, i + 1);
    boolean partOfDay = lexicon.has(WordSet.PART_OF_DAY, next);
    if (partOfDay && word.equals("this")) {
      return DateExpression.relative(i, i + 2, Form.RELATIVE, 0, Unit.DAY);
    }
    if (word.equals("last") && next.equals("night")) {
      return DateExpression.relative(i, i + 2, Form.RELATIVE, -1, Unit.DAY);
    }
    if (partOfDay && (word.equals("previous") || word.equals("following") || word.equals("next"))) {
      int days = word.equals("previous") ? -1 : 1;
      return DateExpression.relative(i, i + 2, Form.LATER, days, Unit.DAY);
    }
    if (word.equals("last")) {
      DateExpression span = pastSpan(tokens, i);
      if (span != null) {
        return span;
      }
    }
    Integer season = words.seasons().get(next);
    if (season != null && !word.equals("that")) {
      return word.equals("last") || word.equals("next") || word.equals("this")
          ? DateExpression.season(i, i + 2, season, word.equals("this") ? 0 : turn(word))
          : null;
    }
    Unit unit = words.units().get(next);
    if (unit == null) {
      return null;
    }
    if (unit == Unit.WEEKEND) {
      boolean told = word.equals("last") || word.equals("this");
      return DateExpression.relative(
          i, i + 2, told ? Form.RELATIVE : Form.VAGUE, word.equals("last") ? -1 : 0, unit);
    }
    return switch (word) {
      case "last", "previous" -> DateExpression.relative(i, i + 2, Form.RELATIVE, -1, unit);
      case "this" -> DateExpression.relative(i, i + 2, Form.RELATIVE, 0, unit);
      case "next" ->
          word(tokens, i - 1).equals("the") || word(tokens, i - 1).equals("very")
              ? DateExpression.relative(i, i + 2, Form.LATER, 1, unit)
              : DateExpression.relative(i, i + 2, Form.RELATIVE, 1, unit);
      case "coming" ->
          words.plurals().contains(next)
              ? DateExpression.relative(i, i + 2, Form.VAGUE, 0, unit)
              : DateExpression.relative(i, i + 2, Form.RELATIVE, 1, unit);
      case "following" ->
          words.plurals().contains(next)
              ? null
              : DateExpression.relative(i, i + 2, Form.LATER, 1, unit);
      default ->
          words.plurals().contains(next)
              ? null
              : DateExpression.relative(i, i + 2, Form.SAME, 0, unit);
    };
  }

  /** "the first half of 2023", "the third quarter of 2024". */
  private DateExpression partOfYear(List<Token> tokens, int i, int nth) {
    int length = words.parts().getOrDefault(word(tokens, i + 1), 0);
    int year = word(tokens, i + 2).equals("of") ? year(tokens, i + 3) : 0;
    int from = 1 + length * (nth - 1);
    if (length == 0 || year == 0 || from > 12) {
      return null;
    }
    return DateExpression.absolute(
        i, i + 4, new Point(year, from, 0), new Point(year, from + length - 1, 0));
  }

  /** "past 48 hours", "last three weeks", "past week". */
  private DateExpression pastSpan(List<Token> tokens, int i) {
    String next = word(tokens, i + 1);
    Unit direct = words.units().get(next);
    if (direct == Unit.WEEKEND) {
      return null;
    }
    if (direct != null && word(tokens, i).equals("past")) {
      return words.plurals().contains(next)
          ? DateExpression.relative(i, i + 2, Form.VAGUE, 0, direct)
          : DateExpression.relative(i, i + 2, Form.PAST_SPAN, 1, direct);
    }
    int amount = amountOf(next);
    Unit unit = words.units().get(word(tokens, i + 2));
    return amount > 0 && unit != null
        ? DateExpression.relative(i, i + 3, Form.PAST_SPAN, amount, unit)
        : null;
  }

  private int amountOf(String word) {
    Integer named = words.counts().get(word);
    if (named != null) {
      return named;
    }
    return !word.isEmpty() && word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(word)
        : 0;
  }

  /** "four months later", "two days after", "three years ago"; "for ten years" is no date. */
  private DateExpression amount(List<Token> tokens, int i) {
    int amount = amountOf(tokens.get(i).lower());
    Unit unit = words.units().get(word(tokens, i + 1));
    if (amount == 0 || unit == null || unit == Unit.WEEKEND) {
      return null;
    }
    return switch (word(tokens, i + 2)) {
      case "earlier" -> DateExpression.relative(i, i + 3, Form.LATER, -amount, unit);
      case "before" ->
          i + 3 < tokens.size() && tokens.get(i + 3).isWord()
              ? null
              : DateExpression.relative(i, i + 3, Form.LATER, -amount, unit);
      case "ago" ->
          word(tokens, i + 3).equals("today")
              ? DateExpression.relative(i, i + 4, Form.AGO, amount, unit).toTheDay()
              : DateExpression.relative(i, i + 3, Form.AGO, amount, unit);
      case "later" -> DateExpression.relative(i, i + 3, Form.LATER, amount, unit);
      default -> null;
    };
  }
}
