package org.entente.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.entente.diagnostic.Diagnostic;
import org.entente.model.Column;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;
import org.entente.model.TableSchema;

/**
 * Walks somebody through the candidates that wait for a decision. It reads lines and writes lines,
 * so that a terminal, a pipe and a test can sit at the other end; the end of the input means quit.
 */
public final class Session {
  private static final String HELP =
      """
        a               accept it, and what it names
        e COLUMN=VALUE  change a cell of row 1; e 2 COLUMN=VALUE of row 2
        x N REASON      leave row N out
        r REASON        reject it
        m THING         it is THING: an identifier, the number of a thing that is like it, or
                        words to look for
        s               skip it, undecided
        q               quit; decisions are kept
      """;

  private final Surroundings surroundings;
  private final BufferedReader in;
  private final PrintWriter out;
  private final String reviewer;
  private final Map<String, String> lastAnswers = new HashMap<>();
  private Candidates candidates;
  private Similar similar;
  private Display display;
  private int decided;
  private int asked;

  /**
   * A session.
   *
   * @param candidates the candidates
   * @param surroundings what the session needs of the program
   * @param reviewer who decides
   * @param in where the lines come from
   * @param out where lines go
   */
  public Session(
      Candidates candidates,
      Surroundings surroundings,
      String reviewer,
      BufferedReader in,
      PrintWriter out) {
    this.candidates = candidates;
    this.surroundings = surroundings;
    this.reviewer = reviewer;
    this.in = in;
    this.out = out;
  }

  /** Walks the candidates and gives them back with the decisions. */
  public Candidates run() throws IOException {
    Set<String> names = new HashSet<>();
    List<String> waiting = candidates.undecided().stream().map(Item::candidate).toList();
    boolean more = true;
    for (int i = 0; more && i < waiting.size(); i++) {
      for (String name = likeKnown(waiting.get(i), names); more && name != null; ) {
        more = ask(name, waiting.size() - i);
        name = likeKnown(waiting.get(i), names);
      }
      more = more && ask(waiting.get(i), waiting.size() - i - 1);
    }
    out.printf(Locale.ROOT, "%n%d decided, %d wait%n", decided, candidates.undecided().size());
    out.flush();
    return candidates;
  }

  /**
   * Who or what is named by something that waits and is like something that is known, and was not
   * asked about yet; null when nothing is.
   */
  private String likeKnown(String candidate, Set<String> names) throws IOException {
    Item item = item(candidate);
    if (item == null || !isUndecided(item)) {
      return null;
    }
    settle();
    for (Row name : candidates.named(item)) {
      boolean like =
          !name.schema().name().equals("documents") && !similar.to(name, Set.of()).isEmpty();
      if (like && names.add(Candidates.candidate(name))) {
        return Candidates.candidate(name);
      }
    }
    return null;
  }

  /** Looks at what is in the tables or was accepted for them. */
  private void settle() throws IOException {
    similar = new Similar(surroundings.settled(candidates));
    display = new Display(surroundings, similar, out);
  }

  /** Asks about something, unless it was decided on meanwhile; false when the session is to end. */
  private boolean ask(String candidate, int after) throws IOException {
    Item item = item(candidate);
    if (item == null || !isUndecided(item)) {
      return true;
    }
    settle();
    asked++;
    return decide(item, asked, asked + after);
  }

  private Item item(String candidate) {
    for (Item item : candidates.items()) {
      if (item.candidate().equals(candidate)) {
        return item;
      }
    }
    return null;
  }

  private boolean isUndecided(Item item) {
    return candidates.decision(item.main()) == Decision.NONE;
  }

  /** Asks until there is a decision; false when the session is to end. */
  private boolean decide(Item first, int number, int of) throws IOException {
    String candidate = first.candidate();
    List<Row> like = similar.to(first.main(), actors(first));
    display.show(candidates, first, like, number, of);
    while (true) {
      String line = ask("accept, edit, x leave out, reject, merge, skip, quit, ? help: ");
      if (line == null) {
        return false;
      }
      String verb = line.isEmpty() ? "?" : line.substring(0, 1).toLowerCase(Locale.ROOT);
      String rest = line.length() > 1 ? line.replaceFirst("^\\p{L}+\\s*", "").strip() : "";
      Item item = item(candidate);
      switch (verb) {
        case "a" -> {
          if (accept(item)) {
            return true;
          }
        }
        case "e" -> {
          edit(item, rest);
          display.rows(candidates, item(candidate));
        }
        case "x" -> {
          leaveOut(item, rest);
          display.rows(candidates, item(candidate));
        }
        case "r" -> {
          if (reject(item, rest)) {
            return true;
          }
        }
        case "m" -> {
          if (merge(item, rest, like)) {
            return true;
          }
        }
        case "s" -> {
          return true;
        }
        case "q" -> {
          return false;
        }
        default -> out.print(HELP);
      }
    }
  }

