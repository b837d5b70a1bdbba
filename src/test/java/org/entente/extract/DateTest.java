package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.model.Edtf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 17);

  private static List<String> dates(String text, LocalDate document) {
    String masked = TextView.of(text).masked();
    List<Token> tokens = Fixture.LEXICON.tokenizer().tokens(masked, 0, masked.length());
    return new DateGrammar(Fixture.LEXICON)
        .dates(tokens).stream()
            .map(
                d ->
                    DateResolver.resolve(
                            d,
                            new DateResolver.Context(
                                document,
                                null,
                                null,
                                null,
                                0,
                                text.startsWith("Will"),
                                false,
                                null),
                            0,
                            1)
                        .map(EventDate::edtf)
                        .orElse("?"))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on 4 July 2022 | 2022-07-04",
        "on July 4, 2022 | 2022-07-04",
        "on the 4th of July 2022 | 2022-07-04",
        "in July 2022 | 2022-07",
        "in 2022 | 2022",
        "on 2022-07-04 | 2022-07-04",
        "from 2 to 4 July 2022 | 2022-07-02/2022-07-04",
        "November 12-13, 2022 | 2022-11-12/2022-11-13",
        "May 30 to June 2, 2021 | 2021-05-30/2021-06-02",
        "from 2017 to 2021 | 2017/2021",
        "in early March 2023 | 2023-03",
        "in the summer of 2021 | 2021-22",
        "on 4 March | 2024-03-04",
        "in November | 2023-11",
        "Will meet in November | 2024-11",
        "in May | 2024-05",
        "today | 2024-05-17",
        "yesterday | 2024-05-16",
        "on Wednesday | 2024-05-15",
        "Will speak on Wednesday | 2024-05-22",
        "next Saturday | 2024-05-18",
        "last month | 2024-04",
        "last week | 2024-05-06/2024-05-12",
        "over the weekend | 2024-05-11/2024-05-12",
        "at the weekend | 2024-05-11/2024-05-12",
        "last weekend | 2024-05-11/2024-05-12",
        "the day before yesterday | 2024-05-15",
        "in the 1970s and 1980s | 1970/1989",
        "earlier this week | 2024-05-13/2024-05-17",
        "next year | 2025",
        "three years ago | 2021",
        "two weeks ago | 2024-05-03",
        "over the past 48 hours | 2024-05-15/2024-05-17",
        "in the 1990s | 1990/1999",
        "in the late 1990s | ?"
      })
  void aWording(String wording, String edtf) {
    assertEquals(List.of(edtf), dates(wording, DAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They may come in force.",
        "1,500 people",
        "Resolution 2735",
        "He marched on",
        "2035 people"
      })
  void whatIsNoDate(String wording) {
    assertEquals(List.of(), dates(wording, DAY));
  }

  @ParameterizedTest
  @CsvSource({"last month", "on Wednesday", "in March", "two weeks ago", "this year"})
  void noBasisNoValue(String wording) {
    assertEquals(List.of("?"), dates(wording, null));
  }

  @Property
  void everyDayIsReadInBothOrders(
      @ForAll @IntRange(min = 1900, max = 2099) int year,
      @ForAll @IntRange(min = 1, max = 365) int day) {
    LocalDate date = LocalDate.ofYearDay(year, day);
    String month =
        date.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
    assertEquals(
        List.of(date.toString()),
        dates("on " + date.getDayOfMonth() + " " + month + " " + year, DAY));
    assertEquals(
        List.of(date.toString()),
        dates("on " + month + " " + date.getDayOfMonth() + ", " + year, DAY));
  }

  @Property
  void everyValueIsEdtf(@ForAll @IntRange(min = 0, max = 400) int back) {
    LocalDate document = DAY.minusDays(back);
    String text = "yesterday, last week, on Friday, in June, next month, this week, 3 days ago";
    for (String date : dates(text, document)) {
      assertTrue(Edtf.parse(date).isPresent(), date);
    }
  }

  @org.junit.jupiter.api.Test
  void laterAndSameCountFromTheDateBefore() {
    List<String> lines =
        Fixture.lines(
            "Iceland and Malta signed a fishing treaty on 30 January 2019. Two days later, Iceland"
                + " imposed tariffs on Malta. The following day, Malta suspended the treaty.");
    assertTrue(lines.contains("measure [Iceland, Malta] 2019-02-01 asserted"), lines.toString());
    assertTrue(lines.contains("measure [Malta] 2019-02-02 asserted"), lines.toString());
  }

  @org.junit.jupiter.api.Test
  void theParagraphsYearHolds() {
    List<String> lines =
        Fixture.lines(
            "On 2 May 2019, Iceland expelled two diplomats of Malta. Malta recalled its ambassador"
                + " in June.");
    assertTrue(lines.contains("measure [Malta] 2019-06 asserted"), lines.toString());
  }
}
