package org.entente.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.entente.model.Edtf;

/**
 * What a Markdown document says of itself between two lines of hyphens at its beginning: a key and
 * a value a line.
 *
 * @param end offset after it; 0 when the document has none
 * @param values values by key, without quotation marks
 */
record FrontMatter(int end, Map<String, String> values) {
  private static final int LONGEST = 8000;
  private static final String FENCE = "---";

  static FrontMatter of(String text) {
    int from = text.startsWith(FENCE + "\n") ? FENCE.length() + 1 : -1;
    int close = from < 0 ? -1 : text.indexOf("\n" + FENCE, from - 1);
    if (close < 0 || close > LONGEST) {
      return new FrontMatter(0, Map.of());
    }
    Map<String, String> values = new TreeMap<>();
    for (String line : text.substring(from, Math.max(from, close)).split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        String value = line.substring(colon + 2).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        values.put(
            line.substring(0, colon).strip(),
            quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return new FrontMatter(close + 1 + FENCE.length(), values);
  }

  String title() {
    return values.getOrDefault("title", "");
  }

  String author() {
    return values.getOrDefault("author", "");
  }

  /** The date as it is told, a day or an interval; null when there is none in EDTF. */
  String date() {
    String date = values.get("date");
    return date != null && Edtf.parse(date).isPresent() ? date : null;
  }

  /** The day, where the date is one. Relative dates are counted from no other. */
  LocalDate day() {
    try {
      return date() == null ? null : LocalDate.parse(date());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
