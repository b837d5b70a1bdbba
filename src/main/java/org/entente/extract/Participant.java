package org.entente.extract;

import java.util.List;

/**
 * Somebody who takes part.
 *
 * @param name canonical name
 * @param id identifier in the tables; null when it is not known there
 * @param kind person, state or organisation
 * @param role role, as the scheme Role names it
 */
public record Participant(String name, String id, Kind kind, String role) {

  /** What may take part. */
  public enum Kind {
    /** A person. */
    PERSON,
    /** A state. */
    STATE,
    /** An organisation. */
    ORGANISATION
  }

  private static final String TAKES_PART = "participant";

  static Participant person(String name, String id) {
    return new Participant(name, id, Kind.PERSON, TAKES_PART);
  }

  static Participant state(String name, String id) {
    return new Participant(name, id, Kind.STATE, TAKES_PART);
  }

  static Participant organisation(String name, String id) {
    return new Participant(name, id, Kind.ORGANISATION, TAKES_PART);
  }

  boolean isPerson() {
    return kind == Kind.PERSON;
  }

  /** Whether a person is among them. */
  static boolean anyPerson(List<Participant> participants) {
    for (Participant participant : participants) {
      if (participant.isPerson()) {
        return true;
      }
    }
    return false;
  }

  Participant as(String other) {
    return new Participant(name, id, kind, other);
  }
}
