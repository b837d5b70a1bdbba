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
   * Where the text begins to name the occasion on whose sidelines something took place; -1 when it
   * names none.
   */
  int named(String text, Draft draft) {
    int end = draft.span().end();
    int limit = Math.min(text.length(), end + NEAR);
    List<Token> tokens = tokenizer.tokens(text, draft.span().start(), limit);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).start() >= end && ".!?".contains(tokens.get(i).text())) {
        return -1;
      }
      PhraseIndex.Match<String> match = words.longest(tokens, i);
      if (match != null && match.end() < tokens.size()) {
        return tokens.get(match.end()).start();
      }
    }
    return -1;
  }

  /** Whether a draft is what begins to be named at an offset. */
  static boolean isAt(Draft draft, int from) {
    int start = draft.span().start();
    return isOccasion(draft) && start >= from && start <= from + ARTICLE;
  }
}
