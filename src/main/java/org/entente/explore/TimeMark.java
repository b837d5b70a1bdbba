package org.entente.explore;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * Something in time.
 *
 * @param thing what it is
 * @param name what it is called
 * @param href where it leads
 * @param when when it was, in words
 * @param span when it was
 * @param lane in which lane it is shown
 * @param plan whether it is only planned
 * @param lasts whether it lasts from its beginning to its end
 */
record TimeMark(
    Node thing,
    List<Piece> name,
    String href,
    String when,
    Span span,
    String lane,
    boolean plan,
    boolean lasts) {
  /** What it is called, as text. */
  String label() {
    return Piece.plain(name);
  }

  /** What it is called, as a link. */
  List<Piece> link() {
    return Piece.linked(name, href);
  }

  /** What a reader is told when pointing at it. */
  String hint() {
    return (plan ? "Plan: " : "") + label() + (when.isEmpty() ? "" : ", " + when);
  }
}
