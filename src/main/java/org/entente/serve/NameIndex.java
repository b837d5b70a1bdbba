package org.entente.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.entente.rdf.Ent;

/**
 * The names of all things, to be found in any of their scripts. Words are folded to lower case and
 * plain letters; Chinese characters, kana and Hangul are indexed as pairs, since Japanese writes no
 * spaces and Korean writes them as it likes.
 */
final class NameIndex implements AutoCloseable {
  /** A thing with its names. */
  record Entry(String id, String name, List<String> names, Set<String> types) {}

  /** A thing that was found; a score of 100 is a name that is equal. */
  record Found(Entry entry, double score) {}

  private static final int CANDIDATES = 200;
  private static final int LONGEST = 300;
  private static final int MOST_WORDS = 30;
  private static final double BEST_INEXACT = 99;

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Set<String>> broader = new HashMap<>();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final Analyzer analyzer = new NameAnalyzer();
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
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Map.Entry<String, Set<String>> thing : types.entrySet()) {
        if (thing.getValue().contains(Ent.NS + "Name")
            || thing.getValue().contains(Ent.NS + "Withdrawn")) {
          continue;
        }
        index(writer, dataset, labels, thing.getKey(), thing.getValue());
      }
    }
    this.reader = DirectoryReader.open(directory);
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

  private void index(
      IndexWriter writer, DatasetGraph dataset, Labels labels, String iri, Set<String> types)
      throws IOException {
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
    for (String name : names) {
      Document document = new Document();
      document.add(new StoredField("id", id));
      document.add(new TextField("text", name, Field.Store.NO));
      document.add(new StringField("exact", bounded(normal(name)), Field.Store.NO));
      writer.addDocument(document);
    }
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
    String wanted = bounded(normal(prefix));
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new PrefixQuery(new Term("exact", wanted)), BooleanClause.Occur.SHOULD);
    words(prefix)
        .forEach(
            word -> query.add(new PrefixQuery(new Term("text", word)), BooleanClause.Occur.SHOULD));
    return ranked(search(query.build()), prefix, Set.of(), limit);
  }

  /** Things by a name, the likeliest first. */
  List<Found> find(String name, Set<String> types, int limit) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(new Term("exact", bounded(normal(name)))), BooleanClause.Occur.SHOULD);
    for (String word : words(name)) {
      query.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
      if (word.length() > 3) {
        query.add(
            new FuzzyQuery(new Term("text", word), word.length() > 6 ? 2 : 1, 1),
            BooleanClause.Occur.SHOULD);
      }
    }
    return ranked(search(query.build()), name, types, limit);
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
        ids.add(searcher.storedFields().document(hit.doc).get("id"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ids;
  }

  private List<Found> ranked(Set<String> ids, String name, Set<String> types, int limit) {
    List<Found> found = new ArrayList<>();
    for (String id : ids) {
      Entry entry = entries.get(id);
      if (types.isEmpty() || entry.types().stream().anyMatch(types::contains)) {
        double best = 0;
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
    String a = bounded(normal(wanted));
    String b = bounded(normal(name));
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

  /** A name without case, accents, punctuation and variants of width. */
  static String normal(String name) {
    String plain =
        Normalizer.normalize(bounded(name), Normalizer.Form.NFKD)
            .replaceAll("[\\u0300-\\u036F]", "");
    return Normalizer.normalize(plain, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
        .strip();
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream("text", bounded(text))) {
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
    directory.close();
    analyzer.close();
  }

  /** Words of any script. */
  private static final class NameAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(source)));
      return new TokenStreamComponents(
          source,
          new CJKBigramFilter(
              folded,
              CJKBigramFilter.HAN
                  | CJKBigramFilter.HIRAGANA
                  | CJKBigramFilter.KATAKANA
                  | CJKBigramFilter.HANGUL,
              true));
    }
  }
}
