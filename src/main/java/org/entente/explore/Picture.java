package org.entente.explore;

/**
 * A picture as a page shows it: one drawing for a desk, one for a telephone.
 *
 * @param id its name within the page, and of the file when it is downloaded
 * @param title what it shows
 * @param wide the drawing for wide screens, as SVG
 * @param narrow the drawing for narrow screens, as SVG
 */
record Picture(String id, String title, String wide, String narrow) {
  /** How wide the drawings are. */
  static final int WIDE = 1136;

  static final int NARROW = 354;

  /** Draws once for a width. */
  interface Drawing {
    String draw(String id, int width);
  }

  static Picture of(String id, String title, Drawing drawing) {
    return new Picture(id, title, drawing.draw(id, WIDE), drawing.draw(id + "-narrow", NARROW));
  }
}
