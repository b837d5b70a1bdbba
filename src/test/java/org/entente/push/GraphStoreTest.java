package org.entente.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {
  private static final String RDF12 = "https://w3id.org/entente/graph/rdf12";
  private static final String QUADS =
      """
      <http://e/s> <http://e/p> "a \\"quoted\\" text . <http://e/not-a-graph> ."@en .
      <http://e/s> <http://e/p> "a \\"quoted\\" text" <http://e/g> .
      <http://e/s> <http://e/p> "한국"^^<http://e/t> <http://e/g> .
      <http://e/s> <http://e/p> <http://e/o> .
      <http://e/s> <http://e/p> <http://e/o> <http://e/h> .
      <http://e/s> <http://e/r> <<( <http://e/s> <http://e/p> "in )>> it" )>> <%s> .
      """
          .formatted(RDF12);

  @TempDir private Path folder;

  @Test
  void everyGraphArrivesAndReplacesWhatWasThere() throws IOException {
    DatasetGraph there = DatasetGraphFactory.createTxnMem();
    there.executeWrite(
        () ->
            there.add(
                NodeFactory.createURI("http://e/h"),
                NodeFactory.createURI("http://e/old"),
                NodeFactory.createURI("http://e/old"),
                NodeFactory.createURI("http://e/old")));
    FusekiServer server = FusekiServer.create().loopback(true).port(0).add("/ds", there).start();
    List<String> progress = new ArrayList<>();
    try {
      GraphStore.at(URI.create("http://localhost:" + server.getPort() + "/ds/data"))
          .put(published(), "one", false, progress::add);
    } finally {
      server.stop();
    }
    List<String> lines = new ArrayList<>();
    there.executeRead(
        () -> there.find().forEachRemaining(quad -> lines.add(NodeFmtLib.strNQ(quad))));
    assertEquals(
        List.of("default graph: 2 triples", "http://e/g: 2 triples", "http://e/h: 1 triples"),
        progress);
    assertEquals(
        QUADS.lines().filter(line -> !line.contains(RDF12)).sorted().toList(),
        lines.stream().map(String::strip).sorted().toList());
  }

  @Test
  void tripleTermsGoWhenAskedFor() throws IOException {
    DatasetGraph there = DatasetGraphFactory.createTxnMem();
    FusekiServer server = FusekiServer.create().loopback(true).port(0).add("/ds", there).start();
    try {
      GraphStore.at(URI.create("http://localhost:" + server.getPort() + "/ds/data"))
          .put(published(), "one", true, line -> {});
    } finally {
      server.stop();
    }
    assertEquals(
        1L, there.calculateRead(() -> (long) there.getGraph(NodeFactory.createURI(RDF12)).size()));
  }

  @Test
  void aStoreThatRefusesIsAnErrorThatSaysWhy() throws IOException {
    FusekiServer server =
        FusekiServer.create()
            .loopback(true)
            .port(0)
            .add("/ds", DatasetGraphFactory.createTxnMem(), false)
            .start();
    try {
      String data = "http://localhost:" + server.getPort() + "/ds/data";
      IOException refused =
          assertThrows(
              IOException.class,
              () -> GraphStore.at(URI.create(data)).put(published(), "one", false, line -> {}));
      assertEquals(
          data + "?default answered 405",
          refused.getMessage().replaceAll("(answered 405).*", "$1"));
    } finally {
      server.stop();
    }
  }

  private DatasetFolder published() throws IOException {
    DatasetFolder dataset = DatasetFolder.at(folder);
    Files.createDirectories(dataset.generation("one"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dataset.quads("one")))) {
      out.write(QUADS.getBytes(StandardCharsets.UTF_8));
    }
    return dataset;
  }
}
