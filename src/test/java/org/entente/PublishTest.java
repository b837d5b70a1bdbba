package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Ent;
import org.entente.store.DatasetFolder;
import org.entente.testing.GraphAssert;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build leaves in the dataset folder. */
final class PublishTest {
  private static final String RULING =
      "event/ruling-2021-05,Ruling,Ruling of the Maritime Court,2021-05";

  @TempDir Path folder;

  private Project project;
  private DatasetFolder graph;

  @BeforeEach
  void soundProject() {
    project = Project.sound(folder);
    graph = DatasetFolder.at(project.out());
  }

  private Project.Run build() {
    return project.run(Main::execute, project.buildArguments());
  }

  private String published() throws IOException {
    assertEquals(0, build().code());
    return graph.requireCurrent();
  }

  @Test
  void linesAreUniqueSortedByTheirBytesAndWithoutBlankNodes() throws IOException {
    String name = published();
    try (BufferedReader reader = graph.lines(name)) {
      byte[] before = new byte[0];
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertTrue(Arrays.compareUnsigned(before, bytes) < 0, line);
        assertFalse(line.startsWith("_:") || line.contains(" _:"), line);
        before = bytes;
      }
    }
  }

  @Test
  void storeAndDumpHoldTheSame() throws IOException {
    String name = published();
    DatasetGraph store = graph.open(name);
    try {
      store.begin(ReadWrite.READ);
      TreeSet<String> inStore = new TreeSet<>();
      store.find().forEachRemaining(quad -> inStore.add(line(quad)));
      store.end();
      TreeSet<String> inDump = new TreeSet<>();
      graph.load(name).find().forEachRemaining(quad -> inDump.add(line(quad)));
      TreeSet<String> missing = new TreeSet<>(inDump);
      missing.removeAll(inStore);
      inStore.removeAll(inDump);
      assertEquals(List.of(), missing.stream().toList());
      assertEquals(List.of(), inStore.stream().toList());
    } finally {
      DatasetFolder.close(store);
    }
  }

  @Test
  void everythingPublishedFitsTheShapes() throws IOException {
    Graph union = GraphFactory.createDefaultGraph();
    graph.load(published()).find().forEachRemaining(quad -> union.add(quad.asTriple()));
    Shapes shapes =
        Shapes.parse(RDFParser.source("ontology/shapes.ttl").lang(Lang.TURTLE).toGraph());
    List<String> violations =
        ShaclValidator.get().validate(shapes, union).getEntries().stream()
            .filter(entry -> Severity.Violation.equals(entry.severity()))
            .map(ReportEntry::toString)
            .toList();
    assertEquals(List.of(), violations);
  }

  @Test
  void everyClaimHasItsAccountAndItsPassages() throws IOException {
    DatasetGraph dataset = graph.load(published());
    Graph claims = dataset.getGraph(org.entente.rdf.Graphs.CLAIMS);
    claims
        .find(Node.ANY, RDF.type.asNode(), Ent.CLAIM_CLASS)
        .forEachRemaining(
            t -> {
              assertTrue(claims.contains(t.getSubject(), Ent.ACCOUNT, Node.ANY));
              assertTrue(
                  claims.contains(t.getSubject(), Ent.PASSAGE, Node.ANY)
                      || claims
                          .find(t.getSubject(), Ent.ACCOUNT, Node.ANY)
                          .filterKeep(a -> restsOnReference(dataset, a.getObject()))
                          .hasNext(),
                  () -> t.getSubject() + " rests on nothing");
            });
  }

  @Test
  void whatIsContestedIsInTheDefaultGraphAndItsValuesAreNot() throws IOException {
    project.append(
        "tables/events.csv",
        "event/ruling-2021-05,Ruling,Ruling of the Maritime Court,2021-07,,passage/july");
    Project.Run run = build();
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("[disagreement]"), run.err());
    assertTrue(run.out().contains("contested       1\n"), run.out());
    Graph found = graph.load(graph.requireCurrent()).getDefaultGraph();
    Node ruling = Ent.id("event/ruling-2021-05");
    assertFalse(found.contains(ruling, Ent.term("date"), Node.ANY));
    Node contradiction = found.find(ruling, Ent.CONTESTED, Node.ANY).next().getObject();
    assertEquals(
        """
        ent:describes event/ruling-2021-05
        ent:onProperty ent:date
        rdf:type ent:Contradiction
        """,
        GraphAssert.lines(found.find(contradiction, Node.ANY, Node.ANY).toList()).stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .filter(line -> !line.startsWith("ent:claim ") && !line.startsWith("rdfs:"))
            .collect(Collectors.joining("\n", "", "\n")));
    assertEquals(2, found.find(contradiction, Ent.CLAIM, Node.ANY).toList().size());
  }

  @Test
  void theSameInputsAreTheSameGraph() throws IOException {
    String first = published();
    Project.Run again = build();
    assertEquals(first, graph.requireCurrent());
    assertTrue(again.out().endsWith(", in graph (unchanged)\n"), again.out());
  }

  @Test
  void errorsPublishNothing() throws IOException {
    String before = published();
    project.replace("tables/events.csv", RULING, RULING.replace("Ruling,Ruling", "Rulin,Ruling"));
    Project.Run run = build();
    assertEquals(
        """
        tables/events.csv:4:22: error: expected a value of scheme EventType in column type but found 'Rulin' [scheme] (did you mean Ruling?)
        1 error
        """,
        run.err());
    assertEquals("", run.out());
    assertEquals(1, run.code());
    assertEquals(before, graph.requireCurrent());
    assertEquals(List.of(before), generations());
  }

  @Test
  void errorsBeforeAnythingIsPublishedLeaveNothing() {
    project.replace("tables/events.csv", RULING, RULING.replace("Ruling,Ruling", "Rulin,Ruling"));
    assertEquals(1, build().code());
    assertFalse(Files.exists(project.out()));
  }

  @Test
  void aBuildBesideAnOpenStoreLeavesItWhole() throws IOException {
    String first = published();
    DatasetGraph open = graph.open(first);
    try {
      project.append("tables/subjects.csv", "topic/sea,Sea,passage/sea");
      String second = published();
      assertNotEquals(first, second);
      assertEquals(List.of(first, second).stream().sorted().toList(), generations());
      open.begin(ReadWrite.READ);
      assertFalse(open.getDefaultGraph().contains(Ent.id("topic/sea"), Node.ANY, Node.ANY));
      assertTrue(open.getDefaultGraph().contains(Ent.id("topic/fishing"), Node.ANY, Node.ANY));
      open.end();
    } finally {
      DatasetFolder.close(open);
    }
    project.append("tables/subjects.csv", "topic/ships,Ships,passage/sea");
    assertEquals(List.of(published()), generations());
  }

  @Test
  void whatAnInterruptedBuildLeftIsCleared() throws IOException {
    published();
    Path leftover = graph.root().resolve("generations/unfinished-123");
    Files.createDirectories(leftover.resolve("tdb2"));
    Files.writeString(leftover.resolve("data.nq.gz"), "half");
    Files.writeString(graph.root().resolve("CURRENT.new"), "half");
    assertEquals(List.of(published()), generations());
  }

  @Test
  void oneBuildAtATime() throws IOException {
    String before = published();
    project.append("tables/subjects.csv", "topic/sea,Sea,passage/sea");
    try (DatasetFolder.Writing other = graph.startWriting()) {
      assertNotNull(other);
      Project.Run run = build();
      assertEquals("entente: another build is publishing to graph\n", run.err());
      assertEquals(3, run.code());
    }
    assertEquals(before, graph.requireCurrent());
    assertNotEquals(before, published());
  }

  @Test
  void aPlaceThatCannotBeWrittenEndsWithItsName() {
    project.write("graph", "a file, where a folder should be");
    Project.Run run = build();
    assertEquals("entente: graph/generations: Not a directory\n", run.err());
    assertEquals(3, run.code());
    assertEquals("a file, where a folder should be", project.read("graph"));
  }

  /** Whether an account rests on an external reference, or describes one. */
  private static boolean restsOnReference(DatasetGraph dataset, Node account) {
    Graph claims = dataset.getGraph(org.entente.rdf.Graphs.CLAIMS);
    return claims.contains(account, Ent.REFERENCE, Node.ANY)
        || claims
            .find(account, Ent.DESCRIBES, Node.ANY)
            .filterKeep(
                t ->
                    dataset
                        .getDefaultGraph()
                        .contains(t.getObject(), RDF.type.asNode(), Ent.term("ExternalReference")))
            .hasNext();
  }

  private static String line(Quad quad) {
    return (quad.isDefaultGraph() ? "" : quad.getGraph()) + " " + GraphAssert.line(quad.asTriple());
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> folders = Files.list(graph.root().resolve("generations"))) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
