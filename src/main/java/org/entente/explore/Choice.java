package org.entente.explore;

/**
 * A value that a filter takes.
 *
 * @param value what stands in the address
 * @param label what a reader sees
 * @param lang the language of the label; null for English
 * @param chosen whether it is chosen
 */
record Choice(String value, String label, String lang, boolean chosen) {
  Choice(String value, String label, boolean chosen) {
    this(value, label, null, chosen);
  }
}
