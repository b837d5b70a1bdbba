package org.entente.extract;

import java.util.List;

/**
 * Words that stand for somebody or something.
 *
 * @param first index of its first token
 * @param last index after its last
 * @param kind what it stands for
 * @param name canonical name; the words themselves where nothing better is known
 * @param id identifier in the tables; null when it is not known there
 * @param rank rank of the office that is named with it
 * @param title the office that is named with it, in lower case; empty when none is
 * @param states states that are named within it ("the Japanese and South Korean ministers")
 * @param plural whether it stands for several
 * @param definite whether it points to what is known already
 */
record Mention(
    int first,
    int last,
    Kind kind,
    String name,
    String id,
    Rank rank,
    String title,
    List<String> states,
    boolean plural,
    boolean definite) {

  /** What words may stand for. */
  enum Kind {
    PERSON,
    /** A row of capitalised words that may be somebody's name. */
    NAME,
    STATE,
    METONYM,
    DEMONYM,
    ORGANISATION,
    PLACE,
    /** An office or body without a name. */
    ROLE,
    BODY,
    PRONOUN,
    /** Capitalised words of which nothing is known. */
    UNKNOWN
  }

  Mention spanning(int from, int to) {
    return new Mention(from, to, kind, name, id, rank, title, states, plural, definite);
  }

  /** The same as somebody or something of other states. */
  Mention of(List<String> others) {
    return new Mention(first, last, kind, name, id, rank, title, others, plural, definite);
  }

  static Mention of(int first, int last, Kind kind, String name, String id, String state) {
    List<String> states = state == null ? List.of() : List.of(state);
    return new Mention(first, last, kind, name, id, Rank.NONE, "", states, false, false);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether it can act: it is no mere adjective or place. */
  boolean canAct() {
    return switch (kind) {
      case PERSON, STATE, METONYM, ORGANISATION, ROLE, BODY, PRONOUN -> true;
      case DEMONYM, PLACE, UNKNOWN, NAME -> false;
    };
  }

  /** The same as what everybody knows: "the president". */
  Mention known() {
    return new Mention(first, last, kind, name, id, rank, title, states, plural, true);
  }

  Mention renamed(Kind other, String newName, String newId) {
    return new Mention(first, last, other, newName, newId, rank, title, states, plural, definite);
  }
}
