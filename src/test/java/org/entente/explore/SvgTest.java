package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words in pictures. */
class SvgTest {
  private static List<String> lines(double room, Piece... words) {
    return Svg.lines(List.of(words), 12, room).stream()
        .map(line -> Piece.plain(line).strip())
        .toList();
  }

  @Test
  void breaksWordsIntoTheLinesTheyNeed() {
    assertEquals(List.of("Summit in Seoul"), lines(400, Piece.of("Summit in Seoul")));
    assertEquals(List.of("Summit in", "Seoul"), lines(70, Piece.of("Summit in Seoul")));
    assertEquals(List.of("Incomprehensibilities"), lines(10, Piece.of("Incomprehensibilities")));
  }

  @Test
  void breaksWhereAScriptHasNoSpaces() {
    assertEquals(List.of("日韓首", "脳会談"), lines(40, new Piece("日韓首脳会談", null, "ja")));
  }

  @Test
  void keepsTheLanguageOfEachPart() {
    List<List<Piece>> lines =
        Svg.lines(List.of(Piece.of("Named "), new Piece("慰安婦", null, "ja")), 12, 400);
    assertEquals(1, lines.size());
    assertEquals("ja", lines.get(0).get(1).lang());
    assertEquals("慰安婦", lines.get(0).get(1).text());
    assertTrue(lines.get(0).get(0).lang() == null);
  }
}
