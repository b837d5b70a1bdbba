package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.model.Dossier;
import org.entente.model.Edtf;
import org.entente.model.Participants;
import org.entente.model.Passage;
import org.entente.model.Proposal;
import org.entente.model.Row;

/**
 * What extraction found in documents against what curators entered from them: what it missed, and
 * what it found that they have not. Where a text is the one that the tables quote, both are the
 * same when they rest on the same words; where a document only retells a source, when they say the
 * same.
 */
public final class Comparison {
  private static final List<String> TABLES =
      List.of("events", "plans", "agreements", "measures", "disputes", "statements");
  private static final List<String> NAMES = List.of("persons", "states", "organisations", "places");
  private static final int QUOTE = 90;

  private final Dossier curated;
  private final Participants participants;
  private final List<Thing> known = new ArrayList<>();
  private final List<Thing> found = new ArrayList<>();
  private final Map<Thing, Thing> partner = new HashMap<>();
  private final Map<String, int[]> names = new TreeMap<>();

  /**
   * What was read of a document.
   *
   * @param documents documents of the tables that it carries or retells
   * @param isSource whether its text is the one that the tables quote
   * @param proposals what was extracted
   */
  public record Read(Set<String> documents, boolean isSource, List<Proposal> proposals) {}

  /** Something told, by curators or by the extractor. */
  private record Thing(
      int reading,
      String table,
      String type,
      String id,
      String label,
      String date,
      Set<String> actors,
      List<Passage> passages) {}

  private record Pair(double score, Thing known, Thing found) {}

  private Comparison(Dossier curated) {
    this.curated = curated;
    this.participants = new Participants(curated);
  }

  /** The report, as text. */
  public static String of(Dossier curated, List<Read> readings) {
    Comparison comparison = new Comparison(curated);
    for (int i = 0; i < readings.size(); i++) {
      comparison.gather(i, readings.get(i));
      comparison.match(i, readings.get(i).isSource());
    }
    return comparison.report();
  }

  private void gather(int reading, Read read) {
    for (String table : TABLES) {
      Map<String, List<Row>> rows = new LinkedHashMap<>();
      for (Row row : curated.rows(table)) {
        if (!passages(row, read.documents()).isEmpty()) {
          rows.computeIfAbsent(row.value("id"), id -> new ArrayList<>()).add(row);
        }
      }
      rows.forEach((id, of) -> known.add(curatedThing(reading, table, id, of, read.documents())));
    }
    Map<String, Set<String>> takesPart = new HashMap<>();
    Map<String, Passage> passages = new HashMap<>();
    Set<String> named = new TreeSet<>();
    for (Proposal proposal : read.proposals()) {
      Map<String, String> cells = proposal.cells();
      if (proposal.table().equals("passages")) {
        passages.put(cells.get("id"), passage(cells));
      }
      for (String column : List.of("actor", "party", "speaker", "imposed_by", "planner", "place")) {
        if (cells.containsKey(column)) {
          named.add(cells.get(column));
          if (!column.equals("place")) {
            takesPart
                .computeIfAbsent(proposal.candidate(), c -> new TreeSet<>())
                .add(cells.get(column));
          }
        }
      }
    }
    for (Proposal proposal : read.proposals()) {
      if (TABLES.contains(proposal.table())) {
        found.add(extractedThing(reading, proposal, takesPart, passages));
      }
    }
    countNames(read, named);
  }

  private void countNames(Read read, Set<String> named) {
    for (String table : NAMES) {
      String type = table.substring(0, table.length() - 1) + "/";
      Set<String> curators = new TreeSet<>();
      for (Row row : curated.rows(table)) {
        if (!passages(row, read.documents()).isEmpty()) {
          curators.add(row.value("id"));
        }
      }
      Set<String> extracted = new TreeSet<>(named);
      extracted.removeIf(id -> !id.startsWith(type));
      int[] count = names.computeIfAbsent(table, t -> new int[3]);
      count[0] += curators.size();
      count[2] += extracted.size();
      extracted.retainAll(curators);
      count[1] += extracted.size();
    }
  }

