package org.entente.explore;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A field of the form by which a page is filtered.
 *
 * @param name the parameter that it sets
 * @param label what it is called
 * @param type select, date, search or text
 * @param value what the address sets it to; empty for nothing
 * @param all what an empty choice is called
 * @param choices what may be chosen
 */
record Field(
    String name, String label, String type, String value, String all, List<Choice> choices) {
  static Field choice(String name, String label, String all, String value, List<Choice> choices) {
    return new Field(name, label, "select", value, all, choices);
  }

  /** What is wrong with the value: it is none of the choices. */
  Optional<String> fault() {
    return !type.equals("select") || value.isEmpty() || choices.stream().anyMatch(Choice::chosen)
        ? Optional.empty()
        : Optional.of(
            PageRequest.expected(
                name, PageRequest.oneOf(choices.stream().map(Choice::value).toList()), value));
  }

  static Field day(String name, String label, LocalDate value) {
    return new Field(name, label, "date", value == null ? "" : value.toString(), "", List.of());
  }

  static Field words(String name, String label, String value) {
    return new Field(name, label, "search", value, "", List.of());
  }

  /** Words that narrow down what is on the page. */
  static Field filter(String name, String label, String value) {
    return new Field(name, label, "text", value, "", List.of());
  }
}
