package org.entente.explore;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a sentence.
 *
 * @param text what it says
 * @param href where it leads; null for none
 * @param lang its language, when it is not English; else null
 */
record Piece(String text, String href, String lang) {
  static Piece of(String text) {
    return new Piece(text, null, null);
  }

  /** A name that leads elsewhere than its parts; one part unless they are of several languages. */
  static List<Piece> linked(List<Piece> name, String href) {
    return name.stream().map(Piece::lang).distinct().count() == 1
        ? List.of(new Piece(plain(name), href, name.get(0).lang()))
        : name.stream().map(part -> new Piece(part.text(), href, part.lang())).toList();
  }

  /** A sentence without its links. */
  static String plain(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
