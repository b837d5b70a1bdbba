package org.entente.explore;

/** A rectangle of a picture that is taken: x and y are its corner at the top left. */
record Box(double x, double y, double width, double height) {
  /** The box of words that stand on a line at y. */
  static Box words(double x, double y, double width) {
    return new Box(x - 1, y - 12, width + 2, 16);
  }

  /** The box around a circle. */
  static Box around(double x, double y, double r) {
    return new Box(x - r, y - r, 2 * r, 2 * r);
  }

  boolean touches(Box other) {
    return x < other.x + other.width
        && other.x < x + width
        && y < other.y + other.height
        && other.y < y + height;
  }

  /** Whether it lies within a picture, so far from its edges. */
  boolean within(double pictureWidth, double pictureHeight, double edge) {
    return x >= edge
        && y >= edge
        && x + width <= pictureWidth - edge
        && y + height <= pictureHeight - edge;
  }

  /** Whether a line between two points passes through it (Liang and Barsky's clipping). */
  boolean crossedBy(double x1, double y1, double x2, double y2) {
    double from = 0;
    double to = 1;
    double[] along = {x1 - x2, x2 - x1, y1 - y2, y2 - y1};
    double[] inside = {x1 - x, x + width - x1, y1 - y, y + height - y1};
    for (int side = 0; side < 4; side++) {
      if (along[side] == 0) {
        if (inside[side] < 0) {
          return false;
        }
      } else if (along[side] < 0) {
        from = Math.max(from, inside[side] / along[side]);
      } else {
        to = Math.min(to, inside[side] / along[side]);
      }
    }
    return from < to;
  }
}
