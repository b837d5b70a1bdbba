package org.entente.extract;

import java.util.Set;

/**
 * What a trigger tells of.
 *
 * @param name local name in the lexicon
 * @param type kind of candidate
 * @param tableType concept of the scheme EventType that a row gets
 * @param takes grammatical places whose fillers take part
 * @param requires what must be there before the trigger counts
 * @param carries frames of the nouns that a verb of this frame can carry ("attend the summit")
 * @param carriesSubject frames of the nouns that it carries as its subject ("the summit opened")
 * @param certainty how the text stands to it where nothing else is told; null when as a fact
 * @param prior how often the trigger alone is right, from 0 to 1
 */
record Frame(
    String name,
    EventType type,
    String tableType,
    Set<Slot> takes,
    Set<Requirement> requires,
    Set<String> carries,
    Set<String> carriesSubject,
    Certainty certainty,
    double prior) {

  /** A grammatical place. */
  enum Slot {
    SUBJECT,
    OBJECT,
    WITH,
    BY,
    TO,
    OF,
    ON,
    BETWEEN,
    AMONG,
    AGAINST,
    POSSESSOR,
    PREMODIFIER,
    HOST
  }

  /** A condition. */
  enum Requirement {
    /** Somebody known acts. */
    SUBJECT,
    /** A state or body acts. */
    STATESUBJECT,
    /** A court acts. */
    COURTSUBJECT,
    /** A court is where it leads: "took them to the tribunal". */
    ATCOURT,
    /** Somebody known is acted on or with. */
    PARTNER,
    /** A named person is acted on or with. */
    PERSONPARTNER,
    /** A state or place is where it leads. */
    DESTINATION,
    /** Land or waters are acted on. */
    TERRITORY,
    /** Something follows the verb. */
    OBJECT,
    /** What follows the verb is not "nothing", "no ban" and the like. */
    SOMETHING,
    /** What follows the verb is no quality, standing or chance: "cut tariffs", not "cut risks". */
    TANGIBLE,
    /** A named event follows the verb. */
    OCCASION,
    /** Something said follows or is quoted. */
    CONTENT,
    /** What somebody is called follows who that is. */
    COMPLEMENT,
    /** Something said follows, of more than a word or two. */
    CLAUSE,
    /** What follows is something that one speaks of: "raised the issue". */
    TOPIC,
    /** A verb in the infinitive follows. */
    INFINITIVE,
    /** No verb in the infinitive follows. */
    BARE,
    /** Several act, or an organisation does. */
    SEVERAL,
    /** A body that votes acts, or several of an office do. */
    VOTERS,
    /** Somebody named is accused or judged, or people of a state are. */
    ACCUSED,
    /** An office without a name follows. */
    OFFICE,
    /** An organisation or something else to which one belongs follows. */
    MEMBERSHIP,
    /** No person acts on another. */
    FORCE,
    /** Nothing is acted on: "marched on Friday", not "marched the prisoners off". */
    INTRANSITIVE,
    /** A verb carries the noun, or a date is told with it. */
    TOLD,
    /** Somebody known takes part, or a place or date is told. */
    SETTING,
    /** A verb carries the noun. */
    CARRIER,
    /** Words in quotation marks stand beside the verb. */
    QUOTE,
    /** Relations, talks or an institution are what it is about. */
    RELATION,
    /** A vote, seat or term is what is won or lost. */
    BALLOT,
    /** A telephone or screen stands between. */
    REMOTE,
    /** Words for a weapon follow. */
    WEAPON,
    /** Anybody known takes part. */
    ACTOR,
    /** A named person takes part. */
    PERSON,
    /** Anybody known, a date or a name of its own is there. */
    ANCHOR
  }

  boolean needs(Requirement requirement) {
    return requires.contains(requirement);
  }
}
