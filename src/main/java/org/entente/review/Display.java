package org.entente.review;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.model.Column;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;

/** Shows a candidate: its words in their context, its rows, and what is known of what it names. */
final class Display {
  private static final int CONTEXT = 160;
  private static final Set<String> QUIET = Set.of("evidence", "producer", "start", "end");

  private final Surroundings surroundings;
  private final Similar similar;
  private final PrintWriter out;

  Display(Surroundings surroundings, Similar similar, PrintWriter out) {
    this.surroundings = surroundings;
    this.similar = similar;
    this.out = out;
  }

  /** The rows of an item in the order of their numbers: its own, new names, its passages. */
  static List<Row> shown(Candidates candidates, Item item) {
    Set<Row> rows = new LinkedHashSet<>();
    item.rows().stream().filter(row -> Decision.of(row) != Decision.REJECT).forEach(rows::add);
    List<Row> own = List.copyOf(rows);
    rows.addAll(candidates.named(item));
    own.forEach(row -> rows.addAll(candidates.passagesOf(row)));
    return new ArrayList<>(rows);
  }

  void show(Candidates candidates, Item item, List<Row> like, int number, int of) {
    Row main = item.main();
    String confidence = main.text(ReviewColumns.CONFIDENCE);
    out.printf(
        Locale.ROOT,
        "%n%d of %d: %s%s%n%n",
        number,
        of,
        main.schema().name(),
        confidence == null ? "" : ", confidence " + confidence);
    Set<Row> telling = new LinkedHashSet<>();
    item.rows().stream()
        .filter(row -> row.schema().name().equals(main.schema().name()))
        .forEach(row -> telling.addAll(candidates.passagesOf(row)));
    for (Row passage : telling) {
      out.println("  " + context(candidates, passage) + "  (" + passage.value("document") + ")");
    }
    out.println();
    rows(candidates, item);
    Set<String> named = new LinkedHashSet<>();
    for (Row row : item.rows()) {
      for (Column column : row.schema().columns()) {
        boolean thing = !column.references().isEmpty() && !column.name().equals("evidence");
        if (thing && row.text(column.name()) != null) {
          named.addAll(row.items(column.name()));
        }
      }
    }
    for (String id : named) {
      surroundings.known(id).forEach(line -> out.println("  known: " + line));
    }
    if (!like.isEmpty()) {
      out.println("  like it, known already:");
      things(like);
    }
    out.println();
  }

  /** The rows of an item, numbered. */
  void rows(Candidates candidates, Item item) {
    int number = 0;
    for (Row row : shown(candidates, item)) {
      StringBuilder line = new StringBuilder();
      boolean named = Candidates.comesAlong(row) && !item.rows().contains(row);
      String table = row.schema().name();
      line.append(String.format(Locale.ROOT, "  %d %-14s ", ++number, table));
      line.append(named ? "new: " : "");
      List<String> cells = new ArrayList<>();
      for (Column column : row.schema().columns()) {
        String text = row.text(column.name());
        boolean passage = row.schema().name().equals("passages");
        boolean quiet =
            QUIET.contains(column.name())
                || passage && Set.of("id", "document").contains(column.name())
                || ReviewColumns.ALL.contains(column.name())
                || item.candidate().equals(text) && !row.schema().declaresIds();
        if (text != null && !quiet) {
          cells.add(column.name() + "=" + text.replaceAll("\\s+", " "));
        }
      }
      out.println(line + String.join(" | ", cells));
    }
  }

  /** Things of the tables, numbered. */
  void things(List<Row> things) {
    int number = 0;
    for (Row thing : things) {
      String date = thing.text("date");
      Set<String> who = similar.participants(thing.value("id"));
      out.printf(
          Locale.ROOT,
          "    %d %s  %s%s%s%n",
          ++number,
          thing.value("id"),
          thing.text("label") == null ? thing.text("content") : thing.text("label"),
          date == null ? "" : " (" + date + ")",
          who.isEmpty() ? "" : "; " + String.join(", ", who));
    }
  }

  /** The words of a passage, marked, between the words around them. */
  private String context(Candidates candidates, Row passage) {
    String quote = passage.value("quote");
    String text = surroundings.text(candidates.fileOf(String.valueOf(passage.value("document"))));
    int from = text == null ? -1 : offset(text, passage, quote);
    if (from < 0) {
      return "[[" + oneLine(quote) + "]]";
    }
    int to = from + quote.length();
    int begin = Math.max(0, from - CONTEXT);
    int end = Math.min(text.length(), to + CONTEXT);
    while (begin > 0 && begin < from && !Character.isWhitespace(text.charAt(begin - 1))) {
      begin++;
    }
    while (end < text.length() && end > to && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return (begin > 0 ? "… " : "")
        + oneLine(text.substring(begin, from))
        + "[["
        + oneLine(quote)
        + "]]"
        + oneLine(text.substring(to, end))
        + (end < text.length() ? " …" : "");
  }

  /** Where the quote stands: at its offset, else where it stands first. */
  private static int offset(String text, Row passage, String quote) {
    String start = passage.text("start");
    if (start != null && start.matches("\\d{1,9}")) {
      int points = Integer.parseInt(start);
      if (points <= text.codePointCount(0, text.length())) {
        int at = text.offsetByCodePoints(0, points);
        if (text.startsWith(quote, at)) {
          return at;
        }
      }
    }
    return text.indexOf(quote);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
