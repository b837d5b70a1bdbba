package org.entente.extract;

import java.util.List;

/**
 * A piece of a sentence with one grammatical use.
 *
 * @param kind the use
 * @param first index of its first token
 * @param last index after its last
 * @param mention whom it stands for; null when it is no mention
 * @param date the date it is; null when it is none
 * @param triggers what it may tell of; empty when nothing
 */
record Chunk(
    Kind kind, int first, int last, Mention mention, DateExpression date, List<Trigger> triggers) {

  /** Grammatical uses. */
  enum Kind {
    ACTOR,
    EVENT_NOUN,
    NOUN,
    VERB,
    DATE,
    PREPOSITION,
    CONJUNCTION,
    COMMA,
    BREAK,
    DASH,
    OPEN,
    CLOSE,
    SUBORDINATOR,
    DETERMINER,
    POSSESSIVE,
    AUXILIARY,
    MODAL,
    TO,
    ADVERB,
    NEGATION,
    QUOTE,
    HYPHEN,
    PRONOUN,
    OTHER
  }

  static Chunk of(Kind kind, int first, int last) {
    return new Chunk(kind, first, last, null, null, List.of());
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
