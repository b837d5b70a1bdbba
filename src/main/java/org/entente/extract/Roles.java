package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads nouns for offices and bodies: "the Japanese and South Korean defence chiefs", "its
 * delegation".
 */
final class Roles {
  private final Lexicon lexicon;
  private final Names words;
  private final Titles titles;

  Roles(Lexicon lexicon, Names words, Titles titles) {
    this.lexicon = lexicon;
    this.words = words;
    this.titles = titles;
  }

  /** "the Japanese and South Korean defense chiefs", "Solomon Islands' Prime Minister". */
  Mention roleAfterStates(List<Token> tokens, int i, PhraseIndex.Match<Entity> first) {
    List<String> states = new ArrayList<>(List.of(first.value().state()));
    PhraseIndex.Match<Entity> last = first;
    int at = first.end();
    while (at + 1 < tokens.size()
        && (tokens.get(at).is("and") || tokens.get(at).is(",") || tokens.get(at).is("-"))) {
      PhraseIndex.Match<Entity> next = words.known(tokens, at + 1);
      boolean adjective =
          next != null
              && next.value().kind() == Entity.Kind.DEMONYM
              && tokens.get(first.end() - 1).isAcronym();
      if (next == null || next.value().kind() != first.value().kind() && !adjective) {
        break;
      }
      last = next;
      states.add(next.value().state());
      at = next.end();
    }
    boolean possessive = at < tokens.size() && (tokens.get(at).is("'s") || tokens.get(at).is("'"));
    if (last.value().kind() == Entity.Kind.STATE && !possessive && states.size() > 1) {
      return null;
    }
    int start = possessive ? at + 1 : at;
    if (start >= tokens.size()) {
      return null;
    }
    if (tokens.get(start).isCapital() && possessive) {
      Mention titled = titles.titled(tokens, start, Math.max(start, words.runEnd(tokens, start)));
      if (titled != null) {
        return new Mention(
            i,
            titled.last(),
            titled.kind(),
            titled.name(),
            titled.id(),
            titled.rank(),
            titled.title(),
            List.copyOf(states),
            titled.plural(),
            titled.definite());
      }
    }
    return role(tokens, i, start, states);
  }

  /** A noun for an office or body, with up to three lower-case words before it. */
  Mention role(List<Token> tokens, int first, int from, List<String> states) {
    int at = from;
    int limit = Math.min(tokens.size(), from + 4);
    boolean definite = false;
    while (at < limit) {
      Token token = tokens.get(at);
      PhraseIndex.Match<Lexicon.Title> match = lexicon.roles().longest(tokens, at);
      if (match != null && isRoleHead(tokens, match.end(), isSeveral(tokens, match))) {
        return roleMention(tokens, first, at, match, states, definite);
      }
      if (at == from
          && (token.is("the")
              || token.is("both")
              || lexicon.has(WordSet.POSSESSIVE, token.lower()))) {
        definite = true;
      } else if (at > from
              && (words.isVerbForm(tokens, at) || lexicon.has(WordSet.VERB, token.lower()))
          || at == from && !states.isEmpty() && words.isVerbForm(tokens, at)) {
        return null;
      } else if (!token.isWord()
          || words.isFunction(token)
              && !token.is("two")
              && !token.is("three")
              && !token.is("top")
              && !token.is("former")) {
        return null;
      } else if (states.isEmpty() && !definite) {
        return null;
      } else if (token.isCapital() && words.known(tokens, at) != null && states.isEmpty()) {
        return null;
      }
      at++;
    }
    return null;
  }

  private static boolean isSeveral(List<Token> tokens, PhraseIndex.Match<Lexicon.Title> match) {
    return match.value().plural()
        || match.value().body() && tokens.get(match.end() - 1).lower().endsWith("s");
  }

  /** "the Joint Technical Committee": a body's name begins with the first capital before it. */
  private String bodyName(
      List<Token> tokens, int first, int at, PhraseIndex.Match<Lexicon.Title> match) {
    int from = at;
    while (match.value().body()
        && from > first
        && tokens.get(from - 1).isCapital()
        && !words.isFunction(tokens.get(from - 1))) {
      from--;
    }
    return Words.join(tokens, from, match.end());
  }

