package org.entente.diagnostic;

import java.util.Comparator;

/**
 * One mistake, told so that a person can mend it.
 *
 * @param location where
 * @param severity whether it ends the stage
 * @param rule what kind of mistake
 * @param expected what was expected there, as a noun phrase
 * @param found what was found instead, as a noun phrase
 * @param hint what to do; empty when nothing more can be said
 */
public record Diagnostic(
    Location location, Severity severity, Rule rule, String expected, String found, String hint)
    implements Comparable<Diagnostic> {

  /** How bad it is. */
  public enum Severity {
    /** The data cannot be used. */
    ERROR,
    /** The data can be used; somebody should look. */
    WARNING
  }

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::location).thenComparing(Diagnostic::toString);

  /** An error. */
  public static Diagnostic error(
      Location location, Rule rule, String expected, String found, String hint) {
    return new Diagnostic(location, Severity.ERROR, rule, expected, found, hint);
  }

  /** A warning. */
  public static Diagnostic warning(
      Location location, Rule rule, String expected, String found, String hint) {
    return new Diagnostic(location, Severity.WARNING, rule, expected, found, hint);
  }

  /**
   * Quotes a value for a message: control characters and uncommon spaces are shown as escapes, long
   * values shortened.
   */
  public static String quote(String value) {
    StringBuilder shown = new StringBuilder("'");
    int points = 0;
    for (int i = 0; i < value.length(); ) {
      int point = value.codePointAt(i);
      i += Character.charCount(point);
      if (points++ == 80) {
        shown.append('…');
        break;
      }
      if (point == '\n') {
        shown.append("\\n");
      } else if (Character.isISOControl(point)
          || Character.getType(point) == Character.FORMAT
          || Character.isSpaceChar(point) && point != ' ') {
        shown.append(String.format("\\u%04X", point));
      } else {
        shown.appendCodePoint(point);
      }
    }
    return shown.append('\'').toString();
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column: error: expected X but found Y [rule] (hint)}. */
  @Override
  public String toString() {
    String kind = severity == Severity.ERROR ? "error" : "warning";
    String text =
        location
            + ": "
            + kind
            + ": expected "
            + expected
            + " but found "
            + found
            + " ["
            + rule.label()
            + "]";
    return hint.isEmpty() ? text : text + " (" + hint + ")";
  }
}
