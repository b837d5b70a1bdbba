package org.entente.extract;

/**
 * A form of a lexical entry that may tell of an event.
 *
 * @param entry local name of the entry
 * @param frame what it evokes
 * @param form grammatical form
 * @param supports whether as a verb it may merely carry an event noun ("hold talks")
 * @param governs whether what it leads to is no second event ("agreed to resume patrols")
 */
record Trigger(String entry, Frame frame, Form form, boolean supports, boolean governs) {

  /** Grammatical form. */
  enum Form {
    BASE,
    THIRD,
    PAST,
    PARTICIPLE,
    GERUND,
    SINGULAR,
    PLURAL;

    boolean isNoun() {
      return this == SINGULAR || this == PLURAL;
    }
  }
}
