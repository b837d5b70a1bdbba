package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.system.Txn;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.rdf.Ent;
import org.entente.rdf.QueryFile;
import org.entente.report.Answer;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every question of {@code queries/} has exactly the answer that lies beside it, on the store that
 * the shipped tables give, which is the one that is served, and on the dump, which is the one that
 * the command line reads; and the answer rests on that graph: without a triple behind it, it is
 * another one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuestionsTest {
  private static final Path QUERIES = Path.of("queries");

  /** A passage as an answer names it: the file's number and the rest of its identifier. */
  private static final Pattern PASSAGE = Pattern.compile("\\b00[0-4]-[a-z0-9-]*[a-z0-9]");

  /** Of how many solutions the triples behind them are tried. */
  private static final int SOLUTIONS = 40;

  private DatasetGraph store;

  /** The dump, in memory, to take triples from. */
  private DatasetGraph graph;

  private List<QueryFile> questions;

  @BeforeAll
  void build(@TempDir Path folder) throws Exception {
    DatasetFolder dataset = DatasetFolder.at(folder);
    new Pipeline(new DiagnosticLog(), stage -> {})
        .build(Path.of("seeds", "tables"), Path.of("ontology"), null, null, dataset);
    store = dataset.open(dataset.requireCurrent());
    graph = DatasetGraphFactory.createGeneral();
    dataset.load(dataset.requireCurrent()).find().forEachRemaining(graph::add);
    try (Stream<Path> files = Files.list(QUERIES)) {
      questions = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
        questions.add(QueryFile.read(file));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerIsExact() {
    return questions.stream()
        .map(question -> DynamicTest.dynamicTest(question.name(), () -> answerIsExact(question)));
  }

  private void answerIsExact(QueryFile question) throws IOException {
    assertTrue(question.question().endsWith("?") || question.question().endsWith("."));
    assertTrue(question.header().size() > 2, "the header says why the question matters");
    assertTrue(
        question.declaration("answer").isPresent(),
        "the header has the answer in words: # answer:");
    assertTrue(
        question.declaration("subject").isPresent(), "the header has its subject: # subject:");
    Path beside = answerBeside(question);
    assertTrue(Files.exists(beside), beside + " with the expected answer is missing");
    List<String> expected = Files.readAllLines(beside);
    assertTrue(expected.size() > 1, beside + " is empty: a gap has a row with 'not stated'");
    List<String> found = answer(question, graph).lines().toList();
    if (!expected.equals(found)) {
      List<String> missing = new ArrayList<>(expected);
      found.forEach(missing::remove);
      List<String> surplus = new ArrayList<>(found);
      expected.forEach(surplus::remove);
      fail(
          question.question()
              + "\nmissing:\n  "
              + String.join("\n  ", missing)
              + "\nsurplus:\n  "
              + String.join("\n  ", surplus)
              + (missing.isEmpty() && surplus.isEmpty() ? "\n(the same rows, reordered)" : ""));
    }
    assertEquals(
        answer(question, graph),
        Txn.calculateRead(store, () -> answer(question, store)),
        "the store answers as the dump does");
    assertTrue(
        QueryFactory.create(question.text()).hasOrderBy(), "the order of the answer is stated");
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void everyAnswerHasItsQuestion() throws IOException {
    Set<String> names = new TreeSet<>();
    questions.forEach(question -> names.add(question.name()));
    assertTrue(names.size() >= 85, "questions: " + names.size());
    try (Stream<Path> files = Files.list(QUERIES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        assertTrue(
            names.contains(file.getFileName().toString().replace(".csv", "")),
            file + " has no question");
      }
    }
  }

  @Test
  void theWordsOfAnswersNamePassagesOfAllFiles() {
    Set<String> files = new TreeSet<>();
    for (QueryFile question : questions) {
      String words =
          String.join(
              "\n", question.header().stream().filter(l -> l.startsWith("answer:")).toList());
      Matcher matcher = PASSAGE.matcher(words);
      while (matcher.find()) {
        files.add(matcher.group().substring(0, 3));
        assertTrue(
            graph.contains(Node.ANY, Ent.id("passage/" + matcher.group()), Node.ANY, Node.ANY),
            question.name() + " rests on passage " + matcher.group() + ", which there is not");
      }
    }
    assertEquals(Set.of("000", "001", "002", "003", "004"), files);
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerRestsOnSingleTriples() {
    return questions.stream()
        .map(
            question ->
                DynamicTest.dynamicTest(question.name(), () -> answerChangesWith(question)));
  }

  /** Removes triples behind the answer, one at a time, until the answer is another one. */
  private void answerChangesWith(QueryFile question) {
    String answer = answer(question, graph);
    List<Triple> behind = new ArrayList<>(behind(question));
    assertFalse(behind.isEmpty(), "no triple was found behind the answer");
    Collections.shuffle(behind, new Random(20221113));
    for (Triple triple : behind) {
      List<Quad> removed = new ArrayList<>();
      graph
          .find(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject())
          .forEachRemaining(removed::add);
      removed.forEach(graph::delete);
      try {
        if (!removed.isEmpty() && !answer(question, graph).equals(answer)) {
          return;
        }
      } finally {
        removed.forEach(graph::add);
      }
    }
    fail("the answer stays the same without any one of " + behind);
  }

  /** The triples that the patterns of a question match in its first solutions. */
  private Set<Triple> behind(QueryFile question) {
    Query query = QueryFactory.create(question.text());
    List<Triple> patterns = new ArrayList<>();
    ElementWalker.walk(
        query.getQueryPattern(),
        new ElementVisitorBase() {
          @Override
          public void visit(ElementPathBlock block) {
            block.patternElts().forEachRemaining(this::add);
          }

          @Override
          public void visit(ElementTriplesBlock block) {
            block.patternElts().forEachRemaining(patterns::add);
          }

          private void add(TriplePath path) {
            if (path.isTriple()) {
              patterns.add(path.asTriple());
            }
          }
        });
    Query all = QueryFactory.make();
    all.setQuerySelectType();
    all.setQueryPattern(query.getQueryPattern());
    all.setQueryResultStar(true);
    all.setLimit(SOLUTIONS);
    Map<String, Node> parameters = Answer.bind(question, Map.of());
    QueryExecBuilder builder = QueryExec.dataset(graph).query(all);
    parameters.forEach(builder::substitution);
    Set<Triple> behind = new LinkedHashSet<>();
    try (QueryExec execution = builder.build()) {
      RowSet rows = execution.select();
      while (rows.hasNext()) {
        Binding row = rows.next();
        for (Triple pattern : patterns) {
          Triple triple = Substitute.substitute(pattern, row);
          if (triple.isConcrete()) {
            behind.add(triple);
          }
        }
      }
    }
    return behind;
  }

  private static String answer(QueryFile question, DatasetGraph graph) {
    return Answer.to(question, Map.of(), graph, Answer.Format.CSV, Duration.ZERO)
        .replace("\r\n", "\n");
  }

  private static Path answerBeside(QueryFile question) {
    return QUERIES.resolve(question.name() + ".csv");
  }
}
