package org.entente.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all dates. */
final class EdtfPropertyTest {
  @Property
  void boundsAreInOrder(@ForAll("dates") String text) {
    Edtf date = date(text);
    assertOrdered(date.earliestBegin(), date.latestBegin());
    assertOrdered(date.earliestEnd(), date.latestEnd());
    assertOrdered(date.earliestBegin(), date.earliestEnd());
    assertOrdered(date.latestBegin(), date.latestEnd());
    assertOrdered(date.earliestBegin(), date.latestEnd());
  }

  @Property
  void openEndsAloneLackBounds(@ForAll("dates") String text) {
    Edtf date = date(text);
    boolean openBegin = text.startsWith("/") || text.startsWith("../");
    boolean openEnd = text.endsWith("/") || text.endsWith("/..");
    assertEquals(openBegin, date.earliestBegin() == null);
    assertEquals(openBegin, date.latestBegin() == null);
    assertEquals(openEnd, date.earliestEnd() == null);
    assertEquals(openEnd, date.latestEnd() == null);
  }

  @Property
  void disjointnessIsSymmetricAndNeverWithItself(
      @ForAll("dates") String a, @ForAll("dates") String b) {
    assertEquals(date(a).isDisjointFrom(date(b)), date(b).isDisjointFrom(date(a)));
    assertFalse(date(a).isDisjointFrom(date(a)));
  }

  @Property
  void refiningIsAnOrder(
      @ForAll("dates") String a, @ForAll("dates") String b, @ForAll("dates") String c) {
    assertTrue(date(a).refines(date(a)));
    if (date(a).refines(date(b)) && date(b).refines(date(c))) {
      assertTrue(date(a).refines(date(c)));
    }
  }

  @Property
  void whatRefinesIsNeverDisjoint(@ForAll("dates") String a, @ForAll("dates") String b) {
    if (date(a).refines(date(b))) {
      assertFalse(date(a).isDisjointFrom(date(b)));
    }
  }

  @Property
  void whatIsDisjointFromTheCoarserIsDisjointFromTheFiner(
      @ForAll("dates") String a, @ForAll("dates") String b, @ForAll("dates") String c) {
    if (date(a).refines(date(b)) && date(b).isDisjointFrom(date(c))) {
      assertTrue(date(a).isDisjointFrom(date(c)));
    }
  }

  @Property
  void aDayRefinesItsMonthItsSeasonAndItsYear(@ForAll("days") LocalDate day) {
    Edtf date = date(day.toString());
    assertTrue(date.refines(date(day.toString().substring(0, 7))));
    assertTrue(date.refines(date(day.toString().substring(0, 4))));
    assertTrue(date.refines(date(day.toString().substring(0, 3) + "X")));
    int year = day.getMonthValue() <= 2 ? day.getYear() - 1 : day.getYear();
    int season = 21 + (day.getMonthValue() + 9) % 12 / 3;
    assertTrue(date.refines(date("%04d-%d".formatted(year, season))));
  }

  @Property
  void anyTextIsReadOrRefusedWithoutFault(@ForAll String text) {
    Optional<Edtf> date = Edtf.parse(text);
    date.ifPresent(d -> assertEquals(text, d.text()));
  }

  private static void assertOrdered(LocalDate first, LocalDate second) {
    assertTrue(
        first == null || second == null || !second.isBefore(first),
        () -> second + " is before " + first);
  }

  private static Edtf date(String text) {
    return Edtf.parse(text).orElseThrow(() -> new AssertionError(text + " is no date"));
  }

  @Provide
  static Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        daysBetween(LocalDate.of(2019, 12, 1), LocalDate.of(2020, 3, 31)),
        daysBetween(LocalDate.of(1900, 3, 1), LocalDate.of(2100, 12, 31)));
  }

  private static Arbitrary<LocalDate> daysBetween(LocalDate first, LocalDate last) {
    return Arbitraries.longs()
        .between(first.toEpochDay(), last.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  static Arbitrary<String> dates() {
    Arbitrary<String> points =
        Combinators.combine(days(), Arbitraries.integers().between(0, 7), qualifiers())
            .as((day, form, qualifier) -> point(day, form) + qualifier);
    Arbitrary<String> intervals =
        Combinators.combine(days(), days(), Arbitraries.integers().between(0, 7))
            .as(
                (a, b, form) -> {
                  LocalDate first = a.isBefore(b) ? a : b;
                  LocalDate last = a.isBefore(b) ? b : a;
                  return switch (form) {
                    case 0 -> point(first, 1) + "/" + point(last, 0);
                    case 1 -> point(first, 0) + "/" + point(last, 1);
                    case 2 -> point(first, 2) + "/" + point(last, 2);
                    case 3 -> first + "/..";
                    case 4 -> "../" + point(last, 1);
                    case 5 -> first + "/";
                    case 6 -> "/" + last;
                    default -> first + "/" + last;
                  };
                });
    return Arbitraries.oneOf(points, intervals);
  }

  private static Arbitrary<String> qualifiers() {
    return Arbitraries.of("", "", "?", "~", "%");
  }

  private static String point(LocalDate day, int form) {
    String text = day.toString();
    return switch (form) {
      case 0 -> text;
      case 1 -> text.substring(0, 7);
      case 2 -> text.substring(0, 4);
      case 3 -> text.substring(0, 3) + "X";
      case 4 -> text.substring(0, 2) + "XX";
      case 5 -> text.substring(0, 4) + "-XX";
      case 6 -> text.substring(0, 7) + "-XX";
      default -> text.substring(0, 4) + "-" + (21 + day.getDayOfMonth() % 4);
    };
  }
}
