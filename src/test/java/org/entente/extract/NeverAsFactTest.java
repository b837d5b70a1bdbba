package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the verb and whatever the marker: what is marked as no fact is never told as one. */
class NeverAsFactTest {

  @Provide
  Arbitrary<String> markers() {
    return Arbitraries.of(
        "will",
        "may",
        "might",
        "could",
        "would",
        "should",
        "must",
        "shall",
        "plans to",
        "is expected to",
        "intends to",
        "refused to",
        "did not",
        "has yet to",
        "will not",
        "is likely to",
        "hopes to",
        "wants to",
        "threatened to",
        "failed to",
        "declined to",
        "is scheduled to",
        "is set to",
        "is due to",
        "is considering whether to",
        "offered to",
        "is ready to",
        "aims to",
        "is not going to",
        "could not",
        "was unable to",
        "never did",
        "is reportedly planning to",
        "had hoped to",
        "was asked to",
        "is under pressure to",
        "will soon formally",
        "may therefore",
        "is widely expected to",
        "does not want to");
  }

  @Provide
  Arbitrary<String> acts() {
    return Arbitraries.of(
        "visit Ghana",
        "meet President Ana Duarte",
        "sign a treaty with Peru",
        "sign the defence pact with Peru",
        "impose sanctions on Mali",
        "attend the G20 summit",
        "host a summit in Lima",
        "hold talks with Chile",
        "expel two diplomats",
        "recall its ambassador",
        "attack Chad",
        "test a ballistic missile",
        "join NATO",
        "resume negotiations with Niger",
        "launch a joint exercise with Oman",
        "suspend the agreement with Malta",
        "ban imports from Laos",
        "open an embassy in Fiji",
        "ratify the climate accord",
        "pay a state visit to Nepal",
        "hold an election in June",
        "send troops to the border",
        "conclude a trade deal with Togo",
        "condemn the Chad-Niger war of 2019 in public",
        "invade Niger");
  }

  @Provide
  Arbitrary<String> subjects() {
    return Arbitraries.of(
        "Gabon",
        "The government of Gabon",
        "Prime Minister Bo Sample",
        "Bo Sample, the prime minister of Gabon,",
        "Libreville",
        "The Gabonese president");
  }

  @Property(tries = 3000)
  void aMarkedActIsNoFact(
      @ForAll @From("subjects") String subject,
      @ForAll @From("markers") String marker,
      @ForAll @From("acts") String act) {
    String sentence = subject + " " + marker + " " + act + ".";
    List<Candidate> candidates = Fixture.candidates(sentence);
    for (Candidate c : candidates) {
      boolean presupposed =
          c.passage().quote().startsWith("the Chad-Niger war")
              || c.passage().quote().startsWith("the agreement with Malta");
      // Somebody who threatens or offers to act has spoken; that is a fact, and not the act.
      boolean spoken =
          (c.type() == EventType.STATEMENT || c.type() == EventType.DECLARATION)
              && c.rules().get(0).startsWith("verb:verb-" + stem(marker));
      assertTrue(
          presupposed || spoken || c.certainty() != Certainty.ASSERTED,
          sentence + " " + Fixture.line(c) + c.rules());
    }
  }

  private static String stem(String marker) {
    String first = marker.split(" ")[0];
    return first.endsWith("ed") ? first.substring(0, first.length() - 2) : first;
  }
}
