package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads offices with and without a name: "South Korean President Yoon Suk Yeol", "the Vice
 * President".
 */
final class Titles {
  private final Lexicon lexicon;
  private final Names words;

  Titles(Lexicon lexicon, Names words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  /** "South Korean President Yoon Suk Yeol", "Gen. Brown", "the Vice President". */
  Mention titled(List<Token> tokens, int i, int end) {
    int titleStart = -1;
    int titleEnd = -1;
    Lexicon.Title title = null;
    for (int at = i; at < end; at++) {
      PhraseIndex.Match<Lexicon.Title> match = lexicon.titles().longest(tokens, at);
      if (match == null || isName(tokens, match.end(), end)) {
        continue;
      }
      if (title == null || title.rank() == Rank.PLAIN || match.value().rank() != Rank.PLAIN) {
        titleStart = titleStart < 0 ? at : titleStart;
        titleEnd = match.end();
        title = match.value();
      }
      at = match.end() - 1;
    }
    boolean hour =
        titleStart > 0
            && tokens.get(titleStart - 1).isNumber()
            && tokens.get(titleStart).isAcronym();
    if (title == null || hour || words.isEventName(tokens, i, end)) {
      return null;
    }
    List<String> states = words.statesIn(tokens, i, titleStart);
    if (titleStart > i && states.isEmpty() && knownPersonBefore(tokens, i, titleStart)) {
      return null;
    }
    if (titleEnd < end && allOrganisationWords(tokens, titleEnd, end)) {
      return null;
    }
    int nameStart = titleEnd;
    int nameEnd = end;
    if (titleEnd > end && titleEnd < tokens.size() && tokens.get(titleEnd).isCapital()) {
      nameEnd = words.runEnd(tokens, titleEnd);
    }
    if (nameStart >= nameEnd) {
      int[] beyond = nameBeyond(tokens, titleEnd);
      if (beyond == null) {
        return office(tokens, i, Math.max(titleEnd, end), title, states);
      }
      states = states.isEmpty() ? words.statesIn(tokens, titleEnd, beyond[0]) : states;
      nameStart = beyond[0];
      nameEnd = beyond[1];
    }
    return person(tokens, i, nameStart, nameEnd, title, states);
  }

  /** "General Electric" and "the Justice Department" are no officers. */
  boolean allOrganisationWords(List<Token> tokens, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!lexicon.isOrganisationWord(tokens.get(at).text())) {
        return false;
      }
    }
    return true;
  }

  /** Whether what looks like a title is part of the name: "Sultan bin Abdulaziz". */
  private boolean isName(List<Token> tokens, int after, int end) {
    return after < end && lexicon.has(WordSet.NAME_PARTICLE, tokens.get(after).text());
  }

  private boolean knownPersonBefore(List<Token> tokens, int from, int to) {
    return lexicon.isGivenName(tokens.get(from).text()) && to > from;
  }

  /** After "Secretary of State for X": the name that follows the of- or for-phrase. */
  private int[] nameBeyond(List<Token> tokens, int at) {
    int from = at;
    for (int hops = 0; hops < 3; hops++) {
      if (from + 1 >= tokens.size()) {
        return null;
      }
      String word = tokens.get(from).lower();
      if (!word.equals("of") && !word.equals("for") && !word.equals("to") && !word.equals("and")) {
        return null;
      }
      int run = tokens.get(from + 1).is("the") ? from + 2 : from + 1;
      if (run >= tokens.size() || !tokens.get(run).isCapital()) {
        return null;
      }
      int end = words.runEnd(tokens, run);
      boolean body = run == from + 2;
      int start = trailingName(tokens, run, end, body);
      if (start > 0) {
        return new int[] {start, end};
      }
      from = end;
    }
    return null;
  }

  /**
   * Where a person's name begins in a row of capitals, of which the first names a body where an
   * article stands before it: "Speaker of the Mazhilis Ana Example".
   */
  private int trailingName(List<Token> tokens, int run, int stop, boolean body) {
    int end = stop;
    while (end > run && (words.isSuffix(tokens.get(end - 1)) || tokens.get(end - 1).is(","))) {
      end--;
    }
    for (int at = run + 1; at <= end - 2; at++) {
      if (lexicon.isGivenName(tokens.get(at).text()) && words.known(tokens, at) == null) {
        return at;
      }
    }
    PhraseIndex.Match<Entity> match = words.known(tokens, run);
    if (match != null && match.end() <= end - 2) {
      return match.end();
    }
    int portfolio = run;
    while (portfolio < end - 1
        && (lexicon.has(WordSet.PORTFOLIO, tokens.get(portfolio).lower())
            || tokens.get(portfolio).is(",")
            || tokens.get(portfolio).is("and"))) {
      portfolio++;
    }
    if (portfolio > run && end - portfolio >= 2) {
      return portfolio;
    }
    if (end - run < 3) {
      return -1;
    }
    if (body && end - run == 3 && !isOrganisation(tokens, run + 1, end)) {
      return run + 1;
    }
    boolean initial = tokens.get(end - 2).text().endsWith(".");
    return initial ? end - 3 : end - run >= 4 ? end - 2 : -1;
  }

  private boolean isOrganisation(List<Token> tokens, int from, int to) {
    for (int at = from; at < to; at++) {
      Token token = tokens.get(at);
      if (lexicon.isOrganisationWord(token.text())
          || lexicon.isPlaceWord(token.text())
          || lexicon.has(WordSet.PORTFOLIO, token.lower())
          || words.known(tokens, at) != null) {
        return true;
      }
    }
    return false;
  }

  Mention person(
      List<Token> tokens, int first, int from, int to, Lexicon.Title title, List<String> states) {
    int start = from;
    PhraseIndex.Match<Entity> match = words.known(tokens, start);
    if (match != null && match.value().kind() == Entity.Kind.PERSON) {
      Entity entity = match.value();
      List<String> own =
          states.isEmpty() && entity.state() != null ? List.of(entity.state()) : states;
      return new Mention(
          first,
          match.end(),
          Mention.Kind.PERSON,
          entity.name(),
          entity.id(),
          title.rank(),
          Words.lower(title.label()),
          own,
          false,
          false);
    }
    PhraseIndex.Match<Lexicon.Title> again = lexicon.titles().longest(tokens, start);
    if (again != null && again.end() < to && !isName(tokens, again.end(), to)) {
      return person(tokens, first, again.end(), to, again.value(), states);
    }
    if (match != null && match.end() >= to) {
      return office(
          tokens,
          first,
          from,
          title,
          states.isEmpty() && match.value().state() != null
              ? List.of(match.value().state())
              : states);
    }
    while (start < to - 1
        && !lexicon.isGivenName(tokens.get(start).text())
        && tokens.get(start).isAcronym()
        && tokens.get(start).text().length() > 3) {
      start++;
    }
    int end = start + 2;
    while (end < to && !isLetters(tokens, end)) {
      end++;
    }
    int nameEnd = Math.min(end, to);
    int last = to;
    List<String> of = states;
    if (end < to) {
      last = end + 1;
    } else if (states.isEmpty() && to + 1 < tokens.size() && tokens.get(to).is("of")) {
      List<String> after = new ArrayList<>();
      int beyond = words.statesAfter(tokens, to + 1, after);
      if (after.size() == 1) {
        of = List.copyOf(after);
        last = beyond;
      }
    }
    return new Mention(
        first,
        last,
        Mention.Kind.PERSON,
        name(tokens, first, start, nameEnd),
        null,
        title.rank(),
        Words.lower(title.label()),
        of,
        title.plural(),
        false);
  }

  /** "PRESIDENT DUARTE" is President Duarte; "KIM" in "President KIM Jae" stays as it is. */
  private static String name(List<Token> tokens, int first, int from, int to) {
    String printed = Names.name(tokens, from, to);
    String all = Words.join(tokens, first, to);
    return from > first && printed.length() > 3 && all.equals(all.toUpperCase(Locale.ROOT))
        ? Words.capitalised(printed)
        : printed;
  }

  /** "MP", "OBE" after a name: the name ends before them. */
  private boolean isLetters(List<Token> tokens, int at) {
    return tokens.get(at).isAcronym() && lexicon.titles().longest(tokens, at) != null;
  }

  /** An office without a name; a state may follow: "Prime Minister of Pakistan". */
  private Mention office(
      List<Token> tokens, int first, int end, Lexicon.Title title, List<String> states) {
    PhraseIndex.Match<Entity> theirs = words.known(tokens, first);
    boolean ofBody =
        title.plural()
            && states.isEmpty()
            && theirs != null
            && theirs.end() < end
            && theirs.value().kind() == Entity.Kind.ORGANISATION;
    if (ofBody) {
      return Mention.of(
          first, end, Mention.Kind.ORGANISATION, theirs.value().name(), theirs.value().id(), null);
    }
    List<String> own = states;
    int last = end;
    if (own.isEmpty() && end + 1 < tokens.size() && tokens.get(end).is("of")) {
      int at = tokens.get(end + 1).is("the") ? end + 2 : end + 1;
      PhraseIndex.Match<Entity> match = at < tokens.size() ? words.known(tokens, at) : null;
      if (match != null && match.value().state() != null) {
        own = List.of(match.value().state());
        last = match.end();
      }
    }
    if (last == end && end + 1 < tokens.size()) {
      boolean portfolio = lexicon.has(WordSet.PORTFOLIO, tokens.get(end + 1).lower());
      last = portfolio ? words.ofPhrase(tokens, end) : end;
    }
    boolean definite = first > 0 && tokens.get(first - 1).is("the");
    return new Mention(
        first,
        last,
        Mention.Kind.ROLE,
        Words.join(tokens, first, end),
        null,
        title.rank(),
        Words.lower(title.label()),
        own,
        title.plural(),
        definite);
  }
}
