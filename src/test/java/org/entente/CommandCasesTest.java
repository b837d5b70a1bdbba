package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Graphs;
import org.entente.store.DatasetFolder;
import org.entente.testing.GraphAssert;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code cases/commands} is a command line on the sound project, built: {@code
 * args}, an argument a line, perhaps {@code stdin}, and {@code expected.txt} with its exit code and
 * all that it prints.
 */
final class CommandCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/commands");

  @TempDir static Path folder;

  private static Project project;

  @BeforeAll
  static void build() {
    project = Project.sound(folder);
    assertEquals(0, project.run(Main::execute, project.buildArguments()).code());
  }

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void prints(String name) throws IOException {
    Path caseFolder = CASES.resolve(name);
    String[] arguments =
        Files.readAllLines(caseFolder.resolve("args")).stream()
            .filter(line -> !line.isEmpty())
            .map(line -> line.replace("$P", folder.toString()))
            .toArray(String[]::new);
    Path stdin = caseFolder.resolve("stdin");
    Project.Run run = run(Files.exists(stdin) ? Files.readAllBytes(stdin) : new byte[0], arguments);
    String found = "exit " + run.code() + "\n--- out\n" + run.out() + "--- err\n" + run.err();
    Path expected = caseFolder.resolve("expected.txt");
    if (Boolean.getBoolean("entente.adopt")) {
      Files.writeString(expected, found);
    }
    assertEquals(Files.readString(expected), found);
  }

  @ParameterizedTest
  @CsvSource({
    "trig, none", "nq, none", "ttl, none", "jsonld, none", "rdfxml, none",
    "trig, full", "nq, full", "ttl, full", "jsonld, full", "rdfxml, full",
  })
  void exportsTheGraph(String format, String provenance) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    int code;
    try {
      System.setOut(new PrintStream(written, false, StandardCharsets.UTF_8));
      code =
          run(
                  new byte[0],
                  "export",
                  "--format",
                  format,
                  "--provenance",
                  provenance,
                  "--graph",
                  project.out().toString())
              .code();
    } finally {
      System.setOut(before);
    }
    assertEquals(0, code);
    Lang lang =
        switch (format) {
          case "trig" -> Lang.TRIG;
          case "nq" -> Lang.NQUADS;
          case "ttl" -> Lang.TURTLE;
          case "jsonld" -> Lang.JSONLD11;
          default -> Lang.RDFXML;
        };
    DatasetGraph found =
        RDFParser.fromString(written.toString(StandardCharsets.UTF_8), lang).toDatasetGraph();
    DatasetFolder graph = DatasetFolder.at(project.out());
    DatasetGraph published = graph.load(graph.requireCurrent());
    assertSame(published.getDefaultGraph(), found.getDefaultGraph());
    boolean quads = !format.equals("ttl") && !format.equals("rdfxml");
    if (provenance.equals("full") && quads) {
      if (format.equals("jsonld")) {
        // It has no triple terms.
        published.removeGraph(Graphs.RDF12);
      }
      published
          .listGraphNodes()
          .forEachRemaining(name -> assertSame(published.getGraph(name), found.getGraph(name)));
    } else {
      assertTrue(!found.listGraphNodes().hasNext(), "no other graph is told");
    }
  }

  /** An exit code for each way in which a command can end, as --help lists them. */
  @Test
  void everyExitCodeIsDocumented() throws IOException {
    String help = Files.readString(CASES.resolve("help/expected.txt"));
    for (int code :
        List.of(Main.OK, Main.DATA_ERROR, Main.USAGE, Main.INPUT_OUTPUT, Main.INTERNAL)) {
      assertTrue(help.contains("\n  " + code + " "), () -> code + " is not in --help");
    }
  }

  private static void assertSame(Graph expected, Graph found) {
    GraphAssert.assertSame(expected, found);
  }

  private static Project.Run run(byte[] input, String... arguments) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(input));
      return project.run(Main::execute, arguments);
    } finally {
      System.setIn(before);
    }
  }
}
