package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/** Known names and rows of capitalised words, which every reading of mentions builds on. */
final class Names {
  private final Lexicon lexicon;
  private final PhraseIndex<Entity> names;

  Names(Lexicon lexicon, PhraseIndex<Entity> names) {
    this.lexicon = lexicon;
    this.names = names;
  }

  PhraseIndex.Match<Entity> known(List<Token> tokens, int i) {
    PhraseIndex.Match<Entity> own = names.longest(tokens, i);
    PhraseIndex.Match<Entity> general = lexicon.names().longest(tokens, i);
    if (own == null) {
      return general;
    }
    return general != null && general.end() > own.end() ? general : own;
  }

  /**
   * Index after a run of capitalised tokens, with particles, hyphens and initials inside it. Known
   * names of states end a run that they do not begin, unless the run is an organisation.
   */
  int runEnd(List<Token> tokens, int i) {
    Token first = tokens.get(i);
    if (startsSentence(tokens, i) && isFunction(first) && !first.isAcronym() && !isTitle(tokens, i)
        || isPronoun(first)) {
      return i;
    }
    int at = i + 1;
    while (at < tokens.size() && at - i < 14) {
      Token token = tokens.get(at);
      Token before = tokens.get(at - 1);
      boolean joined = token.text().equals("-") && token.start() == before.end();
      boolean afterHyphen = before.text().equals("-") && token.start() == before.end();
      if (token.isCapital() && !isPronoun(token)
          || joined && at + 1 < tokens.size() && tokens.get(at + 1).start() == token.end()
          || afterHyphen && token.isWord() && !isParticiple(token)
          || isParticleInside(tokens, at)) {
        at++;
      } else if (token.text().equals(",")
          && at + 1 < tokens.size()
          && isSuffix(tokens.get(at + 1))) {
        at += 2;
      } else if (isNickname(tokens, at)) {
        at += 3;
      } else {
        break;
      }
    }
    while (at > i && tokens.get(at - 1).text().equals("-")) {
      at--;
    }
    return at;
  }

  /** "ANA EXAMPLE We met": what is told begins there. */
  private boolean isPronoun(Token token) {
    return token.is("i")
        || !token.isAcronym() && !token.is("one") && lexicon.has(WordSet.PRONOUN, token.lower());
  }

  /** "Peru-led", "Chile-backed": no part of a name, as "Jong-un" is one. */
  private static boolean isParticiple(Token token) {
    return !token.isCapital() && (token.is("led") || token.lower().endsWith("ed"));
  }

  /** Ana “Nan” Example: a name in quotation marks inside a name. */
  private static boolean isNickname(List<Token> tokens, int at) {
    return at + 3 < tokens.size()
        && "“\"".contains(tokens.get(at).text())
        && tokens.get(at + 1).isCapital()
        && "”\"".contains(tokens.get(at + 2).text())
        && tokens.get(at + 3).isCapital();
  }

  /** The name that some tokens spell, without a nickname in it. */
  static String name(List<Token> tokens, int from, int to) {
    for (int at = from + 1; at < to; at++) {
      if (isNickname(tokens, at)) {
        return Words.join(tokens, from, at) + " " + Words.join(tokens, at + 3, to);
      }
    }
    return Words.join(tokens, from, to);
  }

  boolean isSuffix(Token token) {
    return lexicon.has(WordSet.NAME_SUFFIX, token.lower());
  }

  private boolean isParticleInside(List<Token> tokens, int at) {
    return lexicon.has(WordSet.NAME_PARTICLE, tokens.get(at).lower())
        && at + 1 < tokens.size()
        && (tokens.get(at + 1).isCapital()
            || tokens.get(at + 1).text().equals("-")
                && tokens.get(at).end() == tokens.get(at + 1).start())
        && !lexicon.has(WordSet.PREPOSITION, tokens.get(at).lower());
  }

  private boolean isTitle(List<Token> tokens, int i) {
    PhraseIndex.Match<Lexicon.Title> match = lexicon.titles().longest(tokens, i);
    return match != null && match.end() > i + 1;
  }

  static boolean startsSentence(List<Token> tokens, int i) {
    return i == 0 || "“\"(-\u2014:".contains(tokens.get(i - 1).text()) && !isGlued(tokens, i);
  }

  private static boolean isGlued(List<Token> tokens, int i) {
    return tokens.get(i - 1).is("-") && tokens.get(i - 1).end() == tokens.get(i).start();
  }

  boolean isFunction(Token token) {
    String word = token.lower();
    return lexicon.has(WordSet.DETERMINER, word)
        || lexicon.has(WordSet.PRONOUN, word)
        || lexicon.has(WordSet.PREPOSITION, word)
        || lexicon.has(WordSet.SUBORDINATOR, word)
        || lexicon.has(WordSet.CONJUNCTION, word)
        || lexicon.has(WordSet.AUXILIARY, word)
        || lexicon.has(WordSet.ADVERB, word)
        || lexicon.has(WordSet.MODAL, word);
  }

