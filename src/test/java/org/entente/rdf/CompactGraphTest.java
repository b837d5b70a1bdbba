package org.entente.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.AddDeniedException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompactGraphTest {
  private static final Triple ONE = SSE.parseTriple("(<urn:a> <urn:b> 1)");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 30, 3_000, 200_000})
  void answersEveryPatternAsJenasOwnGraph(int size) {
    Random random = new Random(size);
    CompactGraph.Builder builder = new CompactGraph.Builder();
    Graph expected = GraphFactory.createDefaultGraph();
    List<Triple> added = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      // One in ten comes again.
      Triple triple = i % 10 == 9 ? added.get(random.nextInt(i)) : triple(random, size);
      added.add(triple);
      builder.add(triple);
      expected.add(triple);
    }
    CompactGraph graph = builder.build();
    assertEquals(expected.size(), graph.size());
    assertSameFound(expected, graph, Triple.ANY);
    for (int i = 0; i < 300; i++) {
      Triple known = size == 0 ? ONE : added.get(random.nextInt(size));
      Triple other = triple(random, size);
      for (int pattern = 1; pattern < 8; pattern++) {
        assertSameFound(
            expected,
            graph,
            Triple.create(
                (pattern & 1) == 0 ? Node.ANY : known.getSubject(),
                (pattern & 2) == 0
                    ? Node.ANY
                    : random.nextBoolean() ? known.getPredicate() : other.getPredicate(),
                (pattern & 4) == 0
                    ? Node.ANY
                    : random.nextBoolean() ? known.getObject() : other.getObject()));
      }
    }
  }

  private static void assertSameFound(Graph expected, Graph graph, Triple pattern) {
    List<Triple> found = graph.find(pattern).toList();
    assertEquals(new HashSet<>(expected.find(pattern).toList()), new HashSet<>(found));
    assertEquals(new HashSet<>(found).size(), found.size());
    assertEquals(!found.isEmpty(), graph.contains(pattern));
  }

  private static Triple triple(Random random, int size) {
    return Triple.create(
        uri("s" + random.nextInt(1 + size / 5)),
        uri("p" + random.nextInt(1 + random.nextInt(7))),
        object(random, 1 + size / 7));
  }

  private static Node object(Random random, int limit) {
    int number = random.nextInt(limit);
    return switch (random.nextInt(4)) {
      case 0 -> uri("s" + number);
      case 1 -> NodeFactory.createLiteralLang("t" + number, "en");
      case 2 -> NodeFactory.createLiteralString("t" + number);
      default -> SSE.parseNode("\"" + number + "\"^^xsd:integer");
    };
  }

  private static Node uri(String name) {
    return NodeFactory.createURI("urn:" + name);
  }

  @Test
  void tellsTermsApartThatHaveOneValue() {
    CompactGraph.Builder builder = new CompactGraph.Builder();
    builder.add(ONE);
    CompactGraph graph = builder.build();
    assertTrue(graph.contains(Node.ANY, Node.ANY, SSE.parseNode("1")));
    assertFalse(graph.contains(Node.ANY, Node.ANY, SSE.parseNode("01")));
  }

  @Test
  void doesNotChange() {
    CompactGraph graph = new CompactGraph.Builder().build();
    assertThrows(AddDeniedException.class, () -> graph.add(ONE));
  }
}
