package org.entente.extract;

import java.util.List;

/** Types capitalised words that nothing knows by what stands around them. */
final class Guesses {
  /** No office between commas has more tokens. */
  private static final int LONGEST_OFFICE = 20;

  private final Lexicon lexicon;
  private final Names words;

  Guesses(Lexicon lexicon, Names words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  /** "Turkish Ministry of Energy", "Bank of Japan", "US Defence Intelligence Agency". */
  Mention organisation(List<Token> tokens, int i, int end, PhraseIndex.Match<Entity> match) {
    if (match.end() > end
        || match.value().kind() == Entity.Kind.ORGANISATION && match.end() == end) {
      return null;
    }
    int head = -1;
    for (int at = match.end(); at < end; at++) {
      if (lexicon.isOrganisationWord(tokens.get(at).text())) {
        head = at;
      }
    }
    if (head < 0 || words.isEventName(tokens, i, end)) {
      return null;
    }
    int last = words.ofPhrase(tokens, head + 1);
    String state = match.value().state();
    if (state != null && lexicon.has(WordSet.STATE_BODY, tokens.get(head).lower())) {
      return new Mention(
          i,
          Math.max(last, head + 1),
          Mention.Kind.BODY,
          Words.join(tokens, i, Math.max(last, head + 1)),
          null,
          Rank.NONE,
          tokens.get(head).lower(),
          List.of(state),
          false,
          true);
    }
    return Mention.of(
        i,
        Math.max(last, head + 1),
        Mention.Kind.ORGANISATION,
        Words.join(tokens, i, Math.max(last, head + 1)),
        null,
        state);
  }

  /** "the Joint Norwegian-Russian Fisheries Commission": a body that two states have together. */
  Mention common(List<Token> tokens, int i, int end) {
    List<String> states = words.statesIn(tokens, i, end);
    boolean body = lexicon.isOrganisationWord(tokens.get(end - 1).text());
    if (states.size() != 2 || !body || words.isEventName(tokens, i, end)) {
      return null;
    }
    return new Mention(
        i,
        end,
        Mention.Kind.BODY,
        Words.join(tokens, i, end),
        null,
        Rank.NONE,
        tokens.get(end - 1).lower(),
        states,
        false,
        true);
  }

  Mention unknown(List<Token> tokens, int i, int end) {
    int stop = end;
    for (int at = i + 1; at < end; at++) {
      PhraseIndex.Match<Entity> inner = words.known(tokens, at);
      if (inner != null
          && inner.value().kind() != Entity.Kind.PERSON
          && tokens.get(at - 1).text().equals("-")) {
        stop = at - 1;
        break;
      }
    }
    if (stop == i + 1 && Names.startsSentence(tokens, i) && isCommon(tokens, i)) {
      return null;
    }
    if (stop > i + 1 && isCalamity(tokens, i)) {
      return Mention.of(i, stop, Mention.Kind.UNKNOWN, Words.join(tokens, i, stop), null, null);
    }
    boolean operation = tokens.get(i).is("operation") || tokens.get(i).is("exercise");
    if (words.isEventName(tokens, i, stop) || operation) {
      return null;
    }
    int head = -1;
    for (int at = i; at < stop; at++) {
      if (lexicon.isOrganisationWord(tokens.get(at).text())) {
        head = at;
      }
    }
    if (head >= 0) {
      int last = Math.max(words.ofPhrase(tokens, head + 1), stop);
      return Mention.of(
          i,
          last,
          Mention.Kind.ORGANISATION,
          Words.join(tokens, i, last),
          null,
          words.statesIn(tokens, i, last).stream().findFirst().orElse(null));
    }
    Mention.Kind kind = guess(tokens, i, stop);
    return Mention.of(i, stop, kind, Names.name(tokens, i, stop), null, null);
  }

  /** Whether a finite verb or a relative clause follows: what begins the sentence acts. */
  private boolean actsNext(List<Token> tokens, int end) {
    if (end >= tokens.size()) {
      return false;
    }
    Token next = tokens.get(end);
    boolean relative =
        next.is(",")
            && end + 1 < tokens.size()
            && (tokens.get(end + 1).is("who")
                || tokens.get(end + 1).is("whose")
                || tokens.get(end + 1).is("whom"));
    return relative
        || next.is(",") && isOffice(tokens, end + 1)
        || words.isVerbForm(tokens, end)
        || lexicon.has(WordSet.AUXILIARY, next.lower())
        || lexicon.has(WordSet.MODAL, next.lower());
  }

  /**
   * "Ana Example, Peru's foreign minister, said": up to the next comma somebody's office is told.
   */
  private boolean isOffice(List<Token> tokens, int from) {
    boolean office = false;
    for (int at = from; at < Math.min(tokens.size(), from + LONGEST_OFFICE); at++) {
      if (tokens.get(at).is(",")) {
        return office;
      }
      office |=
          lexicon.roles().longest(tokens, at) != null
              || lexicon.titles().longest(tokens, at) != null;
    }
    return false;
  }

  /** "Cyclone Judy" is nobody. */
  private boolean isCalamity(List<Token> tokens, int i) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, i);
    return match != null
        && match.value().stream()
            .anyMatch(t -> t.form().isNoun() && t.frame().type() == EventType.INCIDENT);
  }

  /** A word that only the sentence's beginning gives its capital. */
  private boolean isCommon(List<Token> tokens, int i) {
    String word = tokens.get(i).lower();
    return word.endsWith("ing")
        || lexicon.has(WordSet.RELATION, word)
        || lexicon.has(WordSet.VERB, word)
        || lexicon.has(WordSet.PEOPLE, word)
        || lexicon.has(WordSet.GENERIC_HEAD, word)
        || lexicon.roles().longest(tokens, i) != null;
  }

  /** "Egypt's Karim Naguib": after a state's name a name is more likely than anything else. */
  private boolean ofState(List<Token> tokens, int at) {
    if (at < 0) {
      return false;
    }
    PhraseIndex.Match<Entity> match = words.known(tokens, at);
    return match != null && match.value().kind() == Entity.Kind.STATE;
  }

  private Mention.Kind guess(List<Token> tokens, int i, int end) {
    String before = i > 0 ? tokens.get(i - 1).lower() : "";
    int capitals = 0;
    for (int at = i; at < end; at++) {
      capitals += tokens.get(at).isCapital() ? 1 : 0;
    }
    boolean hyphenated =
        end - i >= 3 && tokens.get(end - 2).text().equals("-") && !tokens.get(end - 1).isCapital();
    if (lexicon.isPlaceWord(tokens.get(end - 1).text())
        || lexicon.isPlaceWord(tokens.get(i).text())) {
      return Mention.Kind.PLACE;
    }
    if (hyphenated && capitals >= 2 && end - i <= 5) {
      return Mention.Kind.PERSON;
    }
    if (capitals >= 2 && capitals <= 4 && lexicon.isGivenName(tokens.get(i).text())) {
      return Mention.Kind.PERSON;
    }
    if (before.equals("in")
        || before.equals("at")
        || before.equals("near")
        || before.equals("from")) {
      return Mention.Kind.PLACE;
    }
    if (capitals >= 2 && capitals <= 4 && words.isBesideSpeech(tokens, end)) {
      return Mention.Kind.PERSON;
    }
    boolean dateline =
        i == 0
            && tokens.get(i).isAcronym()
            && end < tokens.size()
            && !tokens.get(end).isWord()
            && tokens.get(i).text().length() > 3;
    if (dateline) {
      return Mention.Kind.PLACE;
    }
    if (end - i == 1 && tokens.get(i).isAcronym() && !before.equals("(")) {
      return Mention.Kind.ORGANISATION;
    }
    boolean owned = before.equals("'s") || before.equals("'");
    boolean nominal = lexicon.has(WordSet.DETERMINER, before) || owned && !ofState(tokens, i - 2);
    boolean nounFollows =
        end < tokens.size()
            && tokens.get(end).isWord()
            && !words.isFunction(tokens.get(end))
            && !words.isVerbForm(tokens, end)
            && !tokens.get(end).lower().endsWith("ed")
            && !lexicon.has(WordSet.VERB, tokens.get(end).lower());
    if (capitals >= 2
        && capitals <= 3
        && capitals == end - i
        && !nominal
        && !nounFollows
        && (i > 0 || actsNext(tokens, end))) {
      return Mention.Kind.NAME;
    }
    return Mention.Kind.UNKNOWN;
  }
}
