package org.entente.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as a reader sees it: in paragraphs, without the marks of Markdown. A paragraph is a line,
 * or, in a text whose lines are all short, what stands between empty lines. Places are counted in
 * code points of the text as it stands, marks included.
 */
final class Prose {
  /** The lines of a text that breaks them within its paragraphs are no longer than this. */
  private static final int SHORT = 120;

  /** How a paragraph looks. */
  enum Look {
    PLAIN,
    HEADING,
    ITEM
  }

  /** A paragraph: code points from, inclusive, and to, exclusive. */
  record Paragraph(int from, int to, Look look) {}

  /** At the beginning of a line; the group is what is no word. */
  private static final Pattern HEADING = Pattern.compile("(?m)^( {0,3}#{1,6}[ \\t]+)");

  private static final Pattern ITEM = Pattern.compile("(?m)^( {0,3}[-*+][ \\t]+)");
  private static final Pattern QUOTED = Pattern.compile("(?m)^((?: {0,3}>[ \\t]?)+)");
  private static final Pattern RULE = Pattern.compile("(?m)^( {0,3}(?:[-*_][ \\t]*){3,})$");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\w*\\\\])(\\*{1,3}|_{1,3})(?=[^\\s*_]).*?(?<=[^\\s\\\\])(\\1)(?![\\w*])");
  private static final Pattern LINK = Pattern.compile("(!?\\[)[^\\[\\]\\n]*(\\]\\([^()\\s]*\\))");
  private static final Pattern ADDRESS = Pattern.compile("(<)https?:[^<>\\s]+(>)");
  private static final Pattern ESCAPE = Pattern.compile("(\\\\)[\\\\`*_{}\\[\\]()#+.!>-]");

  private final String text;

  /** The char at which each code point begins, and the length. */
  private final int[] chars;

  private final BitSet marks = new BitSet();

  Prose(String text) {
    this.text = text;
    this.chars = new int[text.codePointCount(0, text.length()) + 1];
    for (int i = 0, at = 0; i < chars.length; i++) {
      chars[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    for (Pattern pattern : List.of(RULE, QUOTED, HEADING, ITEM, EMPHASIS, LINK, ADDRESS, ESCAPE)) {
      Matcher matcher = pattern.matcher(text);
      for (int from = 0; matcher.find(from); from = matcher.end(1)) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
          marks.set(matcher.start(group), matcher.end(group));
        }
      }
    }
  }

  /** How many code points the text has. */
  int length() {
    return chars.length - 1;
  }

  /** The paragraphs that say something, in their order. */
  List<Paragraph> paragraphs() {
    boolean wrapped = text.lines().allMatch(line -> line.length() <= SHORT);
    List<Paragraph> all = new ArrayList<>();
    boolean open = false;
    int from = 0;
    for (int i = 0; i <= length(); i++) {
      if (i == length() || text.charAt(chars[i]) == '\n') {
        boolean says = !words(from, i).isBlank();
        Look look = look(text.substring(chars[from], chars[i]));
        if (says && open && look == Look.PLAIN) {
          Paragraph before = all.remove(all.size() - 1);
          all.add(new Paragraph(before.from(), i, before.look()));
        } else if (says) {
          all.add(new Paragraph(from, i, look));
        }
        open = says && wrapped && look != Look.HEADING;
        from = i + 1;
      }
    }
    return all;
  }

  private static Look look(String line) {
    return HEADING.matcher(line).lookingAt()
        ? Look.HEADING
        : ITEM.matcher(line).lookingAt() ? Look.ITEM : Look.PLAIN;
  }

  /** The words between two code points. */
  String words(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = chars[from]; i < chars[to]; i++) {
      if (!marks.get(i)) {
        words.append(text.charAt(i));
      }
    }
    return words.toString();
  }
}