  private List<Passage> passages(Row row, Set<String> documents) {
    return row.items("evidence").stream()
        .map(curated.passages()::get)
        .filter(passage -> passage != null && documents.contains(passage.document()))
        .toList();
  }

  private Thing curatedThing(
      int reading, String table, String id, List<Row> rows, Set<String> documents) {
    List<Passage> passages = new ArrayList<>();
    Set<String> who = new TreeSet<>(participants.of(id));
    String date = null;
    for (Row row : rows) {
      passages.addAll(passages(row, documents));
      for (String column : List.of("speaker", "imposed_by", "planner")) {
        if (row.text(column) != null) {
          who.add(row.text(column));
        }
      }
      for (String column : List.of("date", "signed", "start")) {
        date = date == null ? row.text(column) : date;
      }
    }
    Row first = rows.get(0);
    String label = first.text(table.equals("statements") ? "content" : "label");
    return new Thing(
        reading, table, type(table, first.text("type")), id, label, date, who, passages);
  }

  private static Thing extractedThing(
      int reading,
      Proposal proposal,
      Map<String, Set<String>> takesPart,
      Map<String, Passage> passages) {
    Map<String, String> cells = proposal.cells();
    List<Passage> proof = new ArrayList<>();
    for (String id : cells.getOrDefault("evidence", "").split(";")) {
      if (passages.containsKey(id)) {
        proof.add(passages.get(id));
      }
    }
    String date = cells.getOrDefault("date", cells.getOrDefault("signed", cells.get("start")));
    return new Thing(
        reading,
        proposal.table(),
        type(proposal.table(), cells.get("type")),
        cells.get("id"),
        cells.getOrDefault("label", cells.get("content")),
        date,
        takesPart.getOrDefault(proposal.candidate(), Set.of()),
        proof);
  }

  private static String type(String table, String type) {
    return table.equals("events") && type != null ? type : table;
  }

  private static Passage passage(Map<String, String> cells) {
    return new Passage(
        cells.get("id"),
        cells.get("document"),
        cells.get("quote"),
        "",
        "",
        Integer.parseInt(cells.get("start")),
        Integer.parseInt(cells.get("end")));
  }

  /** Pairs what curators have with what was found, the best first, each once. */
  private void match(int reading, boolean samePlaces) {
    List<Pair> pairs = new ArrayList<>();
    for (Thing known : known) {
      for (Thing found : found) {
        if (known.reading == reading && found.reading == reading) {
          double score = score(known, found, samePlaces);
          if (score > 0) {
            pairs.add(new Pair(score, known, found));
          }
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair pair) -> -pair.score)
            .thenComparing(pair -> pair.known.id)
            .thenComparing(pair -> pair.found.id));
    for (Pair pair : pairs) {
      if (!partner.containsKey(pair.known) && !partner.containsKey(pair.found)) {
        partner.put(pair.known, pair.found);
        partner.put(pair.found, pair.known);
      }
    }
  }

  private static double score(Thing known, Thing found, boolean samePlaces) {
    boolean sameTable = known.table.equals(found.table);
    boolean statement = known.table.equals("statements") || found.table.equals("statements");
    Set<String> shared = new HashSet<>(known.actors);
    shared.retainAll(found.actors);
    boolean bothDated = known.date != null && found.date != null;
    boolean agree = bothDated && !isDisjoint(known.date, found.date);
    boolean sameType = known.type.equals(found.type);
    double overlap = samePlaces ? overlap(known.passages, found.passages) : 0;
    boolean otherThing = !sameTable && (statement || shared.isEmpty() && !agree);
    if (otherThing || samePlaces && overlap < 0.5) {
      return 0;
    }
    if (!samePlaces) {
      boolean disagree = bothDated && !agree;
      boolean alike =
          statement
              ? !shared.isEmpty() && words(known.label, found.label) >= 0.3
              : sameTable
                  && (agree && (!shared.isEmpty() || sameType) || shared.size() > 1 && sameType);
      if (disagree || !alike) {
        return 0;
      }
    }
    return (sameTable ? 4 : 0)
        + (sameType ? 2 : 0)
        + (agree ? 1.5 : 0)
        + 2.0 * shared.size() / Math.max(1, Math.max(known.actors.size(), found.actors.size()))
        + overlap;
  }

