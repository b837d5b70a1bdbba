package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.model.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling a plan, a denial or a possibility as a fact is the worst mistake. */
class ModalityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "President Ana Duarte visited Ghana on 3 May 2024. | asserted",
        "President Ana Duarte will visit Ghana in June. | planned",
        "President Ana Duarte is expected to visit Ghana in June. | planned",
        "President Ana Duarte is scheduled to visit Ghana next month. | planned",
        "President Ana Duarte plans to visit Ghana. | planned",
        "President Ana Duarte may visit Ghana in June. | hypothetical",
        "President Ana Duarte could visit Ghana in June. | hypothetical",
        "President Ana Duarte is likely to visit Ghana in June. | hypothetical",
        "If President Ana Duarte visits Ghana in June, a treaty follows. | hypothetical",
        "President Ana Duarte did not visit Ghana in May. | negated",
        "President Ana Duarte has not yet visited Ghana. | negated",
        "President Ana Duarte has so far not visited Ghana. | negated",
        "President Ana Duarte declined to visit Ghana. | negated",
        "President Ana Duarte refused to visit Ghana in May. | negated",
        "President Ana Duarte never visited Ghana. | negated"
      })
  void aVisit(String sentence, String certainty) {
    List<String> found =
        Fixture.candidates(sentence).stream()
            .filter(c -> c.type() == EventType.VISIT)
            .map(c -> c.certainty().key())
            .toList();
    assertTrue(found.size() <= 1, found.toString());
    found.forEach(f -> assertEquals(certainty, f));
    if (certainty.equals("asserted") || certainty.equals("planned")) {
      assertEquals(1, found.size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Niger and Chad held a summit in Niamey on 3 May 2024. | asserted",
        "Niger and Chad will hold a summit in Niamey in June. | planned",
        "The upcoming Niger-Chad summit in Niamey is to deal with water. | planned",
        "Niger proposed a Niger-Chad summit in Niamey. | hypothetical",
        "The Niger-Chad summit in Niamey was cancelled. | negated",
        "The Niger-Chad summit in Niamey did not take place. | negated",
        "Niger postponed the Niger-Chad summit in Niamey. | negated",
        "The Niger-Chad summit in Niamey may take place in June. | hypothetical"
      })
  void aSummit(String sentence, String certainty) {
    List<String> found =
        Fixture.candidates(sentence).stream()
            .filter(c -> c.type() == EventType.SUMMIT)
            .map(c -> c.certainty().key())
            .toList();
    assertEquals(List.of(certainty), found);
  }

  @Test
  void aRefusalIsNoMeasureThatWasTaken() {
    assertEquals(
        List.of("measure [Gabon] - negated"),
        Fixture.lines("Gabon refused a request to send troops to the border."));
  }

  @Test
  void whatIsPlannedBecomesAPlanAndNoEvent() {
    Reading reading =
        Fixture.read(
            "President Ana Duarte will visit Ghana in June. Togo and Mali may hold a summit in"
                + " July. Peru did not sign the treaty with Chile.");
    List<Proposal> rows = Fixture.rows(reading);
    assertTrue(rows.stream().anyMatch(row -> row.table().equals("plans")));
    for (String table : List.of("events", "agreements", "measures", "disputes")) {
      assertTrue(rows.stream().noneMatch(row -> row.table().equals(table)), table);
    }
  }
}
