package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextViewTest {

  @Property
  void maskingMovesNothing(@ForAll String text) {
    TextView view = TextView.of(text);
    assertEquals(view.text().length(), view.masked().length());
    assertEquals(
        view.text().codePointCount(0, view.text().length()), view.codePoint(view.text().length()));
  }

  @Test
  void offsetsCountCodePoints() {
    String text =
        "\uD83D\uDD4A\uD83D\uDD4A 평화 \u2014 Peace. \uD840\uDC00 Fiji and Tonga signed a pact on 3"
            + " May 2024.";
    Reading reading = Fixture.read(text);
    Candidate candidate = reading.candidates().get(0);
    int[] points = reading.text().codePoints().toArray();
    Candidate.Passage passage = candidate.passage();
    assertEquals(
        passage.quote(), new String(points, passage.start(), passage.end() - passage.start()));
    assertTrue(passage.quote().startsWith("Fiji and Tonga signed"), passage.quote());
  }

  @Test
  void decomposedHangulAndAccentsAreComposed() {
    assertEquals("한", TextView.normalise("\u1112\u1161\u11ab"));
    assertEquals("é", TextView.normalise("e\u0301"));
    assertEquals("a\nb\nc", TextView.normalise("\uFEFFa\r\nb\rc"));
  }

  @Test
  void footnoteMarksAreMasked() {
    String masked = TextView.of("signed in 202312 by both.3 The treaty[4] held² well").masked();
    assertEquals("signed in 2023   by both.  The treaty    held  well", masked);
  }

  @Test
  void yearsAndNamesWithDigitsStay() {
    String masked = TextView.of("In 2023, the G20 and COP27 met; 202 people came.").masked();
    assertTrue(masked.contains("2023") && masked.contains("G20") && masked.contains("COP27"));
    assertFalse(masked.contains("  "));
  }
}
