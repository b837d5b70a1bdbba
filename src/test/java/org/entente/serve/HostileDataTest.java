package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A graph whose texts and addresses are meant to harm those who read its pages. */
class HostileDataTest {
  private static final String EVIL =
      "=cmd|' /C calc'!A0 \u202Etxt.exe\u2066 </script><script>alert(1)</script>"
          + "<img src=x onerror=alert(2)> \"onmouseover=\"alert(3)";
  private static final Pattern TURNS = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");
  private static final Pattern SCHEMES =
      Pattern.compile("(?i)(href|src|action)\\s*=\\s*[\"']?\\s*(javascript|data|vbscript|file):");

  @TempDir private static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    DatasetFolder sound = TestServer.copyOfGraph();
    sound.load(sound.requireCurrent()).find().forEachRemaining(quad -> data.add(quad));
    Node event = Ent.id("event/evil");
    Node place = Ent.id("place/evil");
    add(data, event, RDF.type.asNode(), Ent.term("Summit"));
    add(data, event, RDFS.label.asNode(), NodeFactory.createLiteralLang(EVIL, "en"));
    add(data, event, RDFS.comment.asNode(), NodeFactory.createLiteralString(EVIL));
    add(data, event, iri("http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace"), place);
    add(data, place, RDFS.label.asNode(), NodeFactory.createLiteralLang(EVIL, "ja"));
    for (String day : new String[] {"EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd"}) {
      add(
          data,
          event,
          iri("http://semanticweb.cs.vu.nl/2009/11/sem/has" + day + "TimeStamp"),
          NodeFactory.createLiteralDT(
              "2023-03-16", org.apache.jena.datatypes.xsd.XSDDatatype.XSDdate));
    }
    for (String address :
        new String[] {
          "javascript:alert(1)",
          "JavaScript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "file:///etc/passwd",
          "https://example.org/\"onmouseover=\"alert(1)"
        }) {
      for (Node property :
          new Node[] {
            RDFS.seeAlso.asNode(),
            iri("http://www.w3.org/2002/07/owl#sameAs"),
            iri("http://xmlns.com/foaf/0.1/homepage"),
            iri("https://schema.org/url")
          }) {
        add(data, event, property, iri(address));
        add(data, Ent.id("person/kishida"), property, iri(address));
      }
    }
    server =
        TestServer.start(
            TestGraph.publish(data, folder.resolve("graph")),
            ServerOptions.local().withLimits(TestServer.limits()));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static void add(DatasetGraph data, Node subject, Node property, Node value) {
    data.add(Quad.create(Quad.defaultGraphIRI, subject, property, value));
    data.add(Quad.create(Graphs.ACCEPTED, subject, property, value));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String query(String path) {
    return path
        + TestServer.encode(
            "SELECT ?e ?l ?u { ?e <"
                + RDFS.label.getURI()
                + "> ?l OPTIONAL { ?e <"
                + RDFS.seeAlso.getURI()
                + "> ?u } }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/event/evil",
        "/page/place/evil",
        "/page/person/kishida",
        "/page/person/evil",
        "/timeline",
        "/network",
        "/map",
        "/documents",
        "/disputes",
        "/search?q=cmd",
        "/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%E2%80%AE",
        "/timeline?format=svg",
        "/queries?query=QUERY",
        "/queries?query=QUERY&view=timeline",
        "/queries?query=QUERY&view=network",
        "/queries?query=QUERY&view=chart",
        "/queries?query=QUERY&format=svg&view=timeline",
        "/queries?query=SELECT%20%3F%E2%80%AE",
        "/sparql?query=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%E2%80%AE",
        "/reconcile/preview?id=event%2Fevil",
        "/nothing%E2%80%AE%3Cscript%3Ealert(1)",
        "/page/event/%3Cscript%3Ealert(1)%E2%80%AE"
      })
  void aPageShowsAndDoesNotObey(String path) {
    String address = path.replace("QUERY", query(""));
    HttpResponse<String> page = server.get(address, "Accept", TestServer.BROWSER);
    String html = page.body();
    String type = page.headers().firstValue("Content-Type").orElse("");
    if (!path.contains("=QUERY&") && !path.contains("format=")) {
      assertTrue(type.startsWith("text/html"), type);
    }
    assertFalse(html.contains("<script>alert"), html);
    assertFalse(html.contains("<img src=x"), html);
    assertFalse(html.contains("\"onmouseover=\""), html);
    assertFalse(SCHEMES.matcher(html).find(), html);
    assertFalse(TURNS.matcher(html).find(), html);
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
  }

  @Test
  void theDataInAPageSaysWhatTheGraphSays() {
    HttpResponse<String> page = server.get("/page/event/evil", "Accept", TestServer.BROWSER);
    Matcher script =
        Pattern.compile(
                "<script type=\"application/ld\\+json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page.body());
    assertTrue(script.find());
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(script.group(1))).lang(Lang.JSONLD11).parse(graph);
    assertTrue(
        graph.contains(
            Ent.id("event/evil"), RDFS.label.asNode(), NodeFactory.createLiteralLang(EVIL, "en")));
    assertTrue(page.body().contains("[U+202E]txt.exe"), "the override is shown");
  }

  @Test
  void dataStaysAsItIs() {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create()
        .source(new StringReader(server.get("/data/event/evil.ttl").body()))
        .lang(Lang.TURTLE)
        .parse(graph);
    Node label = NodeFactory.createLiteralLang(EVIL, "en");
    assertTrue(graph.contains(Ent.id("event/evil"), RDFS.label.asNode(), label));
    String json =
        server
            .query("SELECT ?l { <" + Ent.ID + "event/evil> <" + RDFS.label.getURI() + "> ?l }")
            .body();
    assertEquals(
        EVIL,
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonObject("results")
            .getAsJsonArray("bindings")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("l")
            .get("value")
            .getAsString());
  }

  @Test
  void spreadsheetsAreWarnedOfFormulas() {
    String editor = server.get("/sparql", "Accept", TestServer.BROWSER).body();
    assertTrue(editor.contains("import its columns as text"), editor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-01-01\") } INSERT DATA { <urn:a> <urn:b> <urn:c> } #",
        "2023-01-01'^^<x>) } ; SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } #",
        "?s ?p ?o . } UNION { ?s ?p ?o",
        "<urn:x> \\u007D"
      })
  void aParameterIsAValueOrRefused(String value) {
    HttpResponse<String> day =
        server.get("/queries/prime-minister-on-date?format=json&on=" + TestServer.encode(value));
    assertEquals(400, day.statusCode(), day.body());
    assertTrue(day.body().contains("expected a day, written as 2022-12-31"), day.body());
    String plain = server.get("/queries/evidence-for-thing?format=json&thing=nothing").body();
    HttpResponse<String> other =
        server.get("/queries/evidence-for-thing?format=json&thing=" + TestServer.encode(value));
    assertEquals(200, other.statusCode(), other.body());
    assertEquals(plain, other.body());
  }
}
