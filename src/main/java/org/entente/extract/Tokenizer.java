package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into words, numbers and marks. A hyphen and a possessive are tokens of their own. */
final class Tokenizer {
  private final Set<String> abbreviations;

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
        end = word(text, i, to);
      } else if (Character.isDigit(c)) {
        end = number(text, i, to);
      } else if (c == '\'') {
        end = apostrophe(text, i, to);
      } else {
        end = i + 1;
      }
      add(out, text, i, end);
      i = end;
    }
    return out;
  }

  private void add(List<Token> out, String text, int start, int end) {
    String word = text.substring(start, end);
    String lower = word.toLowerCase(Locale.ROOT);
    int negation = lower.length() > 3 && lower.endsWith("n't") ? word.length() - 3 : -1;
    if (negation > 0) {
      String head = word.substring(0, negation);
      out.add(new Token(start, start + negation, head, head.toLowerCase(Locale.ROOT)));
      out.add(new Token(start + negation, end, word.substring(negation), "n't"));
      return;
    }
    out.add(new Token(start, end, word, lower));
  }

  private int word(String text, int start, int to) {
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

  private static int number(String text, int start, int to) {
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

  private static int apostrophe(String text, int start, int to) {
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
