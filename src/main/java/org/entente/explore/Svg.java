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
    return begin("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2).end(css);
  }

  Svg rect(double x, double y, double w, double h, double r, String css) {
    return begin("rect")
        .at("x", x)
        .at("y", y)
        .at("width", Math.max(w, 0))
        .at("height", h)
        .at("rx", r)
        .end(css);
  }

  Svg circle(double x, double y, double r, String css) {
    return begin("circle").at("cx", x).at("cy", y).at("r", r).end(css);
  }

  /** Words; anchor is start, middle or end. */
  Svg text(double x, double y, String words, String anchor, String css) {
    begin("text").at("x", x).at("y", y).with("text-anchor", anchor).with("class", css);
    out.append('>').append(escape(words)).append("</text>");
    return this;
  }

  private Svg begin(String element) {
    out.append('<').append(element);
    return this;
  }

  private Svg at(String attribute, double value) {
    out.append(' ').append(attribute).append("=\"").append(n(value)).append('"');
    return this;
  }

  private Svg with(String attribute, String value) {
    out.append(' ').append(attribute).append("=\"").append(escape(value)).append('"');
    return this;
  }

  private Svg end(String css) {
    with("class", css).out.append("/>");
    return this;
  }

  /** Begins a link, with what a reader is told when pointing at it; without address a group. */
  Svg open(String href, String hint, String css) {
    if (href == null) {
      begin("g").with("class", css);
    } else {
      begin("a").with("href", href).with("class", css).with("aria-label", hint);
    }
    out.append("><title>").append(escape(hint)).append("</title>");
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
