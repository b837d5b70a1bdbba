package org.entente.diagnostic;

import java.util.List;

/** The data has errors; carries all of them. */
public final class DataErrorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** An exception that reports these diagnostics, in this order. */
  public DataErrorException(List<Diagnostic> diagnostics) {
    super(diagnostics.size() + " diagnostics, first: " + diagnostics.get(0));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What is wrong, sorted by place. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
