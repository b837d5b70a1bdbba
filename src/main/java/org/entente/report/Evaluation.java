package org.entente.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Edtf;

/**
 * Measures a table of predicted events against what a careful reader found. Beside the reader's
 * table lie {@code docs.tsv}, the texts it names, and {@code entities.tsv}.
 *
 * <p>A prediction hits a gold row of the same document when its span covers half of the shorter of
 * the two, a participant is shared, and the type is one of those accepted, or half of the
 * participants are right and the date is compatible. One prediction takes one row; what hits a
 * taken row is a duplicate.
 */
public final class Evaluation {
  private static final List<String> GOLD =
      List.of(
          "doc",
          "type",
          "participants",
          "date",
          "evidence",
          "certainty",
          "salience",
          "alt_types",
          "alt_dates",
          "alt_certainty",
          "states");
  private static final List<String> FOUND =
      List.of("doc", "type", "participants", "date", "certainty");
  private static final Set<String> PLACE = Set.of("start", "end");
  private static final Set<String> SALIENCES = Set.of("core", "minor", "optional");

  private final Set<String> types;
  private final Set<String> certainties;
  private final DiagnosticLog log = new DiagnosticLog();
  private boolean documentsKnown;
  private final List<Gold> golds = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private final Map<String, Set<String>> aliases = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private record Span(int start, int end) {}

  private record Gold(
      String doc,
      String type,
      Set<String> types,
      Set<String> who,
      Set<String> states,
      Set<String> dates,
      Set<String> certainties,
      String salience,
      List<Span> spans) {}

  private record Prediction(
      String doc, String type, Set<String> who, String date, String certainty, List<Span> spans) {}

  private record Pair(double score, int prediction, int gold) {}

