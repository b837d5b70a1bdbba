package org.entente.explore;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Numbers and their units in English. */
final class Quantity {
  /** Units that say no more than that something is counted. */
  private static final Set<String> COUNTS = Set.of("occurrence", "person");

  /** How other units follow their number, where it is not by their name. */
  private static final Map<String, String> SHORT = Map.of("percent", "%", "fraction", "");

  /** The unit of a place in an order. */
  private static final String RANK = "rankUnit";

  private Quantity() {}

  /**
   * A number with its unit and with what is counted, after a word for what is measured: "171 seats
   * of the Assembly", "first of all trips", "13".
   *
   * @param unit local name of the unit; empty for none
   * @param name its name in the singular, which is English
   * @param population what the number is of; empty when that is not told
   */
  static String of(Node value, String unit, String name, String population) {
    String number = GraphReader.text(value);
    if (unit.equals(RANK) && number.matches("[0-9]{1,4}")) {
      return EventTeller.ordinal(Integer.parseInt(number)) + of(population);
    }
    String several = name.endsWith("s") || name.isEmpty() ? name : name + "s";
    if (COUNTS.contains(unit) || !name.isEmpty() && population.startsWith(several + " ")) {
      // The measure or the population says what is counted.
      return separated(number) + (population.isEmpty() ? "" : " " + population);
    }
    String after =
        SHORT.getOrDefault(unit, name.isEmpty() ? "" : " " + (isOne(number) ? name : several));
    return separated(number) + after + of(population);
  }

  private static String of(String population) {
    return population.isEmpty() ? "" : " of " + population;
  }

  /** With commas between the thousands, when it has many digits. */
  private static String separated(String number) {
    return number.matches("[0-9]{5,18}")
        ? String.format(Locale.ROOT, "%,d", Long.parseLong(number))
        : number;
  }

  private static boolean isOne(String number) {
    try {
      return new BigDecimal(number).compareTo(BigDecimal.ONE) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
