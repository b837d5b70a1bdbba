package org.entente.extract;

import java.util.List;
import java.util.Locale;

/** Small questions about rows of tokens. */
final class Words {
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
}
