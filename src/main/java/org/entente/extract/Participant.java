package org.entente.extract;

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

  Participant as(String other) {
    return new Participant(name, id, kind, other);
  }
}
