package org.entente.extract;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.CanonicalText;

/**
 * A document's text in two forms of equal length: the normalised text (NFC, LF), which quotes and
 * offsets refer to, and a masked one, which is what the stages read. Masking blanks footnote marks,
 * emphasis and odd spaces and straightens apostrophes; it never moves a character.
 */
final class TextView {
  private static final Pattern BRACKETED_NOTE = Pattern.compile("\\[\\d{1,3}]|\\[\\^\\w{1,8}]");
  private static final Pattern BEFORE_YEAR =
      Pattern.compile(
          "(?:in|of|since|by|until|January|February|March|April|May|June|July|August|September"
              + "|October|November|December|\\d,) $");
  private static final Pattern LINK_TARGET = Pattern.compile("(?<=])\\([^()\\s]{1,300}\\)");

  private final String text;
  private final String masked;
  private final int[] surrogates;

  private TextView(String text, String masked, int[] surrogates) {
    this.text = text;
    this.masked = masked;
    this.surrogates = surrogates;
  }

  /** Views a text as it was read. */
  static TextView of(String raw) {
    String text = normalise(raw);
    return new TextView(text, mask(text), lowSurrogates(text));
  }

  /** The canonical form of a text, without a byte order mark. */
  static String normalise(String raw) {
    return CanonicalText.of(raw.startsWith("\uFEFF") ? raw.substring(1) : raw);
  }

  /** The normalised text. */
  String text() {
    return text;
  }

  /** The text that stages read. */
  String masked() {
    return masked;
  }

  /** Number of code points before an offset of the text. */
  int codePoint(int offset) {
    if (surrogates.length == 0) {
      return offset;
    }
    int found = Arrays.binarySearch(surrogates, offset);
    return offset - (found >= 0 ? found : -found - 1);
  }

  private static int[] lowSurrogates(String text) {
    return text.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? positions(text)
        : new int[0];
  }

  /** For each pair, the position after its low surrogate is one further than in code points. */
  private static int[] positions(String text) {
    int[] found = new int[text.length() / 2];
    int count = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        found[count++] = i + 1;
        i++;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static String mask(String text) {
    char[] out = text.toCharArray();
    boolean lineStart = true;
    for (int i = 0; i < out.length; i++) {
      char c = out[i];
      switch (c) {
        case '\u00A0', '\u2007', '\u202F', '\u2009', '\u200A', '\u3000', '\t', '\u2002', '\u2003' ->
            out[i] = ' ';
        case '\u200B', '\u200C', '\u200D', '\u00AD', '\u2060', '\uFEFF' -> out[i] = ' ';
        case '\u2019', '\u2018', '\u02BC' -> out[i] = '\'';
        case '\u2010', '\u2011' -> out[i] = '-';
        case '\u2013' -> out[i] = betweenWords(out, i) ? '-' : '\u2014';
        case '\u2015', '\u2012' -> out[i] = '\u2014';
        case '-' -> {
          if (!lineStart && standsAlone(out, i)) {
            out[i] = '\u2014';
          }
        }
        case '\u00B9', '\u00B2', '\u00B3', '\u2070' -> out[i] = ' ';
        case '*', '_', '`', '\f' -> out[i] = ' ';
        case '#', '>', '\u2022', '\u00B7', '\u25AA', '\u25CF', '\u25E6' -> {
          if (lineStart) {
            out[i] = ' ';
          }
        }
        default -> {
          if (c >= '\u2074' && c <= '\u2079') {
            out[i] = ' ';
          }
        }
      }
      lineStart = c == '\n' || lineStart && (out[i] == ' ');
    }
    String masked = new String(out);
    masked = blank(masked, BRACKETED_NOTE, "[");
    masked = blank(masked, LINK_TARGET, "](");
    return blankNoteMarks(masked);
  }

  private static boolean betweenWords(char[] out, int i) {
    return i > 0
        && i + 1 < out.length
        && Character.isLetterOrDigit(out[i - 1])
        && Character.isLetterOrDigit(out[i + 1]);
  }

  /** A typist's dash: a hyphen with a space on both sides. */
  private static boolean standsAlone(char[] out, int i) {
    return out[i - 1] == ' ' && i + 1 < out.length && out[i + 1] == ' ';
  }

  /** Blanks the marks of notes that stand right after a word, its punctuation or a year. */
  private static String blankNoteMarks(String text) {
    StringBuilder out = null;
    int start = nextNumber(text, 0);
    while (start < text.length()) {
      int end = start + 1;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      int mark = noteMark(text, start, end);
      if (mark < end) {
        out = out == null ? new StringBuilder(text) : out;
        for (int i = mark; i < end; i++) {
          out.setCharAt(i, ' ');
        }
      }
      start = nextNumber(text, end);
    }
    return out == null ? text : out.toString();
  }

  private static int nextNumber(String text, int from) {
    int i = from;
    while (i < text.length() && !isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where a note's mark begins in a number; the number's end when it has none. */
  private static int noteMark(String text, int start, int end) {
    int digits = end - start;
    boolean atSpace = end == text.length() || Character.isWhitespace(text.charAt(end));
    boolean closed = atSpace || ".,;:)".indexOf(text.charAt(end)) >= 0;
    if (digits <= 3
        && atSpace
        && start > 1
        && ".,;:”\"’')".indexOf(text.charAt(start - 1)) >= 0
        && Character.isLetter(text.charAt(start - 2))) {
      return start;
    }
    if (digits <= 2
        && closed
        && start > 2
        && Character.isLowerCase(text.charAt(start - 1))
        && Character.isLowerCase(text.charAt(start - 2))
        && Character.isLowerCase(text.charAt(start - 3))) {
      return start;
    }
    // "in 202312": the mark stands right after the year.
    boolean century = text.startsWith("19", start) || text.startsWith("20", start);
    if ((digits == 5 || digits == 6)
        && closed
        && century
        && BEFORE_YEAR.matcher(text.substring(Math.max(0, start - 12), start)).find()) {
      return start + 4;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String blank(String text, Pattern pattern, String needs) {
    if (!text.contains(needs)) {
      return text;
    }
    Matcher m = pattern.matcher(text);
    if (!m.find()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    do {
      for (int i = m.start(); i < m.end(); i++) {
        out.setCharAt(i, ' ');
      }
    } while (m.find());
    return out.toString();
  }
}
