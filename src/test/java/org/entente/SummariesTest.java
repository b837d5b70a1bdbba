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
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX qb: <http://purl.org/linked-data/cube#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX summaries: <https://w3id.org/entente/summaries#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  /** The question of the graph and of the summaries, by the query that makes the summary. */
  private static final Map<String, List<String>> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "events-by-actor",
              List.of(
                  """
                  SELECT ?actor ?type (COUNT(DISTINCT ?event) AS ?events) {
                    ?event a sem:Event , ?type ; sem:hasActor ?actor
                  } GROUP BY ?actor ?type ORDER BY ?actor ?type
                  """,
                  """
                  SELECT ?actor ?type ?events {
                    GRAPH graph:summaries {
                      ?o qb:dataSet summaries:eventsByActor ;
                        ent:countedActor ?actor ; ent:eventType ?type ; ent:eventCount ?events
                    }
                  } ORDER BY ?actor ?type
                  """),
              "latest-by-actor",
              List.of(
                  """
                  SELECT ?actor ?event {
                    ?event a sem:Event ; sem:hasActor ?actor ; sem:hasEarliestBeginTimeStamp ?date
                    {
                      SELECT ?event ?actor (COUNT(?later) AS ?after) {
                        ?event a sem:Event ; sem:hasActor ?actor ;
                          sem:hasEarliestBeginTimeStamp ?begun .
                        OPTIONAL {
                          ?later a sem:Event ; sem:hasActor ?actor ;
                            sem:hasEarliestBeginTimeStamp ?day
                          FILTER (?day > ?begun || ?day = ?begun && STR(?later) < STR(?event))
                        }
                      } GROUP BY ?event ?actor
                    }
                    FILTER (?after < 20)
                  } ORDER BY ?actor DESC(?date) ?event
                  """,
                  """
                  SELECT ?actor ?event {
                    GRAPH graph:summaries { ?actor ent:latestEvent ?event }
                    ?event sem:hasEarliestBeginTimeStamp ?date
                  } ORDER BY ?actor DESC(?date) ?event
                  """),
              "states-by-year",
              List.of(
                  states(
                      """
                      VALUES ?kind { ent:Phase ent:Tenure }
                      ?state a ?kind .
                      """),
                  states(
                      """
                      {
                        SELECT ?on ?states {
                          { SELECT ?on (MIN(ABS(YEAR(?on) - xsd:integer(STR(?in)))) AS ?away) {
                            DAYS
                            GRAPH graph:summaries { [] dcterms:isPartOf summaries:statesByYear ; ent:inYear ?in }
                          } GROUP BY ?on }
                          GRAPH graph:summaries {
                            ?states dcterms:isPartOf summaries:statesByYear ; ent:inYear ?year
                          }
                          FILTER (ABS(YEAR(?on) - xsd:integer(STR(?year))) = ?away)
                        }
                      }
                      GRAPH graph:summaries { ?states prov:hadMember ?state }
                      """)),
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

  /** In which states things are on some days, on the first and last of them none. */
  private static String states(String found) {
    return """
    SELECT DISTINCT ?on ?state {
      DAYS
      %s
      OPTIONAL { ?state sem:hasEarliestBeginTimeStamp ?begin }
      OPTIONAL { ?state sem:hasLatestEndTimeStamp ?end }
      FILTER (COALESCE(?begin <= ?on, true) && COALESCE(?on <= ?end, true))
    } ORDER BY ?on ?state
    """
        .formatted(found)
        .replace(
            "DAYS",
            """
            VALUES ?on {
              "1700-01-01"^^xsd:date "2001-05-06"^^xsd:date "2003-12-31"^^xsd:date
              "2004-01-01"^^xsd:date "2022-03-11"^^xsd:date "2024-09-30"^^xsd:date
              "2090-01-01"^^xsd:date
            }
            """);
  }

  @Test
  void everySummaryIsCompared() throws Exception {
    assertEquals(QUESTIONS.keySet(), ontology(new DiagnosticLog()).summaries().keySet());
  }

  @Test
  void shippedGraph(@TempDir Path folder) throws Exception {
    DatasetFolder published = DatasetFolder.at(folder);
    new Pipeline(new DiagnosticLog(), stage -> {})
        .build(Path.of("seeds", "tables"), Path.of("ontology"), null, null, published);
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
    String ordered = "\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s";
    files.put("d", QueryFile.of("d", Path.of("d.rq"), "# first: 3 of each ?p" + ordered));
    files.put("e", QueryFile.of("e", Path.of("e.rq"), "# first: 3 of each ?x" + ordered));
    new Summariser(files, log);
    assertEquals(4, log.sorted().size());
    assertEquals(
        "a.rq: error: expected a CONSTRUCT without blank nodes in its template but found another"
            + " query [query] (make an IRI from what identifies the summary)",
        log.sorted().get(0).toString());
    assertEquals(Rule.QUERY, log.sorted().get(2).rule());
    assertEquals(Location.of("c.rq"), log.sorted().get(2).location());
    assertEquals(
        "e.rq: error: expected how many rows of each value of a variable count, first in the"
            + " query's ORDER BY but found '3 of each ?x' [query] (write # first: 20 of each"
            + " ?actor, with a variable of the query, and an ORDER BY)",
        log.sorted().get(3).toString());
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
    for (int i = 0; i < 60; i++) {
      String state = "id:s" + i;
      int year = 1995 + random.nextInt(15);
      text.append("%s a ent:%s .\n".formatted(state, i % 3 == 0 ? "Phase" : "Tenure"));
      if (random.nextInt(6) > 0) {
        text.append(
            "%s sem:hasEarliestBeginTimeStamp \"%d-03-01\"^^xsd:date .\n".formatted(state, year));
      }
      if (random.nextInt(4) > 0) {
        text.append(
            "%s sem:hasLatestEndTimeStamp \"%d-06-01\"^^xsd:date .\n"
                .formatted(state, year + random.nextInt(9)));
      }
    }
    Graph graph = GraphFactory.createDefaultGraph();
    String prefixes = PREFIXES + "PREFIX id: <https://w3id.org/entente/id/>\n";
    RDFParser.fromString(prefixes + text, Lang.TURTLE).parse(graph);
    assertFalse(graph.find(Triple.ANY).toList().isEmpty());
    return graph;
  }
}