  /**
   * A capitalised phrase that ends with a noun for an event names the event: "G7 Leaders' Summit".
   */
  boolean isEventName(List<Token> tokens, int i, int end) {
    for (int at = i; at < end; at++) {
      PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
      if (match != null
          && match.end() >= end
          && match.value().stream().anyMatch(t -> t.form().isNoun())) {
        return true;
      }
    }
    return false;
  }

  boolean isVerbForm(List<Token> tokens, int at) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
    return match != null
        && match.value().stream()
            .anyMatch(
                t ->
                    !t.form().isNoun()
                        && t.form() != Trigger.Form.BASE
                        && t.form() != Trigger.Form.GERUND);
  }

  boolean isBaseVerb(List<Token> tokens, int at) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
    return match != null
        && match.value().stream().anyMatch(t -> t.form() == Trigger.Form.BASE)
        && (match.value().stream().noneMatch(t -> t.form().isNoun())
            || match.end() < tokens.size()
                && (tokens.get(match.end()).isCapital()
                    || lexicon.has(WordSet.DETERMINER, tokens.get(match.end()).lower())));
  }

  List<String> statesIn(List<Token> tokens, int from, int to) {
    List<String> states = new ArrayList<>();
    for (int at = from; at < to; at++) {
      PhraseIndex.Match<Entity> match = known(tokens, at);
      if (match != null && match.value().state() != null && match.end() <= to) {
        if (!states.contains(match.value().state())) {
          states.add(match.value().state());
        }
        at = match.end() - 1;
      }
    }
    return List.copyOf(states);
  }

  /** "of Japan and South Korea", "of the United States, Japan and the Philippines". */
  int statesAfter(List<Token> tokens, int from, List<String> states) {
    int at = from;
    int end = from;
    while (at < tokens.size()) {
      int name = tokens.get(at).is("the") ? at + 1 : at;
      PhraseIndex.Match<Entity> match = name < tokens.size() ? known(tokens, name) : null;
      if (match == null
          || match.value().kind() != Entity.Kind.STATE
          || match.end() < tokens.size() && tokens.get(match.end()).is("'s")) {
        return end;
      }
      states.add(match.value().name());
      end = match.end();
      at = end;
      while (at < tokens.size() && (tokens.get(at).is(",") || tokens.get(at).is("and"))) {
        at++;
      }
      if (at == end) {
        return end;
      }
    }
    return end;
  }

  /** Index after "of Foreign Affairs and Trade" where it follows; else where it would begin. */
  int ofPhrase(List<Token> tokens, int at) {
    if (at + 1 >= tokens.size()
        || !tokens.get(at).is("of") && !tokens.get(at).is("for")
        || !tokens.get(at + 1).isCapital()) {
      return at;
    }
    int end = at + 1;
    while (end < tokens.size()) {
      Token token = tokens.get(end);
      boolean link =
          end + 1 < tokens.size()
              && (token.is("and") && !lexicon.isGivenName(tokens.get(end + 1).text())
                  || token.is(",") && lexicon.has(WordSet.PORTFOLIO, tokens.get(end + 1).lower()))
              && tokens.get(end + 1).isCapital()
              && known(tokens, end + 1) == null
              && lexicon.titles().longest(tokens, end + 1) == null;
      if (end > at + 1 && isTitleOfName(tokens, end)) {
        break;
      }
      if (token.isCapital() || link) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /** "Bureau of Fisheries Director Ana Example": a title that a name follows ends a body's name. */
  private boolean isTitleOfName(List<Token> tokens, int at) {
    PhraseIndex.Match<Lexicon.Title> match = lexicon.titles().longest(tokens, at);
    return match != null
        && match.end() + 1 < tokens.size()
        && tokens.get(match.end()).isCapital()
        && tokens.get(match.end() + 1).isCapital()
        && !lexicon.isOrganisationWord(tokens.get(match.end()).text());
  }

  /** "the leader", "Croat leader", "the then prime minister". */
  private boolean isOffice(List<Token> tokens, int from) {
    int at = from;
    if (at < tokens.size() && (tokens.get(at).is("then") || tokens.get(at).is("former"))) {
      at++;
    }
    PhraseIndex.Match<Entity> state = at < tokens.size() ? known(tokens, at) : null;
    at = state != null && state.value().kind() == Entity.Kind.DEMONYM ? state.end() : at;
    return at < tokens.size() && lexicon.roles().longest(tokens, at) != null;
  }

  /** Whether a reporting verb or an apposition follows: "Ana Example, a professor". */
  boolean isBesideSpeech(List<Token> tokens, int end) {
    if (end + 1 >= tokens.size()) {
      return false;
    }
    if (tokens.get(end).is(",")) {
      String next = tokens.get(end + 1).lower();
      return next.equals("a")
          || next.equals("an")
          || next.equals("who")
          || isOffice(tokens, next.equals("the") ? end + 2 : end + 1);
    }
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, end);
    return match != null
        && match.value().stream()
            .anyMatch(
                t -> t.frame().type() == EventType.STATEMENT && t.form() == Trigger.Form.PAST);
  }
}
