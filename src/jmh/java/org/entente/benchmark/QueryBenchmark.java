package org.entente.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.serve.GraphServer;
import org.entente.serve.Limits;
import org.entente.serve.ServerOptions;

/**
 * Asks questions of the domain over HTTP of Entente, of Fuseki as it comes and of RDF4J's LMDB
 * store, on the same generated graph: in turn, each question with several things asked about, all
 * warmed, nothing kept of answers. Each answer is compared. Fuseki reads a copy of the same
 * database without its statistics.
 *
 * <p>Databases are made once and kept in {@code target/benchmark}, or the folder that {@code
 * -Dbenchmark.folder} names; so is what each question took, so that a run that was broken off goes
 * on where it was. With no runs the databases are made and nothing is asked. An engine that gives a
 * question up is not asked it again; its time is then a lower bound, and the ratio an upper one.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Query -Dbenchmark.size=1000000</pre>
 */
final class QueryBenchmark {
  private static final long SEED = 20_230_507;
  private static final int WARM = 20;

  /** A question that takes an engine longer, in milliseconds, is asked only so often. */
  private static final int DEAR = 5_000;

  private static final int FEW = 3;

  /** Each engine gives a question up after so long; it counts as having taken that. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Fuseki logs each request; what is logged is not what is measured. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.apache.jena"),
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("org.apache.jena.fuseki"));

  private static final String PREFIXES =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX id: <https://w3id.org/entente/id/>
      PREFIX org: <http://www.w3.org/ns/org#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX qb: <http://purl.org/linked-data/cube#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX summaries: <https://w3id.org/entente/summaries#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  /**
   * A question; in its text EVENT, PERSON, POST, DISPUTE, PLACE and DAY are things drawn anew.
   *
   * @param plain asked of the graph itself
   * @param form asked of Entente, which may use the summaries
   */
  private record Question(String name, String plain, String form) {
    static Question same(String name, String text) {
      return new Question(name, text, text);
    }
  }

