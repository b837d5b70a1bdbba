package org.entente.map;

/** How the term of a variable is spelled in N-Quads. */
@FunctionalInterface
interface SpelledTerm {
  /** Adds it; false when the row does not bind the variable, and what was added does not count. */
  boolean spell(SpelledRow row, Bytes out);
}
