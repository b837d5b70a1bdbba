package org.entente.extract;

import java.util.List;
import java.util.function.Predicate;

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

  /** The frame of its first trigger; it must have one. */
  Frame frame() {
    return triggers.get(0).frame();
  }

  /** Whether one of its triggers is like that. */
  boolean has(Predicate<Trigger> like) {
    for (Trigger trigger : triggers) {
      if (like.test(trigger)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it can be that form of a word. */
  boolean has(Trigger.Form form) {
    return has(t -> t.form() == form);
  }

  /** Whether it is that form of a word and can be no other. */
  boolean hasOnly(Trigger.Form form) {
    return !triggers.isEmpty() && !has(t -> t.form() != form);
  }

  /** Whether it may tell an event of a type. */
  boolean tells(EventType type) {
    return has(t -> t.frame().type() == type);
  }

  /** Whether it may tell an event of one of two types. */
  boolean tells(EventType type, EventType other) {
    return tells(type) || tells(other);
  }
}
