package org.entente.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
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
 * index, scores from comparing the names. What a thing is called and is, is looked up when it is a
 * candidate and kept for a while, so that the memory taken does not grow with the graph.
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

  private static final Set<String> NO_THINGS = Set.of(Ent.NS + "Name", Ent.NS + "Withdrawn");

  /** What has a name of its own, which other scripts transcribe and do not translate. */
  private static final Set<String> TRANSCRIBED =
      Set.of(
          "http://xmlns.com/foaf/0.1/Person",
          "http://semanticweb.cs.vu.nl/2009/11/sem/Place",
          Ent.NS + "State");

  /** So many things are kept that were looked up. */
  private static final int KEPT = 20_000;

  /** So many things of a class are looked at when the first of them are asked for. */
  private static final int LOOKED_AT = 100_000;

  private final DatasetGraph dataset;
  private final Labels labels;
  private final Map<String, Set<String>> broader = new HashMap<>();
  private final Map<String, Set<String>> narrower = new HashMap<>();
  private final Cache<String, Optional<Entry>> entries = CacheFactory.createCache(KEPT);
  private final SoundIndex<String> sounds;
  private final Analyzer analyzer;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private NameIndex(DatasetGraph dataset) throws IOException {
    this.dataset = dataset;
    this.labels = new Labels(dataset, List.of("en"));
    dataset
        .find(Quad.defaultGraphIRI, Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              String type = quad.getSubject().toString();
              String wider = quad.getObject().toString();
              broader.computeIfAbsent(type, s -> new TreeSet<>()).add(wider);
              narrower.computeIfAbsent(wider, s -> new TreeSet<>()).add(type);
            });
    List<SoundIndex.Name<String>> transcribed = new ArrayList<>();
    eachOf(
        TRANSCRIBED,
        Long.MAX_VALUE,
        id ->
            lookUp(id)
                .ifPresent(
                    entry ->
                        entry
                            .names()
                            .forEach(name -> transcribed.add(new SoundIndex.Name<>(id, name)))));
    this.sounds = new SoundIndex<>(transcribed);
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

  /** Looks a thing up; empty for what has no name, and for names themselves. */
  private Optional<Entry> lookUp(String id) {
    Node thing = NodeFactory.createURI(Ent.ID + id);
    Set<String> types = new TreeSet<>();
    dataset
        .find(Quad.defaultGraphIRI, thing, RDF.type.asNode(), Node.ANY)
        .forEachRemaining(quad -> types.add(quad.getObject().toString()));
    if (types.isEmpty() || types.stream().anyMatch(NO_THINGS::contains)) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    for (Node property : Labels.PROPERTIES) {
      dataset
          .find(Quad.defaultGraphIRI, thing, property, Node.ANY)
          .forEachRemaining(quad -> names.add(quad.getObject().getLiteralLexicalForm()));
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Entry(id, labels.text(thing), List.copyOf(names), closure(types, broader)));
  }

  /** Some classes with all that are connected to them. */
  private static Set<String> closure(Set<String> types, Map<String, Set<String>> connected) {
    Set<String> all = new TreeSet<>(types);
    Deque<String> open = new ArrayDeque<>(types);
    while (!open.isEmpty()) {
      for (String next : connected.getOrDefault(open.pop(), Set.of())) {
        if (all.add(next)) {
          open.push(next);
        }
      }
    }
    return all;
  }

  /** The identifiers of the things of some classes and those below them, one perhaps twice. */
  private void eachOf(Set<String> types, long most, Consumer<String> reader) {
    for (String type : closure(types, narrower)) {
      Iterator<Quad> things =
          dataset.find(
              Quad.defaultGraphIRI, Node.ANY, RDF.type.asNode(), NodeFactory.createURI(type));
      try {
        Iter.limit(things, most)
            .forEachRemaining(
                quad -> {
                  String id = Ent.identifier(quad.getSubject());
                  if (id != null) {
                    reader.accept(id);
                  }
                });
      } finally {
        Iter.close(things);
      }
    }
  }

  private static String bounded(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** The thing of an identifier; null when there is none. */
  Entry entry(String id) {
    return entries
        .get(id, unknown -> Txn.calculateRead(dataset, () -> lookUp(unknown)))
        .orElse(null);
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

  /**
   * The first things of some types by their identifiers; of a type that very many things have, of
   * those that the store has first.
   */
  List<Found> ofTypes(Set<String> types, int limit) {
    Set<String> ids = new TreeSet<>();
    Txn.executeRead(dataset, () -> eachOf(types, LOOKED_AT, ids::add));
    return ids.stream()
        .map(this::entry)
        .filter(Objects::nonNull)
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
        if (id != null && entry(id) != null) {
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
      Entry entry = entry(id);
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
