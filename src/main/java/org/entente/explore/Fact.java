package org.entente.explore;

import java.util.List;

/**
 * A sentence with what it rests on.
 *
 * @param sentence the sentence
 * @param evidence what it rests on
 * @param span when what it tells of was
 * @param tag a short remark, such as "plan" or "possibly"; null for none
 * @param about the IRI of what it tells of
 */
record Fact(List<Piece> sentence, Evidence evidence, Span span, String tag, String about) {
  /** The sentence without links. */
  public String plain() {
    return Piece.plain(sentence);
  }
}
