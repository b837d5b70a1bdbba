package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Ent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences say what is known of a thing, and no more. */
class SentencesTest {
  private final DatasetGraph dataset =
      RDFDataMgr.loadDatasetGraph("src/test/resources/explore/people.trig");
  private final GraphReader graph = GraphReader.of(dataset);

  private PageContext page(String asOf) {
    return new PageContext(
        new PageRequest(
            "/", Map.of("asof", List.of(asOf)), List.of("en"), URI.create("https://example.org")),
        new Snapshot(dataset, "v1"),
        graph,
        LocalDate.of(2026, 1, 2));
  }

  private String lead(String thing, String asOf) {
    return new Teller(page(asOf)).lead(Ent.id(thing)).fact().plain();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dated||Dated, of Aa, was Head of Aa from 4 October 2021 to 1 October 2024; was Envoy (when"
            + " is not told).",
        "dated|2022-01-01|Dated, of Aa, has been Head of Aa since 4 October 2021; was Envoy (when is not"
            + " told).",
        "dated|2025-01-01|Dated, of Aa, was Head of Aa from 4 October 2021 to 1 October 2024; was"
            + " Envoy (when is not told).",
        "held||Held was Head of Aa from October 2021 to at least 6 September 2024.",
        "held|2021-10-15|Held may already be Head of Aa (from October 2021).",
        "held|2023-01-01|Held has been Head of Aa since October 2021.",
        "held|2025-01-01|Held became Head of Aa in October 2021 and still was on 6 September 2024.",
        "between||Between was Head of Aa from 10 May 2022 to a day between 27 October 2024 and"
            + " 30 May 2025.",
        "between|2025-01-01|Between became Head of Aa on 10 May 2022 and still was on 27 October"
            + " 2024.",
        "between|2025-05-30|Between was Head of Aa from 10 May 2022 to a day between 27 October 2024"
            + " and 30 May 2025.",
        "going||Going became Head of Aa on 1 October 2024 and still was on 14 August 2025.",
        "going|2024-12-01|Going has been Head of Aa since 1 October 2024.",
        "going|2024-01-01|Going — a person whom the documents name.",
        "once||Once was Head of Aa on 18 July 2022.",
        "once|2022-07-18|Once is Head of Aa.",
        "once|2022-07-17|Once — a person whom the documents name.",
        "month||Month was Head of Aa in December 2011.",
        "twice||Twice was Head of Aa at least from 31 May 2022 to 27 October 2024.",
        "never||Never was Head of Aa (when is not told)."
      })
  void tellsOfficesWithTheirTime(String person, String asOf, String sentence) {
    assertEquals(sentence, lead("person/" + person, asOf == null ? "" : asOf));
  }

  @Test
  void tellsWhoVisitedAndWhoOnlySent() {
    assertEquals(
        "The delegation visited Town in April 2022, sent by Between — visit.",
        new Teller(page("")).fact(Ent.id("event/visit")).plain());
    assertEquals(
        "The delegation's visit, in April 2022 in Town — with Between (sender) and The delegation"
            + " (visitor).",
        lead("event/visit", ""));
  }
}
