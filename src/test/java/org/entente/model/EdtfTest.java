package org.entente.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates by example: each with its four bounds. */
final class EdtfTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2022,                  2022-01-01, 2022-12-31, 2022-01-01, 2022-12-31",
        "2022-11,               2022-11-01, 2022-11-30, 2022-11-01, 2022-11-30",
        "2024-02,               2024-02-01, 2024-02-29, 2024-02-01, 2024-02-29",
        "2022-11-13,            2022-11-13, 2022-11-13, 2022-11-13, 2022-11-13",
        "2022-11-13?,           2022-11-13, 2022-11-13, 2022-11-13, 2022-11-13",
        "2022~,                 2022-01-01, 2022-12-31, 2022-01-01, 2022-12-31",
        "2022-11%,              2022-11-01, 2022-11-30, 2022-11-01, 2022-11-30",
        "202X,                  2020-01-01, 2029-12-31, 2020-01-01, 2029-12-31",
        "19XX,                  1900-01-01, 1999-12-31, 1900-01-01, 1999-12-31",
        "2022-XX,               2022-01-01, 2022-12-31, 2022-01-01, 2022-12-31",
        "2022-11-XX,            2022-11-01, 2022-11-30, 2022-11-01, 2022-11-30",
        "2022-XX-XX,            2022-01-01, 2022-12-31, 2022-01-01, 2022-12-31",
        "2025-21,               2025-03-01, 2025-05-31, 2025-03-01, 2025-05-31",
        "2025-22,               2025-06-01, 2025-08-31, 2025-06-01, 2025-08-31",
        "2025-23,               2025-09-01, 2025-11-30, 2025-09-01, 2025-11-30",
        "2023-24,               2023-12-01, 2024-02-29, 2023-12-01, 2024-02-29",
        "2022-04-24/2022-04-28, 2022-04-24, 2022-04-24, 2022-04-28, 2022-04-28",
        "2021-10/2024-09,       2021-10-01, 2021-10-31, 2024-09-01, 2024-09-30",
        "2022-07/2022-07,       2022-07-01, 2022-07-31, 2022-07-01, 2022-07-31",
        "2022-07/2022-07-04,    2022-07-01, 2022-07-04, 2022-07-04, 2022-07-04",
        "2022-07-20/2022-07,    2022-07-20, 2022-07-20, 2022-07-20, 2022-07-31",
        "2022/..,               2022-01-01, 2022-12-31, -,          -",
        "../2022,               -,          -,          2022-01-01, 2022-12-31",
        "2022/,                 2022-01-01, 2022-12-31, -,          -",
        "/2022,                 -,          -,          2022-01-01, 2022-12-31",
      })
  void hasBounds(
      String text, String earliestBegin, String latestBegin, String earliestEnd, String latestEnd) {
    Edtf date = Edtf.parse(text).orElseThrow();
    assertEquals(
        earliestBegin + " " + latestBegin + " " + earliestEnd + " " + latestEnd,
        date.earliestBegin()
            + " "
            + date.latestBegin()
            + " "
            + date.earliestEnd()
            + " "
            + date.latestEnd());
    assertEquals(text, date.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "May 2022",
        "22",
        "2022-1",
        "2022-13",
        "2022-00",
        "2022-20",
        "2022-25",
        "2022-02-30",
        "2022-11-31",
        "2022-11-00",
        "2022-11-13T10:00:00Z",
        "2022-22-01",
        "2022-XX-13",
        "202X-11",
        "2XXX",
        "2022/11",
        "2022-11-13/2022-11-12",
        "2022/2021",
        "../..",
        "/",
        "..",
        "../",
        "2020/2021/2022",
        "2022--11",
        "2022 ",
        "２０２２",
        "-2022",
        "9999-24",
      })
  void isNoDate(String text) {
    assertTrue(Edtf.parse(text).isEmpty(), () -> "'" + text + "' was read as a date");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-07,              2022-07-04,            false",
    "2022-07-04,           2022-07-04,            false",
    "2022-07,              2022-08,               true",
    "2022-07-04,           2022-07-05,            true",
    "2022-07-01/2022-07-05, 2022-07-05/2022-07-09, false",
    "2022-07-01/2022-07-05, 2022-07-06/2022-07-09, true",
    "2022/..,              2021,                  true",
    "2022/..,              2030,                  false",
    "../2022,              2023,                  true",
    "../2022,              1900,                  false",
  })
  void isDisjoint(String a, String b, boolean expected) {
    assertEquals(expected, date(a).isDisjointFrom(date(b)));
    assertEquals(expected, date(b).isDisjointFrom(date(a)));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-07-04, 2022-07",
    "2022-07, 2022",
    "2022-07, 2022-07",
    "2022-07-04/2022-07-05, 2022-07",
    "2022-07, 2022/..",
    "2025-22, 2025",
  })
  void refines(String finer, String coarser) {
    assertTrue(date(finer).refines(date(coarser)));
    if (!finer.equals(coarser)) {
      assertFalse(date(coarser).refines(date(finer)));
    }
  }

  private static Edtf date(String text) {
    return Edtf.parse(text).orElseThrow();
  }
}
