package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
  private static final String HEAD = "Peru and Chile after the storm\n\nBy Ada Example\n\n";

  /** Kind, holder, addressee or what it is about, and the words. */
  private static List<String> judgements(String text) {
    return Fixture.read(text).judgements().stream()
        .map(
            j ->
                j.kind()
                    + " "
                    + j.holders().stream().map(Participant::name).toList()
                    + " "
                    + (j.addressee() != null
                        ? j.addressee().name()
                        : j.about() != null ? j.about().name() : "-")
                    + " | "
                    + j.content())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Peru should publish the maps of the coast.; recommendation Peru",
        "The maps should be published before the vote.; recommendation -",
        "It is essential for Chile to reopen the port.; recommendation Chile",
        "Chile must not treat the port as its own.; recommendation Chile",
        "The two countries need to share the water.; recommendation -",
        "The greatest risk is a return of the smugglers.; risk -",
        "The treaty is likely to fail in the senate.; forecast -",
        "Peru is likely to reject the treaty.; forecast Peru",
        "Secrecy is an obstacle to trust on the coast.; obstacle -",
        "The progress of the last months is remarkable.; judgement -"
      })
  void theAuthorJudges(String sentence, String expected) {
    int space = expected.indexOf(' ');
    assertEquals(
        List.of(
            expected.substring(0, space)
                + " [Ada Example]"
                + expected.substring(space)
                + " | "
                + sentence),
        judgements(HEAD + sentence));
  }

  /**
   * Conditions, hindsight, other people's views, questions, and what somebody has to put up with.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "If Peru should publish the maps, nobody would read them.",
        "Peru should have published the maps in spring.",
        "Critics say that Peru should publish the maps.",
        "According to some officials, Peru should publish the maps.",
        "Should Peru publish the maps of the coast?",
        "Should the judges uphold the ban, the port stays shut.",
        "The article lists the challenges that Chile must address soon.",
        "Peru will have to face a hostile senate."
      })
  void whatIsNoAdviceOfTheAuthor(String sentence) {
    assertEquals(List.of(), judgements(HEAD + sentence));
  }

  @Test
  void whomTheTextQuotesJudgesAndNotItsAuthor() {
    assertEquals(
        List.of("recommendation [Jane Abara] Peru | Peru should publish the maps of the coast."),
        judgements(
            HEAD + "Analyst Jane Abara said that Peru should publish the maps of the coast."));
  }

  @Test
  void whatIsToldOfASpeakerIsNotTheSpeakersJudgement() {
    assertEquals(
        List.of(),
        judgements(
            HEAD + "Minister Jane Abara, who is likely to be named in it, has denied any wrong."));
  }

  @Test
  void withoutAnAuthorNobodyHoldsIt() {
    Reading reading = Fixture.read("Peru should publish the maps of the coast with Chile.");
    assertEquals(List.of(), reading.judgements().get(0).holders());
    assertFalse(
        Fixture.rows(reading).stream().anyMatch(row -> row.table().equals("recommendations")));
  }

  @Test
  void aJudgementIsARowWithItsPassageAndWhatItNames() {
    Map<String, String> row =
        Fixture.rows(Fixture.read(HEAD + "Chile should reopen the port to ships of Peru.")).stream()
            .filter(r -> r.table().equals("recommendations"))
            .findFirst()
            .orElseThrow()
            .cells();
    assertEquals("person/ada-example", row.get("holder"));
    assertEquals("state/chile", row.get("addressee"));
    assertEquals("topic/chile-peru-relations", row.get("about"));
    assertEquals("Chile should reopen the port to ships of Peru.", row.get("content"));
  }
}
