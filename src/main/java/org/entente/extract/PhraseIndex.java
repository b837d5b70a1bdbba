package org.entente.extract;

import java.util.ArrayList;
import java.util.Collections;
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

  /** Where the words of a phrase lead: a tree of words, so that a look costs one step a word. */
  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>(2);
    private T value;
  }

  private final boolean caseSensitive;
  private final Node<T> root = new Node<>();

  PhraseIndex(boolean caseSensitive) {
    this.caseSensitive = caseSensitive;
  }

  /** Adds a phrase; of two equal phrases the first stays. */
  void add(List<Token> tokens, T value) {
    if (tokens.isEmpty()) {
      return;
    }
    Node<T> node = root;
    for (Token token : tokens) {
      node = node.next.computeIfAbsent(key(token), k -> new Node<>());
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  private String key(Token token) {
    return caseSensitive ? token.text() : token.lower();
  }

  /** The longest phrase that begins at a token, or null. */
  Match<T> longest(List<Token> tokens, int at) {
    Match<T> longest = null;
    Node<T> node = root.next.get(key(tokens.get(at)));
    int end = at;
    while (node != null) {
      end++;
      if (node.value != null) {
        longest = new Match<>(end, node.value, false);
      }
      node = next(node, tokens, end);
    }
    return longest;
  }

  private Node<T> next(Node<T> node, List<Token> tokens, int at) {
    return at < tokens.size() && !node.next.isEmpty() ? node.next.get(key(tokens.get(at))) : null;
  }

  /** All phrases that begin at a token, the longest first. */
  List<Match<T>> all(List<Token> tokens, int at) {
    return all(tokens, at, at + 1);
  }

  /**
   * All phrases that begin at a token, the longest first, also those whose other words go on
   * further behind: of "decided on Monday to" the phrase "decided to", which then ends after its
   * first word. Of two that are equally long it comes first: "on" belongs to the date.
   *
   * @param resumed index where they may go on; the next when nothing stands between
   */
  List<Match<T>> all(List<Token> tokens, int at, int resumed) {
    Node<T> first = root.next.get(key(tokens.get(at)));
    if (first == null) {
      return List.of();
    }
    List<Match<T>> out = new ArrayList<>(2);
    Node<T> whole = next(first, tokens, at + 1);
    Node<T> parted = resumed > at + 1 ? next(first, tokens, resumed) : null;
    if (first.value != null) {
      out.add(new Match<>(at + 1, first.value, false));
    }
    for (int words = 1; whole != null || parted != null; words++) {
      if (whole != null) {
        if (whole.value != null) {
          out.add(new Match<>(at + words + 1, whole.value, false));
        }
        whole = next(whole, tokens, at + words + 1);
      }
      if (parted != null) {
        if (parted.value != null) {
          out.add(new Match<>(at + 1, parted.value, true));
        }
        parted = next(parted, tokens, resumed + words);
      }
    }
    Collections.reverse(out);
    return out;
  }
}
