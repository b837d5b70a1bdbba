package org.entente.explore;

/** Writes a picture: everything that comes from the graph is escaped. */
final class Svg {
  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final int height;

  /** A picture with a title for those who do not see it. */
  Svg(String id, int width, int height, String title) {
    this.width = width;
    this.height = height;
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" id=\"%s\" role=\"group\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
            .formatted(escape(id), escape(title), width, height, width, height));
    out.append("<title>").append(escape(title)).append("</title>");
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** A picture's fading ends: ids {@code fade} filled with the current colour. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String css) {
    out.append(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>"
            .formatted(n(x1), n(y1), n(x2), n(y2), escape(css)));
    return this;
  }

  Svg rect(double x, double y, double w, double h, double r, String css) {
    out.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" class=\"%s\"/>"
            .formatted(n(x), n(y), n(Math.max(w, 0)), n(h), n(r), escape(css)));
    return this;
  }

  Svg circle(double x, double y, double r, String css) {
    out.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>"
            .formatted(n(x), n(y), n(r), escape(css)));
    return this;
  }

  /** Words; anchor is start, middle or end. */
  Svg text(double x, double y, String words, String anchor, String css) {
    out.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>"
            .formatted(n(x), n(y), anchor, escape(css), escape(words)));
    return this;
  }

  /** Begins a link, with what a reader is told when pointing at it; without address a group. */
  Svg open(String href, String hint, String css) {
    if (href == null) {
      out.append("<g class=\"%s\">".formatted(escape(css)));
    } else {
      out.append(
          "<a href=\"%s\" class=\"%s\" aria-label=\"%s\">"
              .formatted(escape(href), escape(css), escape(hint)));
    }
    out.append("<title>").append(escape(hint)).append("</title>");
    return this;
  }

  /** Ends a link. */
  Svg close(String href) {
    out.append(href == null ? "</g>" : "</a>");
    return this;
  }

  /** The whole picture. */
  String build() {
    return out + "</svg>";
  }

  /** A number in few digits. */
  static String n(double value) {
    long tenths = Math.round(value * 10);
    long rest = Math.abs(tenths % 10);
    String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
    return rest == 0 ? whole : whole + "." + rest;
  }

  /** About how wide words are in letters of a size. */
  static double width(String words, double size) {
    return words
        .codePoints()
        .mapToDouble(c -> c > 0x2E7F ? size : Character.isUpperCase(c) ? size * 0.68 : size * 0.53)
        .sum();
  }

  /** Words cut to what fits, with an ellipsis. */
  static String fit(String words, double size, double room) {
    if (width(words, size) <= room) {
      return words;
    }
    String cut = words;
    while (cut.length() > 1 && width(cut + "…", size) > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut.stripTrailing() + "…";
  }

  /** Text made harmless in markup. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                  if (c >= 0x20 || c == '\n' || c == '\t') {
                    safe.appendCodePoint(c);
                  }
                }
              }
            });
    return safe.toString();
  }
}
