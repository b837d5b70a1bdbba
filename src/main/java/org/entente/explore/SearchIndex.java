package org.entente.explore;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Finds things by any of their names, in any script, also when it is spelled otherwise. */
final class SearchIndex {
  private static final Set<String> KINDS =
      Set.of(
          "person",
          "state",
          "organisation",
          "place",
          "event",
          "agreement",
          "dispute",
          "measure",
          "document",
          "post",
          "administration",
          "series",
          "plan",
          "topic",
          "statement",
          "assessment",
          "recommendation",
          "position",
          "undertaking",
          "disagreement",
          "observation");
  private static final Set<String> NAMED =
      Set.of(
          "person",
          "state",
          "organisation",
          "place",
          "event",
          "agreement",
          "dispute",
          "measure",
          "post",
          "administration",
          "document",
          "topic",
          "series");

  /** New forms of characters, each before its old form: names are written with either. */
  private static final String FORMS = "悦悅国國沢澤広廣学學会會戦戰辺邊関關対對経經済濟労勞条條争爭恵惠竜龍桜櫻浜濱徳德栄榮";

  private static final double ALIKE = 0.45;

  /** What has a name of its own, which other scripts transcribe and do not translate. */
  private static final Set<String> TRANSCRIBED = Set.of("person", "place", "state");

  /** The most that a name scores that only sounds alike: less than any that is written alike. */
  private static final double SOUND = 1.3;

  /** A name of a thing. */
  private record Entry(Node thing, String name, String key, String type, Set<String> grams) {}

  /** A thing that was found, with the name by which it was. */
  record Hit(Node thing, String name, double score) {}

  private final List<Entry> entries = new ArrayList<>();
  private final SoundIndex<Node> sounds;

  /** Indexes all names of a graph. */
  SearchIndex(GraphReader graph) {
    for (Node property : List.of(Voc.LABEL, Voc.ALT_LABEL)) {
      for (Node thing : graph.subjects(property)) {
        String identifier = Ent.identifier(thing);
        String type =
            identifier == null ? "" : identifier.substring(0, Math.max(0, identifier.indexOf('/')));
        if (!KINDS.contains(type)) {
          continue;
        }
        for (Node name : graph.objects(thing, property)) {
          String text = GraphReader.text(name);
          String key = key(text);
          entries.add(
              new Entry(thing, text, key, type, NAMED.contains(type) ? grams(key) : Set.of()));
        }
      }
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> entry.thing().toString()).thenComparing(Entry::name));
    this.sounds =
        new SoundIndex<>(
            entries.stream()
                .filter(entry -> TRANSCRIBED.contains(entry.type()))
                .map(entry -> new SoundIndex.Name<>(entry.thing(), entry.name()))
                .toList());
  }

  /** A name without what spellings differ in: case, accents, hyphens, spaces, length marks. */
  static String key(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder();
    plain
        .codePoints()
        .map(SearchIndex::oldForm)
        .filter(c -> Character.isLetterOrDigit(c) || Character.isWhitespace(c) || c == '-')
        .forEach(c -> key.appendCodePoint(Character.isLetterOrDigit(c) ? c : ' '));
    return key.toString().replaceAll(" +", " ").strip();
  }

  private static int oldForm(int character) {
    int at = FORMS.indexOf(character);
    return at >= 0 && at % 2 == 0 ? FORMS.charAt(at + 1) : character;
  }

  /** Pairs of neighbouring characters; of Hangul, syllables and not their letters. */
  private static Set<String> grams(String key) {
    Set<String> grams = new HashSet<>();
    for (String word : Normalizer.normalize(key, Normalizer.Form.NFC).split(" ")) {
      String padded = "_" + word + "_";
      for (int i = 0; i + 2 <= padded.length(); i++) {
        grams.add(padded.substring(i, i + 2));
      }
    }
    return grams;
  }

  /** The best things for what a reader wrote, of those that are wanted. */
  List<Hit> find(String query, int most, Predicate<Node> wanted) {
    String key = key(query);
    if (key.isEmpty()) {
      return List.of();
    }
    String joined = key.replace(" ", "");
    Set<String> grams = grams(key);
    Map<Node, Hit> best = new HashMap<>();
    for (Entry entry : entries) {
      double score = score(entry, key, joined, grams);
      if (score > 0) {
        best.merge(
            entry.thing(),
            new Hit(entry.thing(), entry.name(), score),
            (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    sounds
        .find(query)
        .forEach(
            (thing, match) ->
                best.putIfAbsent(thing, new Hit(thing, match.name(), SOUND * match.likeness())));
    List<Hit> hits = new ArrayList<>(best.values());
    hits.removeIf(hit -> !wanted.test(hit.thing()));
    hits.sort(
        Comparator.comparingDouble((Hit hit) -> -hit.score())
            .thenComparing(hit -> hit.thing().toString()));
    return hits.subList(0, Math.min(most, hits.size()));
  }

  private static double score(Entry entry, String key, String joined, Set<String> grams) {
    double kind =
        NAMED.contains(entry.type())
            ? entry.type().equals("person") || entry.type().equals("state") ? 0.3 : 0.2
            : 0;
    if (entry.key().equals(key)) {
      return 10 + kind;
    }
    String together = entry.key().replace(" ", "");
    if (together.equals(joined)) {
      return 9 + kind;
    }
    double length = Math.min(0.5, 8.0 / (8 + entry.key().length()));
    if (entry.key().startsWith(key)) {
      return 7 + kind + length;
    }
    Set<String> words = Set.of(distinct(entry.key()));
    boolean all = true;
    for (String word : key.split(" ")) {
      all &= words.contains(word) || words.stream().anyMatch(w -> w.startsWith(word));
    }
    if (all) {
      return 6 + kind + length;
    }
    if (joined.length() >= 2 && together.contains(joined)) {
      return 4 + kind + length;
    }
    if (entry.grams().isEmpty()) {
      return 0;
    }
    double alike = alike(entry, key, grams);
    return alike >= ALIKE ? alike * 3 + kind : 0;
  }

  private static String[] distinct(String key) {
    return java.util.Arrays.stream(key.split(" ")).distinct().toArray(String[]::new);
  }

  /** How alike two spellings are: the share of letter pairs in common. */
  private static double alike(Entry entry, String key, Set<String> grams) {
    int common = 0;
    for (String gram : grams) {
      common += entry.grams().contains(gram) ? 1 : 0;
    }
    return key.length() < 4 ? 0 : 2.0 * common / (grams.size() + entry.grams().size());
  }
}
