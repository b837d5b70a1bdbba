package org.entente.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of a stage, so that all of them are reported at once. */
public final class DiagnosticLog {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Notes an error. */
  public void error(Location location, Rule rule, String expected, String found, String hint) {
    add(Diagnostic.error(location, rule, expected, found, hint));
  }

  /** Notes a warning. */
  public void warning(Location location, Rule rule, String expected, String found, String hint) {
    add(Diagnostic.warning(location, rule, expected, found, hint));
  }

  /** Notes a diagnostic. */
  public synchronized void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** All diagnostics so far, sorted by place, each once. */
  public synchronized List<Diagnostic> sorted() {
    return diagnostics.stream().sorted().distinct().toList();
  }

  /** How many diagnostics were noted. */
  public synchronized int size() {
    return diagnostics.size();
  }

  /** Whether none was noted. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** Whether an error was noted. */
  public synchronized boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
  }

  /**
   * Ends the stage when there are errors.
   *
   * @throws DataErrorException with every diagnostic noted so far
   */
  public void throwIfErrors() throws DataErrorException {
    if (hasErrors()) {
      throw new DataErrorException(sorted());
    }
  }
}
