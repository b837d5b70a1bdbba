package org.entente.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.publish.tdb.BulkLoader;
import org.entente.rdf.Graphs;
import org.entente.rdf.Ontology;
import org.entente.serve.GraphServer;
import org.entente.serve.Limits;
import org.entente.serve.ServerOptions;
import org.entente.store.DatasetFolder;
import org.entente.summarise.Summariser;

/**
 * Asks questions of the domain over HTTP of Entente and of Fuseki as it comes, on the same
 * generated graph: in turn, each question with several things asked about, both warmed, nothing
 * kept of answers. Each answer is compared. Fuseki reads a copy of the same database without its
 * statistics.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=Query -Dbenchmark.size=1000000</pre>
 */
final class QueryBenchmark {
  private static final long SEED = 20_230_507;
  private static final int WARM = 20;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Fuseki logs each request; what is logged is not what is measured. */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.apache.jena"),
          Logger.getLogger("org.eclipse.jetty"),
          Logger.getLogger("org.apache.jena.fuseki"));

  private static final String PREFIXES =
      """
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
              SELECT ?p { ?t org:post POST ; org:member ?p ;
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

  private final HttpClient client = HttpClient.newHttpClient();
  private final long triples;

  private QueryBenchmark(long triples) {
    this.triples = triples;
  }

  public static void main(String[] args) throws Exception {
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    Path folder = Files.createTempDirectory("entente-benchmark");
    try {
      new QueryBenchmark(Long.parseLong(args[0])).run(folder, Integer.parseInt(args[1]));
    } finally {
      DatasetFolder.delete(folder);
    }
  }

  private void run(Path folder, int runs) throws Exception {
    Path file = folder.resolve("graph.nq");
    Diplomacy.write(file, triples, SEED);
    long start = System.nanoTime();
    Graph summaries = summaries(file);
    System.err.printf(
        "summaries %d, %.1f s%n", summaries.size(), (System.nanoTime() - start) / 1e9);
    try (OutputStream out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
      StreamRDF quads = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
      quads.start();
      summaries.find().forEach(t -> quads.quad(Quad.create(Graphs.SUMMARIES, t)));
      quads.finish();
    }
    DatasetFolder published = publish(file, folder.resolve("published"));
    Path copy = folder.resolve("copy");
    copy(published.generation(published.requireCurrent()).resolve("tdb2"), copy);
    DatasetGraph plain = DatabaseMgr.connectDatasetGraph(Location.create(copy));
    FusekiServer fuseki =
        FusekiServer.create().port(0).loopback(true).add("/ds", plain).build().start();
    Limits.Rate often = new Limits.Rate(1_000_000, 1_000_000);
    Limits limits = Limits.defaults().withTime(LONGEST).withRates(often, often).withKept(0);
    try (GraphServer server =
        GraphServer.start(published, ServerOptions.local().withLimits(limits))) {
      // What the server makes of a graph for its names; it works on it aside.
      client.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.port() + "/reconcile?query=person"))
              .build(),
          HttpResponse.BodyHandlers.discarding());
      compare(
          URI.create("http://127.0.0.1:" + server.port() + "/sparql"),
          URI.create("http://127.0.0.1:" + fuseki.getPort() + "/ds/query"),
          runs);
    } finally {
      fuseki.stop();
      TDBInternal.expel(plain);
    }
  }

  private static Graph summaries(Path file) throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    Graph graph = GraphFactory.createDefaultGraph();
    StreamRDF triples =
        new org.apache.jena.riot.system.StreamRDFWrapper(StreamRDFLib.graph(graph)) {
          @Override
          public void quad(Quad quad) {
            if (quad.isDefaultGraph()) {
              triple(quad.asTriple());
            }
          }
        };
    RDFDataMgr.parse(triples, file.toString());
    Map<String, ?> queries = Ontology.read(Path.of("ontology"), log).summaries();
    if (queries.isEmpty()) {
      throw new IOException("no summaries; run this in the project's folder");
    }
    return new Summariser(Ontology.read(Path.of("ontology"), log).summaries(), log)
        .summarise(graph);
  }

  private static DatasetFolder publish(Path file, Path root) throws IOException {
    DatasetFolder folder = DatasetFolder.at(root);
    try (DatasetFolder.Writing writing = folder.startWriting()) {
      Path made = writing.newFolder();
      try (InputStream in = Files.newInputStream(file)) {
        BulkLoader.within(made, BulkLoader.defaultMemory())
            .load(BulkLoader.lines(in), made.resolve("tdb2"), Map.of());
      }
      // Dumps are not asked for.
      new GZIPOutputStream(Files.newOutputStream(made.resolve("data.nq.gz"))).close();
      writing.publish(made, "benchmark");
    }
    return folder;
  }

  /** Copies a database, its statistics left out. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        String name = file.getFileName().toString();
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!name.equals("stats.opt") && !name.equals("tdb.lock")) {
          Files.copy(file, target);
        }
      }
    }
  }

  private void compare(URI ours, URI theirs, int runs) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%,d triples; %d runs of each in turn, Java %d, %d processors; milliseconds%n%n",
        triples,
        runs,
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors());
    System.out.println(
        "| question | Entente, median | p99 | Fuseki, median | p99 | ratio, median (least to most) |");
    System.out.println("|---|---|---|---|---|---|");
    List<Double> all = new ArrayList<>();
    for (Question question : QUESTIONS) {
      all.add(compare(question, ours, theirs, runs));
    }
    System.out.printf(
        Locale.ROOT,
        "%nmedian of the ratios: %.2f%n",
        SideBySide.median(all.stream().mapToDouble(d -> d).toArray()));
  }

  private double compare(Question question, URI ours, URI theirs, int runs) throws Exception {
    Random random = new Random(SEED);
    boolean dear = !question.plain.equals(question.form);
    int count = dear ? Math.min(runs, 3) : runs;
    double[] mine = new double[count];
    double[] other = new double[count];
    for (int i = -(dear ? 1 : WARM); i < count; i++) {
      Map<String, String> drawn = draw(random);
      Timed entente = ask(ours, fill(question.form, drawn));
      Timed fuseki = ask(theirs, fill(question.plain, drawn));
      if (!sorted(entente.body).equals(sorted(fuseki.body))) {
        throw new IOException(question.name + ": the answers differ for " + drawn);
      }
      if (i >= 0) {
        mine[i] = entente.milliseconds;
        other[i] = fuseki.milliseconds;
      }
    }
    double[] ratios = new double[count];
    for (int i = 0; i < count; i++) {
      ratios[i] = mine[i] / other[i];
    }
    double ratio = SideBySide.median(ratios);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %.3f (%.3f to %.3f) |%n",
        question.name,
        SideBySide.median(mine),
        mine[(int) Math.ceil(count * 0.99) - 1],
        SideBySide.median(other),
        other[(int) Math.ceil(count * 0.99) - 1],
        ratio,
        ratios[0],
        ratios[count - 1]);
    return ratio;
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

  private record Timed(String body, double milliseconds) {}

  private Timed ask(URI endpoint, String query) throws Exception {
    boolean rows = query.contains("SELECT");
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(LONGEST)
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
    if (answer.statusCode() != 200) {
      throw new IOException(endpoint + ": " + answer.statusCode() + " " + answer.body());
    }
    return new Timed(answer.body(), milliseconds);
  }

  /** The lines of an answer in one order; white space in JSON says nothing. */
  private static List<String> sorted(String body) {
    return Arrays.stream(body.split("\\r?\\n"))
        .map(line -> line.replaceAll("\\s+", " ").strip())
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }
}
