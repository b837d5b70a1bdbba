package org.entente.summarise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.DisjointUnion;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.rdf.Inferred;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;

/**
 * Runs the queries that make summaries: each a SPARQL CONSTRUCT over what is accepted and inferred,
 * once. Queries of a later stratum see what those before them made.
 */
public final class Summariser {
  private final List<Summary> summaries = new ArrayList<>();

  private record Summary(int stratum, Query query) {}

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
    return new Summary(Integer.parseInt(stratum), query);
  }

  /** The summaries of a graph. */
  public Graph summarise(Inferred inferred) {
    return summarise(new DisjointUnion(inferred.resolved().accepted(), inferred.inferred()));
  }

  /** The summaries of a graph that is not changed meanwhile. */
  public Graph summarise(Graph graph) {
    Graph made = GraphFactory.createDefaultGraph();
    Graph known = new DisjointUnion(graph, made);
    List<Triple> ofStratum = new ArrayList<>();
    for (int i = 0; i < summaries.size(); i++) {
      Summary summary = summaries.get(i);
      try (QueryExec execution = QueryExec.graph(known).query(summary.query).build()) {
        Iterator<Triple> triples = execution.constructTriples();
        triples.forEachRemaining(ofStratum::add);
      }
      if (i == summaries.size() - 1 || summaries.get(i + 1).stratum != summary.stratum) {
        ofStratum.forEach(made::add);
        ofStratum.clear();
      }
    }
    return made;
  }
}
