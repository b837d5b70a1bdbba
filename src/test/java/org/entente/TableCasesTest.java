package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Rule;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code cases/tables} is a change to the sound project: files laid over it, {@code
 * remove.txt} naming files taken away, and {@code expected.txt} with all that is then reported.
 */
final class TableCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/tables");

  /** No stage of the build reports these: the questions' own test does. */
  private static final Set<Rule> ELSEWHERE = EnumSet.of(Rule.ANSWER, Rule.INTERNAL);

  @TempDir Path folder;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reports(String name) throws IOException {
    Project project = Project.sound(folder).overlay(CASES.resolve(name));
    Path removals = folder.resolve("remove.txt");
    if (Files.exists(removals)) {
      for (String file : Files.readAllLines(removals)) {
        Files.delete(folder.resolve(file));
      }
    }
    String found = project.relative(check(project));
    if (Boolean.getBoolean("entente.adopt")) {
      Files.writeString(CASES.resolve(name).resolve("expected.txt"), found);
    }
    assertEquals(Files.readString(CASES.resolve(name).resolve("expected.txt")), found);
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

  @Test
  void everyKindOfMistakeHasACase() throws IOException {
    StringBuilder reported = new StringBuilder();
    for (String name : cases().toList()) {
      reported.append(Files.readString(CASES.resolve(name).resolve("expected.txt")));
    }
    List<Rule> without =
        Arrays.stream(Rule.values())
            .filter(rule -> !ELSEWHERE.contains(rule))
            .filter(rule -> reported.indexOf("[" + rule.label() + "]") < 0)
            .toList();
    assertTrue(without.isEmpty(), () -> "kinds of mistakes without a case: " + without);
  }
}
