package org.entente.extract;

/**
 * A place of a text where somebody is named by name.
 *
 * @param name canonical name of who it is
 * @param start offset of the first character of the view
 * @param end offset after the last
 * @param office the office that is named with it; null when none is, or one no longer held
 */
record Naming(String name, int start, int end, Office office) {

  /**
   * An office as a text tells it.
   *
   * @param title the title, in lower case
   * @param kind concept of the scheme PostKind
   * @param state the state whose office it is; null when not told
   */
  record Office(String title, String kind, String state) {}
}
