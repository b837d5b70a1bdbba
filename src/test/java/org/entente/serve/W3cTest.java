package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.opencsv.CSVReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases of the W3C's suites of the protocol, the service description and the result formats, and of
 * this project in the same vocabulary. What does not apply, and why, is in the suites' README.
 */
class W3cTest {
  private static final Path SUITES = Path.of("src/test/resources/org/entente/serve/w3c");
  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final Map<String, Set<String>> FORMATS =
      Map.of(
          "boolean",
          Set.of("application/sparql-results+json", "application/sparql-results+xml"),
          "tabular",
          Set.of("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
          "RDF",
          Set.of("text/turtle", "application/rdf+xml", "application/n-triples"));
  private static final Map<String, String> TYPES =
      Map.of(
          "csv", "text/csv",
          "tsv", "text/tab-separated-values",
          "srj", "application/sparql-results+json",
          "srx", "application/sparql-results+xml");

  @TempDir private static Path folder;
  private static final Map<String, TestServer> SERVERS = new HashMap<>();

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(TestServer::close);
  }

  private static TestServer server(String name, DatasetGraph data) {
    return SERVERS.computeIfAbsent(
        name,
        n -> {
          try {
            Path place = folder.resolve("graph" + SERVERS.size());
            return TestServer.start(
                TestGraph.publish(data, place),
                ServerOptions.local().withLimits(TestServer.limits()));
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static Property property(String iri) {
    return ResourceFactory.createProperty(iri);
  }

  private static String text(Resource subject, String predicate) {
    return subject.getProperty(property(predicate)).getString();
  }

  /** Every entry of a manifest, in its order. */
  private static List<Resource> entries(String suite) {
    Model manifest = RDFDataMgr.loadModel(SUITES.resolve(suite).resolve("manifest.ttl").toString());
    Resource list =
        manifest
            .listSubjectsWithProperty(RDF.type, manifest.createResource(MF + "Manifest"))
            .next()
            .getProperty(property(MF + "entries"))
            .getResource();
    return list.as(RDFList.class).asJavaList().stream().map(RDFNode::asResource).toList();
  }

  private static Stream<DynamicTest> suite(
      String suite, java.util.function.Consumer<Resource> run) {
    return entries(suite).stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    suite + " " + entry.getLocalName(), () -> run.accept(entry)));
  }

  // The protocol.

  @TestFactory
  Stream<DynamicTest> protocol() {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    for (int i = 1; i <= 3; i++) {
      String name = "http://kasei.us/2009/09/sparql/data/data" + i + ".rdf";
      RDFDataMgr.loadGraph(SUITES.resolve("protocol/data" + i + ".nt").toString())
          .find()
          .forEach(triple -> data.add(Quad.create(NodeFactory.createURI(name), triple)));
    }
    TestServer server = server("protocol", data);
    return suite("protocol", entry -> requests(server, entry));
  }

  private static void requests(TestServer server, Resource entry) {
    String name = entry.getLocalName();
    RDFNode requests =
        entry
            .getProperty(property(MF + "action"))
            .getResource()
            .getProperty(property(HT + "requests"))
            .getObject();
    for (RDFNode request : requests.as(RDFList.class).asJavaList()) {
      String answer = answer(server, request.asResource());
      if (name.startsWith("update_")) {
        // The first request of these updates and the second looks at what came of it.
        assertEquals(403, Raw.status(answer), name + ": " + answer);
        return;
      }
      check(name, request.asResource().getProperty(property(HT + "resp")).getResource(), answer);
    }
  }

  private static String answer(TestServer server, Resource request) {
    String path = text(request, HT + "absolutePath").replaceFirst("^/sparql/?", "/sparql");
    byte[] body = new byte[0];
    if (request.hasProperty(property(HT + "body"))) {
      Resource content = request.getProperty(property(HT + "body")).getResource();
      body =
          text(content, CNT + "chars")
              .getBytes(Charset.forName(text(content, CNT + "characterEncoding")));
    }
    List<String> head = new ArrayList<>();
    head.add(text(request, HT + "methodName") + " " + path + " HTTP/1.1");
    head.add("Host: www.example");
    head.add("Connection: close");
    head.add("Content-Length: " + body.length);
    if (request.hasProperty(property(HT + "headers"))) {
      Resource headers = request.getProperty(property(HT + "headers")).getResource();
      for (RDFNode header : headers.as(RDFList.class).asJavaList()) {
        head.add(
            text(header.asResource(), HT + "fieldName")
                + ": "
                + text(header.asResource(), HT + "fieldValue"));
      }
    }
    byte[] start = (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return Raw.send(server.port(), whole);
  }

  private static void check(String name, Resource expected, String answer) {
    Set<String> statuses =
        expected.listProperties(property(MF + "expectedStatus")).toList().stream()
            .map(status -> status.getResource().getURI().replaceAll(".*StatusCode(.).*", "$1"))
            .collect(Collectors.toSet());
    assertTrue(statuses.contains(answer.substring(9, 10)), name + ": " + answer);
    if (expected.hasProperty(property(MF + "expectedBoolean"))) {
      assertEquals(
          text(expected, MF + "expectedBoolean").equals("true"),
          answer.substring(answer.indexOf("\r\n\r\n")).contains("true"),
          answer);
    }
    if (expected.hasProperty(property(MF + "expectedFormat"))) {
      String type =
          answer
              .lines()
              .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
              .map(line -> line.substring(13).split(";")[0].strip())
              .findFirst()
              .orElse("");
      assertTrue(FORMATS.get(text(expected, MF + "expectedFormat")).contains(type), answer);
    }
  }

  // The service description.

  @TestFactory
  Stream<DynamicTest> serviceDescription() throws Exception {
    TestServer server = TestServer.shared();
    return suite("service-description", entry -> describes(server, entry.getLocalName()));
  }

  private static void describes(TestServer server, String name) {
    Model model = ModelFactory.createDefaultModel();
    for (String type : List.of("text/turtle", "application/rdf+xml", "application/ld+json")) {
      HttpResponse<String> answer = server.get("/sparql", "Accept", type);
      assertEquals(200, answer.statusCode());
      Model read = ModelFactory.createDefaultModel();
      RDFParser.create()
          .source(new StringReader(answer.body()))
          .lang(RDFLanguages.contentTypeToLang(type))
          .parse(read);
      assertTrue(read.size() > 0, type);
      model = read;
    }
    Resource service = model.listSubjectsWithProperty(RDF.type, sd(model, "Service")).next();
    switch (name) {
      case "returns-rdf" -> assertTrue(model.size() > 10);
      case "has-endpoint-triple" ->
          assertEquals(
              List.of(server.url("/sparql")),
              service.listProperties(property(SD + "endpoint")).toList().stream()
                  .map(statement -> statement.getResource().getURI())
                  .toList());
      case "conforms-to-schema" -> conforms(model, service);
      default -> fail("a case that this test does not know: " + name);
    }
  }

  private static Resource sd(Model model, String name) {
    return model.createResource(SD + name);
  }

  /** What the schema of the vocabulary says of domains, ranges and numbers. */
  private static void conforms(Model model, Resource service) {
    Map<String, List<String>> ranges =
        Map.of(
            "defaultDataset", List.of("Service", "Dataset"),
            "availableGraphs", List.of("Service", "GraphCollection"),
            "defaultGraph", List.of("Dataset", "Graph"),
            "namedGraph", List.of("GraphCollection", "NamedGraph"),
            "graph", List.of("NamedGraph", "Graph"),
            "extensionFunction", List.of("Service", "Function"));
    Map<String, Set<String>> values =
        Map.of(
            "supportedLanguage", Set.of("SPARQL10Query", "SPARQL11Query", "SPARQL11Update"),
            "feature",
                Set.of(
                    "DereferencesURIs",
                    "UnionDefaultGraph",
                    "RequiresDataset",
                    "EmptyGraphs",
                    "BasicFederatedQuery"));
    Set<String> others = Set.of("endpoint", "resultFormat", "name", "url");
    model
        .listStatements()
        .filterKeep(statement -> statement.getPredicate().getNameSpace().equals(SD))
        .forEach(
            statement -> {
              String name = statement.getPredicate().getLocalName();
              if (ranges.containsKey(name)) {
                assertTrue(
                    statement
                        .getSubject()
                        .hasProperty(RDF.type, sd(model, ranges.get(name).get(0))),
                    statement.toString());
                assertTrue(
                    statement
                        .getResource()
                        .hasProperty(RDF.type, sd(model, ranges.get(name).get(1))),
                    statement.toString());
              } else if (values.containsKey(name)) {
                assertTrue(
                    values.get(name).contains(statement.getResource().getLocalName()),
                    statement.toString());
              } else {
                assertTrue(others.contains(name), statement.toString());
                assertTrue(statement.getObject().isURIResource(), statement.toString());
              }
            });
    model
        .listSubjectsWithProperty(RDF.type, sd(model, "NamedGraph"))
        .forEach(
            graph -> assertEquals(1, graph.listProperties(property(SD + "name")).toList().size()));
    assertEquals(1, service.listProperties(property(SD + "defaultDataset")).toList().size());
    assertTrue(service.hasProperty(property(SD + "resultFormat")));
  }

  // The result formats.

  @TestFactory
  Stream<DynamicTest> resultFormats() {
    return Stream.of("csv-tsv-res", "json-res", "own")
        .flatMap(name -> suite(name, W3cTest::result));
  }

  private static void result(Resource entry) {
    try {
      Resource action = entry.getProperty(property(MF + "action")).getResource();
      Path data = file(action, QT + "data");
      TestServer server =
          server(data.toString(), RDFDataMgr.loadDataset(data.toString()).asDatasetGraph());
      Path expected = file(entry, MF + "result");
      String extension = expected.toString().replaceFirst(".*\\.", "");
      HttpResponse<String> answer =
          server.query(
              Files.readString(file(action, QT + "query")), "Accept", TYPES.get(extension));
      assertEquals(200, answer.statusCode(), answer.body());
      assertEquals(
          TYPES.get(extension) + ";charset=utf-8",
          answer.headers().firstValue("Content-Type").orElse(""));
      compare(extension, Files.readString(expected), answer.body());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path file(Resource subject, String predicate) {
    return Path.of(
        java.net.URI.create(subject.getProperty(property(predicate)).getResource().getURI()));
  }

  private static void compare(String extension, String expected, String found) throws Exception {
    if (extension.equals("csv")) {
      assertTrue(found.contains("\r\n"), "lines end with CR and LF");
      assertEquals(rows(expected), rows(found));
      return;
    }
    Lang lang =
        switch (extension) {
          case "tsv" -> ResultSetLang.RS_TSV;
          case "srj" -> ResultSetLang.RS_JSON;
          case "srx" -> ResultSetLang.RS_XML;
          default -> throw new IllegalArgumentException(extension);
        };
    if (expected.contains("oolean")
        && (expected.contains("\"boolean\"") || expected.contains("<boolean>"))) {
      assertEquals(
          ResultSetMgr.readBoolean(in(expected), lang), ResultSetMgr.readBoolean(in(found), lang));
      return;
    }
    ResultSet wanted = ResultSetMgr.read(in(expected), lang);
    ResultSet given = ResultSetMgr.read(in(found), lang);
    assertEquals(wanted.getResultVars(), given.getResultVars());
    assertTrue(ResultsCompare.equalsByValue(wanted, given), found);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The rows without their order, blank nodes without their names. */
  private static List<String> rows(String csv) throws Exception {
    try (CSVReader reader =
        new com.opencsv.CSVReaderBuilder(new StringReader(csv))
            .withCSVParser(new com.opencsv.RFC4180ParserBuilder().build())
            .build()) {
      List<String> rows = new ArrayList<>();
      for (String[] row : reader) {
        rows.add(
            Stream.of(row)
                .map(cell -> cell.startsWith("_:") ? "_:" : number(cell))
                .collect(Collectors.joining("|")));
      }
      java.util.Collections.sort(rows.subList(1, rows.size()));
      return rows;
    }
  }

  /** A number without the way it is written, which the store does not keep. */
  private static String number(String cell) {
    return cell.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")
        ? new java.math.BigDecimal(cell).stripTrailingZeros().toPlainString()
        : cell;
  }
}
