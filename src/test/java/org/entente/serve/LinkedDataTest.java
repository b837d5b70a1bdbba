package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
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
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things, documents, the ontology and the catalog, as linked-data clients ask for them. */
class LinkedDataTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  private static Graph parse(String text, Lang lang) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(text)).lang(lang).parse(graph);
    return graph;
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle | /data/person/kishida.ttl",
        "application/ld+json, application/trig;q=0.9, text/turtle;q=0.8 | /data/person/kishida.jsonld",
        "text/turtle;q=0.1, application/rdf+xml;q=0.9 | /data/person/kishida.rdf",
        "application/n-triples | /data/person/kishida.nt",
        "*/* | /data/person/kishida.ttl",
        "'' | /data/person/kishida.ttl",
        "text/*;q=0.3, text/turtle;q=0, application/rdf+xml;q=0.2 | /page/person/kishida",
        "application/json | /data/person/kishida.jsonld",
        TestServer.BROWSER + " | /page/person/kishida"
      })
  void aThingSendsToTheDocumentThatIsWanted(String accept, String location) {
    HttpResponse<String> answer =
        accept.isEmpty()
            ? server.get("/id/person/kishida")
            : server.get("/id/person/kishida", "Accept", accept);
    assertEquals(303, answer.statusCode());
    assertEquals(server.url(location), header(answer, "Location"));
    assertTrue(header(answer, "Vary").contains("Accept"));
    assertEquals(200, server.get(location).statusCode());
  }

  @Test
  void whatCannotBeGivenIsRefusedWithWhatCan() {
    HttpResponse<String> answer = server.get("/id/person/kishida", "Accept", "image/png");
    assertEquals(406, answer.statusCode());
    assertTrue(answer.body().contains("text/turtle"));
    assertEquals("application/problem+json;charset=utf-8", header(answer, "Content-Type"));
    HttpResponse<String> rows = server.query("SELECT * { ?s ?p ?o }", "Accept", "image/png");
    assertEquals(406, rows.statusCode());
    assertTrue(rows.body().contains("application/sparql-results+json"));
  }

  @Test
  void anUnknownThingIsUnknownAtOnce() {
    HttpResponse<String> data = server.get("/id/person/nobody-at-all");
    assertEquals(404, data.statusCode());
    assertTrue(header(data, "Content-Type").startsWith("application/problem+json"));
    HttpResponse<String> page =
        server.get("/id/person/nobody-at-all", "Accept", TestServer.BROWSER);
    assertEquals(404, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
    assertTrue(page.body().contains("name=\"asof\""), "a reader can go on from there");
    assertEquals(404, server.get("/data/person/nobody-at-all.ttl").statusCode());
    assertEquals(404, server.get("/page/person/nobody-at-all").statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/person/kishida",
        "/data/person/kishida.ttl",
        "/data/person/kishida.jsonld",
        "/page/person/kishida",
        "/ontology",
        "/void.ttl",
        "/sparql",
        "/sparql?query=ASK%7B%7D",
        "/context.jsonld",
        "/healthz",
        "/robots.txt",
        "/sitemap.xml",
        "/nowhere",
        "/graph/accepted",
        "/dump/entente.nt.gz"
      })
  void headIsGetWithoutItsBody(String path) {
    HttpResponse<String> get = server.get(path);
    HttpResponse<String> head = server.send("HEAD", path, null);
    assertEquals(get.statusCode(), head.statusCode());
    assertEquals("", head.body());
    for (String name : List.of("Content-Type", "ETag", "Vary", "Link", "Location")) {
      assertEquals(header(get, name), header(head, name), name);
    }
    if (get.statusCode() < 400) {
      assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
    }
    String raw = server.raw("HEAD " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(raw.endsWith("\r\n\r\n"), raw);
  }

  @Test
  void aDocumentIsWhatItsSuffixSays() {
    HttpResponse<String> answer =
        server.get("/data/person/kishida.ttl", "Accept", "application/rdf+xml");
    assertEquals(200, answer.statusCode());
    assertEquals("text/turtle;charset=utf-8", header(answer, "Content-Type"));
    assertTrue(header(answer, "ETag").startsWith("\""));
    assertFalse(header(answer, "Last-Modified").isEmpty());
    assertTrue(header(answer, "Cache-Control").contains("max-age"));
    assertTrue(
        header(answer, "Link")
            .contains("<" + server.url("/id/person/kishida") + ">; rel=\"describes\""));
    assertFalse(header(answer, "Graph-Version").isEmpty());
    assertEquals(404, server.get("/data/person/kishida.xyz").statusCode());
    assertEquals(
        server.url("/data/person/kishida.ttl"),
        header(server.get("/data/person/kishida", "Accept", "text/turtle"), "Location"));
  }

  @Test
  void aDocumentHoldsWhatAConsumerWantsInOneRequest() {
    Graph graph = parse(server.get("/data/event/tokyo.ttl").body(), Lang.TURTLE);
    Node event = Ent.id("event/tokyo");
    assertTrue(graph.contains(event, RDF.type.asNode(), Ent.term("Summit")));
    assertTrue(
        graph.contains(
            Ent.id("place/tokyo"),
            RDFS.label.asNode(),
            NodeFactory.createLiteralLang("Tokyo", "en")),
        "labels of what it points to");
    assertTrue(graph.contains(Node.ANY, Ent.term("event"), event), "inverse statements");
    assertTrue(graph.contains(Node.ANY, RDF.subject.asNode(), event), "claims");
    assertTrue(
        graph.contains(
            Node.ANY,
            NodeFactory.createURI("http://www.w3.org/ns/oa#exact"),
            NodeFactory.createLiteralString("met in Tokyo on 16 March 2023")),
        "quotes");
    assertTrue(
        graph.contains(
            Ent.id("document/brief"),
            RDFS.label.asNode(),
            NodeFactory.createLiteralLang("A brief on summits", "en")),
        "sources");
    assertTrue(
        graph.contains(
            NodeFactory.createURI(server.url("/data/event/tokyo.ttl")),
            NodeFactory.createURI("http://purl.org/dc/terms/hasFormat"),
            NodeFactory.createURI(server.url("/data/event/tokyo.jsonld"))),
        "other formats");
  }

  @Test
  void allFormatsSayTheSame() {
    String path = "/data/event/tokyo.";
    Node thing = Ent.id("event/tokyo");
    Graph turtle = parse(server.get(path + "ttl").body(), Lang.TURTLE);
    for (var other :
        List.of(
            parse(server.get(path + "rdf").body(), Lang.RDFXML),
            parse(server.get(path + "nt").body(), Lang.NTRIPLES),
            parse(server.get(path + "jsonld").body(), Lang.JSONLD11))) {
      Set<String> missing = ofThings(turtle);
      missing.removeAll(ofThings(other));
      assertEquals(Set.of(), missing);
      Set<String> surplus = ofThings(other);
      surplus.removeAll(ofThings(turtle));
      assertEquals(Set.of(), surplus);
      assertTrue(other.contains(thing, Node.ANY, Node.ANY));
    }
  }

  /** The triples but those about the document itself, which has another address in each format. */
  private static Set<String> ofThings(Graph graph) {
    Set<String> lines = new HashSet<>();
    graph
        .find()
        .forEach(
            triple -> {
              if (!triple.getSubject().getURI().contains("/data/")) {
                lines.add(triple.toString());
              }
            });
    return lines;
  }

  @Test
  void claimsPassagesDocumentsAndGraphsDereference() {
    Graph event = parse(server.get("/data/event/tokyo.ttl").body(), Lang.TURTLE);
    String claim =
        event
            .find(Node.ANY, RDF.subject.asNode(), Ent.id("event/tokyo"))
            .next()
            .getSubject()
            .getURI();
    for (String iri :
        List.of(
            claim,
            Ent.ID + "passage/tokyo",
            Ent.ID + "passage/tokyo/quote",
            Ent.ID + "document/brief",
            Ent.ID + "state/japan")) {
      String path = URI.create(iri).getPath().substring("/entente".length());
      HttpResponse<String> see = server.get(path, "Accept", "text/turtle");
      assertEquals(303, see.statusCode(), iri);
      HttpResponse<String> data = server.get(URI.create(header(see, "Location")).getRawPath());
      assertTrue(
          parse(data.body(), Lang.TURTLE).contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY),
          iri);
      HttpResponse<String> seen = server.get(path, "Accept", TestServer.BROWSER);
      assertEquals(303, seen.statusCode(), iri);
      HttpResponse<String> page =
          server.get(
              URI.create(header(seen, "Location")).getRawPath(), "Accept", TestServer.BROWSER);
      assertEquals(200, page.statusCode(), "the page of " + iri);
      assertTrue(header(page, "Content-Type").startsWith("text/html"), iri);
    }
    HttpResponse<String> graph = server.get("/graph/accepted", "Accept", "text/turtle");
    assertEquals(200, graph.statusCode());
    assertTrue(
        parse(graph.body(), Lang.TURTLE)
            .contains(Ent.id("event/tokyo"), RDF.type.asNode(), Ent.term("Summit")));
    assertEquals(404, server.get("/graph/nothing").statusCode());
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    HttpResponse<String> first = server.get("/data/person/kishida.ttl");
    String tag = header(first, "ETag");
    String date = header(first, "Last-Modified");
    HttpResponse<String> same = server.get("/data/person/kishida.ttl", "If-None-Match", tag);
    assertEquals(304, same.statusCode());
    assertEquals(tag, header(same, "ETag"));
    assertEquals(header(first, "Vary"), header(same, "Vary"));
    assertEquals("", same.body());
    assertEquals(
        304,
        server.get("/data/person/kishida.ttl", "If-None-Match", "\"x\", W/" + tag).statusCode());
    assertEquals(
        304, server.get("/data/person/kishida.ttl", "If-Modified-Since", date).statusCode());
    assertEquals(
        200,
        server
            .get(
                "/data/person/kishida.ttl", "If-None-Match", "\"other\"", "If-Modified-Since", date)
            .statusCode());
    assertEquals(
        200,
        server
            .get("/data/person/kishida.ttl", "If-Modified-Since", "Sat, 01 Jan 2000 00:00:00 GMT")
            .statusCode());
    assertEquals(
        200, server.get("/data/person/kishida.ttl", "If-Modified-Since", "yesterday").statusCode());
  }

  @Test
  void everyRepresentationHasATagOfItsOwn() throws Exception {
    Set<String> tags = new HashSet<>();
    for (String suffix : List.of("ttl", "jsonld")) {
      for (String coding : List.of("identity", "gzip")) {
        HttpResponse<byte[]> answer =
            server.bytes("/data/person/kishida." + suffix, "Accept-Encoding", coding);
        tags.add(header(answer, "ETag"));
        assertTrue(header(answer, "Vary").contains("Accept-Encoding"));
        if (coding.equals("gzip")) {
          assertEquals("gzip", header(answer, "Content-Encoding"));
          byte[] whole =
              new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
          assertEquals(
              server.get("/data/person/kishida." + suffix).body(),
              new String(whole, StandardCharsets.UTF_8));
        }
      }
    }
    assertEquals(4, tags.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
  void documentsAreReadOnly(String method) {
    for (String path : List.of("/data/person/kishida.ttl", "/id/person/kishida", "/ontology")) {
      String answer =
          server.raw(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      assertEquals(405, Raw.status(answer), answer);
      assertTrue(answer.contains("Allow: GET, HEAD, OPTIONS"), answer);
    }
  }

  @Test
  void aPageLinksToTheData() {
    HttpResponse<String> page = server.get("/page/person/kishida", "Accept", TestServer.BROWSER);
    assertEquals(200, page.statusCode());
    assertTrue(header(page, "Content-Type").startsWith("text/html"));
    String links = header(page, "Link");
    for (String part :
        List.of(
            "kishida.ttl>; rel=\"alternate\"; type=\"text/turtle\"",
            "kishida.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"",
            "rel=\"license\"",
            "rel=\"describedby\"",
            "<http://xmlns.com/foaf/0.1/Person>; rel=\"type\"",
            "<https://w3id.org/entente/id/person/kishida>; rel=\"cite-as\"")) {
      assertTrue(links.contains(part), part + " in " + links);
    }
    for (String rel : List.of("alternate", "license", "describedby", "cite-as", "type")) {
      assertTrue(page.body().contains("rel=\"" + rel + "\""), rel);
    }
    assertTrue(header(page, "Content-Security-Policy").contains("default-src '"));
    Matcher script =
        Pattern.compile(
                "<script type=\"application/ld\\+json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page.body());
    assertTrue(script.find());
    assertTrue(
        parse(script.group(1), Lang.JSONLD11)
            .contains(Ent.id("person/kishida"), RDF.type.asNode(), Node.ANY));
  }

  @Test
  void aPageSpeaksTheReadersLanguage() {
    HttpResponse<String> japanese =
        server.get("/page/person/kishida", "Accept-Language", "ja, en;q=0.5");
    assertEquals("岸田文雄", heading(japanese));
    assertEquals("ja", header(japanese, "Content-Language"));
    assertTrue(header(japanese, "Vary").contains("Accept-Language"));
    HttpResponse<String> korean =
        server.get("/page/person/kishida?lang=ko", "Accept-Language", "ja");
    assertEquals("기시다 후미오", heading(korean));
    assertEquals("ko", header(korean, "Content-Language"));
    HttpResponse<String> fallback = server.get("/page/person/yoon", "Accept-Language", "ja");
    assertEquals("Yoon Suk Yeol", heading(fallback));
    for (String unspoken : List.of("fr", "xx", "x".repeat(300))) {
      HttpResponse<String> english =
          server.get("/page/person/kishida", "Accept-Language", unspoken);
      assertEquals("en", header(english, "Content-Language"), unspoken);
    }
  }

  @Test
  void aParameterInQuotationMarksTellsNothingOfTheType() {
    HttpResponse<String> answer =
        server.get(
            "/id/person/kishida", "Accept", "application/ld+json;profile=\"http://a/;q=0,b\"");
    assertEquals(303, answer.statusCode());
    assertTrue(header(answer, "Location").endsWith(".jsonld"), header(answer, "Location"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/summaries", "/prefixes"})
  void namespacesOfTheOntologysOtherTermsLeadToIt(String path) {
    HttpResponse<String> answer = server.get(path, "Accept", "text/turtle");
    assertEquals(303, answer.statusCode());
    assertEquals(server.url("/ontology"), header(answer, "Location"));
  }

  @Test
  void thereIsNoPageOfTheShapes() {
    assertEquals(404, server.get("/shapes.html").statusCode());
    assertEquals(200, server.get("/shapes", "Accept", TestServer.BROWSER).statusCode());
  }

  private static String heading(HttpResponse<String> page) {
    Matcher heading = Pattern.compile("<h1[^>]*>([^<]*)</h1>").matcher(page.body());
    return heading.find() ? heading.group(1) : page.body();
  }

  @Test
  void aPathBeyondAsciiIsTheSameRawAndEncoded() {
    String encoded = "/id/event/%E4%BC%9A%E8%AB%87";
    HttpResponse<String> answer = server.get(encoded, "Accept", "text/turtle");
    assertEquals(303, answer.statusCode());
    assertEquals(server.url("/data/event/%E4%BC%9A%E8%AB%87.ttl"), header(answer, "Location"));
    String raw =
        server.raw(
            "GET /id/event/会談 HTTP/1.1\r\nHost: x\r\nAccept: text/turtle\r\nConnection: close\r\n\r\n");
    assertEquals(303, Raw.status(raw), raw);
    assertTrue(raw.contains("Location: " + server.url("/data/event/%E4%BC%9A%E8%AB%87.ttl")), raw);
    assertTrue(
        parse(server.get("/data/event/%e4%bc%9a%e8%ab%87.ttl").body(), Lang.TURTLE)
            .contains(Ent.id("event/会談"), Node.ANY, Node.ANY));
  }

  @Test
  void mergedThingsSendOnAndWithdrawnOnesSayWhy() {
    HttpResponse<String> merged = server.get("/id/person/kishida-old");
    assertEquals(301, merged.statusCode());
    assertEquals(server.url("/id/person/kishida"), header(merged, "Location"));
    assertEquals(
        server.url("/data/person/kishida.ttl"),
        header(server.get("/data/person/kishida-old.ttl"), "Location"));
    assertEquals(
        server.url("/page/person/kishida"),
        header(server.get("/page/person/kishida-old"), "Location"));
    for (String path :
        List.of("/id/person/withdrawn", "/data/person/withdrawn.ttl", "/page/person/withdrawn")) {
      HttpResponse<String> withdrawn = server.get(path);
      assertEquals(410, withdrawn.statusCode(), path);
      assertTrue(withdrawn.body().contains("No source names this person"));
    }
    String page = server.get("/page/person/withdrawn", "Accept", TestServer.BROWSER).body();
    assertTrue(page.contains("No source names this person"), page);
    assertTrue(page.contains("name=\"asof\""), page);
  }

  @Test
  void headersOfSeparatorsAloneAskForNothing() {
    for (String header : List.of("Accept", "Accept-Language", "Accept-Encoding")) {
      for (String value : List.of(";", ";;;", ",;,")) {
        HttpResponse<String> answer = server.get("/page/person/kishida", header, value);
        assertEquals(200, answer.statusCode(), header + ": " + value);
      }
    }
    assertEquals(303, server.get("/id/person/kishida", "Accept", ";").statusCode());
  }

  @Test
  void everyTermOfTheOntologyHasAnAnchor() {
    String html = server.get("/ontology", "Accept", TestServer.BROWSER).body();
    List<String> missing =
        parse(server.get("/ontology", "Accept", "text/turtle").body(), Lang.TURTLE)
            .find(Node.ANY, RDF.type.asNode(), Node.ANY)
            .mapWith(t -> t.getSubject())
            .filterKeep(node -> node.isURI() && node.getURI().startsWith(Ent.NS))
            .mapWith(node -> node.getURI().substring(Ent.NS.length()))
            .filterDrop(name -> html.contains("id=\"" + name + "\""))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void theOntologyAnswersUnderItsOwnName() {
    HttpResponse<String> turtle = server.get("/ontology", "Accept", "text/turtle");
    assertEquals(200, turtle.statusCode());
    Graph graph = parse(turtle.body(), Lang.TURTLE);
    Node ontology = NodeFactory.createURI("https://w3id.org/entente/ontology");
    assertTrue(
        graph.contains(
            ontology,
            NodeFactory.createURI("http://purl.org/dc/terms/license"),
            NodeFactory.createURI(Links.LICENSE)));
    Node version =
        graph
            .find(
                ontology,
                NodeFactory.createURI("http://www.w3.org/2002/07/owl#versionIRI"),
                Node.ANY)
            .next()
            .getObject();
    assertEquals(
        200,
        server
            .get(URI.create(version.getURI()).getPath().substring("/entente".length()))
            .statusCode());
    assertEquals(404, server.get("/ontology/0.0.0").statusCode());
    HttpResponse<String> page = server.get("/ontology", "Accept", TestServer.BROWSER);
    assertEquals(200, page.statusCode());
    Set<String> anchors = new HashSet<>();
    Matcher ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page.body());
    while (ids.find()) {
      assertTrue(anchors.add(ids.group(1)), "twice: " + ids.group(1));
    }
    for (String type : List.of("Class", "ObjectProperty", "DatatypeProperty")) {
      graph
          .find(
              Node.ANY,
              RDF.type.asNode(),
              NodeFactory.createURI("http://www.w3.org/2002/07/owl#" + type))
          .forEach(
              triple -> {
                String iri = triple.getSubject().getURI();
                if (iri.startsWith(Ent.NS)) {
                  assertTrue(anchors.contains(iri.substring(Ent.NS.length())), iri);
                }
              });
    }
  }

  @Test
  void theCatalogIsFoundAndItsAddressesResolve() {
    HttpResponse<String> known = server.get("/.well-known/void");
    assertEquals(server.url("/void.ttl"), header(known, "Location"));
    Graph graph = parse(server.get("/void.ttl").body(), Lang.TURTLE);
    Node dataset = NodeFactory.createURI(server.url("/void.ttl#dataset"));
    String ns = "http://rdfs.org/ns/void#";
    assertTrue(
        graph.contains(
            dataset,
            NodeFactory.createURI(ns + "sparqlEndpoint"),
            NodeFactory.createURI(server.url("/sparql"))));
    for (String property : List.of("license", "modified", "title", "publisher")) {
      assertTrue(
          graph.contains(
              dataset, NodeFactory.createURI("http://purl.org/dc/terms/" + property), Node.ANY),
          property);
    }
    for (String property : List.of("classPartition", "propertyPartition")) {
      assertTrue(graph.contains(dataset, NodeFactory.createURI(ns + property), Node.ANY));
    }
    List<Node> dumps =
        graph
            .find(dataset, NodeFactory.createURI(ns + "dataDump"), Node.ANY)
            .mapWith(t -> t.getObject())
            .toList();
    assertTrue(dumps.size() >= 5);
    for (Node dump : dumps) {
      HttpResponse<byte[]> file = server.bytes(URI.create(dump.getURI()).getPath());
      assertEquals(200, file.statusCode(), dump.getURI());
      assertFalse(header(file, "ETag").startsWith("W/"));
      assertEquals("application/gzip", header(file, "Content-Type"));
    }
  }

  @Test
  void aDumpIsSentCompressedToWhoTakesIt() throws Exception {
    HttpResponse<byte[]> zipped = server.bytes("/dump/entente.nt", "Accept-Encoding", "gzip");
    assertEquals("gzip", header(zipped, "Content-Encoding"));
    assertTrue(header(zipped, "Vary").contains("Accept-Encoding"));
    String lines =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    HttpResponse<String> plain = server.get("/dump/entente.nt");
    assertEquals(plain.body(), lines);
    assertNotEquals(header(plain, "ETag"), header(zipped, "ETag"));
    assertTrue(parse(lines, Lang.NTRIPLES).size() > 50);
  }

  @Test
  void theContextIsCacheable() {
    HttpResponse<String> context = server.get("/context.jsonld");
    assertEquals("application/ld+json", header(context, "Content-Type"));
    Matcher age = Pattern.compile("max-age=(\\d+)").matcher(header(context, "Cache-Control"));
    assertTrue(age.find() && Integer.parseInt(age.group(1)) >= 86400);
    assertFalse(header(context, "ETag").isEmpty());
  }

  @Test
  void robotsAndSitemapNameWhatThereIs() {
    assertTrue(server.get("/robots.txt").body().contains(server.url("/sitemap.xml")));
    assertTrue(server.get("/sitemap.xml").body().contains(server.url("/page/event/tokyo")));
    assertFalse(server.get("/sitemap.xml").body().contains("/page/person/withdrawn"));
  }

  @Test
  void noHeaderContradictsAnother() {
    for (String path :
        List.of(
            "/page/person/kishida",
            "/page/person/kishida?lang=ko",
            "/",
            "/timeline",
            "/sparql",
            "/data/person/kishida.ttl",
            "/ontology",
            "/shapes",
            "/graph/accepted",
            "/reconcile")) {
      HttpResponse<String> answer = server.get(path, "Accept", TestServer.BROWSER);
      assertEquals(200, answer.statusCode(), path);
      for (String name : List.of("Cache-Control", "ETag", "Content-Type", "Content-Language")) {
        assertTrue(answer.headers().allValues(name).size() <= 1, path + " " + name);
      }
      List<String> vary = List.of(header(answer, "Vary").split(", "));
      assertEquals(vary.size(), Set.copyOf(vary).size(), path + " " + vary);
      String type = header(answer, "Content-Type");
      String location = header(answer, "Content-Location");
      if (!location.isEmpty()) {
        assertEquals(
            type,
            header(server.get(URI.create(location).getPath()), "Content-Type"),
            location + " is what was sent");
      }
    }
  }

  @Test
  void theShapesAreThoseOfTheGraphsOwnOntology(@TempDir Path folder) throws Exception {
    Graph own = parse(Files.readString(Path.of("ontology/shapes.ttl")), Lang.TURTLE);
    Graph served = parse(server.get("/shapes", "Accept", "text/turtle").body(), Lang.TURTLE);
    assertTrue(own.isIsomorphicWith(served));
    Path terms = folder.resolve("ontology");
    try (var files = Files.walk(Path.of("ontology"))) {
      for (Path file : files.toList()) {
        Path to = terms.resolve(Path.of("ontology").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    Path tables = folder.resolve("tables");
    TestGraph.copyTables(tables);
    DatasetFolder before = TestGraph.publish(tables, terms, folder.resolve("graph"));
    String version = before.requireCurrent();
    Files.writeString(
        terms.resolve("shapes.ttl"),
        Files.readString(terms.resolve("shapes.ttl"))
            + "\n<urn:shape:own> a <http://www.w3.org/ns/shacl#NodeShape> .\n");
    DatasetFolder changed = TestGraph.publish(tables, terms, folder.resolve("graph"));
    assertNotEquals(version, changed.requireCurrent(), "the shapes are part of what is published");
    try (TestServer other =
        TestServer.start(changed, ServerOptions.local().withLimits(TestServer.limits()))) {
      assertTrue(other.get("/shapes.nt").body().contains("<urn:shape:own>"));
    }
  }

  @Test
  void aLongDocumentHasPages(@TempDir Path folder) throws Exception {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    Node hub = Ent.id("place/hub");
    data.add(
        Quad.create(
            Quad.defaultGraphIRI,
            hub,
            RDFS.label.asNode(),
            NodeFactory.createLiteralLang("Hub", "en")));
    for (int i = 0; i < 600; i++) {
      Node event = Ent.id("event/e%03d".formatted(i));
      data.add(Quad.create(Quad.defaultGraphIRI, event, RDF.type.asNode(), Ent.term("Summit")));
      data.add(Quad.create(Quad.defaultGraphIRI, event, Ent.term("place"), hub));
    }
    try (TestServer hubs =
        TestServer.start(
            TestGraph.publish(data, folder.resolve("graph")),
            ServerOptions.local().withLimits(TestServer.limits()))) {
      Set<Node> found = new HashSet<>();
      String path = "/data/place/hub.ttl";
      int pages = 0;
      while (path != null) {
        HttpResponse<String> page = hubs.get(path);
        assertEquals(200, page.statusCode(), path);
        parse(page.body(), Lang.TURTLE)
            .find(Node.ANY, Ent.term("place"), hub)
            .forEach(triple -> assertTrue(found.add(triple.getSubject()), "told twice"));
        pages++;
        Matcher next = Pattern.compile("<([^>]*)>; rel=\"next\"").matcher(header(page, "Link"));
        path = next.find() ? next.group(1).substring(hubs.url("").length()) : null;
      }
      assertEquals(3, pages);
      assertEquals(600, found.size());
      assertEquals(404, hubs.get("/data/place/hub.ttl?page=4").statusCode());
      assertEquals(400, hubs.get("/data/place/hub.ttl?page=0").statusCode());
    }
  }

  @Test
  void anotherSpellingOfAPathIsTheSameDocument() {
    HttpResponse<String> answer = server.get("/data/person/kishid%61.ttl");
    assertEquals(200, answer.statusCode());
    assertEquals(server.get("/data/person/kishida.ttl").body(), answer.body());
    String raw =
        server.raw("GET /data/event/会談.ttl HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertTrue(
        raw.contains("<" + server.url("/page/event/%E4%BC%9A%E8%AB%87") + ">; rel=\"alternate\""),
        raw);
  }

  @Test
  void theCatalogSaysWhatEachFileIsAndHowAllWasMade() {
    Graph graph = parse(server.get("/void.ttl").body(), Lang.TURTLE);
    String dcat = "http://www.w3.org/ns/dcat#";
    Node dataset = NodeFactory.createURI(server.url("/void.ttl#dataset"));
    Set<String> files = new HashSet<>();
    graph
        .find(dataset, NodeFactory.createURI(dcat + "distribution"), Node.ANY)
        .forEach(
            triple -> {
              Node distribution = triple.getObject();
              assertTrue(
                  graph.contains(distribution, NodeFactory.createURI(dcat + "mediaType"), Node.ANY),
                  distribution.toString());
              graph
                  .find(distribution, NodeFactory.createURI(dcat + "downloadURL"), Node.ANY)
                  .forEach(url -> files.add(url.getObject().getURI()));
            });
    Set<String> dumps = new HashSet<>();
    graph
        .find(dataset, NodeFactory.createURI("http://rdfs.org/ns/void#dataDump"), Node.ANY)
        .forEach(triple -> dumps.add(triple.getObject().getURI()));
    assertEquals(dumps, files);
    assertTrue(graph.contains(Node.ANY, NodeFactory.createURI(dcat + "endpointURL"), Node.ANY));
    assertTrue(
        graph.contains(
            dataset, NodeFactory.createURI("http://www.w3.org/ns/prov#wasGeneratedBy"), Node.ANY));
  }

  @Test
  void jsonReadsWithoutKnowingRdf() {
    JsonObject event =
        JsonParser.parseString(server.get("/data/event/tokyo.jsonld").body()).getAsJsonObject();
    assertEquals(server.url("/context.jsonld"), event.get("@context").getAsString());
    assertEquals(Ent.ID + "event/tokyo", event.get("id").getAsString());
    assertEquals("Tokyo summit", event.getAsJsonObject("label").get("en").getAsString());
    assertTrue(event.toString().contains("met in Tokyo on 16 March 2023"), event.toString());
  }
}
