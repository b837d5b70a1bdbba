package org.entente.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/**
 * Measures a table of predicted events against what a careful reader found. The gold folder holds
 * {@code docs.tsv}, the texts it names, {@code entities.tsv} and {@code gold.tsv}.
 *
 * <p>A prediction hits a gold row of the same document when its span covers half of the shorter of
 * the two, a participant is shared, and the type is one of those accepted, or half of the
 * participants are right and the date is compatible. One prediction takes one row; what hits a
 * taken row is a duplicate.
 */
public final class Evaluation {
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

  private Evaluation() {}

  /**
   * Measures predictions.
   *
   * @param gold the gold folder
   * @param table the predictions: columns doc, type, participants, date, certainty, and start and
   *     end, or evidence
   */
  public static Report of(Path gold, Path table) throws IOException {
    Evaluation evaluation = new Evaluation();
    evaluation.readGold(gold);
    evaluation.readPredictions(table);
    return evaluation.report();
  }

  private void readGold(Path folder) throws IOException {
    for (Map<String, String> row : tsv(folder.resolve("docs.tsv"), "id", "file")) {
      Path file = folder.resolve(row.get("file"));
      texts.put(row.get("id"), Files.readString(file, StandardCharsets.UTF_8));
    }
    for (Map<String, String> row : tsv(folder.resolve("entities.tsv"), "canonical", "aliases")) {
      String canonical = row.get("canonical");
      List<String> names = new ArrayList<>(items(row.get("aliases")));
      names.add(0, canonical);
      for (String name : names) {
        aliases.computeIfAbsent(normal(name), k -> new TreeSet<>()).add(canonical);
      }
    }
    List<Map<String, String>> rows =
        tsv(
            folder.resolve("gold.tsv"),
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
    for (Map<String, String> row : rows) {
      List<String> evidence = new ArrayList<>(List.of(row.get("evidence")));
      evidence.addAll(Arrays.asList(row.getOrDefault("evidence_alt", "").split(" \\|\\|\\| ")));
      Set<String> dates = new LinkedHashSet<>();
      dates.add(row.get("date").equals("-") ? "" : row.get("date"));
      items(row.get("alt_dates")).forEach(date -> dates.add(date.equals("-") ? "" : date));
      golds.add(
          new Gold(
              row.get("doc"),
              row.get("type"),
              with(row.get("type"), row.get("alt_types")),
              canonical(row.get("participants")),
              canonical(row.get("states")),
              dates,
              with(row.get("certainty"), row.get("alt_certainty")),
              row.get("salience"),
              spans(row.get("doc"), evidence)));
    }
  }

  private void readPredictions(Path table) throws IOException {
    for (Map<String, String> row : tsv(table, "doc", "type", "date", "certainty")) {
      String start = row.getOrDefault("start", "");
      List<Span> spans =
          start.isEmpty()
              ? spans(row.get("doc"), List.of(row.getOrDefault("evidence", "")))
              : List.of(new Span(Integer.parseInt(start), Integer.parseInt(row.get("end"))));
      predictions.add(
          new Prediction(
              row.get("doc"),
              row.get("type"),
              canonical(row.getOrDefault("participants", "")),
              row.get("date"),
              row.get("certainty"),
              spans));
    }
  }

  /** The rows of a table; one without a column that is needed is refused. */
  private static List<Map<String, String>> tsv(Path file, String... needed) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    String[] header = null;
    for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\r?\n")) {
      String[] cells = line.split("\t", -1);
      if (header == null) {
        header = cells;
        List<String> found = List.of(header);
        for (String column : needed) {
          if (!found.contains(column)) {
            throw new IOException(
                file
                    + ":1: expected a column "
                    + column
                    + " but found "
                    + String.join(", ", found));
          }
        }
        continue;
      }
      if (line.isEmpty()) {
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    return rows;
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
