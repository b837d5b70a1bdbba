package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code cases/shapes} breaks the shape of its name: {@code facts.csv} adds
 * statements to the sound project, {@code extra.ttl} terms to its ontology; {@code expected.txt}
 * has all that is then reported. The table of facts, which can state anything, is a new kind of
 * table.
 */
final class ShapeCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/shapes");
  private static final Path FACTS = Path.of("src/test/resources/facts");
  private static final String SHAPES = "https://w3id.org/entente/shapes#";

  /** Constraints that what the build makes can break in no way. */
  private static final List<String> UNBREAKABLE =
      List.of(
          // The class itself is a concept of the scheme.
          "Administration-type",
          "Agreement-type",
          // Contradictory values are contested, so that none is accepted.
          "Document-number");

  @TempDir Path folder;

  static Stream<String> shapes() {
    Graph shapes = RDFParser.source("ontology/shapes.ttl").lang(Lang.TURTLE).toGraph();
    TreeSet<String> names = new TreeSet<>();
    for (Node target :
        List.of(
            SHACL.targetClass, SHACL.targetNode, SHACL.targetSubjectsOf, SHACL.targetObjectsOf)) {
      shapes
          .find(Node.ANY, target, Node.ANY)
          .forEach(t -> names.add(t.getSubject().getURI().substring(SHAPES.length())));
    }
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void reports(String shape) throws IOException {
    Path caseFolder = CASES.resolve(shape);
    assertTrue(Files.isDirectory(caseFolder), () -> "shape " + shape + " has no " + caseFolder);
    Project project = Project.sound(folder);
    for (Path file : Project.list(caseFolder, "")) {
      String name = file.getFileName().toString();
      if (name.equals("facts.csv")) {
        project.write("tables/facts.csv", Files.readAllBytes(file));
        project.write(
            "tables/facts.csv-metadata.json",
            Files.readAllBytes(FACTS.resolve("facts.csv-metadata.json")));
        project.write("ontology/mapping/facts.rq", Files.readAllBytes(FACTS.resolve("facts.rq")));
      } else if (name.endsWith(".ttl")) {
        project.write("ontology/" + name, Files.readAllBytes(file));
      }
    }
    String found = project.relative(check(project));
    Path expected = caseFolder.resolve("expected.txt");
    if (Boolean.getBoolean("entente.adopt")) {
      Files.writeString(expected, found);
    }
    assertEquals(Files.readString(expected), found);
    assertTrue(
        Stream.of("(shape " + shape + ")", "(shape " + shape + "-").anyMatch(found::contains),
        "the case breaks another shape than its own");
  }

  @Test
  void everyCaseIsOfAShape() throws IOException {
    List<String> shapes = shapes().toList();
    try (Stream<Path> cases = Files.list(CASES)) {
      assertEquals(
          List.of(),
          cases.map(f -> f.getFileName().toString()).filter(n -> !shapes.contains(n)).toList());
    }
  }

  @Test
  void everyConstraintIsBrokenSomewhere() throws IOException {
    StringBuilder reported = new StringBuilder();
    for (String shape : shapes().toList()) {
      reported.append(Files.readString(CASES.resolve(shape).resolve("expected.txt")));
    }
    Graph graph = RDFParser.source("ontology/shapes.ttl").lang(Lang.TURTLE).toGraph();
    List<String> unbroken = new ArrayList<>();
    graph
        .find(Node.ANY, SHACL.property, Node.ANY)
        .mapWith(t -> t.getObject().getURI().substring(SHAPES.length()))
        .toSet()
        .stream()
        .sorted()
        .filter(name -> !name.matches("In[A-Z].*-scheme") && !name.startsWith("Declared"))
        .filter(name -> reported.indexOf("(shape " + name + ")") < 0)
        .forEach(unbroken::add);
    assertEquals(UNBREAKABLE, unbroken);
  }

  @Test
  void everyShapeAndConstraintHasAMessageThatReadsAsWhatWasExpected() {
    Graph graph = RDFParser.source("ontology/shapes.ttl").lang(Lang.TURTLE).toGraph();
    List<String> wrong = new ArrayList<>();
    graph
        .find(Node.ANY, SHACL.message, Node.ANY)
        .forEach(
            t -> {
              String message = t.getObject().getLiteralLexicalForm();
              if (message.endsWith(".") || Character.isUpperCase(message.charAt(0))) {
                wrong.add(message);
              }
            });
    graph
        .find(Node.ANY, RDF.type.asNode(), SHACL.PropertyShape)
        .forEach(
            t -> {
              if (!graph.contains(t.getSubject(), SHACL.message, Node.ANY)) {
                wrong.add(t.getSubject().getURI() + " has no message");
              }
            });
    assertEquals(List.of(), wrong);
  }

  private static String check(Project project) throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    List<Diagnostic> diagnostics;
    try {
      new Pipeline(log, stage -> {})
          .check(project.tables(), project.ontology(), project.documents());
      diagnostics = log.sorted();
    } catch (DataErrorException e) {
      diagnostics = e.diagnostics();
    }
    return diagnostics.stream().map(d -> d + "\n").collect(Collectors.joining());
  }
}
