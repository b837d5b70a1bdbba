package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are told with their units as one says them. */
class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "13, occurrence, occurrence, '', 13",
    "2, occurrence, occurrence, battery plants in Georgia, 2 battery plants in Georgia",
    "3220000, person, person, visitors, '3,220,000 visitors'",
    "20, year, year, '', 20 years",
    "1, year, year, '', 1 year",
    "1.0, month, month, '', 1.0 month",
    "171, seatUnit, seat, seats of the Assembly, 171 seats of the Assembly",
    "0.73, percentagePoint, percentage point, votes, 0.73 percentage points of votes",
    "59, percent, percent, '', 59%",
    "0.667, fraction, fraction, opposition parties, 0.667 of opposition parties",
    "3, rankUnit, rank, economies, third of economies",
    "10, rankUnit, rank, '', 10th",
    "3, guests, guests, '', 3 guests",
    "7, '', '', '', 7"
  })
  void saysNumbersWithTheirUnits(
      String value, String unit, String name, String population, String words) {
    assertEquals(
        words, Quantity.of(NodeFactory.createLiteralString(value), unit, name, population));
  }
}
