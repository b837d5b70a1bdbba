package org.entente.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.entente.explore.SoundIndex;
import org.entente.rdf.Ent;
import org.entente.search.FullText;

/**
 * The names of all things, to be found in any of their scripts: candidates come from the full-text
 * index, scores from comparing the names.
 */
final class NameIndex implements AutoCloseable {
  /** A thing with its names. */
  record Entry(String id, String name, List<String> names, Set<String> types) {}

  /** A thing that was found; a score of 100 is a name that is equal. */
  record Found(Entry entry, double score) {}

  private static final int CANDIDATES = 300;
  private static final int LONGEST = 300;
  private static final int MOST_WORDS = 30;
  private static final double BEST_INEXACT = 99;

  /** The most that a name scores that only sounds alike, clearly below one that is written so. */
  private static final double BEST_BY_SOUND = 60;

  /** What has a name of its own, which other scripts transcribe and do not translate. */
  private static final Set<String> TRANSCRIBED =
      Set.of(
          "http://xmlns.com/foaf/0.1/Person",
          "http://semanticweb.cs.vu.nl/2009/11/sem/Place",
          Ent.NS + "State");

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Set<String>> broader = new HashMap<>();
  private final SoundIndex<String> sounds;
  private final Analyzer analyzer;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private NameIndex(DatasetGraph dataset) throws IOException {
    dataset
        .find(Quad.defaultGraphIRI, Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
        .forEachRemaining(
            quad ->
                broader
                    .computeIfAbsent(quad.getSubject().toString(), s -> new TreeSet<>())
                    .add(quad.getObject().toString()));
    Map<String, Set<String>> types = new LinkedHashMap<>();
    dataset
        .find(Quad.defaultGraphIRI, Node.ANY, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getSubject().isURI() && quad.getSubject().getURI().startsWith(Ent.ID)) {
                types
                    .computeIfAbsent(quad.getSubject().getURI(), s -> new TreeSet<>())
                    .add(quad.getObject().toString());
              }
            });
    Labels labels = new Labels(dataset, List.of("en"));
    for (Map.Entry<String, Set<String>> thing : types.entrySet()) {
      if (!thing.getValue().contains(Ent.NS + "Name")
          && !thing.getValue().contains(Ent.NS + "Withdrawn")) {
        enter(dataset, labels, thing.getKey(), thing.getValue());
      }
    }
    this.sounds = new SoundIndex<>(transcribed());
    TextIndexLucene index = FullText.of(dataset);
    this.analyzer = index.getQueryAnalyzer();
    this.reader = DirectoryReader.open(index.getDirectory());
    this.searcher = new IndexSearcher(reader);
  }

  static NameIndex of(Generation generation) {
    return generation.derived(
        NameIndex.class,
        g -> {
          try {
            return new NameIndex(g.dataset());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void enter(DatasetGraph dataset, Labels labels, String iri, Set<String> types) {
    Node thing = org.apache.jena.graph.NodeFactory.createURI(iri);
    Set<String> names = new LinkedHashSet<>();
    for (Node property :
        List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode())) {
      dataset
          .find(Quad.defaultGraphIRI, thing, property, Node.ANY)
          .forEachRemaining(quad -> names.add(quad.getObject().getLiteralLexicalForm()));
    }
    if (names.isEmpty()) {
      return;
    }
    Set<String> all = new TreeSet<>();
    types.forEach(type -> addBroader(type, all));
    String id = iri.substring(Ent.ID.length());
    entries.put(id, new Entry(id, labels.text(thing), List.copyOf(names), all));
  }

  private List<SoundIndex.Name<String>> transcribed() {
    return entries.values().stream()
        .filter(entry -> entry.types().stream().anyMatch(TRANSCRIBED::contains))
        .flatMap(entry -> entry.names().stream().map(n -> new SoundIndex.Name<>(entry.id(), n)))
        .toList();
  }

  private void addBroader(String type, Set<String> found) {
    if (found.add(type)) {
      broader.getOrDefault(type, Set.of()).forEach(wider -> addBroader(wider, found));
    }
  }

  private static String bounded(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** The thing of an identifier; null when there is none. */
  Entry entry(String id) {
    return entries.get(id);
  }

  /** Things whose name begins so, or has a word that does. */
  List<Found> suggest(String prefix, int limit) {
    String wanted = bounded(FullText.plain(prefix));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new PrefixQuery(new Term(FullText.WHOLE, wanted)), BooleanClause.Occur.SHOULD);
    words(prefix)
        .forEach(
            word ->
                query.add(
                    new PrefixQuery(new Term(FullText.LABEL, word)), BooleanClause.Occur.SHOULD));
    return ranked(search(query.build()), prefix, Map.of(), Set.of(), limit);
  }

  /** Things by a name, the likeliest first. */
  List<Found> find(String name, Set<String> types, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(
        new TermQuery(new Term(FullText.WHOLE, bounded(FullText.plain(name)))),
        BooleanClause.Occur.SHOULD);
    for (String word : words(name)) {
      query.add(new TermQuery(new Term(FullText.LABEL, word)), BooleanClause.Occur.SHOULD);
      if (word.length() > 3) {
        query.add(
            new FuzzyQuery(new Term(FullText.LABEL, word), word.length() > 6 ? 2 : 1, 1),
            BooleanClause.Occur.SHOULD);
      }
    }
    Map<String, SoundIndex.Match> alike = sounds.find(bounded(name));
    Set<String> ids = search(query.build());
    ids.addAll(alike.keySet());
    return ranked(ids, name, alike, types, limit);
  }

  /** All things of some types, by name. */
  List<Found> ofTypes(Set<String> types, int limit) {
    return entries.values().stream()
        .filter(entry -> entry.types().stream().anyMatch(types::contains))
        .sorted(Comparator.comparing(Entry::id))
        .limit(limit)
        .map(entry -> new Found(entry, 0))
        .toList();
  }

  private Set<String> search(org.apache.lucene.search.Query query) {
    Set<String> ids = new LinkedHashSet<>();
    try {
      for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
        String iri = searcher.storedFields().document(hit.doc).get(FullText.IRI);
        String id = iri.startsWith(Ent.ID) ? iri.substring(Ent.ID.length()) : null;
        if (entries.containsKey(id)) {
          ids.add(id);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  private List<Found> ranked(
      Set<String> ids,
      String name,
      Map<String, SoundIndex.Match> alike,
      Set<String> types,
      int limit) {
    List<Found> found = new ArrayList<>();
    for (String id : ids) {
      Entry entry = entries.get(id);
      if (types.isEmpty() || entry.types().stream().anyMatch(types::contains)) {
        double best = alike.containsKey(id) ? BEST_BY_SOUND * alike.get(id).likeness() : 0;
        for (String candidate : entry.names()) {
          best = Math.max(best, score(name, candidate));
        }
        found.add(new Found(entry, Math.round(best * 10) / 10.0));
      }
    }
    found.sort(
        Comparator.comparingDouble((Found f) -> -f.score()).thenComparing(f -> f.entry().id()));
    return found.subList(0, Math.min(limit, found.size()));
  }

  /** 100 for equal names; else how many letters and words they share, below 100. */
  private static double score(String wanted, String name) {
    String a = bounded(FullText.plain(wanted));
    String b = bounded(FullText.plain(name));
    if (a.equals(b)) {
      return 100;
    }
    String[] left = a.split(" ");
    String[] right = b.split(" ");
    Arrays.sort(left);
    Arrays.sort(right);
    if (Arrays.equals(left, right) || a.replace(" ", "").equals(b.replace(" ", ""))) {
      return BEST_INEXACT;
    }
    double letters = 1 - (double) distance(a, b) / Math.max(1, Math.max(a.length(), b.length()));
    Set<String> shared = new TreeSet<>(Arrays.asList(left));
    shared.retainAll(new TreeSet<>(Arrays.asList(right)));
    double words = 2.0 * shared.size() / (left.length + right.length);
    return 95 * Math.max(letters, words);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(FullText.LABEL, bounded(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && words.size() < MOST_WORDS) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