  /** The noun is not the modifier of another: "government report", "leader of the party" is one. */
  private boolean isRoleHead(List<Token> tokens, int end, boolean plural) {
    if (end >= tokens.size()) {
      return true;
    }
    Token next = tokens.get(end);
    if (next.is("-") && next.start() == tokens.get(end - 1).end()) {
      return false;
    }
    if (!next.isWord() || next.isCapital()) {
      return true;
    }
    return words.isFunction(next)
        || lexicon.has(WordSet.MEMBERSHIP, next.lower())
        || lexicon.has(WordSet.VERB, next.lower())
        || words.isVerbForm(tokens, end)
        || plural && words.isBaseVerb(tokens, end)
        || lexicon.has(WordSet.DATE_WORD, next.lower())
        || next.lower().endsWith("ed")
        || next.lower().endsWith("ly");
  }

  /** "lawmakers in Peru": those of a state are told by where they are, unlike its envoys. */
  private static boolean actsAtHome(Lexicon.Title title) {
    return switch (Words.lower(title.label())) {
      case "judge", "lawmaker", "legislator", "official", "prosecutor" -> true;
      default -> false;
    };
  }

  /** Index of the name after "of national defence"; where the phrase would begin, if none is. */
  private int afterPortfolio(List<Token> tokens, int end) {
    boolean phrase =
        end + 2 < tokens.size() && (tokens.get(end).is("of") || tokens.get(end).is("for"));
    if (!phrase) {
      return end;
    }
    int from = tokens.get(end + 1).is("the") ? end + 2 : end + 1;
    int at = from;
    while (at < tokens.size()
        && !tokens.get(at).isCapital()
        && (lexicon.has(WordSet.PORTFOLIO, tokens.get(at).lower()) || tokens.get(at).is("and"))) {
      at++;
    }
    boolean name =
        at > from
            && at < tokens.size()
            && (lexicon.isGivenName(tokens.get(at).text()) || words.runEnd(tokens, at) == at + 2)
            && words.known(tokens, at) == null;
    return name ? at : end;
  }

  private Mention roleMention(
      List<Token> tokens,
      int first,
      int at,
      PhraseIndex.Match<Lexicon.Title> match,
      List<String> states,
      boolean definite) {
    Lexicon.Title title = match.value();
    List<String> own = states.isEmpty() ? words.statesIn(tokens, first, at) : states;
    int end = match.end();
    boolean outlet = title.body() && at > 0 && tokens.get(at - 1).is("news");
    boolean inName =
        title.body()
            && tokens.get(at).isCapital()
            && end < tokens.size()
            && lexicon.isOrganisationWord(tokens.get(end).text());
    if (inName || outlet) {
      return null;
    }
    if (title.body() && !own.isEmpty() && lexicon.has(WordSet.NON_STATE, title.label())) {
      String name = Words.join(tokens, tokens.get(first).is("the") ? first + 1 : first, end);
      return Mention.of(first, end, Mention.Kind.ORGANISATION, name, null, null);
    }
    int named = afterPortfolio(tokens, end);
    if (!title.body() && named < tokens.size() && tokens.get(named).isCapital()) {
      int run = words.runEnd(tokens, named);
      PhraseIndex.Match<Entity> name = words.known(tokens, named);
      boolean person = name == null || name.value().kind() == Entity.Kind.PERSON;
      if (run > named && titles.allOrganisationWords(tokens, named, run)) {
        return null;
      }
      if (person && run > named && !words.isEventName(tokens, named, run)) {
        return titles.person(tokens, first, named, run, title, List.copyOf(own));
      }
    }
    boolean located =
        (title.body() || actsAtHome(title) && isSeveral(tokens, match))
            && end < tokens.size()
            && tokens.get(end).is("in");
    boolean from = isSeveral(tokens, match) && end < tokens.size() && tokens.get(end).is("from");
    if (own.isEmpty() && end + 1 < tokens.size() && (tokens.get(end).is("of") || located || from)) {
      List<String> after = new ArrayList<>();
      int last = words.statesAfter(tokens, end + 1, after);
      if (!after.isEmpty()) {
        own = after;
        end = last;
      }
    }
    boolean known = definite || first > 0 && tokens.get(first - 1).is("the");
    boolean several = isSeveral(tokens, match);
    Mention.Kind kind = title.body() ? Mention.Kind.BODY : Mention.Kind.ROLE;
    return new Mention(
        first,
        end,
        kind,
        bodyName(tokens, first, at, match),
        null,
        title.rank(),
        Words.lower(title.label()),
        List.copyOf(own),
        several,
        known);
  }
}
