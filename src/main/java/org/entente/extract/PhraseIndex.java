package org.entente.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by their first word; the longest match wins.
 *
 * @param <T> what a phrase stands for
 */
final class PhraseIndex<T> {

  /**
   * A phrase that was found.
   *
   * @param end index after its last token; after its first where something stands in it
   * @param value what it stands for
   * @param interrupted whether something stands in it
   * @param <T> type of that
   */
  record Match<T>(int end, T value, boolean interrupted) {}

  private record Phrase<T>(String[] words, T value) {}

  private final boolean caseSensitive;
  private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

  PhraseIndex(boolean caseSensitive) {
    this.caseSensitive = caseSensitive;
  }

  /** Adds a phrase; of two equal phrases the first stays. */
  void add(List<Token> tokens, T value) {
    if (tokens.isEmpty()) {
      return;
    }
    String[] words = new String[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = key(tokens.get(i));
    }
    List<Phrase<T>> list = byFirst.computeIfAbsent(words[0], k -> new ArrayList<>(2));
    int at = 0;
    while (at < list.size() && list.get(at).words.length >= words.length) {
      if (java.util.Arrays.equals(list.get(at).words, words)) {
        return;
      }
      at++;
    }
    list.add(at, new Phrase<>(words, value));
  }

  private String key(Token token) {
    return caseSensitive ? token.text() : token.lower();
  }

  /** The longest phrase that begins at a token, or null. */
  Match<T> longest(List<Token> tokens, int at) {
    List<Phrase<T>> list = byFirst.get(key(tokens.get(at)));
    if (list == null) {
      return null;
    }
    for (Phrase<T> phrase : list) {
      if (matches(phrase.words, tokens, at)) {
        return new Match<>(at + phrase.words.length, phrase.value, false);
      }
    }
    return null;
  }

  /** All phrases that begin at a token, the longest first. */
  List<Match<T>> all(List<Token> tokens, int at) {
    return all(tokens, at, at + 1);
  }

  /**
   * All phrases that begin at a token, the longest first, also those whose other words go on
   * further behind: of "decided on Monday to" the phrase "decided to", which then ends after its
   * first word.
   *
   * @param resumed index where they may go on; the next when nothing stands between
   */
  List<Match<T>> all(List<Token> tokens, int at, int resumed) {
    List<Phrase<T>> list = byFirst.get(key(tokens.get(at)));
    if (list == null) {
      return List.of();
    }
    List<Match<T>> out = new ArrayList<>(2);
    for (Phrase<T> phrase : list) {
      if (matches(phrase.words, tokens, at)) {
        out.add(new Match<>(at + phrase.words.length, phrase.value, false));
      } else if (resumed > at + 1
          && phrase.words.length > 1
          && matches(phrase.words, tokens, resumed - 1)) {
        out.add(new Match<>(at + 1, phrase.value, true));
      }
    }
    return out;
  }

  private boolean matches(String[] words, List<Token> tokens, int at) {
    if (at + words.length > tokens.size()) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (!words[i].equals(key(tokens.get(at + i)))) {
        return false;
      }
    }
    return true;
  }
}
