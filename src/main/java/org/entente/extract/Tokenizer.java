package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into words, numbers and marks. A hyphen and a possessive are tokens of their own. */
final class Tokenizer {
  /** How many words are kept; a power of two. */
  private static final int KEPT = 1 << 13;

  /** How many characters a word that is kept has at most. */
  private static final int KEPT_LENGTH = 40;

  /** A word as written and in lower case. */
  private record Word(String text, String lower) {}

  private final Set<String> abbreviations;

  /** Words that came up, by their hashes: a text says most of its words again. */
  private final Word[] kept = new Word[KEPT];

  /**
   * A tokenizer.
   *
   * @param abbreviations words that end with a full stop of their own, as written, with it
   */
  Tokenizer(Set<String> abbreviations) {
    this.abbreviations = abbreviations;
  }

  /** The tokens of a stretch of text. */
  List<Token> tokens(String text, int from, int to) {
    List<Token> out = new ArrayList<>();
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      int end;
      if (Character.isLetter(c) || Character.isHighSurrogate(c)) {
        end = wordEnd(text, i, to);
      } else if (Character.isDigit(c)) {
        end = numberEnd(text, i, to);
      } else if (c == '\'') {
        end = apostropheEnd(text, i, to);
      } else {
        end = i + 1;
      }
      add(out, text, i, end);
      i = end;
    }
    return out;
  }

  private void add(List<Token> out, String text, int start, int end) {
    Word found = word(text, start, end);
    String word = found.text;
    String lower = found.lower;
    int negation = lower.length() > 3 && lower.endsWith("n't") ? word.length() - 3 : -1;
    if (negation > 0) {
      String head = word.substring(0, negation);
      out.add(new Token(start, start + negation, head, Words.lower(head)));
      out.add(new Token(start + negation, end, word.substring(negation), "n't"));
      return;
    }
    out.add(new Token(start, end, word, lower));
  }

  /** A stretch of text as a word; the same strings where it came up before. */
  private Word word(String text, int start, int end) {
    if (end - start > KEPT_LENGTH) {
      String own = text.substring(start, end);
      return new Word(own, Words.lower(own));
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int at = (hash ^ hash >>> 16) & KEPT - 1;
    Word word = kept[at];
    if (word == null || word.text.length() != end - start || !text.startsWith(word.text, start)) {
      String own = text.substring(start, end);
      word = new Word(own, Words.lower(own));
      kept[at] = word;
    }
    return word;
  }

  private int wordEnd(String text, int start, int to) {
    int i = start;
    while (i < to) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || isMark(c)) {
        i++;
      } else if (c == '\'' && i + 1 < to && Character.isLetter(text.charAt(i + 1))) {
        if (isClitic(text, i, to)) {
          break;
        }
        i++;
      } else if (c == '.' && isInitials(text, start, i, to)) {
        i++;
      } else {
        break;
      }
    }
    if (i < to
        && text.charAt(i) == '.'
        && i - start < 8
        && abbreviations.contains(text.substring(start, i + 1))) {
      return i + 1;
    }
    return i;
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** "'s", "'ll", "'ve", "'re", "'d", "'m" end a word; "n't" stays with it until it is added. */
  private static boolean isClitic(String text, int i, int to) {
    int end = i + 1;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String clitic = text.substring(i + 1, end).toLowerCase(Locale.ROOT);
    return switch (clitic) {
      case "s", "ll", "ve", "re", "d", "m" -> true;
      default -> false;
    };
  }

  /** Whether the full stop belongs to a row of initials: "U.S.", "J.", "a.m.". */
  private static boolean isInitials(String text, int start, int i, int to) {
    boolean single =
        i - start == 1 || text.charAt(i - 1) != '.' && i >= 2 && text.charAt(i - 2) == '.';
    if (!single) {
      return false;
    }
    boolean more =
        i + 2 < to && Character.isLetter(text.charAt(i + 1)) && text.charAt(i + 2) == '.';
    return more || i - start > 1 || Character.isUpperCase(text.charAt(start));
  }

  private static int numberEnd(String text, int start, int to) {
    int i = start;
    while (i < to) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        i++;
      } else if ((c == ',' || c == '.' || c == ':')
          && i + 1 < to
          && Character.isDigit(text.charAt(i + 1))
          && Character.isDigit(text.charAt(i - 1))) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private static int apostropheEnd(String text, int start, int to) {
    if (start + 1 < to && Character.isLetter(text.charAt(start + 1)) && isClitic(text, start, to)) {
      int i = start + 1;
      while (i < to && Character.isLetter(text.charAt(i))) {
        i++;
      }
      return i;
    }
    return start + 1;
  }
}