  private static boolean isDisjoint(String a, String b) {
    Edtf first = Edtf.parse(a).orElse(null);
    Edtf second = Edtf.parse(b).orElse(null);
    return first != null && second != null && first.isDisjointFrom(second);
  }

  private static double overlap(List<Passage> a, List<Passage> b) {
    double best = 0;
    for (Passage s : a) {
      for (Passage t : b) {
        int shared = Math.min(s.end(), t.end()) - Math.max(s.start(), t.start());
        int shorter = Math.max(1, Math.min(s.end() - s.start(), t.end() - t.start()));
        best = Math.max(best, shared / (double) shorter);
      }
    }
    return best;
  }

  /** How many of the longer words of two texts they share. */
  private static double words(String a, String b) {
    Set<String> first = longWords(a);
    Set<String> second = longWords(b);
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(second);
    return shared.size() / (double) Math.max(1, Math.min(first.size(), second.size()));
  }

  private static Set<String> longWords(String text) {
    Set<String> words = new HashSet<>();
    for (String word : String.valueOf(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 3) {
        words.add(word);
      }
    }
    return words;
  }

  private String report() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-15s %8s %6s %12s %7s %10s %8s %8s%n",
            "type",
            "curated",
            "found",
            "as another",
            "missed",
            "extracted",
            "matched",
            "new"));
    Set<String> types = new TreeSet<>();
    known.forEach(thing -> types.add(thing.type));
    found.forEach(thing -> types.add(thing.type));
    int[] sum = new int[7];
    for (String type : types) {
      int[] n = counts(type);
      for (int i = 0; i < n.length; i++) {
        sum[i] += n[i];
      }
      line(text, type, n);
    }
    line(text, "all", sum);
    names.forEach(
        (table, n) ->
            line(text, table, new int[] {n[0], n[1], 0, n[0] - n[1], n[2], n[1], n[2] - n[1]}));
    list(text, "missed", known);
    list(text, "new: extracted and not in the tables", found);
    return text.toString();
  }

  private int[] counts(String type) {
    int[] n = new int[7];
    for (Thing thing : known) {
      if (thing.type.equals(type)) {
        Thing other = partner.get(thing);
        n[0]++;
        n[1] += other != null && other.type.equals(type) ? 1 : 0;
        n[2] += other != null && !other.type.equals(type) ? 1 : 0;
        n[3] += other == null ? 1 : 0;
      }
    }
    for (Thing thing : found) {
      if (thing.type.equals(type)) {
        n[4]++;
        n[5] += partner.containsKey(thing) ? 1 : 0;
        n[6] += partner.containsKey(thing) ? 0 : 1;
      }
    }
    return n;
  }

  private static void line(StringBuilder text, String name, int[] n) {
    text.append(
        String.format(
            Locale.ROOT,
            "%-15s %8d %6d %12d %7d %10d %8d %8d%n",
            name,
            n[0],
            n[1],
            n[2],
            n[3],
            n[4],
            n[5],
            n[6]));
  }

  private void list(StringBuilder text, String title, List<Thing> things) {
    text.append('\n').append(title).append('\n');
    things.stream()
        .filter(thing -> !partner.containsKey(thing))
        .sorted(
            Comparator.comparing(Thing::type)
                .thenComparing(Thing::reading)
                .thenComparing(thing -> thing.passages.get(0).start())
                .thenComparing(Thing::id))
        .forEach(
            thing -> {
              String quote = thing.passages.get(0).quote().replaceAll("\\s+", " ");
              text.append("  ")
                  .append(thing.type)
                  .append("  ")
                  .append(thing.id)
                  .append(thing.date == null ? "" : " (" + thing.date + ")")
                  .append("  “")
                  .append(quote.length() > QUOTE ? quote.substring(0, QUOTE) + "…" : quote)
                  .append("”\n");
            });
  }
}
