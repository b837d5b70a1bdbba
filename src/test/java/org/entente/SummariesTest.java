package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.rdf.Graphs;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;
import org.entente.store.DatasetFolder;
import org.entente.summarise.Summariser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question asked of the summaries has the answer of the same question asked of the graph. */
final class SummariesTest {
  private static final String PREFIXES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX qb: <http://purl.org/linked-data/cube#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX summaries: <https://w3id.org/entente/summaries#>
      """;

  /** The question of the graph and of the summaries, by the query that makes the summary. */
  private static final Map<String, List<String>> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "events-by-year",
              List.of(
                  """
                  SELECT ?year ?type (COUNT(DISTINCT ?event) AS ?events) {
                    ?event a sem:Event , ?type ;
                      sem:hasEarliestBeginTimeStamp ?first ; sem:hasLatestBeginTimeStamp ?last .
                    BIND(STR(YEAR(?first)) AS ?year)
                    FILTER (YEAR(?first) = YEAR(?last))
                  } GROUP BY ?year ?type ORDER BY ?year ?type
                  """,
                  """
                  SELECT (STR(?in) AS ?year) ?type ?events {
                    GRAPH graph:summaries {
                      ?o qb:dataSet summaries:eventsByYear ;
                        ent:inYear ?in ; ent:eventType ?type ; ent:eventCount ?events
                    }
                  } ORDER BY ?year ?type
                  """),
              "latest-events",
              List.of(
                  """
                  SELECT ?event ?date {
                    ?event a sem:Event ; sem:hasEarliestBeginTimeStamp ?date
                  } ORDER BY DESC(?date) ?event LIMIT 20
                  """,
                  """
                  SELECT ?event ?date {
                    GRAPH graph:summaries { summaries:latestEvents prov:hadMember ?event }
                    ?event sem:hasEarliestBeginTimeStamp ?date
                  } ORDER BY DESC(?date) ?event LIMIT 20
                  """),
              "encounters",
              List.of(
                  """
                  SELECT ?one ?two (COUNT(DISTINCT ?event) AS ?times) {
                    VALUES ?kind { ent:Summit ent:Meeting }
                    ?event a ?kind ; sem:hasActor ?one , ?two .
                    ?one a foaf:Person . ?two a foaf:Person .
                    FILTER (STR(?one) < STR(?two))
                  } GROUP BY ?one ?two ORDER BY ?one ?two
                  """,
                  """
                  SELECT ?one ?two ?times {
                    GRAPH graph:summaries {
                      ?o qb:dataSet summaries:encounters ;
                        ent:firstPerson ?one ; ent:secondPerson ?two ; ent:encounterCount ?times
                    }
                  } ORDER BY ?one ?two
                  """),
              "frequent-encounters",
              List.of(
                  """
                  SELECT ?one ?two (COUNT(DISTINCT ?event) AS ?times) {
                    VALUES ?kind { ent:Summit ent:Meeting }
                    ?event a ?kind ; sem:hasActor ?one , ?two .
                    ?one a foaf:Person . ?two a foaf:Person .
                    FILTER (STR(?one) < STR(?two))
                  } GROUP BY ?one ?two ORDER BY DESC(?times) ?one ?two LIMIT 20
                  """,
                  """
                  SELECT ?one ?two ?times {
                    GRAPH graph:summaries {
                      summaries:frequentEncounters qb:observation ?o .
                      ?o ent:firstPerson ?one ; ent:secondPerson ?two ; ent:encounterCount ?times
                    }
                  } ORDER BY DESC(?times) ?one ?two LIMIT 20
                  """)));

  @Test
  void everySummaryIsCompared() throws Exception {
    assertEquals(QUESTIONS.keySet(), ontology(new DiagnosticLog()).summaries().keySet());
  }

  @Test
  void shippedGraph(@TempDir Path folder) throws Exception {
    DatasetFolder published = DatasetFolder.at(folder);
    new Pipeline(new DiagnosticLog(), stage -> {})
        .build(Path.of("seeds", "tables"), Path.of("ontology"), null, published);
    compare(published.load(published.requireCurrent()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void generatedGraphs(long seed) throws Exception {
    Graph graph = generated(new Random(seed));
    DatasetGraph dataset = DatasetGraphFactory.create();
    graph.find().forEach(t -> dataset.getDefaultGraph().add(t));
    DiagnosticLog log = new DiagnosticLog();
    new Summariser(ontology(log).summaries(), log)
        .summarise(graph)
        .find()
        .forEach(t -> dataset.getGraph(Graphs.SUMMARIES).add(t));
    compare(dataset);
  }

  @Test
  void aQueryThatIsNoSummaryIsReported() {
    DiagnosticLog log = new DiagnosticLog();
    TreeMap<String, QueryFile> files = new TreeMap<>();
    files.put("a", QueryFile.of("a", Path.of("a.rq"), "SELECT * { ?s ?p ?o }"));
    files.put("b", QueryFile.of("b", Path.of("b.rq"), "CONSTRUCT { [] ?p ?o } WHERE { ?s ?p ?o }"));
    files.put(
        "c",
        QueryFile.of(
            "c", Path.of("c.rq"), "# C.\n# stratum: x\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"));
    new Summariser(files, log);
    assertEquals(3, log.sorted().size());
    assertEquals(
        "a.rq: error: expected a CONSTRUCT without blank nodes in its template but found another"
            + " query [query] (make an IRI from what identifies the summary)",
        log.sorted().get(0).toString());
    assertEquals(Rule.QUERY, log.sorted().get(2).rule());
    assertEquals(Location.of("c.rq"), log.sorted().get(2).location());
  }

  private static Ontology ontology(DiagnosticLog log) throws Exception {
    return Ontology.read(Path.of("ontology"), log);
  }

  private static void compare(DatasetGraph dataset) {
    QUESTIONS.forEach(
        (name, questions) -> {
          List<String> plain = answer(dataset, questions.get(0));
          assertFalse(plain.isEmpty(), name);
          assertEquals(plain, answer(dataset, questions.get(1)), name);
        });
  }

  private static List<String> answer(DatasetGraph dataset, String question) {
    List<String> found = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(PREFIXES + question).build()) {
      RowSet rows = execution.select();
      List<org.apache.jena.sparql.core.Var> variables = rows.getResultVars();
      rows.forEachRemaining(
          row -> {
            List<String> cells = new ArrayList<>();
            for (org.apache.jena.sparql.core.Var variable : variables) {
              Node node = row.get(variable);
              cells.add(node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
            }
            found.add(String.join(" ", cells));
          });
    }
    return found;
  }

  /** Events of several types, dates as wide as a day or some years, some without any. */
  private static Graph generated(Random random) {
    StringBuilder text = new StringBuilder();
    String[] types = {"Summit", "Meeting", "Call", "Visit"};
    for (int i = 0; i < 30; i++) {
      text.append("id:p%d a foaf:%s .\n".formatted(i, i % 7 == 0 ? "Group" : "Person"));
    }
    for (int i = 0; i < 400; i++) {
      String event = "id:e" + i;
      text.append("%s a sem:Event , ent:%s .\n".formatted(event, types[random.nextInt(4)]));
      if (random.nextInt(4) == 0) {
        text.append("%s a ent:%s .\n".formatted(event, types[random.nextInt(4)]));
      }
      if (random.nextInt(10) > 0) {
        int year = 2000 + random.nextInt(8);
        int last = random.nextInt(5) == 0 ? year + random.nextInt(3) : year;
        text.append(
            "%s sem:hasEarliestBeginTimeStamp \"%d-0%d-1%d\"^^xsd:date ; sem:hasLatestBeginTimeStamp \"%d-12-31\"^^xsd:date .\n"
                .formatted(event, year, 1 + random.nextInt(9), random.nextInt(3), last));
      }
      for (int n = random.nextInt(4); n >= 0; n--) {
        text.append("%s sem:hasActor id:p%d .\n".formatted(event, random.nextInt(30)));
      }
    }
    Graph graph = GraphFactory.createDefaultGraph();
    String prefixes =
        PREFIXES
            + "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
            + "PREFIX id: <https://w3id.org/entente/id/>\n";
    RDFParser.fromString(prefixes + text, Lang.TURTLE).parse(graph);
    assertFalse(graph.find(Triple.ANY).toList().isEmpty());
    return graph;
  }
}
