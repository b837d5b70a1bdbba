package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is kept of the answers. */
class KeptTest {
  @Test
  void whatWasAskedForLastStaysWithinTheRoom() {
    Kept<String, String> kept = new Kept<>(5_000);
    for (int i = 0; i < 100; i++) {
      kept.put("key" + i, "answer" + i, 800);
      assertEquals("answer0", kept.get("key0"));
      assertTrue(kept.bytes() <= 5_000);
    }
    assertEquals("answer0", kept.get("key0"));
    assertEquals("answer99", kept.get("key99"));
    assertNull(kept.get("key50"));
  }

  @Test
  void anAnswerThatWouldTakeAllTheRoomIsNotKept() {
    Kept<String, String> kept = new Kept<>(5_000);
    kept.put("small", "answer", 500);
    kept.put("large", "answer", 4_000);
    assertNull(kept.get("large"));
    assertEquals("answer", kept.get("small"));
  }

  @Test
  void anAnswerTakesThePlaceOfTheOneBefore() {
    Kept<String, String> kept = new Kept<>(5_000);
    kept.put("key", "one", 500);
    kept.put("key", "two", 600);
    assertEquals("two", kept.get("key"));
    assertEquals(800, kept.bytes());
  }

  @Test
  void withoutRoomNothingIsKept() {
    Kept<String, String> kept = new Kept<>(0);
    kept.put("key", "answer", 0);
    assertNull(kept.get("key"));
  }
}