  /** The next line; null at the end of the input. */
  private String ask(String question) throws IOException {
    out.print(question);
    out.flush();
    String line = in.readLine();
    if (line == null) {
      out.println();
    }
    return line == null ? null : line.strip();
  }

  private Set<String> actors(Item item) {
    Set<String> actors = new HashSet<>();
    for (Row row : item.rows()) {
      actors.addAll(Similar.values(row, "actor", "party", "speaker", "imposed_by", "planner"));
    }
    return actors;
  }

  private boolean accept(Item item) throws IOException {
    Candidates before = candidates;
    List<Row> entering = new ArrayList<>(candidates.named(item));
    item.rows().stream().filter(row -> Decision.of(row) == Decision.NONE).forEach(entering::add);
    if (!enter(entering)) {
      candidates = before;
      return false;
    }
    return settle(before, "accepted" + also(item, entering));
  }

  /** Accepts rows, asking for what they lack; false when somebody does not tell. */
  private boolean enter(List<Row> entering) throws IOException {
    for (Row row : entering) {
      Row complete = complete(row);
      if (complete == null) {
        return false;
      }
      Row accepted = complete.with(ReviewColumns.DECISION, Decision.ACCEPT.key());
      candidates =
          candidates.with(
              row,
              accepted.text(ReviewColumns.REVIEWER) == null
                  ? accepted.with(ReviewColumns.REVIEWER, reviewer)
                  : accepted);
    }
    return true;
  }

  private static String also(Item item, List<Row> entering) {
    Set<String> others = new LinkedHashSet<>();
    for (Row row : entering) {
      if (!item.rows().contains(row) && row.schema().declaresIds()) {
        others.add(row.value("id"));
      }
    }
    return others.isEmpty() ? "" : ", and with it " + String.join(", ", others);
  }

  /** A row with all required cells, those that are empty asked for; null when one is not told. */
  private Row complete(Row row) throws IOException {
    TableSchema schema = surroundings.curated().tables().get(row.schema().name()).schema();
    Row complete = row;
    for (Column column : schema.columns()) {
      if (column.required() && row.has(column.name()) && row.text(column.name()) == null) {
        String told = candidates.told(row, column.name());
        String value = told == null ? askFor(row, column) : told;
        if (value == null || value.isEmpty()) {
          out.println("not accepted: without it the row cannot enter the tables");
          return null;
        }
        complete = complete.with(column.name(), value);
      }
    }
    return complete;
  }

  /** What somebody answers when asked for a cell; null when nothing. */
  private String askFor(Row row, Column column) throws IOException {
    SortedSet<String> values =
        column.scheme() == null ? null : surroundings.schemes().get(column.scheme());
    String key = row.schema().name() + "." + column.name();
    String last = values == null ? null : lastAnswers.get(key);
    String label = row.text(row.has("title") ? "title" : "label");
    String name = label == null ? row.value("id") : label;
    if (values != null) {
      out.println("  one of " + String.join(", ", values));
    }
    while (true) {
      String again = last == null ? "" : " (Enter: " + last + ")";
      String answer = ask(column.name() + " of " + name + again + "? ");
      if (answer == null || answer.isEmpty()) {
        return answer == null ? null : last;
      }
      String value = values == null ? answer : oneOf(values, answer);
      if (value != null) {
        lastAnswers.put(key, value);
        return value;
      }
      out.println("none of them is " + answer);
    }
  }

  /** A value whatever its case; a beginning will do when there is only one such value. */
  private static String oneOf(SortedSet<String> values, String answer) {
    List<String> begun =
        values.stream()
            .filter(v -> v.toLowerCase(Locale.ROOT).startsWith(answer.toLowerCase(Locale.ROOT)))
            .toList();
    return values.contains(answer) ? answer : begun.size() == 1 ? begun.get(0) : null;
  }

