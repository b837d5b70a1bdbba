package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractorTest {

  @Test
  void aMeetingOfTwoHeadsIsASummitWithItsDateAndPlace() {
    String text =
        "Prime Minister Lone Jensen of Denmark and Prime Minister Erik Holm of Sweden met in Oslo"
            + " on 12 March 2024.";
    List<Candidate> candidates = Fixture.candidates(text);
    assertEquals(1, candidates.size());
    assertEquals(
        "summit [Lone Jensen, Erik Holm] 2024-03-12 asserted", Fixture.line(candidates.get(0)));
    assertEquals("Oslo", candidates.get(0).place());
    assertEquals(EventDate.Basis.EXPLICIT, candidates.get(0).date().basis());
  }

  @Test
  void anEventToldTwiceIsOneCandidateWithTwoPassages() {
    String text =
        "Kenya and Malawi signed a trade treaty on 4 June 2023.\n\n"
            + "The treaty between Kenya and Malawi covers tea and coffee.";
    List<Candidate> candidates = Fixture.candidates(text);
    assertEquals(List.of("agreement [Kenya, Malawi] 2023-06-04 asserted"), Fixture.lines(text));
    assertEquals(2, candidates.get(0).passages().size());
  }

  @Test
  void twoSummitsOfTheSamePeopleAreTwo() {
    String text =
        "The Chile-Peru summit in Lima on 3 April 2024 dealt with trade. The Chile-Peru summit in"
            + " Santiago on 24 April 2024 dealt with water.";
    assertEquals(
        List.of(
            "summit [Chile, Peru] 2024-04-03 asserted", "summit [Chile, Peru] 2024-04-24 asserted"),
        Fixture.lines(text));
  }

  @Test
  void entriesOfAChronologyGoOnInTheYearOfTheEntryBefore() {
    String text =
        "Chad and Niger\n\n\u2022 Dec. 21, 2022: Chad expels two envoys of Niger.\n\n\u2022 Dec. 22:"
            + " Niger closes its embassy.\n\n\u2022 Jan. 16: Niger imposes sanctions on Chad.";
    assertEquals(
        List.of(
            "measure [Chad, Niger] 2022-12-21 asserted",
            "measure [Niger] 2022-12-22 asserted",
            "measure [Niger, Chad] 2023-01-16 asserted"),
        Fixture.lines(text));
  }

  @Test
  void statementsHaveTheirSpeaker() {
    String text =
        "“We want a fair price for our gas and nothing more,” said Energy Minister Paul Okoro."
            + " Okoro warned that the talks with Ghana were failing.";
    assertEquals(
        List.of(
            "statement [Paul Okoro] 2024-05-17 asserted",
            "statement [Paul Okoro] 2024-05-17 asserted"),
        Fixture.lines(text).stream().filter(l -> l.startsWith("statement")).toList());
    Candidate first = Fixture.candidates(text).get(0);
    assertTrue(first.direct());
    assertTrue(first.passage().quote().startsWith("“We want a fair price"));
  }

  @Test
  void withEmptyTablesAndOtherStatesNothingLeaks() {
    String text = "Fiji recalled its ambassador from Apia. A delegation visited Suva on Monday.";
    for (Candidate candidate : Fixture.candidates(text)) {
      for (Participant participant : candidate.participants()) {
        assertTrue(List.of("Fiji", "Samoa").contains(participant.name()), participant.name());
      }
    }
  }

  @Test
  void peopleOfOneSurnameAreToldApart() {
    String text =
        "General Mark Ode met Defence Minister Sara Blum in Bern on 2 May 2024. Analyst Jane Ode"
            + " said the meeting would change little for anybody.\n\n"
            + "“We agreed on what matters to both of us today,” said Gen. Ode.";
    List<String> lines = Fixture.lines(text);
    assertTrue(lines.contains("statement [Jane Ode] - asserted"), lines.toString());
    assertTrue(lines.contains("statement [Mark Ode] - asserted"), lines.toString());
  }

  @Test
  void theSameTextGivesTheSameCandidates() {
    String text =
        "France and Mali resumed talks in Geneva on 5 May 2024. The two sides agreed to exchange"
            + " prisoners. Mali accused France of delay.";
    Extractor other = Extractor.of(Fixture.LEXICON, NamesTable.EMPTY);
    assertEquals(Fixture.read(text), other.read("document/test", text, Fixture.DAY));
  }

  @Test
  void eventsAreSharedOutOverDatesInParentheses() {
    String text =
        "Summits with the region were hosted by France (June 2023), Italy (May 2024) and"
            + " Austria (April 2024).";
    assertEquals(
        List.of(
            "summit [Austria] 2024-04 asserted",
            "summit [France] 2023-06 asserted",
            "summit [Italy] 2024-05 asserted"),
        Fixture.lines(text).stream().sorted().toList());
  }

  @Test
  void everyCandidateTellsItsRules() {
    for (Candidate c : Fixture.candidates("Togo and Benin signed a fishing pact on 3 May 2024.")) {
      assertEquals(
          List.of("noun:noun-pact/agreementNoun", "carrier:signed", "date:explicit"), c.rules());
      assertTrue(c.confidence() > 0.5 && c.confidence() <= 1);
    }
  }

  @Test
  void theDateOfAnArticleIsFoundInItsHead() {
    String text =
        "# Laos and Nepal open embassies\n\nPublished: 2023-11-20\n\nLaos and Nepal signed a"
            + " consular agreement on Monday in the capital of Laos, officials of both said.";
    Reading reading = Fixture.EXTRACTOR.read("document/test", text, null);
    assertEquals("2023-11-20", reading.parts().get(0).date());
    assertEquals("printed", reading.parts().get(0).dateBasis());
    assertEquals("2023-11-20", reading.candidates().get(0).date().edtf());
    assertEquals("2023-11-20", reading.candidates().get(0).date().anchor());
  }

  @Test
  void withoutADateNothingIsGuessed() {
    String text = "Laos and Nepal signed a consular agreement on Monday.";
    Reading reading = Fixture.EXTRACTOR.read("document/test", text, null);
    assertEquals(1, reading.candidates().size());
    assertEquals(null, reading.candidates().get(0).date());
  }

  @Test
  void aToldDateWins() {
    Reading reading =
        Fixture.EXTRACTOR.read(
            "document/test",
            "Laos and Nepal signed a consular agreement yesterday.",
            LocalDate.of(2022, 3, 1));
    assertEquals("2022-02-28", reading.candidates().get(0).date().edtf());
  }
}
