package org.entente.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextIndexParseException;
import org.apache.jena.rdf.model.Resource;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;

/**
 * The words of the graph that a pattern is matched against: of the hits in the whole dataset's
 * index, those whose statement is in that graph. What could search for very long is refused, for a
 * search is not interrupted, and an answer is whole or an error.
 */
final class ActiveWords implements TextIndex {
  private static final int MOST_HITS = 10_000;
  private static final int LONGEST_SEARCH = 500;
  private static final int MOST_WILDCARDS = 4;

  private final TextIndexLucene index;
  private final Graph graph;

  ActiveWords(TextIndexLucene index, Graph graph) {
    this.index = index;
    this.graph = graph;
  }

  @Override
  public List<TextHit> query(
      String subject,
      List<Resource> properties,
      String words,
      String graphName,
      String lang,
      int limit,
      String highlight) {
    new Check(index.getQueryAnalyzer()).check(words);
    List<TextHit> all;
    try {
      all = index.query(subject, properties, words, null, lang, MOST_HITS, null);
    } catch (TextIndexException | TextIndexParseException e) {
      throw new SearchException(reason(e));
    }
    List<TextHit> hits = new ArrayList<>();
    for (TextHit hit : all) {
      if (limit >= 0 && hits.size() == limit) {
        return hits;
      }
      if (isInGraph(hit)) {
        hits.add(hit);
      }
    }
    if (all.size() == MOST_HITS) {
      throw new SearchException(
          "it has " + MOST_HITS + " hits or more; ask for more words, or give a limit");
    }
    return hits;
  }

  private boolean isInGraph(TextHit hit) {
    EntityDefinition fields = index.getDocDef();
    for (Node property : fields.getPredicates(fields.getField(hit.getProp()))) {
      if (graph.contains(hit.getNode(), property, hit.getLiteral())) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? "the words are too many" : firstLine(message);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /** Refuses what the index could not search in a short time. */
  private static final class Check extends QueryParser {
    Check(Analyzer analyzer) {
      super(FullText.LABEL, analyzer);
      setAllowLeadingWildcard(true);
    }

    void check(String words) {
      if (words.length() > LONGEST_SEARCH) {
        throw new SearchException("it has more than " + LONGEST_SEARCH + " characters");
      }
      try {
        parse(words);
      } catch (ParseException e) {
        throw new SearchException(
            firstLine(e.getMessage())
                + " Words with marks of the search language (+ - & | ! ( ) { } [ ] ^ \" ~ * ? : \\ /)"
                + " stand in double quotes, or have a backslash before the mark.");
      }
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) throws ParseException {
      throw new ParseException("Regular expressions are not offered.");
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
      if (pattern.chars().filter(c -> c == '*' || c == '?').count() > MOST_WILDCARDS) {
        throw new ParseException("A word has at most " + MOST_WILDCARDS + " wildcards.");
      }
      return super.getWildcardQuery(field, pattern);
    }
  }

  @Override
  public EntityDefinition getDocDef() {
    return index.getDocDef();
  }

  @Override
  public List<TextHit> query(
      Node subject,
      List<Resource> properties,
      String words,
      String graphName,
      String lang,
      int limit,
      String highlight) {
    return query(
        subject != null && subject.isURI() ? subject.getURI() : null,
        properties,
        words,
        graphName,
        lang,
        limit,
        highlight);
  }

  @Override
  public List<TextHit> query(
      Node property, String words, String graphName, String lang, int limit) {
    throw notAsked();
  }

  @Override
  public List<TextHit> query(Node property, String words, String graphName, String lang) {
    throw notAsked();
  }

  @Override
  public List<TextHit> query(
      Node property, String words, String graphName, String lang, int limit, String highlight) {
    throw notAsked();
  }

  @Override
  public List<TextHit> query(
      List<Resource> properties,
      String words,
      String graphName,
      String lang,
      int limit,
      String highlight) {
    throw notAsked();
  }

  @Override
  public Map<String, Node> get(String uri) {
    throw notAsked();
  }

  @Override
  public void addEntity(Entity entity) {
    throw notAsked();
  }

  @Override
  public void updateEntity(Entity entity) {
    throw notAsked();
  }

  @Override
  public void deleteEntity(Entity entity) {
    throw notAsked();
  }

  @Override
  public void prepareCommit() {
    throw notAsked();
  }

  @Override
  public void commit() {
    throw notAsked();
  }

  @Override
  public void rollback() {
    throw notAsked();
  }

  @Override
  public void close() {}

  private static UnsupportedOperationException notAsked() {
    return new UnsupportedOperationException("text:query asks for a subject or for all");
  }
}