  private void edit(Item item, String change) {
    String number = change.replaceFirst("^(\\d*).*", "$1");
    String cell = change.substring(number.length()).strip();
    int equals = cell.indexOf('=');
    Row row = row(item, number.isEmpty() ? "1" : number);
    if (equals < 1 || row == null) {
      out.println("write e COLUMN=VALUE, or e N COLUMN=VALUE for row N");
      return;
    }
    String column = cell.substring(0, equals).strip();
    boolean own =
        surroundings.curated().tables().get(row.schema().name()).schema().column(column) != null;
    if (!own || !row.has(column)) {
      out.println(row.schema().name() + ".csv has no column " + column);
      return;
    }
    candidates = candidates.with(row, row.with(column, cell.substring(equals + 1).strip()));
  }

  /** The row that is shown under a number; null when there is none. */
  private Row row(Item item, String number) {
    List<Row> shown = Display.shown(candidates, item);
    int at = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
    return at < 1 || at > shown.size() ? null : shown.get(at - 1);
  }

  private void leaveOut(Item item, String told) {
    String number = told.replaceFirst("^(\\d*).*", "$1");
    String reason = told.substring(number.length()).strip();
    Row row = row(item, number);
    if (row == null || row == item.main() || Candidates.candidate(row) == null) {
      out.println("write x N, or x N REASON, for a row that is neither the first nor a passage");
      return;
    }
    candidates =
        candidates.with(
            row,
            row.with(ReviewColumns.DECISION, Decision.REJECT.key())
                .with(ReviewColumns.REASON, reason.isEmpty() ? "left out" : reason)
                .with(ReviewColumns.REVIEWER, reviewer));
  }

  private boolean reject(Item item, String given) throws IOException {
    String reason = given.isEmpty() ? ask("why? ") : given;
    if (reason == null || reason.isEmpty()) {
      out.println("not rejected: a reason is needed");
      return false;
    }
    Candidates before = candidates;
    decide(item, Decision.REJECT, Map.of(ReviewColumns.REASON, reason));
    return settle(before, "rejected");
  }

  private boolean merge(Item item, String given, List<Row> like) throws IOException {
    String table = item.main().schema().name();
    if (table.equals("documents") || !item.main().schema().declaresIds()) {
      out.println("a row of " + table + ".csv is not merged");
      return false;
    }
    String answer = given;
    List<Row> offered = like;
    while (true) {
      if (answer.isEmpty()) {
        display.things(offered);
        answer = ask("with? (number, identifier or words; Enter: not) ");
      }
      if (answer == null || answer.isEmpty()) {
        return false;
      }
      String kept = chosen(table, answer, offered);
      if (kept != null) {
        Candidates before = candidates;
        List<Row> entering = candidates.named(item);
        if (!enter(entering)) {
          candidates = before;
          return false;
        }
        decide(item, Decision.MERGE, Map.of(ReviewColumns.MERGE_WITH, kept));
        return settle(before, "merged with " + kept + also(item, entering));
      }
      offered = similar.named(table, answer);
      if (offered.isEmpty()) {
        out.println("nothing in " + table + ".csv has these words");
      }
      answer = "";
    }
  }

  private String chosen(String table, String answer, List<Row> offered) {
    if (answer.matches("\\d{1,2}")) {
      int at = Integer.parseInt(answer);
      return at >= 1 && at <= offered.size() ? offered.get(at - 1).value("id") : null;
    }
    boolean known =
        surroundings.curated().rows(table).stream().anyMatch(r -> answer.equals(r.value("id")))
            || candidates.rows(table).stream().anyMatch(r -> answer.equals(r.value("id")));
    return known ? answer : null;
  }

  private void decide(Item item, Decision decision, Map<String, String> cells) {
    for (Row row : item.rows()) {
      if (Decision.of(row) != Decision.NONE) {
        continue;
      }
      boolean thing = row.schema().declaresIds();
      Decision own = decision == Decision.MERGE && !thing ? Decision.ACCEPT : decision;
      Row changed =
          row.with(ReviewColumns.DECISION, own.key()).with(ReviewColumns.REVIEWER, reviewer);
      for (Map.Entry<String, String> cell : cells.entrySet()) {
        if (thing || decision == Decision.REJECT) {
          changed = changed.with(cell.getKey(), cell.getValue());
        }
      }
      candidates = candidates.with(row, changed);
    }
  }

  /** Keeps a decision, unless the tables would have mistakes with it. */
  private boolean settle(Candidates before, String said) throws IOException {
    List<Diagnostic> mistakes = surroundings.check(candidates);
    if (!mistakes.isEmpty()) {
      mistakes.forEach(out::println);
      out.println("not " + said + ": mend it with e, or decide otherwise");
      candidates = before;
      return false;
    }
    surroundings.save(candidates);
    decided++;
    out.println(said);
    return true;
  }
}
