package org.entente.publish.tdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
  @TempDir Path folder;

  @Test
  void linesAreUniqueAndSortedByTheirBytes() throws IOException {
    Random random = new Random(11);
    Node iri = NodeFactory.createURI("http://e/a");
    List<Node> objects =
        List.of(
            iri,
            NodeFactory.createURI("http://e/ab"),
            NodeFactory.createURI("http://e/a-b"),
            NodeFactory.createLiteralString("a"),
            NodeFactory.createLiteralString("a\u0001b"),
            NodeFactory.createLiteralString("a b"),
            NodeFactory.createLiteralString("a\nb \"c\""),
            NodeFactory.createLiteralLang("a", "en"),
            NodeFactory.createLiteralDT("a", NodeFactory.getType("http://e/t")),
            NodeFactory.createLiteralString("\uFF21 full width"),
            NodeFactory.createLiteralString("\uD83D\uDE00 beyond"),
            NodeFactory.createTripleTerm(iri, iri, iri));
    List<Statements> gathered = List.of(in(Long.MAX_VALUE), in(20_000), in(1_000));
    List<byte[]> expected = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Node subject = NodeFactory.createURI("http://e/" + random.nextInt(200));
      Node object = objects.get(random.nextInt(objects.size()));
      Node graph = random.nextBoolean() ? null : objects.get(random.nextInt(3));
      for (Statements statements : gathered) {
        statements.add(subject, iri, object, graph);
      }
      String line = NodeFmtLib.strNodesNT(subject, iri, object);
      expected.add(
          (line + (graph == null ? "" : " " + NodeFmtLib.strNT(graph)) + " .")
              .getBytes(StandardCharsets.UTF_8));
    }
    expected.sort(Arrays::compareUnsigned);
    List<String> hashes = new ArrayList<>();
    for (Statements statements : gathered) {
      List<String> lines = new ArrayList<>();
      Statements.Sorted sorted = statements.sorted();
      sorted.forEach((b, from, to) -> lines.add(new String(b, from, to, StandardCharsets.UTF_8)));
      assertEquals(
          expected.stream().map(b -> new String(b, StandardCharsets.UTF_8)).distinct().toList(),
          lines);
      assertEquals(lines.size(), sorted.size());
      hashes.add(HexFormat.of().formatHex(sorted.hash()));
      statements.close();
    }
    assertEquals(1, Set.copyOf(hashes).size());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void theHashIsOfWhatIsSaidAndNotOfTheOrder() throws IOException {
    assertEquals(hash("a", "b"), hash("b", "a", "b"));
    assertNotEquals(hash("a", "b"), hash("a", "c"));
    assertNotEquals(hash("a", "b"), hash("a", "b", "c"));
  }

  private String hash(String... objects) throws IOException {
    Node iri = NodeFactory.createURI("http://e/a");
    try (Statements statements = in(Long.MAX_VALUE)) {
      for (String object : objects) {
        statements.add(iri, iri, NodeFactory.createLiteralString(object), null);
      }
      return HexFormat.of().formatHex(statements.sorted().hash());
    }
  }

  private Statements in(long memory) {
    return Statements.within(folder, memory);
  }

  @Test
  void nothing() throws IOException {
    try (Statements none = in(Long.MAX_VALUE)) {
      assertEquals(0, none.sorted().size());
    }
  }
}
