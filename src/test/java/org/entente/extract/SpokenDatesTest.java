package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The document of these tests is of Friday, 17 May 2024. */
class SpokenDatesTest {

  /** Date and basis of each statement of a text. */
  private static List<String> dates(String text) {
    return Fixture.candidates(text).stream()
        .filter(c -> c.type() == EventType.STATEMENT)
        .map(c -> c.date() == null ? "-" : c.date().edtf() + " " + c.date().basis())
        .toList();
  }

  @Test
  void withoutAnyDateItWasSaidOnTheDayOfTheDocument() {
    assertEquals(
        List.of("2024-05-17 DOCUMENT_DATE"),
        dates("Energy Minister Paul Okoro warned that the grid of the country was failing."));
  }

  @Test
  void aReportThatOpensWithItsDayTellsWhatWasSaidOnIt() {
    assertEquals(
        List.of("2024-05-15 DOCUMENT_DATE", "2024-05-15 PREVIOUS_EVENT"),
        dates(
            "Energy Minister Paul Okoro said on Wednesday that the grid was failing.\n\n"
                + "Trade Minister Jane Abara warned that prices would rise."));
  }

  @Test
  void whatSomebodySaysIsSaidOnTheDayOfTheDocument() {
    assertEquals(
        List.of("2024-05-15 DOCUMENT_DATE", "2024-05-17 DOCUMENT_DATE"),
        dates(
            "Energy Minister Paul Okoro said on Wednesday that the grid was failing.\n\n"
                + "Analyst Jane Abara says that prices will rise."));
  }

  @Test
  void aDayThatIsToldLaterIsThatOfItsSpeakerAlone() {
    assertEquals(
        List.of(
            "2024-05-17 DOCUMENT_DATE",
            "2024-05-15 DOCUMENT_DATE",
            "2024-05-15 PREVIOUS_EVENT",
            "2024-05-17 DOCUMENT_DATE"),
        dates(
            "Energy Minister Paul Okoro said that the grid was failing.\n\n"
                + "Ghana buys power from its neighbours.\n\n"
                + "Trade Minister Jane Abara warned on Wednesday that prices would rise. "
                + "Abara added that the poor would suffer most.\n\n"
                + "Okoro denied that the poor would suffer."));
  }

  @Test
  void whatSomebodyHasSaidHasNoDay() {
    assertEquals(
        List.of("-"), dates("Energy Minister Paul Okoro has said that the grid is failing."));
  }

  @Test
  void amongOlderThingsNoDayIsGuessed() {
    assertEquals(
        List.of("-"),
        dates(
            "Ghana and Togo signed a power treaty in March 2019. Energy Minister Paul Okoro"
                + " promised that the lines would be ready soon."));
  }

  @Test
  void atTheTimeIsTheDateToldBefore() {
    assertEquals(
        List.of("2019-03 PREVIOUS_EVENT"),
        dates(
            "Ghana and Togo signed a power treaty in March 2019. Energy Minister Paul Okoro"
                + " promised at the time that the lines would be ready soon."));
  }
}
