package org.entente.publish.tdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.Test;

class StatementsTest {
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
    Statements statements = new Statements();
    List<byte[]> expected = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Node subject = NodeFactory.createURI("http://e/" + random.nextInt(200));
      Node object = objects.get(random.nextInt(objects.size()));
      Node graph = random.nextBoolean() ? null : objects.get(random.nextInt(3));
      statements.add(subject, iri, object, graph);
      String line = NodeFmtLib.strNodesNT(subject, iri, object);
      expected.add(
          (line + (graph == null ? "" : " " + NodeFmtLib.strNT(graph)) + " .")
              .getBytes(StandardCharsets.UTF_8));
    }
    expected.sort(Arrays::compareUnsigned);
    List<String> lines = new ArrayList<>();
    Statements.Sorted sorted = statements.sorted();
    sorted.forEach((b, from, to) -> lines.add(new String(b, from, to, StandardCharsets.UTF_8)));
    assertEquals(
        expected.stream().map(b -> new String(b, StandardCharsets.UTF_8)).distinct().toList(),
        lines);
    assertEquals(lines.size(), sorted.size());
  }

  @Test
  void theHashIsOfWhatIsSaidAndNotOfTheOrder() throws Exception {
    assertEquals(hash("a", "b"), hash("b", "a", "b"));
    assertNotEquals(hash("a", "b"), hash("a", "c"));
    assertNotEquals(hash("a", "b"), hash("a", "b", "c"));
  }

  private static String hash(String... objects) throws Exception {
    Node iri = NodeFactory.createURI("http://e/a");
    Statements statements = new Statements();
    for (String object : objects) {
      statements.add(iri, iri, NodeFactory.createLiteralString(object), null);
    }
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    statements.sorted().addTo(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void nothing() throws IOException {
    assertEquals(0, new Statements().sorted().size());
  }
}
