package org.entente.explore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.explore.SearchWords.Word;
import org.entente.rdf.QueryFile;

/** The queries that answer the questions people ask most. */
final class Gallery {
  /** A question with the query that answers it. */
  record Entry(
      String name,
      String question,
      String why,
      String words,
      String subject,
      String text,
      boolean oftenAsked,
      List<QueryFile.Parameter> parameters) {
    /** Whether all of these words stand in the question, its subject or why it is asked. */
    boolean mentions(String words) {
      String all = SearchWords.key(question + " " + why + " " + subject);
      return Stream.of(SearchWords.key(words).split(" ")).allMatch(all::contains);
    }

    /** How fully the question has a word: 1 in itself, less in why it is asked or its subject. */
    private double has(Word word) {
      return best(word, question, 1, 0.7) > 0
          ? best(word, question, 1, 0.7)
          : best(word, why + " " + subject, 0.4, 0.3);
    }

    private static double best(Word word, String text, double same, double begun) {
      double best = 0;
      for (String other : SearchWords.key(text).split(" ")) {
        best = Math.max(best, word.is(other) ? same : word.begins(other) ? begun : 0);
      }
      return best;
    }
  }

  /**
   * Questions about one subject.
   *
   * @param id the name of the subject within a page
   */
  record Group(String subject, String id, List<Entry> entries) {}

  private static final int FEW = 6;

  /** The subject of a question whose header declares none. */
  private static final String OTHER = "Other questions";

  private final List<Entry> entries;

  private Gallery(List<Entry> entries) {
    this.entries = entries;
  }

  /** The queries of a folder; none when there is no such folder. */
  static Gallery of(Path folder) {
    List<Entry> entries = new ArrayList<>();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
          entries.add(entry(QueryFile.read(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Gallery(List.copyOf(entries));
  }

  private static Entry entry(QueryFile file) {
    List<String> prose =
        file.header().stream().filter(line -> !line.matches("[a-z][a-z-]*:.*")).toList();
    String question = prose.isEmpty() ? file.name().replace('-', ' ') : prose.get(0);
    String why = prose.size() < 2 ? "" : String.join(" ", prose.subList(1, prose.size()));
    String words =
        file.header().stream()
            .filter(line -> line.startsWith("answer:"))
            .map(line -> line.substring("answer:".length()).strip())
            .collect(Collectors.joining(" "));
    return new Entry(
        file.name(),
        question,
        why,
        words,
        file.declaration("subject").orElse(OTHER),
        file.text(),
        file.declaration("often-asked").isPresent(),
        file.parameters());
  }

  /** Those that their headers call often asked, or the first, where none does. */
  List<Entry> oftenAsked() {
    List<Entry> asked = entries.stream().filter(Entry::oftenAsked).toList();
    return asked.isEmpty() ? entries.stream().limit(FEW).toList() : asked;
  }

  /**
   * Questions by the subject that their headers declare; first the subjects of which most is often
   * asked, then those of most questions.
   */
  static List<Group> groups(List<Entry> entries) {
    Map<String, List<Entry>> groups = new TreeMap<>();
    for (Entry entry : entries) {
      groups.computeIfAbsent(entry.subject(), subject -> new ArrayList<>()).add(entry);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Group(
                    group.getKey(),
                    group.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                    group.getValue()))
        .sorted(
            Comparator.comparing((Group group) -> group.subject().equals(OTHER))
                .thenComparing(group -> -group.entries().stream().filter(Entry::oftenAsked).count())
                .thenComparing(group -> -group.entries().size()))
        .toList();
  }

  List<Entry> entries() {
    return entries;
  }

  /**
   * Questions that fit what a reader wrote, the best first: those with more than half of its words,
   * of which a rare one counts for more.
   */
  List<Entry> fitting(String written, int most) {
    SearchWords asked = SearchWords.of(written);
    List<Word> words = asked.ofNames();
    Map<Entry, Double> weights = new HashMap<>();
    double total = 0;
    for (Word word : words) {
      List<Entry> having = entries.stream().filter(entry -> entry.has(word) > 0).toList();
      double weight = Math.log(1 + (double) entries.size() / Math.max(1, having.size()));
      // A question that is asked of all years fits one of them.
      total += asked.timeWords().contains(word.text()) ? 0 : weight;
      having.forEach(entry -> weights.merge(entry, weight * entry.has(word), Double::sum));
    }
    double enough = total / 2;
    return weights.keySet().stream()
        .filter(entry -> weights.get(entry) > enough)
        .sorted(
            Comparator.comparing(
                    (Entry entry) -> !SearchWords.key(entry.question()).contains(asked.key()))
                .thenComparing(entry -> -weights.get(entry))
                .thenComparing(Entry::name))
        .limit(most)
        .toList();
  }

  Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
