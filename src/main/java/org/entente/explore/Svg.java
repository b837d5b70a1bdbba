package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Writes a picture: everything that comes from the graph is escaped. */
final class Svg {
  private static final Pattern BREAKS =
      Pattern.compile("(?<=\\s)|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}])");

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
    return text(x, y, List.of(Piece.of(words)), anchor, css);
  }

  /** Words, those of other languages marked so; anchor is start, middle or end. */
  Svg text(double x, double y, List<Piece> words, String anchor, String css) {
    begin("text").at("x", x).at("y", y).with("text-anchor", anchor).with("class", css);
    out.append('>');
    for (Piece part : words) {
      if (part.lang() == null) {
        out.append(escape(part.text()));
      } else {
        begin("tspan").with("lang", part.lang()).with("xml:lang", part.lang());
        out.append('>').append(escape(part.text())).append("</tspan>");
      }
    }
    out.append("</text>");
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

  /** About how wide words are in letters of a size, in the wider of the usual typefaces. */
  static double width(String words, double size) {
    return size * words.codePoints().mapToDouble(Svg::share).sum();
  }

  static double width(List<Piece> words, double size) {
    return width(Piece.plain(words), size);
  }

  /** How wide a letter is, as a share of its height. */
  private static double share(int letter) {
    if (letter > 0x2E7F) {
      return 1;
    }
    if ("ijlIftr.,:;'’|!()[]-– ".indexOf(letter) >= 0) {
      return 0.38;
    }
    if ("mwMW%…—".indexOf(letter) >= 0) {
      return 0.93;
    }
    return Character.isUpperCase(letter) ? 0.7 : 0.585;
  }

  /** Words in as many lines as they need; broken at spaces, and where a script has none. */
  static List<List<Piece>> lines(List<Piece> words, double size, double room) {
    List<List<Piece>> lines = new ArrayList<>(List.of(new ArrayList<>()));
    double used = 0;
    for (Piece part : words) {
      for (String word : BREAKS.split(part.text())) {
        if (used > 0 && used + width(word.stripTrailing(), size) > room) {
          lines.add(new ArrayList<>());
          used = 0;
        }
        used += width(word, size);
        List<Piece> line = lines.get(lines.size() - 1);
        Piece last = line.isEmpty() ? null : line.get(line.size() - 1);
        if (last != null && Objects.equals(last.lang(), part.lang())) {
          line.set(line.size() - 1, new Piece(last.text() + word, null, part.lang()));
        } else {
          line.add(new Piece(word, null, part.lang()));
        }
      }
    }
    return lines;
  }

  /** Words cut to what fits, with an ellipsis. */
  static String fit(String words, double size, double room) {
    return Piece.plain(fit(Piece.of(words), size, room));
  }

  static List<Piece> fit(Piece words, double size, double room) {
    return fit(List.of(words), size, room);
  }

  /** Words cut to what fits, with an ellipsis. */
  static List<Piece> fit(List<Piece> words, double size, double room) {
    if (width(words, size) <= room) {
      return words;
    }
    double left = room - width("…", size);
    List<Piece> cut = new ArrayList<>();
    for (Piece part : words) {
      int end = 0;
      while (end < part.text().length()) {
        double next = width(Character.toString(part.text().codePointAt(end)), size);
        if (next > left) {
          break;
        }
        left -= next;
        end = part.text().offsetByCodePoints(end, 1);
      }
      if (end < part.text().length()) {
        cut.add(new Piece(part.text().substring(0, end).stripTrailing() + "…", null, part.lang()));
        return cut;
      }
      cut.add(part);
    }
    return cut;
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
