package org.entente.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.model.Dossier;
import org.entente.model.Edtf;
import org.entente.model.Participants;
import org.entente.model.Row;

/** Things of the tables, or accepted for them, that a candidate may be. */
final class Similar {
  private static final int MOST = 5;
  private static final double LIKE = 0.5;

  /** Offices share more words: "Foreign Minister of Kenya" is not "Defence Minister of Kenya". */
  private static final double LIKE_POST = 0.8;

  private final Dossier curated;
  private final Participants participants;

  Similar(Dossier curated) {
    this.curated = curated;
    this.participants = new Participants(curated);
  }

  /** Who takes part in a thing of the tables. */
  Set<String> participants(String thing) {
    return participants.of(thing);
  }

  /** The rows of things most like a candidate's, the likest first, each thing once. */
  List<Row> to(Row main, Set<String> actors) {
    if (!main.schema().declaresIds()) {
      return List.of();
    }
    Map<Row, Double> scores = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    for (Row row : curated.rows(main.schema().name())) {
      boolean itself = row.value("id").equals(main.value("id"));
      double score = itself ? 0 : score(row, main, actors);
      if (score > 0 && ids.add(row.value("id"))) {
        scores.put(row, score);
      }
    }
    return best(scores);
  }

  /** The rows of things of a table whose names or identifiers have some words. */
  List<Row> named(String table, String words) {
    Map<Row, Double> scores = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    Set<String> wanted = words(words);
    for (Row row : curated.rows(table)) {
      Set<String> shared = words(row.text("label") + " " + row.value("id"));
      shared.retainAll(wanted);
      if (!shared.isEmpty() && ids.add(row.value("id"))) {
        scores.put(row, (double) shared.size());
      }
    }
    return best(scores);
  }

  private static List<Row> best(Map<Row, Double> scores) {
    List<Row> best = new ArrayList<>(scores.keySet());
    best.sort(
        Comparator.comparingDouble((Row row) -> -scores.get(row))
            .thenComparing(row -> row.value("id")));
    return best.subList(0, Math.min(MOST, best.size()));
  }

  private double score(Row row, Row main, Set<String> actors) {
    if (!main.has("date") && !main.has("signed") && !main.has("start")) {
      return nameScore(row, main.text("label"));
    }
    Set<String> shared = new HashSet<>(participants(row.value("id")));
    shared.addAll(values(row, "speaker", "imposed_by", "planner"));
    shared.retainAll(actors);
    boolean sameDay = false;
    for (String column : List.of("date", "signed", "start")) {
      String ours = main.has(column) ? main.text(column) : null;
      String theirs = row.text(column);
      if (ours != null && theirs != null) {
        if (isDisjoint(ours, theirs)) {
          return 0;
        }
        sameDay = true;
      }
    }
    boolean sameType = main.text("type") != null && main.text("type").equals(row.text("type"));
    double score = shared.size() * 2.0 + (sameDay ? 2 : 0) + (sameType ? 1 : 0);
    return sameDay && sameType || shared.size() > 1 || !shared.isEmpty() && sameDay ? score : 0;
  }

  private double nameScore(Row row, String label) {
    Set<String> wanted = words(String.valueOf(label));
    double best = overlap(wanted, words(String.valueOf(row.text("label"))));
    for (Row name : curated.rows("names")) {
      if (row.value("id").equals(name.value("thing"))) {
        best = Math.max(best, overlap(wanted, words(String.valueOf(name.text("form")))));
      }
    }
    return best < (row.schema().name().equals("posts") ? LIKE_POST : LIKE) ? 0 : best;
  }

  private static double overlap(Set<String> a, Set<String> b) {
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    return shared.size() / (double) Math.max(1, Math.min(a.size(), b.size()));
  }

  private static boolean isDisjoint(String a, String b) {
    Edtf first = Edtf.parse(a).orElse(null);
    Edtf second = Edtf.parse(b).orElse(null);
    return first != null && second != null && first.isDisjointFrom(second);
  }

  static Set<String> values(Row row, String... columns) {
    Set<String> values = new HashSet<>();
    for (String column : columns) {
      if (row.text(column) != null) {
        values.add(row.text(column));
      }
    }
    return values;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 1) {
        words.add(word);
      }
    }
    return words;
  }
}
