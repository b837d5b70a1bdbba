package org.entente.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Small questions about rows of tokens. */
final class Words {
  /** Words that stay small inside a title. */
  private static final Set<String> SMALL =
      Set.of("for", "of", "and", "the", "to", "in", "with", "by", "on", "at", "from");

  private static final Set<String> ADDRESS = Set.of("MR", "MRS", "MS", "DR");

  private Words() {}

  /** The words of some tokens, spaced as in the text. */
  static String join(List<Token> tokens, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token token = tokens.get(i);
      if (i > from && token.start() > tokens.get(i - 1).end()) {
        out.append(' ');
      }
      out.append(token.text());
    }
    return out.toString();
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** "MINISTER FOR TRADE" as "Minister for Trade"; what is not all in capitals as it is. */
  static String capitalised(String label) {
    if (!label.equals(label.toUpperCase(Locale.ROOT))) {
      return label;
    }
    StringBuilder out = new StringBuilder();
    for (String word : label.split("(?<=[^\\p{L}\\p{M}])|(?=[^\\p{L}\\p{M}])")) {
      boolean letters =
          !ADDRESS.contains(word) && word.chars().noneMatch(c -> "AEIOUY".indexOf(c) >= 0);
      boolean small = SMALL.contains(lower(word)) && !out.isEmpty();
      out.append(
          small
              ? lower(word)
              : letters || word.isEmpty() ? word : word.charAt(0) + lower(word.substring(1)));
    }
    return out.toString();
  }
}
