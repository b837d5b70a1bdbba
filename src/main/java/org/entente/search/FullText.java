package org.entente.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * The words of a dataset, indexed by jena-text: names and titles, quotes of passages, contents of
 * statements. The index is made in memory when it is first asked for, in the reader's transaction,
 * and belongs to the dataset from then on: a published graph does not change.
 */
public final class FullText {
  /** The property function that searches it, {@code text:query}. */
  public static final String QUERY = "http://jena.apache.org/text#query";

  /** Field of names and titles, word by word. */
  public static final String LABEL = "label";

  /** Field of names as a whole, in their {@linkplain #plain(String) plain form}. */
  public static final String WHOLE = "whole";

  /** Field of a thing's IRI. */
  public static final String IRI = "iri";

  private static final String QUOTE = "quote";
  private static final String CONTENT = "content";
  private static final int MOST_HITS = 10_000;
  private static final int LONGEST_SEARCH = 500;
  private static final int MOST_WILDCARDS = 4;
  private static final List<Node> NAMING =
      List.of(
          RDFS.label.asNode(),
          SKOS.prefLabel.asNode(),
          SKOS.altLabel.asNode(),
          DCTerms.title.asNode());
  private static final List<Node> TELLING =
      List.of(
          Ent.term("content"), Ent.term("wording"), Ent.term("reason"), SKOS.definition.asNode());

  private FullText() {}

  /** The index of a dataset; the caller is in a read transaction. */
  public static TextIndexLucene of(DatasetGraph dataset) {
    Context context = dataset.getContext();
    synchronized (context) {
      TextIndexLucene index = context.get(TextQuery.textIndex);
      if (index == null) {
        index = make(dataset);
        context.set(TextQuery.textIndex, index);
      }
      return index;
    }
  }

  /** Lets queries of a dataset that run in a context search its words, and call nothing else. */
  public static void offer(Context context, DatasetGraph dataset) {
    PropertyFunctionRegistry offered = new PropertyFunctionRegistry();
    offered.put(QUERY, iri -> new Search(dataset));
    PropertyFunctionRegistry.set(context, offered);
    context.set(ARQ.enablePropertyFunctions, true);
  }

  /** A name without case, accents, punctuation and variants of width. */
  public static String plain(String name) {
    String letters =
        Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036F]", "");
    return Normalizer.normalize(letters, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ")
        .strip();
  }

  private static TextIndexLucene make(DatasetGraph dataset) {
    EntityDefinition fields = new EntityDefinition(IRI, LABEL);
    fields.setLangField("lang");
    NAMING.forEach(property -> fields.set(LABEL, property));
    fields.set(QUOTE, Ent.QUOTE);
    TELLING.forEach(property -> fields.set(CONTENT, property));
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setValueStored(true);
    config.setAnalyzer(
        new PerFieldAnalyzerWrapper(new WordAnalyzer(), Map.of(WHOLE, new KeywordAnalyzer())));
    TextIndexLucene index = new Index(config);
    for (Node property : NAMING) {
      add(index, dataset, Quad.defaultGraphIRI, property, LABEL);
    }
    add(index, dataset, Graphs.SOURCES, Ent.QUOTE, QUOTE);
    for (Node property : TELLING) {
      add(index, dataset, Quad.defaultGraphIRI, property, CONTENT);
    }
    index.commit();
    return index;
  }

  private static void add(
      TextIndexLucene index, DatasetGraph dataset, Node graph, Node property, String field) {
    dataset
        .find(graph, Node.ANY, property, Node.ANY)
        .forEachRemaining(
            quad -> {
              Node text = quad.getObject();
              if (!quad.getSubject().isURI() || !text.isLiteral()) {
                return;
              }
              Entity entity =
                  new Entity(
                      quad.getSubject().getURI(),
                      null,
                      text.getLiteralLanguage(),
                      text.getLiteralDatatype());
              entity.put(field, text.getLiteralLexicalForm());
              if (field.equals(LABEL)) {
                entity.put(WHOLE, plain(text.getLiteralLexicalForm()));
              }
              index.addEntity(entity);
            });
  }

  /** An index whose answers are whole. */
  private static final class Index extends TextIndexLucene {
    Index(TextIndexConfig config) {
      super(new ByteBuffersDirectory(), config);
    }

    @Override
    public List<TextHit> query(
        String subject,
        List<Resource> properties,
        String words,
        String graph,
        String lang,
        int limit,
        String highlight) {
      if (highlight != null) {
        throw new TextIndexException("highlighting is not offered");
      }
      new Check(getQueryAnalyzer()).check(words);
      List<TextHit> hits = super.query(subject, properties, words, graph, lang, limit, null);
      if (limit < 0 && hits.size() >= MOST_HITS) {
        throw new TextIndexException(
            "the search has " + MOST_HITS + " hits or more; ask for more words, or give a limit");
      }
      return hits;
    }
  }

  /** Refuses what could search for very long: the index would not be interrupted. */
  private static final class Check extends QueryParser {
    Check(Analyzer analyzer) {
      super(LABEL, analyzer);
      setAllowLeadingWildcard(true);
    }

    void check(String words) {
      if (words.length() > LONGEST_SEARCH) {
        throw new TextIndexException("a search has at most " + LONGEST_SEARCH + " characters");
      }
      try {
        parse(words);
      } catch (ParseException e) {
        throw new TextIndexParseException(words, e.getMessage());
      }
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) throws ParseException {
      throw new ParseException(
          "regular expressions are not offered; a slash that is meant is written \\/");
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
      if (pattern.chars().filter(c -> c == '*' || c == '?').count() > MOST_WILDCARDS) {
        throw new ParseException("a word has at most " + MOST_WILDCARDS + " wildcards");
      }
      return super.getWildcardQuery(field, pattern);
    }
  }

  /** The property function, which makes the index when it is first called. */
  private static final class Search extends TextQueryPF {
    private final DatasetGraph dataset;

    Search(DatasetGraph dataset) {
      this.dataset = dataset;
    }

    @Override
    public void build(
        PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
      execution.getContext().set(TextQuery.textIndex, of(dataset));
      super.build(subject, predicate, object, execution);
    }
  }
}
