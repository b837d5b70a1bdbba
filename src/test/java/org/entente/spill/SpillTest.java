package org.entente.spill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spills is the same before it does and after, across the borders of its pieces. */
class SpillTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 70_000, 2_100_000})
  void numbersStandAtTheirPlaces(int count) {
    Longs added = new Longs();
    Longs set = new Longs(count);
    for (int i = 0; i < count; i++) {
      assertEquals(0, set.get(i));
      added.add(i * 3L);
      set.set(i, i * 3L);
    }
    assertEquals(count, added.length());
    assertEquals(count, set.length());
    long[] copied = new long[count];
    added.copy(0, copied, count);
    for (int i = 0; i < count; i++) {
      assertEquals(i * 3L, set.get(i));
      assertEquals(i * 3L, copied[i]);
    }
    assertEquals(Math.min(count, 5), added.least(0, count, 13));
    assertEquals(count, added.least(0, count, Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3_000, 60_000})
  void bytesComeBackByTheirNumbers(int count) {
    Random random = new Random(count);
    Blobs blobs = new Blobs();
    List<byte[]> expected = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      expected.add(bytes);
      blobs.add(bytes, bytes.length);
    }
    assertEquals(count, blobs.size());
    for (int i = 0; i < count; i++) {
      assertArrayEquals(expected.get(i), blobs.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 100_000})
  void keysHaveTheNumbersTheyWereGiven(int count) {
    Random random = new Random(count);
    Numbers numbers = new Numbers();
    Map<String, Long> expected = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String key = "k" + random.nextInt(count);
      Long before = expected.get(key);
      assertEquals(before == null ? -1 : before, numbers.get(key, "x"));
      if (random.nextBoolean()) {
        assertEquals(before == null ? -1 : before, numbers.put(i, key, "x"));
        expected.put(key, (long) i);
      } else {
        assertEquals(before == null ? -1 : before, numbers.putIfAbsent(i, key, "x"));
        expected.putIfAbsent(key, (long) i);
      }
    }
    assertEquals(expected.size(), numbers.size());
    expected.forEach((key, number) -> assertEquals(number, numbers.get(key, "x")));
    assertTrue(count == 0 || numbers.contains(expected.keySet().iterator().next(), "x"));
    assertFalse(numbers.contains("k", "0x"));
  }
}