  private static final List<Question> QUESTIONS =
      List.of(
          Question.same("entity page", "SELECT ?p ?o { EVENT ?p ?o }"),
          Question.same(
              "entity with labels",
              "SELECT ?p ?o ?l { EVENT ?p ?o OPTIONAL { ?o rdfs:label ?l } }"),
          Question.same("what names a person", "SELECT ?s ?p { ?s ?p PERSON }"),
          Question.same(
              "summits of a person in a range",
              """
              SELECT ?e ?d { ?e a ent:Summit ; sem:hasActor PERSON ;
                sem:hasEarliestBeginTimeStamp ?d
                FILTER (?d >= "1990-01-01"^^xsd:date && ?d < "1995-01-01"^^xsd:date) } ORDER BY ?d ?e
              """),
          Question.same(
              "whom a person met",
              """
              SELECT ?o (COUNT(DISTINCT ?e) AS ?n) { VALUES ?k { ent:Summit ent:Meeting }
                ?e sem:hasActor PERSON ; a ?k ; sem:hasActor ?o } GROUP BY ?o
              """),
          Question.same(
              "did two meet", "ASK { ?e sem:hasActor PERSON , id:person\\/a7 ; a ent:Summit }"),
          Question.same(
              "chain of a dispute", "SELECT ?s ?b { ?s ent:dispute DISPUTE . ?s ent:answers+ ?b }"),
          Question.same(
              "steps of a dispute in words",
              "SELECT ?s ?l { ?s ent:dispute DISPUTE ; rdfs:label ?l } ORDER BY ?s"),
          Question.same(
              "holder of a post on a day",
              """
              SELECT ?p { ?t ent:post POST ; org:member ?p ;
                sem:hasEarliestBeginTimeStamp ?b ; sem:hasLatestEndTimeStamp ?e
                FILTER (?b <= DAY && DAY <= ?e) }
              """),
          Question.same(
              "evidence of a statement",
              """
              SELECT ?o ?q { GRAPH graph:claims { ?c rdf:subject EVENT ;
                  rdf:predicate sem:hasActor ; rdf:object ?o ; ent:passage ?g }
                GRAPH graph:sources { ?g ent:quote ?q } }
              """),
          Question.same(
              "events on a day",
              "SELECT ?e ?l { ?e sem:hasEarliestBeginTimeStamp DAY ; rdfs:label ?l }"),
          Question.same(
              "events of a person at a place",
              "SELECT ?e { ?e sem:hasPlace PLACE ; sem:hasActor PERSON }"),
          Question.same(
              "text of a person's events",
              """
              SELECT ?e ?l { ?e sem:hasActor PERSON ; rdfs:label ?l
                FILTER (CONTAINS(?l, "fisheries")) }
              """),
          Question.same("entity as a graph", "CONSTRUCT { EVENT ?p ?o } WHERE { EVENT ?p ?o }"),
          Question.same(
              "events by type",
              "SELECT ?t (COUNT(*) AS ?n) { ?e sem:hasPlace PLACE ; a ?t } GROUP BY ?t"),
          new Question(
              "page of a person",
              """
              SELECT ?what ?value ?n {
                { PERSON rdfs:label ?value BIND("name" AS ?what) }
                UNION {
                  SELECT ("took part in" AS ?what) (?type AS ?value) (COUNT(DISTINCT ?e) AS ?n) {
                    ?e a sem:Event , ?type ; sem:hasActor PERSON } GROUP BY ?type }
                UNION {
                  SELECT ("met" AS ?what) (?other AS ?value) (COUNT(DISTINCT ?e) AS ?n) {
                    VALUES ?k { ent:Summit ent:Meeting }
                    ?e sem:hasActor PERSON ; a ?k ; sem:hasActor ?other .
                    ?other a foaf:Person FILTER (?other != PERSON)
                  } GROUP BY ?other ORDER BY DESC(?n) ?other LIMIT 20 }
                UNION {
                  SELECT ("latest" AS ?what) (?e AS ?value) (?d AS ?n) {
                    ?e a sem:Event ; sem:hasActor PERSON ; sem:hasEarliestBeginTimeStamp ?d
                  } ORDER BY DESC(?d) ?e LIMIT 20 }
              }
              """,
              """
              SELECT ?what ?value ?n {
                { PERSON rdfs:label ?value BIND("name" AS ?what) }
                UNION {
                  GRAPH graph:summaries { ?o ent:countedActor PERSON ;
                    ent:eventType ?value ; ent:eventCount ?n } BIND("took part in" AS ?what) }
                UNION {
                  SELECT ("met" AS ?what) ?value ?n { GRAPH graph:summaries {
                    { ?o ent:firstPerson PERSON ; ent:secondPerson ?value }
                    UNION { ?o ent:secondPerson PERSON ; ent:firstPerson ?value }
                    ?o ent:encounterCount ?n } } ORDER BY DESC(?n) ?value LIMIT 20 }
                UNION {
                  GRAPH graph:summaries { PERSON ent:latestEvent ?value }
                  ?value sem:hasEarliestBeginTimeStamp ?n BIND("latest" AS ?what) }
              }
              """),
          new Question(
              "state on a day",
              """
              SELECT ?state ?of ?who { VALUES ?kind { ent:Phase ent:Tenure } ?state a ?kind
                OPTIONAL { ?state sem:hasEarliestBeginTimeStamp ?b }
                OPTIONAL { ?state sem:hasLatestEndTimeStamp ?e }
                FILTER (COALESCE(?b <= DAY, true) && COALESCE(DAY <= ?e, true))
                OPTIONAL { ?state ent:post|ent:phaseOf ?of }
                OPTIONAL { ?state org:member ?who } }
              """,
              """
              SELECT ?state ?of ?who {
                GRAPH graph:summaries {
                  { SELECT ?states { ?states dcterms:isPartOf summaries:statesByYear ; ent:inYear ?in }
                    ORDER BY ABS(xsd:integer(STR(?in)) - YEAR(DAY)) ?in LIMIT 1 }
                  ?states prov:hadMember ?state }
                OPTIONAL { ?state sem:hasEarliestBeginTimeStamp ?b }
                OPTIONAL { ?state sem:hasLatestEndTimeStamp ?e }
                FILTER (COALESCE(?b <= DAY, true) && COALESCE(DAY <= ?e, true))
                OPTIONAL { ?state ent:post|ent:phaseOf ?of }
                OPTIONAL { ?state org:member ?who } }
              """),
          new Question(
              "count by year",
              """
              SELECT ?y (COUNT(DISTINCT ?e) AS ?n) { ?e a sem:Event ;
                  sem:hasEarliestBeginTimeStamp ?f ; sem:hasLatestBeginTimeStamp ?l
                FILTER (YEAR(?f) = YEAR(?l)) BIND(STR(YEAR(?f)) AS ?y) } GROUP BY ?y
              """,
              """
              SELECT ?y ?n { GRAPH graph:summaries { ?o qb:dataSet summaries:eventsByYear ;
                  ent:eventType sem:Event ; ent:inYear ?in ; ent:eventCount ?n }
                BIND(STR(?in) AS ?y) }
              """),
          new Question(
              "latest 20",
              """
              SELECT ?e ?d { ?e a sem:Event ; sem:hasEarliestBeginTimeStamp ?d }
                ORDER BY DESC(?d) ?e LIMIT 20
              """,
              """
              SELECT ?e ?d { GRAPH graph:summaries { summaries:latestEvents prov:hadMember ?e }
                ?e sem:hasEarliestBeginTimeStamp ?d } ORDER BY DESC(?d) ?e LIMIT 20
              """),
          new Question(
              "pairs that met most",
              """
              SELECT ?one ?two (COUNT(DISTINCT ?e) AS ?n) { VALUES ?k { ent:Summit ent:Meeting }
                ?e a ?k ; sem:hasActor ?one , ?two . ?one a foaf:Person . ?two a foaf:Person
                FILTER (STR(?one) < STR(?two)) } GROUP BY ?one ?two
                ORDER BY DESC(?n) ?one ?two LIMIT 20
              """,
              """
              SELECT ?one ?two ?n { GRAPH graph:summaries {
                  summaries:frequentEncounters qb:observation ?o .
                  ?o ent:firstPerson ?one ; ent:secondPerson ?two ; ent:encounterCount ?n } }
                ORDER BY DESC(?n) ?one ?two LIMIT 20
              """));

