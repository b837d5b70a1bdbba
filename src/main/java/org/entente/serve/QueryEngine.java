package org.entente.serve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.search.SearchException;

/**
 * Runs a checked query and writes its whole answer before anything is sent, so that an answer is
 * either whole or an error.
 */
final class QueryEngine {
  private static final Map<String, Lang> RESULTS = results();
  private static final List<String> RESULT_TYPES = List.copyOf(RESULTS.keySet());
  private static final List<String> GRAPH_TYPES =
      Format.DATA.stream().map(Format::mediaType).toList();

  private final Limits limits;

  QueryEngine(Limits limits) {
    this.limits = limits;
  }

  private static Map<String, Lang> results() {
    Map<String, Lang> results = new LinkedHashMap<>();
    results.put("application/sparql-results+json", ResultSetLang.RS_JSON);
    results.put("application/sparql-results+xml", ResultSetLang.RS_XML);
    results.put("text/csv", ResultSetLang.RS_CSV);
    results.put("text/tab-separated-values", ResultSetLang.RS_TSV);
    results.put("application/json", ResultSetLang.RS_JSON);
    results.put("application/xml", ResultSetLang.RS_XML);
    results.put("text/xml", ResultSetLang.RS_XML);
    return results;
  }

  /** Whether a page is wanted more than any form of an answer, as a browser does. */
  static boolean prefersPage(Accept accept) {
    List<String> offered = new ArrayList<>(RESULT_TYPES);
    offered.addAll(GRAPH_TYPES);
    offered.add(Format.HTML.mediaType());
    return !accept.isEmpty()
        && accept.best(offered).filter(Format.HTML.mediaType()::equals).isPresent();
  }

  /** The media type that the answer to a query gets, or 406. */
  static String mediaType(Query query, Accept accept) {
    boolean graph = query.isConstructType() || query.isDescribeType();
    List<String> offered = graph ? GRAPH_TYPES : RESULT_TYPES;
    return accept
        .best(offered)
        .or(
            () ->
                graph
                    ? Format.wanted(accept).map(QueryEngine::dataType)
                    : accept.best(List.of("text/html")).map(t -> RESULT_TYPES.get(0)))
        .orElseThrow(
            () ->
                new Problem(406, "Not acceptable", "offered: " + String.join(", ", offered))
                    .member("supported", offered));
  }

  private static String dataType(Format format) {
    return (format == Format.HTML ? Format.TURTLE : format).mediaType();
  }

  /** Runs a query over a dataset, in a read transaction that the caller holds. */
  Reply run(Query query, DatasetGraph dataset, String mediaType, Budget budget) {
    BoundedOutput out = new BoundedOutput(limits.answerBytes());
    try (QueryExec execution = execution(query, dataset)) {
      budget.runs(execution);
      if (query.isSelectType()) {
        Lang lang = RESULTS.get(mediaType);
        RowSet rows = new BoundedRows(execution.select(), limits.rows(), lang);
        RowSetWriterRegistry.getFactory(lang).create(lang).write(out, rows, execution.getContext());
      } else if (query.isAskType()) {
        Lang lang = RESULTS.get(mediaType);
        RowSetWriterRegistry.getFactory(lang)
            .create(lang)
            .write(out, execution.ask(), execution.getContext());
      } else {
        Graph graph = graph(execution, query);
        RdfText.write(graph, Format.byMediaType(mediaType).orElseThrow(), out);
      }
      budget.throwIfSpent();
    } catch (QueryCancelledException e) {
      budget.throwIfSpent();
      throw Budget.timeOut();
    } catch (SearchException e) {
      throw Problem.badRequest("the full-text search cannot be done: " + e.getMessage());
    }
    return Reply.of(200, mediaType + ";charset=utf-8", out.toByteArray());
  }

  /** Runs a SELECT query, with some of its variables bound, and hands over its rows. */
  List<Map<String, Node>> select(
      Query query, DatasetGraph dataset, Map<String, Node> values, Budget budget) {
    QueryExecBuilder builder =
        QueryExec.dataset(dataset).query(query).context(SafeFunctions.context(dataset));
    values.forEach((name, value) -> builder.substitution(Var.alloc(name), value));
    try (QueryExec execution = builder.build()) {
      budget.runs(execution);
      List<Map<String, Node>> found = new ArrayList<>();
      RowSet rows = new BoundedRows(execution.select(), limits.rows(), null);
      while (rows.hasNext()) {
        Map<String, Node> row = new LinkedHashMap<>();
        rows.next().forEach((variable, value) -> row.put(variable.getVarName(), value));
        found.add(row);
      }
      budget.throwIfSpent();
      return found;
    } catch (QueryCancelledException e) {
      budget.throwIfSpent();
      throw Budget.timeOut();
    } catch (SearchException e) {
      throw Problem.badRequest("the full-text search cannot be done: " + e.getMessage());
    }
  }

  private static QueryExec execution(Query query, DatasetGraph dataset) {
    return QueryExec.dataset(dataset).query(query).context(SafeFunctions.context(dataset)).build();
  }

  private Graph graph(QueryExec execution, Query query) {
    Graph graph = GraphFactory.createDefaultGraph();
    query.getPrefixMapping().getNsPrefixMap().forEach(graph.getPrefixMapping()::setNsPrefix);
    Iterator<Triple> triples =
        query.isConstructType() ? execution.constructTriples() : execution.describeTriples();
    long read = 0;
    while (triples.hasNext()) {
      Budget.check();
      graph.add(triples.next());
      if (++read > limits.rows() && graph.size() > limits.rows()) {
        throw BoundedRows.tooMany(limits.rows());
      }
    }
    return graph;
  }
}
