package org.entente.extract;

import java.util.List;

/** Tells on whose sidelines a meeting took place, where the text says so. */
final class Occasions {
  /** How far behind the meeting the words may stand. */
  private static final int NEAR = 60;

  /** How far behind the words the occasion may begin: an article may stand between. */
  private static final int ARTICLE = 6;

  private final PhraseIndex<String> words;
  private final Tokenizer tokenizer;

  Occasions(Lexicon lexicon) {
    this.words = lexicon.phrases(WordSet.SIDELINE);
    this.tokenizer = lexicon.tokenizer();
  }

  /** Whether something can have sidelines, or take place there. */
  static boolean isOccasion(Draft draft) {
    return draft.certainty() == Certainty.ASSERTED && draft.type().isEncounter();
  }

  /**
   * Words that lead to an occasion: "on the sidelines of".
   *
   * @param start offset of the first character
   * @param named offset at which the occasion begins to be named
   */
  record Lead(int start, int named) {}

  /**
   * The words behind something, or before it in its sentence, that lead to the occasion on whose
   * sidelines it took place; null when there are none.
   */
  Lead lead(String text, Draft draft) {
    Lead behind =
        lead(text, draft.span().start(), Math.min(text.length(), draft.span().end() + NEAR), draft);
    return behind != null
        ? behind
        : lead(text, Math.max(0, draft.span().start() - NEAR), draft.span().start(), draft);
  }

  private Lead lead(String text, int from, int limit, Draft draft) {
    Lead found = null;
    List<Token> tokens = tokenizer.tokens(text, from, limit);
    for (int i = 0; i < tokens.size(); i++) {
      int at = tokens.get(i).start();
      boolean stop = ".!?".contains(tokens.get(i).text()) || isNewLine(text, tokens, i);
      if (stop && at >= draft.span().end()) {
        return found;
      }
      found = stop && at < draft.span().start() ? null : found;
      PhraseIndex.Match<String> match = words.longest(tokens, i);
      if (match != null && match.end() < tokens.size()) {
        found = new Lead(at, tokens.get(match.end()).start());
        if (at >= draft.span().start()) {
          return found;
        }
      }
    }
    return found;
  }

  private static boolean isNewLine(String text, List<Token> tokens, int i) {
    return i > 0 && text.substring(tokens.get(i - 1).end(), tokens.get(i).start()).contains("\n");
  }

  /** Whether a draft is what begins to be named at an offset. */
  static boolean isAt(Draft draft, int from) {
    int start = draft.span().start();
    return isOccasion(draft) && start >= from && start <= from + ARTICLE;
  }
}
