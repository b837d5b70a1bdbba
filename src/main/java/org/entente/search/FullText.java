package org.entente.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * The words of a dataset, indexed by jena-text: names and titles, quotes of passages, contents of
 * statements. The index is made when it is first asked for, in the reader's transaction, and
 * belongs to the dataset from then on: a published graph does not change. It is made in memory;
 * that of a store with very many names is made in the folder {@code text} beside the store, once,
 * and found there the next time. Where that folder can't be written to, it is made in memory too.
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
  private static final int MOST_RESULTS = 5;

  /** A dataset with so many names keeps its index on disk. */
  private static final int MANY_NAMES = 200_000;

  private static final Logger LOG = Logger.getLogger(FullText.class.getName());
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
    return of(dataset, MANY_NAMES);
  }

  /** The same; with so many names it is kept on disk. */
  static TextIndexLucene of(DatasetGraph dataset, int manyNames) {
    Context context = dataset.getContext();
    synchronized (context) {
      TextIndexLucene index = context.get(TextQuery.textIndex);
      if (index == null) {
        index = make(dataset, manyNames);
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

  private static TextIndexLucene make(DatasetGraph dataset, int manyNames) {
    Path folder = hasNames(dataset, manyNames) ? folder(dataset) : null;
    if (folder != null) {
      try {
        return kept(dataset, folder);
      } catch (IOException | TextIndexException e) {
        LOG.log(Level.WARNING, "the full-text index is made in memory: {0}", e.toString());
      }
    }
    TextIndexLucene index = index(new ByteBuffersDirectory());
    fill(index, dataset);
    return index;
  }

  private static boolean hasNames(DatasetGraph dataset, int many) {
    Iterator<Quad> names =
        dataset.find(Quad.defaultGraphIRI, Node.ANY, RDFS.label.asNode(), Node.ANY);
    try {
      return Iter.count(Iter.limit(names, many)) == many;
    } finally {
      Iter.close(names);
    }
  }

  /** Where the index of a dataset is kept; null when it is no store in a folder. */
  private static Path folder(DatasetGraph dataset) {
    if (!DatabaseMgr.isTDB2(dataset)) {
      return null;
    }
    Location location = TDBInternal.getDatabaseContainer(dataset).getLocation();
    return location.isMem() ? null : Path.of(location.getDirectoryPath()).resolveSibling("text");
  }

  /** The index in a folder. A store is open in one process, so nobody else makes it meanwhile. */
  private static TextIndexLucene kept(DatasetGraph dataset, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path aside = folder.resolveSibling("unfinished-text");
      if (Files.isDirectory(aside)) {
        try (Stream<Path> leftovers = Files.list(aside)) {
          for (Path leftover : leftovers.toList()) {
            Files.delete(leftover);
          }
        }
      }
      TextIndexLucene made = index(FSDirectory.open(aside));
      fill(made, dataset);
      made.close();
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    // Nobody writes, though Jena opens a writer.
    return index(FSDirectory.open(folder, NoLockFactory.INSTANCE));
  }

  private static TextIndexLucene index(Directory directory) {
    EntityDefinition fields = new EntityDefinition(IRI, LABEL);
    fields.setLangField("lang");
    NAMING.forEach(property -> fields.set(LABEL, property));
    fields.set(QUOTE, Ent.QUOTE);
    TELLING.forEach(property -> fields.set(CONTENT, property));
    TextIndexConfig config = new TextIndexConfig(fields);
    config.setValueStored(true);
    config.setAnalyzer(
        new PerFieldAnalyzerWrapper(new WordAnalyzer(), Map.of(WHOLE, new KeywordAnalyzer())));
    return new TextIndexLucene(directory, config);
  }

  private static void fill(TextIndexLucene index, DatasetGraph dataset) {
    for (Node property : NAMING) {
      add(index, dataset, Quad.defaultGraphIRI, property, LABEL);
    }
    add(index, dataset, Graphs.SOURCES, Ent.QUOTE, QUOTE);
    for (Node property : TELLING) {
      add(index, dataset, Quad.defaultGraphIRI, property, CONTENT);
    }
    index.commit();
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

  /** The property function: {@code (?thing ?score ?text) text:query (property "words" limit)}. */
  private static final class Search extends TextQueryPF {
    private final DatasetGraph dataset;

    Search(DatasetGraph dataset) {
      this.dataset = dataset;
    }

    @Override
    public void build(
        PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
      TextIndexLucene index = of(dataset);
      checkSubject(subject.isList() ? subject.getArgList() : List.of(subject.getArg()));
      checkObject(
          object.isList() ? object.getArgList() : List.of(object.getArg()), index.getDocDef());
      Context context = execution.getContext();
      Object before = context.get(TextQuery.textIndex);
      context.set(TextQuery.textIndex, new ActiveWords(index, execution.getActiveGraph()));
      super.build(subject, predicate, object, execution);
      context.set(TextQuery.textIndex, before);
    }

    /** A thing or a variable, and variables for score, text, graph and property. */
    private static void checkSubject(List<Node> nodes) {
      boolean sound =
          !nodes.isEmpty()
              && nodes.size() <= MOST_RESULTS
              && !nodes.get(0).isLiteral()
              && nodes.stream().skip(1).allMatch(Node::isVariable)
              && Set.copyOf(nodes).size() == nodes.size();
      if (!sound) {
        throw new SearchException(
            "before text:query stands a thing or a variable, or a list of it and up to four other"
                + " variables: score, text, graph, property");
      }
    }

    /** Properties, the words, and a limit. */
    private static void checkObject(List<Node> nodes, EntityDefinition fields) {
      int properties = 0;
      while (properties < nodes.size() && nodes.get(properties).isURI()) {
        if (fields.getField(nodes.get(properties)) == null) {
          throw new SearchException("<" + nodes.get(properties) + "> is not indexed");
        }
        properties++;
      }
      List<Node> rest = nodes.subList(properties, nodes.size());
      boolean sound =
          !rest.isEmpty()
              && rest.size() <= 2
              && (rest.get(0).isVariable() || isText(rest.get(0)))
              && (rest.size() == 1 || rest.get(1).isVariable() || isNumber(rest.get(1)));
      if (!sound) {
        throw new SearchException(
            "after text:query stand the words to search for, or a list of properties, words and a"
                + " limit");
      }
    }

    private static boolean isText(Node node) {
      return node.isLiteral()
          && (!node.getLiteralLanguage().isEmpty()
              || XSDDatatype.XSDstring.equals(node.getLiteralDatatype()));
    }

    private static boolean isNumber(Node node) {
      return node.isLiteral() && node.getLiteralValue() instanceof Integer;
    }
  }
}
