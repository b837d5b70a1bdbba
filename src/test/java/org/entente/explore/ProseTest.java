package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text is words. */
class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # *AJISS*-Commentary                 | AJISS-Commentary
          ***Junya Nishino***, *fellow*        | Junya Nishino, fellow
          **bold with *slanted* words**        | bold with slanted words
          1. * Professor, 2 * 3                | 1. * Professor, 2 * 3
          snake_case_name and _slanted_ one    | snake_case_name and slanted one
          see [the page](https://e.org/a) now  | see the page now
          at <https://e.org/a_b_c>             | at https://e.org/a_b_c
          an escaped \\*star\\*             | an escaped *star*
          - an item - with dashes              | an item - with dashes
          > quoted                             | quoted
          """)
  void marksOfMarkdownAreNoWords(String text, String words) {
    Prose prose = new Prose(text);
    assertEquals(words, prose.words(0, prose.length()));
  }

  private static String paragraphs(String text) {
    Prose prose = new Prose(text);
    return prose.paragraphs().stream()
        .map(p -> p.from() + "-" + p.to() + " " + p.look() + " " + prose.words(p.from(), p.to()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void aParagraphIsALineThatSaysSomething() {
    String rest = " and so on".repeat(12);
    assertEquals(
        "1-7 HEADING One; 9-134 PLAIN \uD83D\uDE00 two"
            + rest
            + "; 135-139 PLAIN Four; 144-151 ITEM three",
        paragraphs("\n## One\n\n\uD83D\uDE00 two" + rest + "\nFour\n---\n- three\n"));
  }

  @Test
  void whereAllLinesAreShortAnEmptyLineParts() {
    assertEquals(
        "0-5 HEADING One; 6-15 PLAIN two\nthree; 17-21 PLAIN four; 22-28 ITEM five; 29-38 ITEM six\nsix",
        paragraphs("# One\ntwo\nthree\n\nfour\n- five\n- six\nsix"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Kishida met Yoon.                 | Kishida met Yoon.
          “강제징용 대법원 판결,” 2023      | “ [강제징용 대법원 판결]ko ,” 2023
          第12回の開催(結果),” April        | [第]und-Hani 12 [回の開催(結果]ja ),” April
          尹錫悦 is 윤석열                  | [尹錫悦]und-Hani  is  [윤석열]ko
          石破茂、わが政策                  | [石破茂、わが政策]ja
          """)
  void theScriptTellsTheLanguage(String text, String parts) {
    assertEquals(
        parts,
        Scripts.pieces(text).stream()
            .map(p -> p.lang() == null ? p.text() : "[" + p.text() + "]" + p.lang())
            .collect(Collectors.joining(" ")));
  }
}
