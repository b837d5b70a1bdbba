package org.entente.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.rdf.Inferred;
import org.entente.rdf.Mapped;
import org.entente.rdf.QueryFile;
import org.entente.rdf.Resolved;
import org.entente.testing.GraphAssert;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code cases/rules} is a graph, {@code in.ttl}, and what the rule of that name
 * adds to it, {@code expected.txt}: a triple a line, below it the premises of each derivation.
 */
final class RuleEngineTest {
  private static final Path CASES = Path.of("src/test/resources/cases/rules");
  private static final Path RULES = Path.of("ontology/rules");

  static Stream<String> rules() {
    return Project.list(RULES, ".rq").stream()
        .map(f -> f.getFileName().toString().replaceFirst("\\.rq$", ""));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void infers(String name) throws IOException {
    Path expected = CASES.resolve(name).resolve("expected.txt");
    assertTrue(Files.exists(expected), () -> "rule " + name + " has no case: " + expected);
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.source(CASES.resolve(name).resolve("in.ttl")).lang(Lang.TURTLE).parse(graph);
    QueryFile rule = QueryFile.read(RULES.resolve(name + ".rq"));
    String found = text(infer(graph, rule));
    if (Boolean.getBoolean("entente.adopt")) {
      Files.writeString(expected, found);
    }
    assertEquals(Files.readString(expected), found);
    assertTrue(!found.isEmpty(), "a case in which the rule adds something");
  }

  @Test
  void everyCaseIsOfARule() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      assertEquals(
          List.of(),
          cases
              .map(f -> f.getFileName().toString())
              .filter(name -> !Files.exists(RULES.resolve(name + ".rq")))
              .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleSaysWhatItSaysAndWhyAbsenceIsMeant(String name) throws IOException {
    QueryFile rule = QueryFile.read(RULES.resolve(name + ".rq"));
    assertTrue(rule.question().endsWith("."), "the first comment line is a sentence");
    assertTrue(rule.declaration("stratum").isPresent(), "the header declares the stratum");
    String query =
        rule.text().lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    if (query.contains("NOT EXISTS") || query.contains("MINUS")) {
      assertTrue(
          rule.header().stream().anyMatch(line -> line.startsWith("NOT EXISTS is meant: ")),
          "the header says why absence is meant");
    }
  }

  @Test
  void aStratumSeesWhatEarlierOnesAddedToItsEnd() {
    Inferred inferred =
        infer(
            turtle("<urn:a> <urn:p> <urn:b> . <urn:b> <urn:p> <urn:c> . <urn:c> <urn:p> <urn:d> ."),
            rule(
                "count",
                2,
                "?x <urn:only> ?y",
                "?x <urn:reach> ?y FILTER NOT EXISTS { ?x <urn:p> ?y }"),
            rule("step", 1, "?x <urn:reach> ?y", "?x <urn:p> ?y"),
            rule("chain", 1, "?x <urn:reach> ?z", "?x <urn:reach> ?y . ?y <urn:p> ?z"));
    assertEquals(
        """
        <urn:a> <urn:only> <urn:c>
          count: <urn:a> <urn:reach> <urn:c>
        <urn:a> <urn:only> <urn:d>
          count: <urn:a> <urn:reach> <urn:d>
        <urn:b> <urn:only> <urn:d>
          count: <urn:b> <urn:reach> <urn:d>
        """,
        text(inferred)
            .lines()
            .filter(line -> line.contains("only") || line.contains("count"))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void whatIsAcceptedIsNotInferred() {
    Inferred inferred =
        infer(
            turtle("<urn:a> <urn:p> <urn:b> ; <urn:q> <urn:b> ."),
            rule("same", 1, "?x <urn:q> ?y", "?x <urn:p> ?y"));
    assertEquals("", text(inferred));
    assertEquals(0, inferred.inferred().size());
  }

  @Test
  void everyWayToATripleIsADerivation() {
    Inferred inferred =
        infer(
            turtle("<urn:a> <urn:p> <urn:b> ; <urn:q> <urn:b> ."),
            rule("one", 1, "?x <urn:r> ?y", "?x <urn:p> ?y"),
            rule("two", 1, "?x <urn:r> ?y", "?x <urn:q> ?y"));
    assertEquals(
        """
        <urn:a> <urn:r> <urn:b>
          one: <urn:a> <urn:p> <urn:b>
          two: <urn:a> <urn:q> <urn:b>
        """,
        text(inferred));
  }

  @Test
  void optionalAndAbsentPatternsAreNoPremises() {
    Inferred inferred =
        infer(
            turtle("<urn:a> <urn:p> <urn:b> . <urn:b> <urn:q> <urn:c> ."),
            rule(
                "optional",
                1,
                "?x <urn:r> ?y",
                "?x <urn:p> ?y OPTIONAL { ?y <urn:q> ?z } FILTER NOT EXISTS { ?x <urn:no> ?y }"));
    assertEquals("<urn:a> <urn:r> <urn:b>\n  optional: <urn:a> <urn:p> <urn:b>\n", text(inferred));
  }

  @Test
  void aTripleIsNoPremiseOfItself() {
    Inferred inferred =
        infer(
            turtle("<urn:a> <urn:p> <urn:b> . <urn:b> <urn:p> <urn:a> ."),
            rule("inverse", 1, "?y <urn:p> ?x", "?x <urn:p> ?y"));
    assertEquals("", text(inferred));
  }

  @Test
  void aLiteralIsNoSubject() {
    Inferred inferred =
        infer(
            turtle("<urn:a> <urn:p> \"text\" ."),
            rule("inverse", 1, "?y <urn:q> ?x", "?x <urn:p> ?y"));
    assertEquals("", text(inferred));
  }

  @Test
  void anEndlessRuleIsReported() {
    DiagnosticLog log = new DiagnosticLog();
    QueryFile rule =
        rule(
            "endless",
            1,
            "?next a <urn:C>",
            "?x a <urn:C> BIND(IRI(CONCAT(STR(?x), \"x\")) AS ?next)");
    new RuleEngine(new TreeMap<>(Map.of("endless", rule)), log)
        .infer(resolved(turtle("<urn:a> a <urn:C> .")), GraphFactory.createDefaultGraph());
    assertEquals(
        "[endless.rq: error: expected a rule that comes to an end within 100 rounds but found one that goes on adding [inference] (a rule must not make new things from the things it makes)]",
        log.sorted().toString());
  }

  private static QueryFile rule(String name, int stratum, String head, String body) {
    return QueryFile.of(
        name,
        Path.of(name + ".rq"),
        "# Says.\n# stratum: %d\nCONSTRUCT { %s } WHERE { %s }".formatted(stratum, head, body));
  }

  private static Graph turtle(String text) {
    return RDFParser.fromString(text, Lang.TURTLE).toGraph();
  }

  private static Inferred infer(Graph graph, QueryFile... rules) {
    DiagnosticLog log = new DiagnosticLog();
    TreeMap<String, QueryFile> byName = new TreeMap<>();
    for (QueryFile rule : rules) {
      byName.put(rule.name(), rule);
    }
    Inferred inferred =
        new RuleEngine(byName, log).infer(resolved(graph), GraphFactory.createDefaultGraph());
    assertEquals(List.of(), log.sorted());
    return inferred;
  }

  private static Resolved resolved(Graph accepted) {
    return new Resolved(Mapped.NOTHING, accepted, null, List.of(), 0);
  }

  private static String text(Inferred inferred) {
    TreeMap<String, TreeSet<String>> byTriple = new TreeMap<>();
    for (Inferred.Derivation derivation : inferred.derivations()) {
      assertTrue(inferred.inferred().contains(derivation.triple()));
      byTriple
          .computeIfAbsent(GraphAssert.line(derivation.triple()), t -> new TreeSet<>())
          .add(
              "  "
                  + derivation.rule().getURI().replaceFirst(".*/", "")
                  + ": "
                  + derivation.premises().stream()
                      .map(GraphAssert::line)
                      .collect(Collectors.joining(" ; ")));
    }
    StringBuilder text = new StringBuilder();
    byTriple.forEach(
        (triple, ways) -> {
          text.append(triple).append('\n');
          ways.forEach(way -> text.append(way).append('\n'));
        });
    return text.toString();
  }
}
