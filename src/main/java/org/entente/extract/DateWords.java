package org.entente.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.extract.DateExpression.Unit;
import org.entente.extract.Entries.Entry;

/**
 * The words of which dates are made, in lower case, with what they stand for.
 *
 * @param months months from 1
 * @param shortMonths their short forms, without a dot
 * @param homographs months whose names are other words too: "may"
 * @param weekdays days of the week, Monday being 1
 * @param shortWeekdays their short forms
 * @param seasons seasons, from 21 for spring as in EDTF
 * @param counts small numbers: "two"
 * @param ordinals "first" and so on
 * @param parts parts of a year, in months: "quarter"
 * @param units units of time, in the singular and plural
 * @param plurals units in the plural
 * @param days days that are counted from today: "yesterday" is -1
 */
record DateWords(
    Map<String, Integer> months,
    Map<String, Integer> shortMonths,
    Set<String> homographs,
    Map<String, Integer> weekdays,
    Set<String> shortWeekdays,
    Map<String, Integer> seasons,
    Map<String, Integer> counts,
    Map<String, Integer> ordinals,
    Map<String, Integer> parts,
    Map<String, Unit> units,
    Set<String> plurals,
    Map<String, Integer> days) {

  /** The words that the entries of a lexicon tell. */
  static DateWords of(Entries entries) {
    Set<String> homographs = new HashSet<>();
    Set<String> plurals = new HashSet<>();
    Map<String, Unit> units = new HashMap<>();
    for (Entry word : entries.ofType("DateWord")) {
      if (word.has("homograph")) {
        word.all("label").forEach(form -> homographs.add(Words.lower(form)));
      }
      if (word.has("unit")) {
        Unit unit = Unit.valueOf(word.one("unit").toUpperCase(Locale.ROOT));
        word.all("label").forEach(form -> units.put(Words.lower(form), unit));
        word.all("plural").forEach(form -> units.put(Words.lower(form), unit));
        word.all("plural").forEach(form -> plurals.add(Words.lower(form)));
      }
    }
    return new DateWords(
        numbered(entries, "month", "label"),
        numbered(entries, "month", "short"),
        Set.copyOf(homographs),
        numbered(entries, "weekday", "label"),
        numbered(entries, "weekday", "short").keySet(),
        numbered(entries, "season", "label"),
        numbered(entries, "count", "label"),
        numbered(entries, "ordinal", "label"),
        numbered(entries, "months", "label"),
        Map.copyOf(units),
        Set.copyOf(plurals),
        numbered(entries, "day", "label"));
  }

  /** The forms of the words that have a number as a property, with it. */
  private static Map<String, Integer> numbered(Entries entries, String property, String forms) {
    Map<String, Integer> out = new HashMap<>();
    for (Entry word : entries.ofType("DateWord")) {
      if (word.has(property)) {
        int number = Integer.parseInt(word.one(property));
        word.all(forms).forEach(form -> out.put(Words.lower(form), number));
      }
    }
    return Map.copyOf(out);
  }
}
