package org.entente.summarise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.DisjointUnion;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.modify.TemplateLib;
import org.apache.jena.sparql.syntax.PatternVars;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.rdf.CompactGraph;
import org.entente.rdf.Inferred;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;

/**
 * Runs the queries that make summaries: each a SPARQL CONSTRUCT over what is accepted and inferred,
 * once. Queries of a later stratum see what those before them made; one that declares {@code #
 * first: N of each ?variable} counts only so many rows of each value, the first in its order.
 */
public final class Summariser {
  private final List<Summary> summaries = new ArrayList<>();

  /**
   * @param first null where all rows count
   */
  private record Summary(int stratum, Query query, FirstOfEach first) {}

  /** A summariser with queries; those that cannot be used go to the log. */
  public Summariser(SortedMap<String, QueryFile> files, DiagnosticLog log) {
    for (QueryFile file : files.values()) {
      Summary summary = compile(file, log);
      if (summary != null) {
        summaries.add(summary);
      }
    }
    summaries.sort(Comparator.comparingInt(Summary::stratum));
  }

  private static Summary compile(QueryFile file, DiagnosticLog log) {
    Query query = Ontology.parse(file, log);
    if (query == null) {
      return null;
    }
    Location location = Location.of(file.path().toString());
    if (!query.isConstructType()
        || query.getConstructTemplate().getTriples().stream()
            .anyMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank())) {
      log.error(
          location,
          Rule.QUERY,
          "a CONSTRUCT without blank nodes in its template",
          "another query",
          "make an IRI from what identifies the summary");
      return null;
    }
    String stratum = file.declaration("stratum").orElse("1");
    if (!stratum.matches("\\d{1,4}")) {
      log.error(
          location,
          Rule.QUERY,
          "a stratum from 0 to 9999",
          Diagnostic.quote(stratum),
          "write # stratum: 1");
      return null;
    }
    Optional<String> declared = file.declaration(FirstOfEach.DECLARATION);
    FirstOfEach first = declared.flatMap(FirstOfEach::parse).orElse(null);
    if (declared.isPresent()
        && (first == null
            || !query.hasOrderBy()
            || !PatternVars.vars(query.getQueryPattern()).contains(first.key()))) {
      log.error(
          location,
          Rule.QUERY,
          "how many rows of each value of a variable count, first in the query's ORDER BY",
          Diagnostic.quote(declared.get()),
          "write # first: 20 of each ?actor, with a variable of the query, and an ORDER BY");
      return null;
    }
    return new Summary(Integer.parseInt(stratum), query, first);
  }

  /** The summaries of a graph. */
  public Graph summarise(Inferred inferred) {
    return summarise(new DisjointUnion(inferred.resolved().accepted(), inferred.inferred()));
  }

  /** The summaries of a graph that is not changed meanwhile. */
  public Graph summarise(Graph graph) {
    Graph made = Graph.emptyGraph;
    int from = 0;
    while (from < summaries.size()) {
      int to = from;
      CompactGraph.Builder ofStratum = new CompactGraph.Builder();
      Graph before = made;
      // A store is asked as itself as long as it can be: it joins by its own numbers of terms.
      Graph known = before.isEmpty() ? graph : new DisjointUnion(graph, before);
      while (to < summaries.size() && summaries.get(to).stratum == summaries.get(from).stratum) {
        make(
            summaries.get(to++),
            known,
            triple -> {
              if (!before.contains(triple)) {
                ofStratum.add(triple);
              }
            });
      }
      made = new DisjointUnion(before, ofStratum.build());
      from = to;
    }
    return made;
  }

  private static void make(Summary summary, Graph known, Consumer<Triple> maker) {
    if (summary.first == null) {
      try (QueryExec execution = QueryExec.graph(known).query(summary.query).build()) {
        execution.constructTriples().forEachRemaining(maker);
      }
      return;
    }
    // All rows, not in order: so many need not be sorted to find the first of each.
    Query rows = new Query();
    rows.setQuerySelectType();
    rows.setQueryResultStar(true);
    rows.setQueryPattern(summary.query.getQueryPattern());
    try (QueryExec execution = QueryExec.graph(known).query(rows).build()) {
      List<Binding> first = summary.first.of(execution.select(), summary.query.getOrderBy());
      TemplateLib.calcTriples(summary.query.getConstructTemplate().getTriples(), first.iterator())
          .forEachRemaining(maker);
    }
  }
}
