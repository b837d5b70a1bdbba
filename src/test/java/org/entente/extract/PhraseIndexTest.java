package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Phrases of several words, whole and parted by a date. */
class PhraseIndexTest {
  private final PhraseIndex<String> index = new PhraseIndex<>(false);

  private static List<Token> tokens(String text) {
    return new Tokenizer(Set.of()).tokens(text, 0, text.length());
  }

  private void add(String... phrases) {
    for (String phrase : phrases) {
      index.add(tokens(phrase), phrase);
    }
  }

  private List<String> all(String text, int at, int resumed) {
    return index.all(tokens(text), at, resumed).stream()
        .map(m -> m.value() + " to " + m.end() + (m.interrupted() ? " parted" : ""))
        .toList();
  }

  @Test
  void theLongestWins() {
    add("call", "call for an end", "call for");
    assertEquals("call for an end", index.longest(tokens("Call for an end"), 0).value());
    assertEquals("call for", index.longest(tokens("to call for an exit"), 1).value());
    assertEquals("call", index.longest(tokens("call"), 0).value());
    assertNull(index.longest(tokens("for an end"), 0));
  }

  @Test
  void ofTwoEqualPhrasesTheFirstStays() {
    index.add(tokens("call on"), "first");
    index.add(tokens("Call on"), "second");
    assertEquals("first", index.longest(tokens("call on"), 0).value());
  }

  @Test
  void aDateMayPartAPhrase() {
    add("called", "called on", "called for", "called for an end to");
    assertEquals(
        List.of(
            "called for an end to to 1 parted",
            "called for to 1 parted",
            "called on to 2",
            "called to 1"),
        all("called on Monday for an end to", 0, 3));
    assertEquals(List.of("called on to 2", "called to 1"), all("called on Monday for", 0, 1));
  }
}
