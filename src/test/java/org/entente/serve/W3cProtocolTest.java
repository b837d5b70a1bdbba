package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.vocabulary.RDF;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases of the W3C's protocol suite that apply to an endpoint that only answers queries. */
class W3cProtocolTest {
  private static final Path SUITE = Path.of("src/test/resources/org/entente/serve/w3c");
  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final Map<String, Set<String>> FORMATS =
      Map.of(
          "boolean",
          Set.of("application/sparql-results+json", "application/sparql-results+xml"),
          "tabular",
          Set.of("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
          "RDF",
          Set.of("text/turtle", "application/rdf+xml", "application/n-triples"));

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    DatasetFolder published = DatasetFolder.at(folder);
    try (DatasetFolder.Writing writing = published.startWriting()) {
      Path made = writing.newFolder();
      DatasetGraph store =
          DatabaseMgr.connectDatasetGraph(
              org.apache.jena.dboe.base.file.Location.create(
                  Files.createDirectory(made.resolve("tdb2"))));
      store.executeWrite(
          () -> {
            for (int i = 1; i <= 3; i++) {
              String name = "http://kasei.us/2009/09/sparql/data/data" + i + ".rdf";
              String file = SUITE.resolve("data" + i + ".nt").toString();
              RDFDataMgr.loadGraph(file)
                  .find()
                  .forEach(
                      triple ->
                          store.add(
                              NodeFactory.createURI(name),
                              triple.getSubject(),
                              triple.getPredicate(),
                              triple.getObject()));
            }
          });
      DatasetFolder.close(store);
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(made.resolve("data.nq.gz")))) {
        out.flush();
      }
      writing.publish(made, "w3c");
    }
    server = TestServer.start(published, ServerOptions.local().withLimits(TestServer.limits()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Property property(String iri) {
    return ResourceFactory.createProperty(iri);
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    Model manifest = RDFDataMgr.loadModel(SUITE.resolve("manifest.ttl").toString());
    return manifest
        .listSubjectsWithProperty(RDF.type, manifest.createResource(MF + "ProtocolTest"))
        .toList()
        .stream()
        .sorted(java.util.Comparator.comparing(Resource::getLocalName))
        .map(test -> DynamicTest.dynamicTest(test.getLocalName(), () -> run(test)));
  }

  private static void run(Resource test) {
    String name = test.getLocalName();
    assumeTrue(!name.contains("update"), "the endpoint has no updates");
    RDFNode requests =
        test.getProperty(property(MF + "action"))
            .getResource()
            .getProperty(property(HT + "requests"))
            .getObject();
    for (RDFNode request : requests.as(RDFList.class).asJavaList()) {
      send(name, request.asResource());
    }
  }

  private static void send(String name, Resource request) {
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
      for (RDFNode header :
          request
              .getProperty(property(HT + "headers"))
              .getObject()
              .as(RDFList.class)
              .asJavaList()) {
        head.add(
            text(header.asResource(), HT + "fieldName")
                + ": "
                + text(header.asResource(), HT + "fieldValue"));
      }
    }
    byte[] start =
        (String.join("\r\n", head) + "\r\n\r\n")
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] whole = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    String answer = Raw.send(server.port(), whole);
    check(name, request.getProperty(property(HT + "resp")).getResource(), answer);
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

  private static String text(Resource subject, String predicate) {
    return subject.getProperty(property(predicate)).getString();
  }
}
