package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.entente.store.DatasetFolder;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody has decided on is published beside the graph and never in it. */
final class CandidateGraphTest {
  @TempDir Path folder;

  private Project project;
  private DatasetFolder graph;

  @BeforeEach
  void extract() {
    project = Project.sound(folder);
    graph = DatasetFolder.at(project.out());
    project.write(
        "new/003_note.txt",
        """
        A note on the coast

        President Ada Vik of Norland met Prime Minister Lone Jensen of Westland in Port Ash on 9 May 2024.

        Vik said that the coast needs peace.
        """);
    Project.Run run =
        project.run(
            Main::execute,
            "extract",
            folder.resolve("new").toString(),
            "--tables",
            project.tables().toString(),
            "--out",
            folder.resolve("work").toString());
    assertEquals(
        "2 candidates for review in work; 0 decided before, 0 in the tables already\n", run.out());
  }

  private Project.Run build(String... more) {
    List<String> arguments = new ArrayList<>(Arrays.asList(project.buildArguments()));
    arguments.addAll(List.of(more));
    return project.run(Main::execute, arguments.toArray(String[]::new));
  }

  private Project.Run buildWithCandidates() {
    return build("--with-candidates", folder.resolve("work").toString());
  }

  private List<String> lines() throws IOException {
    try (BufferedReader reader = graph.lines(graph.requireCurrent())) {
      return reader.lines().toList();
    }
  }

  @Test
  void theRestOfTheGraphIsTheSameByteForByte() throws IOException {
    build();
    List<String> without = lines();
    Project.Run run = buildWithCandidates();
    assertEquals("", run.err());
    assertTrue(run.out().contains("\ncandidates      2 undecided\n"), run.out());
    List<String> with = lines();
    String candidates = " <" + Graphs.CANDIDATES.getURI() + "> .";
    assertEquals(without, with.stream().filter(line -> !line.endsWith(candidates)).toList());
    assertTrue(with.size() > without.size() + 50);
  }

  @Test
  void aCandidateHasItsWordsAndItsConfidence() throws IOException {
    assertEquals(0, buildWithCandidates().code());
    DatasetGraph dataset = graph.load(graph.requireCurrent());
    Graph found = dataset.getGraph(Graphs.CANDIDATES);
    Node summit = found.find(Node.ANY, RDF.type.asNode(), Ent.term("Summit")).next().getSubject();
    assertEquals(
        "Summit of Ada Vik, Lone Jensen in Port Ash (2024-05-09)",
        found
            .find(summit, RDFS.label.asNode(), Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm());
    Node claim = found.find(Node.ANY, RDF.subject.asNode(), summit).next().getSubject();
    Node passage = found.find(claim, Ent.PASSAGE, Node.ANY).next().getObject();
    assertTrue(
        found
            .find(passage, Ent.QUOTE, Node.ANY)
            .next()
            .getObject()
            .getLiteralLexicalForm()
            .startsWith("President Ada Vik of Norland met"));
    Node account = found.find(claim, Ent.ACCOUNT, Node.ANY).next().getObject();
    String confidence =
        found.find(account, Ent.CONFIDENCE, Node.ANY).next().getObject().getLiteralLexicalForm();
    String written = new BigDecimal(confidence).setScale(2).toPlainString();
    assertTrue(project.read("work/events.csv").contains("," + written + ","), confidence);
    assertFalse(dataset.getDefaultGraph().contains(summit, Node.ANY, Node.ANY));
    assertFalse(dataset.getGraph(Graphs.CLAIMS).contains(claim, Node.ANY, Node.ANY));
  }

  @Test
  void whatWasRejectedIsNotAmongThem() throws IOException {
    project.write(
        "work/events.csv",
        project.read("work/events.csv").replace(",,,,\n", ",reject,,never took place,ann\n"));
    Project.Run run = buildWithCandidates();
    assertTrue(run.out().contains("\ncandidates      1 undecided\n"), run.out());
    Graph found = graph.load(graph.requireCurrent()).getGraph(Graphs.CANDIDATES);
    assertFalse(found.contains(Node.ANY, RDF.type.asNode(), Ent.term("Summit")));
    assertTrue(found.contains(Node.ANY, RDF.type.asNode(), Ent.term("Statement")));
  }

  @Test
  void acceptedRowsEnterTheTablesAtTheNextBuild() throws IOException {
    String before = project.read("tables/events.csv");
    project.write(
        "work/events.csv", project.read("work/events.csv").replace(",,,,\n", ",accept,,,ann\n"));
    Project.Run refused = buildWithCandidates();
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("error: expected a value in column kind"), refused.err());
    assertEquals(before, project.read("tables/events.csv"));

    project.replace("work/documents.csv", "document/003-note,,", "document/003-note,Commentary,");
    project.replace(
        "work/places.csv", "place/port-ash,Port Ash,,", "place/port-ash,Port Ash,City,");
    Project.Run run = buildWithCandidates();
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("entered in tables: "), run.out() + run.err());
    assertTrue(run.out().contains("\ncandidates      1 undecided\n"), run.out());
    assertTrue(project.read("tables/events.csv").contains("2024-05-09"));
    Graph accepted = graph.load(graph.requireCurrent()).getDefaultGraph();
    assertTrue(
        accepted.contains(
            Node.ANY,
            RDFS.label.asNode(),
            NodeFactory.createLiteralLang(
                "Summit of Ada Vik, Lone Jensen in Port Ash (2024-05-09)", "en")));
    Project.Run again = buildWithCandidates();
    assertFalse(again.out().contains("entered"), again.out());
  }

  @Test
  void mistakesInCandidatesAreToldWithTheirPlace() {
    project.write(
        "work/events.csv", project.read("work/events.csv").replace(",2024-05-09,", ",2024-15,"));
    Project.Run run = buildWithCandidates();
    assertEquals(1, run.code());
    assertTrue(
        run.err()
            .matches(
                "work/events.csv:2:\\d+: error: expected a date or interval in EDTF level 1 in"
                    + " column date but found '2024-15' \\[edtf] .*\n1 error\n"),
        run.err());
  }
}
