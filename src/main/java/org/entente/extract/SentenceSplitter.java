package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/** Cuts a paragraph into sentences. */
final class SentenceSplitter {
  /** No sentence has more tokens; what is longer is cut, so that no text can stall the reader. */
  static final int LONGEST = 400;

  /** No dateline has more tokens: a few places and the agency's name. */
  private static final int LONGEST_DATELINE = 14;

  private final Lexicon lexicon;

  SentenceSplitter(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The sentences of a paragraph. */
  List<Sentence> sentences(String masked, Paragraph paragraph, int number) {
    List<Token> tokens = lexicon.tokenizer().tokens(masked, paragraph.start(), paragraph.end());
    List<Sentence> out = new ArrayList<>();
    int from = afterDateline(tokens);
    for (int i = from; i < tokens.size(); i++) {
      int end = endAfter(tokens, i);
      if (end < 0 && i - from < LONGEST) {
        continue;
      }
      int to = Math.max(end, i + 1);
      out.add(sentence(tokens, from, to, paragraph, number));
      from = to;
      i = to - 1;
    }
    if (from < tokens.size()) {
      out.add(sentence(tokens, from, tokens.size(), paragraph, number));
    }
    return out;
  }

  /**
   * "LIMA/QUITO (Example News) —": where an agency wrote from is no part of what it tells. One that
   * gives the day is left, since that is read from it.
   */
  private static int afterDateline(List<Token> tokens) {
    int limit = Math.min(tokens.size(), LONGEST_DATELINE);
    if (limit == 0 || !tokens.get(0).isAcronym()) {
      return 0;
    }
    boolean agency = false;
    for (int i = 1; i < limit; i++) {
      Token token = tokens.get(i);
      agency |= token.is("(");
      if (token.is("—")) {
        boolean ends = agency && tokens.get(i - 1).is(")") && i + 1 < tokens.size();
        return ends ? i + 1 : 0;
      }
      if (token.isNumber() || !agency && token.isWord() && !token.isCapital()) {
        return 0;
      }
    }
    return 0;
  }

  private static Sentence sentence(
      List<Token> tokens, int from, int to, Paragraph paragraph, int number) {
    return new Sentence(
        paragraph,
        number,
        tokens.get(from).start(),
        tokens.get(to - 1).end(),
        List.copyOf(tokens.subList(from, to)));
  }

  /** Index after the sentence that ends with this token, or -1. */
  private int endAfter(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String text = token.text();
    boolean mark = text.equals(".") || text.equals("!") || text.equals("?") || text.equals("…");
    if (!mark) {
      return endsWithAbbreviation(tokens, i) ? i + 1 : -1;
    }
    int next = i + 1;
    while (next < tokens.size() && isClosing(tokens.get(next), tokens.get(next - 1))) {
      next++;
    }
    if (next == tokens.size()) {
      return next;
    }
    Token follower = tokens.get(next);
    if (follower.start() == tokens.get(next - 1).end() && !isOpening(follower)) {
      return -1;
    }
    boolean lowerFollows = follower.isWord() && !follower.isCapital();
    return lowerFollows && text.equals(".") || lowerFollows && next > i + 1 ? -1 : next;
  }

  private boolean endsWithAbbreviation(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.text().endsWith(".") || i + 1 >= tokens.size() || token.text().length() < 3) {
      return false;
    }
    Token next = tokens.get(i + 1);
    return token.text().charAt(token.text().length() - 3) == '.'
        && next.isCapital()
        && (lexicon.has(WordSet.DETERMINER, next.lower())
            || lexicon.has(WordSet.PRONOUN, next.lower())
            || lexicon.has(WordSet.PREPOSITION, next.lower()));
  }

  private static boolean isClosing(Token token, Token before) {
    String text = token.text();
    return token.start() == before.end()
        && (text.equals("”")
            || text.equals("\"")
            || text.equals(")")
            || text.equals("'")
            || text.equals("]")
            || text.equals("."));
  }

  private static boolean isOpening(Token token) {
    return token.text().equals("“") || token.text().equals("(");
  }
}
