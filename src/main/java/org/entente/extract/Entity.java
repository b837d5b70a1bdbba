package org.entente.extract;

/**
 * Somebody or something with a name.
 *
 * @param id identifier in the tables; null for what only the lexicon or the text knows
 * @param name canonical name
 * @param kind what it is
 * @param state canonical name of the state it belongs to; null when not known
 */
record Entity(String id, String name, Kind kind, String state) {

  /** What a name stands for. */
  enum Kind {
    PERSON,
    STATE,
    ORGANISATION,
    PLACE,
    /** A capital or seat: a place, or the government that sits there. */
    METONYM,
    /** An adjective or noun of nationality. */
    DEMONYM,
    AGREEMENT,
    DISPUTE
  }

  Entity(String name, Kind kind, String state) {
    this(null, name, kind, state);
  }
}
