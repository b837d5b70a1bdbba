package org.entente.explore;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asks for.
 *
 * @param path decoded path below the public address, beginning with a slash
 * @param parameters decoded query parameters
 * @param acceptLanguages languages the reader understands, best first, such as {@code ja}
 * @param publicUrl address under which the site is reached
 */
public record PageRequest(
    String path,
    Map<String, List<String>> parameters,
    List<String> acceptLanguages,
    URI publicUrl) {
  private static final List<String> DAYS = List.of("asof", "from", "to");
  private static final List<String> FORMATS = List.of("html", "csv", "json", "svg");
  private static final List<String> VIEWS = List.of("table", "chart", "timeline", "network", "map");
  private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  /** How many values are told that a parameter may have. */
  private static final int TOLD = 12;

  private static final String EXAMPLE_OF_A_DAY = "2022-12-31";

  /** The first value of a parameter, when there is one that is not blank. */
  Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.isBlank())
        .map(String::strip)
        .findFirst();
  }

  /** The same without some parameters. */
  PageRequest without(Collection<String> names) {
    Map<String, List<String>> others = new LinkedHashMap<>(parameters);
    others.keySet().removeAll(names);
    return new PageRequest(path, others, acceptLanguages, publicUrl);
  }

  /**
   * What is wrong with the parameters that every page understands, by the name of the parameter;
   * empty when nothing is.
   */
  Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    for (String name : DAYS) {
      parameter(name)
          .filter(value -> PageContext.day(value) == null)
          .ifPresent(value -> faults.put(name, expectedDay(name, value)));
    }
    LocalDate from = parameter("from").map(PageContext::day).orElse(null);
    LocalDate to = parameter("to").map(PageContext::day).orElse(null);
    if (from != null && to != null && to.isBefore(from)) {
      faults.put("to", expected("to", "a day not before " + from + ", the “from”", to.toString()));
    }
    parameter("format")
        .filter(value -> !FORMATS.contains(value))
        .ifPresent(value -> faults.put("format", expected("format", oneOf(FORMATS), value)));
    parameter("view")
        .filter(value -> !VIEWS.contains(value))
        .ifPresent(value -> faults.put("view", expected("view", oneOf(VIEWS), value)));
    parameter("lang")
        .filter(value -> !value.matches(LANGUAGE))
        .ifPresent(value -> faults.put("lang", expected("lang", "a language such as “ja”", value)));
    return faults;
  }

  /** Values of which one is expected; of many, the first. */
  static String oneOf(List<String> values) {
    List<String> told = values.subList(0, Math.min(TOLD, values.size()));
    String rest = values.size() > TOLD ? " or " + (values.size() - TOLD) + " others" : "";
    return told.isEmpty()
        ? "nothing, for there is nothing to choose from"
        : "one of " + String.join(", ", told) + rest;
  }

  /** That a parameter does not name a day. */
  static String expectedDay(String name, String found) {
    return expected(name, "a day, written as " + EXAMPLE_OF_A_DAY, found);
  }

  /** What is wrong with a parameter. */
  static String expected(String name, String what, String found) {
    return "“%s” in the address: expected %s; found “%s”.".formatted(name, what, found);
  }
}
