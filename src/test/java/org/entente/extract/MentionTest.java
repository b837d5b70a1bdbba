package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTest {
  private static final MentionFinder FINDER = new MentionFinder(Fixture.LEXICON, NamesTable.EMPTY);

  private static String mentions(String text) {
    String masked = TextView.of(text).masked();
    List<Token> tokens = Fixture.LEXICON.tokenizer().tokens(masked, 0, masked.length());
    return FINDER.mentions(tokens, List.of()).stream()
        .map(m -> m.kind() + " " + m.name() + (m.states().isEmpty() ? "" : " " + m.states()))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a visit by President Luis Arce | PERSON Luis Arce",
        "the South Korean Foreign Minister Park Jin-ho | PERSON Park Jin-ho [South Korea]",
        "then Crown Prince Hamad bin Khalid | PERSON Hamad bin Khalid",
        "with Abdel Rahman el-Masri, a lawyer | PERSON Abdel Rahman el-Masri; ROLE lawyer",
        "Under Secretary of State for Arms Control Bonnie Reyes | PERSON Bonnie Reyes",
        "Peru's president, Ana Duarte, said | PERSON Ana Duarte [Peru]",
        "in the ROK and the DPRK | STATE South Korea [South Korea]; STATE North Korea [North Korea]",
        "Solomon Islands' Prime Minister Peter Kenilo | PERSON Peter Kenilo [Solomon Islands]",
        "the Turkish Ministry of Trade | BODY Turkish Ministry of Trade [Turkey]",
        "the Bank of Tanzania | ORGANISATION Bank of Tanzania [Tanzania]",
        "the leaders of Chad and Niger | ROLE leaders [Chad, Niger]",
        "its Thai and Lao counterparts | ROLE counterparts [Thailand, Laos]",
        "the two countries | PRONOUN sides",
        "Gen. Mark Ode | PERSON Mark Ode"
      })
  void aMention(String text, String expected) {
    assertEquals(expected, mentions(text));
  }
}