  /** An engine and where it is asked. */
  private record Engine(String name, URI endpoint) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final long triples;
  private final int runs;

  private QueryBenchmark(long triples, int runs) {
    this.triples = triples;
    this.runs = runs;
  }

  public static void main(String[] args) throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    Path folder = Path.of(System.getProperty("benchmark.folder", "target/benchmark"));
    GeneratedDatabases databases = GeneratedDatabases.of(folder, Long.parseLong(args[0]));
    int runs = Integer.parseInt(args[1]);
    if (runs > 0) {
      databases.readAll();
      new QueryBenchmark(databases.triples(), runs).run(databases);
    }
  }

  private void run(GeneratedDatabases databases) throws Exception {
    DatasetGraph plain = DatabaseMgr.connectDatasetGraph(Location.create(databases.copy()));
    plain.getContext().set(ARQ.queryTimeout, Long.toString(LONGEST.toMillis()));
    FusekiServer fuseki =
        FusekiServer.create().port(0).loopback(true).add("/ds", plain).build().start();
    Limits.Rate often = new Limits.Rate(1_000_000, 1_000_000);
    Limits keeping = Limits.defaults().withTime(LONGEST).withRates(often, often);
    Limits limits = keeping.withKept(0);
    try (GraphServer server =
            GraphServer.start(databases.published(), ServerOptions.local().withLimits(limits));
        Rdf4jServer rdf4j = Rdf4jServer.start(databases.rdf4j(), LONGEST)) {
      awaitNames(server);
      compare(
          List.of(
              new Engine(
                  "Entente", URI.create("http://127.0.0.1:" + server.port() + "/sparql")),
              new Engine(
                  "Fuseki", URI.create("http://127.0.0.1:" + fuseki.getPort() + "/ds/query")),
              new Engine("RDF4J", rdf4j.endpoint())),
          databases.results(runs));
    } finally {
      fuseki.stop();
      TDBInternal.expel(plain);
    }
    try (GraphServer server =
        GraphServer.start(databases.published(), ServerOptions.local().withLimits(keeping))) {
      awaitNames(server);
      askAgain(URI.create("http://127.0.0.1:" + server.port() + "/sparql"));
    }
  }

  /** Waits until the server has what it makes of a graph's names; it works on it aside. */
  private void awaitNames(GraphServer server) throws Exception {
    URI names = URI.create("http://127.0.0.1:" + server.port() + "/reconcile?query=person");
    HttpRequest request = HttpRequest.newBuilder(names).build();
    while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      Thread.sleep(LONGEST.toMillis() / 60);
    }
  }

  /** Prints how long an answer takes that was given before and kept. */
  private void askAgain(URI endpoint) throws Exception {
    Random random = new Random(SEED);
    double[] took = new double[runs * QUESTIONS.size()];
    for (int i = 0; i < took.length; i++) {
      Question question = QUESTIONS.get(i % QUESTIONS.size());
      String text = fill(question.form, draw(random));
      Timed first = ask(endpoint, text);
      Timed again = ask(endpoint, text);
      if (!again.body.equals(first.body)) {
        throw new IOException(question.name + ": the answer that was kept is another");
      }
      took[i] = again.milliseconds;
    }
    double median = SideBySide.median(took);
    System.out.printf(
        Locale.ROOT,
        "%nthe same question asked again, its answer kept: median %.1f ms, p99 %.1f ms%n",
        median,
        took[(int) Math.ceil(took.length * 0.99) - 1]);
  }

  /** Asks what has no result yet, and prints all results. */
  private void compare(List<Engine> engines, Path results) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%,d triples; %d runs of each in turn, Java %d, %d processors; milliseconds%n%n",
        triples,
        runs,
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors());
    StringBuilder head = new StringBuilder("| question");
    for (Engine engine : engines) {
      head.append(" | ").append(engine.name).append(", median | p99");
    }
    for (Engine engine : engines.subList(1, engines.size())) {
      head.append(" | ratio to ").append(engine.name).append(", median (least to most)");
    }
    System.out.println(head + " | ratio to itself, asked the plain question |");
    System.out.println("|---".repeat(3 * engines.size() + 1) + "|");
    double[][] ratios = new double[engines.size() - 1][QUESTIONS.size()];
    for (int i = 0; i < QUESTIONS.size(); i++) {
      Question question = QUESTIONS.get(i);
      Properties known = new Properties();
      if (Files.exists(results)) {
        try (Reader in = Files.newBufferedReader(results)) {
          known.load(in);
        }
      }
      String row = known.getProperty(question.name);
      if (row == null) {
        row = compare(question, engines);
        known.setProperty(question.name, row);
        try (Writer out = Files.newBufferedWriter(results)) {
          known.store(out, null);
        }
      }
      System.out.println(row);
      String[] cells = row.split("\\|");
      for (int other = 0; other < ratios.length; other++) {
        ratios[other][i] =
            Double.parseDouble(
                cells[2 + 2 * engines.size() + other].replace("under", "").strip().split(" ")[0]);
      }
    }
    for (int other = 0; other < ratios.length; other++) {
      System.out.printf(
          Locale.ROOT,
          "%nmedian of the ratios to %s: %.2f%n",
          engines.get(other + 1).name,
          SideBySide.median(ratios[other]));
    }
  }

  private String compare(Question question, List<Engine> engines) throws Exception {
    Random random = new Random(SEED);
    // Entente itself is asked the plain question too, where it has a form of its own.
    boolean own = !question.plain.equals(question.form);
    double[][] took = new double[engines.size() + (own ? 1 : 0)][runs];
    boolean[] gaveUp = new boolean[took.length];
    int count = runs;
    int warm = WARM;
    for (int i = -warm; i < count; i++) {
      Map<String, String> drawn = draw(random);
      double longest = 0;
      List<String> expected = null;
      for (int of = 0; of < took.length; of++) {
        if (gaveUp[of]) {
          continue;
        }
        Engine engine = engines.get(of % engines.size());
        Timed answer =
            ask(engine.endpoint, fill(of == 0 ? question.form : question.plain, drawn));
        longest = Math.max(longest, answer.milliseconds);
        if (answer.body == null) {
          gaveUp[of] = true;
          Arrays.fill(took[of], LONGEST.toMillis());
          continue;
        }
        List<String> lines = sorted(answer.body);
        if (expected != null && !lines.equals(expected)) {
          throw new IOException(
              "%s: the answer of %s differs for %s".formatted(question.name, engine.name, drawn));
        }
        expected = lines;
        if (i >= 0) {
          took[of][i] = answer.milliseconds;
        }
      }
      if (i < 0 && longest > DEAR) {
        i = -1;
        count = Math.min(runs, FEW);
      }
    }
    StringBuilder row = new StringBuilder("| " + question.name);
    for (int of = 0; of < engines.size(); of++) {
      double[] times = Arrays.copyOf(took[of], count);
      row.append(
          String.format(
              Locale.ROOT,
              gaveUp[of] ? " | over %.0f | over %.0f" : " | %.1f | %.1f",
              SideBySide.median(times),
              times[(int) Math.ceil(count * 0.99) - 1]));
    }
    for (int of = 1; of <= engines.size(); of++) {
      row.append(" | ")
          .append(
              of == took.length
                  ? "–"
                  : (gaveUp[of] ? "under " : "") + ratio(took[0], took[of], count));
    }
    return row.append(" |").toString();
  }

  private static String ratio(double[] ours, double[] theirs, int count) {
    double[] each = new double[count];
    for (int i = 0; i < count; i++) {
      each[i] = ours[i] / theirs[i];
    }
    double median = SideBySide.median(each);
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", median, each[0], each[count - 1]);
  }

  private Map<String, String> draw(Random random) {
    Map<String, String> drawn = new LinkedHashMap<>();
    drawn.put("EVENT", id("event/e" + random.nextInt((int) (triples / 12))));
    // The actors of most events are asked about most.
    int person = (int) Math.pow(Diplomacy.persons(triples), random.nextDouble());
    drawn.put("PERSON", id("person/a" + Math.min(person + 10, Diplomacy.persons(triples) - 1)));
    drawn.put("POST", id("post/o" + random.nextInt(Diplomacy.posts(triples))));
    drawn.put("DISPUTE", id("dispute/d" + random.nextInt(Diplomacy.disputes(triples))));
    drawn.put("PLACE", id("place/p" + (100 + random.nextInt(200))));
    drawn.put(
        "DAY",
        "\"%d-%02d-%02d\"^^xsd:date"
            .formatted(1950 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    return drawn;
  }

  private static String id(String identifier) {
    return "<" + Diplomacy.ID + identifier + ">";
  }

  private static String fill(String text, Map<String, String> drawn) {
    String filled = text;
    for (Map.Entry<String, String> thing : drawn.entrySet()) {
      filled = filled.replace(thing.getKey(), thing.getValue());
    }
    return PREFIXES + filled;
  }

  /**
   * @param body null where the engine gave up
   */
  private record Timed(String body, double milliseconds) {}

  private Timed ask(URI endpoint, String query) throws Exception {
    boolean rows = query.contains("SELECT");
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(LONGEST.multipliedBy(2))
            .header(
                "Accept",
                rows
                    ? "text/csv"
                    : query.contains("ASK")
                        ? "application/sparql-results+json"
                        : "application/n-triples")
            .header("Content-Type", "application/sparql-query")
            .POST(HttpRequest.BodyPublishers.ofString(query))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> answer =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    double milliseconds = (System.nanoTime() - start) / 1e6;
    if (answer.statusCode() != 200 && milliseconds >= LONGEST.toMillis()) {
      return new Timed(null, milliseconds);
    }
    if (answer.statusCode() != 200) {
      throw new IOException(endpoint + ": " + answer.statusCode() + " " + answer.body());
    }
    return new Timed(answer.body(), milliseconds);
  }

  /** The lines of an answer in one order; white space in JSON says nothing. */
  private static List<String> sorted(String body) {
    if (body.strip().startsWith("{")) {
      return List.of(body.replaceAll("\\s", ""));
    }
    return body.lines().map(String::strip).filter(line -> !line.isEmpty()).sorted().toList();
  }
}
