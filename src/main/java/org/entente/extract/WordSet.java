package org.entente.extract;

/** Closed classes of words that the lexicon lists. */
enum WordSet {
  MODAL_FUTURE,
  MODAL_HYPOTHETICAL,
  MODAL_NEGATIVE,
  ADJECTIVE_PLANNED,
  ADJECTIVE_HYPOTHETICAL,
  ADJECTIVE_PAST,
  SUBORDINATOR,
  PREPOSITION,
  DETERMINER,
  PRONOUN,
  AUXILIARY,
  MODAL,
  CONJUNCTION,
  ADVERB,
  VERB,
  WEAPON,
  COURT,
  SPOKEN_TITLE,
  /** What one speaks of or gives in words: "raised concerns", "gave an overview". */
  SPOKEN_OF,
  DOUBTING,
  PART_OF,
  POSSESSIVE,
  MALE,
  FEMALE,
  ABBREVIATION,
  BEFORE_VERB,
  DATE_WORD,
  RELATION,
  REFUSING,
  BALLOT,
  CANCELLING,
  GENERIC_HEAD,
  BIBLIOGRAPHIC,
  BOILERPLATE,
  NOTES_HEADING,
  BIOGRAPHY_HEADING,
  RELATED_HEADING,
  /** What lines above a title begin with or hold: "Ministry of", "press release". */
  LETTERHEAD,
  /** Plurals of nouns that also are verbs: "the member states". */
  PLURAL,
  /** What a minister is minister of. */
  PORTFOLIO,
  /** Those who make up a body: "the members of the Council". */
  MEMBERSHIP,
  /** Nouns for those who can act as a state does: "four Arab states". */
  POWER,
  /** What can be turned down: "the offer was declined". */
  PROPOSAL,
  /** Verbs that lead to a gerund: "began fining". */
  ASPECTUAL,
  /** Words in -ly that are no adverbs. */
  NO_ADVERB,
  /** Nouns for people whom one can meet: "met representatives of the opposition". */
  PEOPLE,
  /** Nouns for where one can go: "toured three capitals". */
  REGION,
  /** Verbs whose object is who is spoken to: "told the minister that". */
  TELLING,
  /** Words for what two sides have together: "a joint commission". */
  MUTUAL,
  /** Words for what three have together: "trilateral". */
  TRILATERAL,
  /** Words that count an occasion: "the first", "the inaugural". */
  ORDINAL,
  /** Words before an occasion on which something else is done: "during talks". */
  OCCASION_BEFORE,
  /** Verbs for keeping a day in memory: "to mark the day in 1974". */
  COMMEMORATING,
  /** Words for what one can leave: "left the bloc". */
  GROUPING,
  /** Words for an organisation of states that was named: "the bloc". */
  BLOC,
  /** Participles before who goes with somebody: "accompanied by". */
  COMPANION,
  /** Words for speaking from afar: "by telephone". */
  REMOTE,
  /** What stands before what was about to happen: "on the verge of". */
  NEARLY,
  /** Bodies that act for their state: "the Uzbek Senate". */
  STATE_BODY,
  /** Words before what somebody is blamed for: "guilty of". */
  BLAMING,
  /** Those who act against their state or apart from it: "rebels". */
  NON_STATE,
  /** Auxiliaries of the present perfect: "has said". */
  PERFECT,
  /** "at the time", "then": what is told in the sentence took place when that before it did. */
  AT_THE_TIME,
  /** Words that open a condition. */
  CONDITION,
  /** Words that turn to another thought: "but", "while". */
  TURN,
  /** Words that open a relative clause or an indirect question. */
  RELATIVE,
  /** Words before an office that is not, or no longer, held: "former". */
  NOT_IN_OFFICE,
  /** What stands between a meeting and the occasion that it took place beside. */
  SIDELINE,
  /** Small words inside names: "bin", "de". */
  NAME_PARTICLE,
  /** Parts of a name that are neither a given name nor a surname: "Jr.". */
  NAME_SUFFIX,
  /** Plurals for states that are counted: "the two sides". */
  SIDES,
  /** Plurals for persons who are counted: "the two men". */
  PAIR,
  /** Offices without a name that speak for a body: "a spokesman for the ministry". */
  SPOKESMAN,
  /** Nouns for what speaks for whose it is: "the president's office". */
  VOICE,
  /** Plurals for those whom a blow befalls: "civilians". */
  SUFFERER,
  /** Nouns for what befalls a place: "rains". */
  CALAMITY,
  /** Words that make a noun phrase definite: "the", "their". */
  DEFINITE,
  /** Words for what does not exist: "condemned nothing". */
  NOTHING,
  /** What a joint statement has in its title. */
  JOINT_TITLE,
  /** What the text of a speech has in its title. */
  SPEECH_TITLE,
  /** What the title of the text of a speech begins with. */
  SPEECH_OPENING,
  /** What marks a footnote that cites: "ibid.", "pp.". */
  REFERENCE,
  /** What marks a line on who owns a page: "all rights reserved". */
  COPYRIGHT,
  /** What lines of a page that are no content begin with: "share this". */
  BOILERPLATE_OPENING,
  /** Verbs whose infinitive came about: "forced him to resign", "managed to sign". */
  IMPLICATIVE,
  /** Nouns for qualities, standing and chances: "raised its profile". */
  INTANGIBLE,
  /** Words before a month whose name is also another word: "in May". */
  BEFORE_MONTH,
  /** Words after a number of four digits that is no year: "2000 troops". */
  COUNTED,
  /** Words before a number that is no year: "resolution 1973". */
  NUMBER_BEFORE,
  /** Words that tell which part of a month, or which month of its name: "early", "last". */
  MONTH_MODIFIER,
  /** "evening", "morning". */
  PART_OF_DAY,
  /** What stands between the first and last of a range: "3 to 5 May". */
  RANGE,
  /** Words before a day up to which or from which something goes on. */
  SINCE,
  /** Words beside the date in a line that prints nothing else: "published on". */
  DATE_LINE,
  /** Names, or last words of names, of those who report the news: "TASS", "Times". */
  NEWS_OUTLET,
  /** What stands before what one is able to do: "the capacity to". */
  ABILITY,
  /** Who is spoken to without a name: "told reporters". */
  AUDIENCE,
  /** Words before the occasion of what is said: "said during a visit". */
  AT_OCCASION,
  /** Words of a phrase that tells where somebody speaks: "speaking in", "in an interview in". */
  SPEAKING,
  /** What stands between an event and what it was about: "an agreement on". */
  ABOUT,
  /** Nouns after these that say when, where or how, or nothing: "on behalf of". */
  NO_TOPIC,
  /** Who asks in a transcript: "JOURNALIST:". */
  QUESTIONER,
  /** What stands before a number that is not exact: "more than". */
  APPROXIMATELY
}
