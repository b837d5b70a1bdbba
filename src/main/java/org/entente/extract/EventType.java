package org.entente.extract;

import java.util.Locale;

/** Kinds of candidates, coarse enough to be told from words alone. */
public enum EventType {
  /** Leaders meet leaders. */
  SUMMIT,
  /** Any other meeting, forum, committee. */
  MEETING,
  /** Somebody telephones somebody. */
  CALL,
  /** One side travels. */
  VISIT,
  /** A series, consultation or negotiation. */
  DIALOGUE,
  /** Signed, reached or decided together. */
  AGREEMENT,
  /** A joint or institutional statement, protest, white paper. */
  DECLARATION,
  /** An act of a government or body. */
  MEASURE,
  /** Court, tribunal, indictment. */
  RULING,
  /** A standing issue, claim, lawsuit. */
  DISPUTE,
  /** Launch, clash, deployment, demonstration, collapse. */
  INCIDENT,
  /** An election or referendum. */
  ELECTION,
  /** Somebody takes or leaves an office. */
  APPOINTMENT,
  /** A named person says something. */
  STATEMENT;

  /** Whether something is said: by a person, or by a body or jointly. */
  boolean isSpeech() {
    return this == STATEMENT || this == DECLARATION;
  }

  /** Whether people come together, or speak with each other from afar. */
  boolean isEncounter() {
    return switch (this) {
      case MEETING, SUMMIT, CALL, VISIT, DIALOGUE -> true;
      default -> false;
    };
  }

  /** The name in lower case, as tables for measuring write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that name. */
  static EventType of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