  /**
   * Figures over some predictions and gold rows.
   *
   * @param predictions how many predictions there are
   * @param right how many hit a row that counts
   * @param wrong how many hit nothing
   * @param duplicates how many hit only rows that were taken
   * @param optional how many hit a row that never counts
   * @param found gold rows found, core and minor
   * @param total gold rows, core and minor
   * @param foundCore core rows found
   * @param totalCore core rows
   * @param wholeCore core rows found with all participants and the date right
   * @param typeExact of the right, how many have the row's own type
   * @param dateRight of the right, how many have an accepted date
   * @param dateWrong how many have an incompatible one
   * @param dateMissing how many have none where there is one
   * @param certaintyRight how many have an accepted certainty
   * @param toldAsFact how many tell as a fact what is planned, negated or hypothetical
   */
  public record Figures(
      int predictions,
      int right,
      int wrong,
      int duplicates,
      int optional,
      int found,
      int total,
      int foundCore,
      int totalCore,
      int wholeCore,
      int typeExact,
      int dateRight,
      int dateWrong,
      int dateMissing,
      int certaintyRight,
      int toldAsFact) {

    /** Of what was predicted and counts, how much is right. */
    public double precision() {
      return ratio(right, right + wrong);
    }

    /** Of core and minor rows, how many were found. */
    public double recall() {
      return ratio(found, total);
    }

    /** Of core rows, how many were found. */
    public double coreRecall() {
      return ratio(foundCore, totalCore);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    private static double ratio(int part, int whole) {
      return part / (double) Math.max(1, whole);
    }
  }

  /**
   * A whole report.
   *
   * @param all every prediction and row
   * @param events those that are no statements
   * @param statements statements
   * @param byType figures of each type, by the gold row's type and the prediction's
   * @param byDocument figures of each document
   */
  public record Report(
      Figures all,
      Figures events,
      Figures statements,
      Map<String, Figures> byType,
      Map<String, Figures> byDocument) {

    /** Mean over the documents of the harmonic mean of precision and recall. */
    public double meanF1() {
      return byDocument.values().stream().mapToDouble(Figures::f1).average().orElse(0);
    }

    /** The report as lines for people. */
    public String text() {
      StringBuilder out = new StringBuilder();
      line(out, "all", all);
      line(out, "events", events);
      line(out, "statements", statements);
      out.append(String.format(Locale.ROOT, "mean F1 over documents %.3f%n", meanF1()));
      byType.forEach((type, figures) -> line(out, "type " + type, figures));
      byDocument.forEach((doc, figures) -> line(out, "document " + doc, figures));
      return out.toString().replace("\r\n", "\n");
    }

    private static void line(StringBuilder out, String name, Figures f) {
      double n = Math.max(1, f.right);
      out.append(
          String.format(
              Locale.ROOT,
              "%s: precision %.3f (%d of %d), recall %.3f (%d of %d), core %.3f (%d of %d), whole"
                  + " core %d, duplicates %d, optional %d, type %.3f, date right %.3f wrong %.3f"
                  + " missing %.3f, certainty %.3f, told as fact %d%n",
              name,
              f.precision(),
              f.right,
              f.right + f.wrong,
              f.recall(),
              f.found,
              f.total,
              f.coreRecall(),
              f.foundCore,
              f.totalCore,
              f.wholeCore,
              f.duplicates,
              f.optional,
              f.typeExact / n,
              f.dateRight / n,
              f.dateWrong / n,
              f.dateMissing / n,
              f.certaintyRight / n,
              f.toldAsFact));
    }
  }

  private Evaluation(Set<String> types, Set<String> certainties) {
    this.types = types;
    this.certainties = certainties;
  }

  /**
   * Measures predictions.
   *
   * @param gold the readers' table; a folder stands for its {@code gold.tsv}
   * @param found the predictions: columns doc, type, participants, date, certainty, and start and
   *     end in code points, or evidence
   * @param types the types there are
   * @param certainties the certainties there are
   * @throws IOException when a file cannot be read
   * @throws DataErrorException with every mistake in the files
   */
  public static Report of(Path gold, Path found, Set<String> types, Set<String> certainties)
      throws IOException, DataErrorException {
    Evaluation evaluation = new Evaluation(types, certainties);
    evaluation.readGold(Files.isDirectory(gold) ? gold.resolve("gold.tsv") : gold);
    evaluation.readPredictions(found);
    evaluation.log.throwIfErrors();
    return evaluation.report();
  }

  private void readGold(Path gold) throws IOException {
    Path documents = gold.resolveSibling("docs.tsv");
    for (TabTable.Row row : TabTable.read(documents, List.of("id", "file"), log).rows()) {
      Path file = gold.resolveSibling(row.text("file"));
      if (!Files.isRegularFile(file)) {
        log.error(
            row.location("file"),
            Rule.FILE,
            "a text, by its path from the table, in column file",
            Diagnostic.quote(row.text("file")) + ", which is no file",
            "put the text there, or take the row out");
      } else if (texts.containsKey(row.text("id"))) {
        log.error(
            row.location("id"),
            Rule.DUPLICATE,
            "each document once in column id",
            Diagnostic.quote(row.text("id")) + " again",
            "take one of the rows out");
      } else {
        String text = TabTable.text(file, log);
        texts.put(row.text("id"), text == null ? "" : text);
      }
    }
    documentsKnown = log.isEmpty();
    Path entities = gold.resolveSibling("entities.tsv");
    for (TabTable.Row row : TabTable.read(entities, List.of("canonical", "aliases"), log).rows()) {
      String canonical = row.text("canonical");
      List<String> names = new ArrayList<>(items(row.text("aliases")));
      names.add(0, canonical);
      for (String name : names) {
        aliases.computeIfAbsent(normal(name), k -> new TreeSet<>()).add(canonical);
      }
    }
    for (TabTable.Row row : TabTable.read(gold, GOLD, log).rows()) {
      check(row);
      oneOf(row, "salience", SALIENCES);
      List<String> evidence = new ArrayList<>(List.of(row.text("evidence")));
      evidence.addAll(Arrays.asList(row.text("evidence_alt").split(" \\|\\|\\| ")));
      Set<String> dates = new LinkedHashSet<>();
      dates.add(row.text("date").equals("-") ? "" : row.text("date"));
      items(row.text("alt_dates")).forEach(date -> dates.add(date.equals("-") ? "" : date));
      golds.add(
          new Gold(
              row.text("doc"),
              row.text("type"),
              with(row.text("type"), row.text("alt_types")),
              canonical(row.text("participants")),
              canonical(row.text("states")),
              dates,
              with(row.text("certainty"), row.text("alt_certainty")),
              row.text("salience"),
              spans(row.text("doc"), evidence)));
    }
  }

  private void readPredictions(Path table) throws IOException {
    TabTable.Content content = TabTable.read(table, FOUND, log);
    Set<String> columns = content.header() == null ? PLACE : content.header().keySet();
    if (!columns.contains("evidence") && !columns.containsAll(PLACE)) {
      log.error(
          Location.of(table.toString(), 1),
          Rule.MISSING_COLUMN,
          "columns 'start' and 'end', or 'evidence'",
          "a header without them",
          "they say where the text tells it");
      return;
    }
    for (TabTable.Row row : content.rows()) {
      check(row);
      String date = row.text("date");
      if (!date.isEmpty() && Edtf.parse(date).isEmpty()) {
        log.error(
            row.location("date"),
            Rule.EDTF,
            "a date or interval in EDTF level 1, or nothing, in column date",
            Diagnostic.quote(date),
            "write it as 2024-10-01, 2024-10 or 2024");
      }
      predictions.add(
          new Prediction(
              row.text("doc"),
              row.text("type"),
              canonical(row.text("participants")),
              date,
              row.text("certainty"),
              spans(row)));
    }
  }

  /** What a row of either table must have. */
  private void check(TabTable.Row row) {
    if (documentsKnown && !texts.containsKey(row.text("doc"))) {
      log.error(
          row.location("doc"),
          Rule.UNKNOWN_ID,
          "a document of docs.tsv in column doc",
          Diagnostic.quote(row.text("doc")),
          "take the row out, or add its document there");
    }
    oneOf(row, "type", types);
    oneOf(row, "certainty", certainties);
  }

  private void oneOf(TabTable.Row row, String column, Set<String> values) {
    if (!values.contains(row.text(column))) {
      log.error(
          row.location(column),
          Rule.SCHEME,
          "one of " + String.join(", ", new TreeSet<>(values)) + " in column " + column,
          row.text(column).isEmpty() ? "an empty cell" : Diagnostic.quote(row.text(column)),
          "write one of these");
    }
  }

  /** Where a prediction stands; what cannot be a place is logged. */
  private List<Span> spans(TabTable.Row row) {
    String text = texts.get(row.text("doc"));
    if (row.text("start").isEmpty() && row.text("end").isEmpty()) {
      if (row.text("evidence").isEmpty()) {
        log.error(
            row.location("start"),
            Rule.EVIDENCE,
            "a place in columns start and end, or a quote in column evidence",
            "neither",
            "say where the text tells it");
      }
      return spans(row.text("doc"), List.of(row.text("evidence")));
    }
    int length = text == null ? Integer.MAX_VALUE : text.codePointCount(0, text.length());
    int start = offset(row, "start", 0, length);
    int end = start < 0 ? -1 : offset(row, "end", start + 1, length);
    return end < 0 ? List.of() : List.of(new Span(start, end));
  }

  /** An offset in code points; -1 when it is none, which is logged. */
  private int offset(TabTable.Row row, String column, int least, int most) {
    String cell = row.text(column);
    int offset = cell.matches("\\d{1,9}") ? Integer.parseInt(cell) : -1;
    if (offset >= least && offset <= most) {
      return offset;
    }
    log.error(
        row.location(column),
        Rule.DATATYPE,
        "a number "
            + (most == Integer.MAX_VALUE ? "from " + least : "from " + least + " to " + most)
            + " in column "
            + column,
        cell.isEmpty() ? "an empty cell" : Diagnostic.quote(cell),
        "count the text's characters from 0, and end after the last");
    return -1;
  }

  private static List<String> items(String cell) {
    return Arrays.stream(cell.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Set<String> with(String first, String more) {
    Set<String> all = new HashSet<>(items(more));
    all.add(first);
    return all;
  }

  private Set<String> canonical(String cell) {
    Set<String> out = new TreeSet<>();
    for (String name : items(cell)) {
      out.addAll(aliases.getOrDefault(normal(name), Set.of(name)));
    }
    return out;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Where each quote stands, in code points. */
  private List<Span> spans(String doc, List<String> quotes) {
    String text = texts.get(doc);
    List<Span> out = new ArrayList<>();
    for (String quote : quotes) {
      if (quote.isEmpty() || text == null) {
        continue;
      }
      for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
        int start = text.codePointCount(0, at);
        out.add(new Span(start, start + quote.codePointCount(0, quote.length())));
      }
    }
    return out;
  }

  private static double overlap(List<Span> a, List<Span> b) {
    double best = 0;
    for (Span s : a) {
      for (Span t : b) {
        int shared = Math.min(s.end, t.end) - Math.max(s.start, t.start);
        int shorter = Math.max(1, Math.min(s.end - s.start, t.end - t.start));
        best = Math.max(best, shared / (double) shorter);
      }
    }
    return best;
  }

  private static boolean compatible(String date, Gold gold) {
    return gold.dates.contains(date)
        || gold.dates.stream()
            .anyMatch(
                d -> !d.isEmpty() && !date.isEmpty() && (date.startsWith(d) || d.startsWith(date)));
  }

  private static double score(Prediction p, Gold g) {
    double overlap = overlap(p.spans, g.spans);
    if (overlap < 0.5) {
      return 0;
    }
    int type = p.type.equals(g.type) ? 2 : g.types.contains(p.type) ? 1 : 0;
    Set<String> anybody = new HashSet<>(g.who);
    anybody.addAll(g.states);
    long shared = p.who.stream().filter(anybody::contains).count();
    double part = shared / (double) Math.max(1, p.who.size());
    boolean fits = shared > 0 || anybody.isEmpty() || p.who.isEmpty();
    boolean otherType = shared > 0 && part >= 0.5 && compatible(p.date, g) && !p.date.isEmpty();
    if (type == 0 && !otherType || !fits) {
      return 0;
    }
    double full =
        p.who.stream().filter(g.who::contains).count() / (double) Math.max(1, g.who.size());
    return 4 * type + 2 * part + 2 * full + (g.dates.contains(p.date) ? 1.5 : 0) + overlap;
  }

  private Report report() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      for (int j = 0; j < golds.size(); j++) {
        if (predictions.get(i).doc.equals(golds.get(j).doc)) {
          double score = score(predictions.get(i), golds.get(j));
          if (score > 0) {
            pairs.add(new Pair(score, i, j));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair p) -> -p.score)
            .thenComparingInt(Pair::prediction)
            .thenComparingInt(Pair::gold));
    int[] goldOf = new int[predictions.size()];
    int[] predictionOf = new int[golds.size()];
    Arrays.fill(goldOf, -1);
    Arrays.fill(predictionOf, -1);
    Set<Integer> hits = new HashSet<>();
    for (Pair pair : pairs) {
      hits.add(pair.prediction);
      if (goldOf[pair.prediction] < 0 && predictionOf[pair.gold] < 0) {
        goldOf[pair.prediction] = pair.gold;
        predictionOf[pair.gold] = pair.prediction;
      }
    }
    Tally tally = new Tally(goldOf, predictionOf, hits);
    Map<String, Figures> byType = new TreeMap<>();
    Map<String, Figures> byDocument = new TreeMap<>();
    golds.forEach(g -> byType.put(g.type, tally.figures(null, g.type, null)));
    golds.forEach(g -> byDocument.put(g.doc, tally.figures(g.doc, null, null)));
    return new Report(
        tally.figures(null, null, null),
        tally.figures(null, null, false),
        tally.figures(null, null, true),
        byType,
        byDocument);
  }

  private final class Tally {
    private final int[] goldOf;
    private final int[] predictionOf;
    private final Set<Integer> hits;

    private Tally(int[] goldOf, int[] predictionOf, Set<Integer> hits) {
      this.goldOf = goldOf;
      this.predictionOf = predictionOf;
      this.hits = hits;
    }

    private static boolean in(
        String doc, String type, Boolean statement, String ownDoc, String ownType) {
      return (doc == null || doc.equals(ownDoc))
          && (type == null || type.equals(ownType))
          && (statement == null || statement == ownType.equals("statement"));
    }

    private Figures figures(String doc, String type, Boolean statement) {
      int[] n = new int[16];
      for (int i = 0; i < predictions.size(); i++) {
        Prediction p = predictions.get(i);
        if (in(doc, type, statement, p.doc, p.type)) {
          count(n, p, goldOf[i] < 0 ? null : golds.get(goldOf[i]), hits.contains(i));
        }
      }
      for (int j = 0; j < golds.size(); j++) {
        Gold g = golds.get(j);
        if (in(doc, type, statement, g.doc, g.type) && !g.salience.equals("optional")) {
          Prediction p = predictionOf[j] < 0 ? null : predictions.get(predictionOf[j]);
          boolean core = g.salience.equals("core");
          n[5] += p == null ? 0 : 1;
          n[6]++;
          n[7] += core && p != null ? 1 : 0;
          n[8] += core ? 1 : 0;
          n[9] += core && p != null && p.who.containsAll(g.who) && g.dates.contains(p.date) ? 1 : 0;
        }
      }
      return new Figures(
          n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13],
          n[14], n[15]);
    }

    private static void count(int[] n, Prediction p, Gold g, boolean hit) {
      n[0]++;
      if (g == null) {
        n[hit ? 3 : 2]++;
        return;
      }
      if (g.salience.equals("optional")) {
        n[4]++;
        return;
      }
      n[1]++;
      n[10] += p.type.equals(g.type) ? 1 : 0;
      n[11] += g.dates.contains(p.date) ? 1 : 0;
      n[12] += !p.date.isEmpty() && !compatible(p.date, g) ? 1 : 0;
      n[13] += p.date.isEmpty() && !g.dates.contains("") ? 1 : 0;
      n[14] += g.certainties.contains(p.certainty) ? 1 : 0;
      n[15] += p.certainty.equals("asserted") && !g.certainties.contains("asserted") ? 1 : 0;
    }
  }
}
