package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds mentions in a sentence: known names, titles with names, offices and bodies without one,
 * pronouns, and capitalised words typed by what stands around them.
 */
final class MentionFinder {
  private final Lexicon lexicon;
  private final Names words;
  private final Titles titles;
  private final Roles roles;
  private final Guesses guesses;

  MentionFinder(Lexicon lexicon, NamesTable table) {
    PhraseIndex<Entity> names = new PhraseIndex<>(true);
    for (NamesTable.Name name : table.names()) {
      names.add(lexicon.tokenizer().tokens(name.form(), 0, name.form().length()), name.entity());
    }
    this.lexicon = lexicon;
    this.words = new Names(lexicon, names);
    this.titles = new Titles(lexicon, words);
    this.roles = new Roles(lexicon, words, titles);
    this.guesses = new Guesses(lexicon, words);
  }

  /** The mentions of a sentence, from left to right; none overlaps another. */
  List<Mention> mentions(List<Token> tokens, List<DateExpression> dates) {
    List<Mention> out = new ArrayList<>();
    int i = 0;
    int d = 0;
    while (i < tokens.size()) {
      while (d < dates.size() && dates.get(d).last() <= i) {
        d++;
      }
      if (d < dates.size() && dates.get(d).first() <= i) {
        i = dates.get(d).last();
        continue;
      }
      Mention found = members(tokens, i);
      if (found != null && d < dates.size() && found.last() > dates.get(d).first()) {
        found = null;
      }
      if (found == null) {
        i++;
      } else {
        out.add(found);
        i = found.last();
      }
    }
    return Appositions.apposed(tokens, out);
  }

  /** "the members of the Security Council", "NATO members": those stand for what they belong to. */
  private Mention members(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean of =
        i + 2 < tokens.size()
            && tokens.get(i + 1).is("of")
            && !token.isCapital()
            && lexicon.has(WordSet.MEMBERSHIP, token.lower());
    if (of) {
      int name = tokens.get(i + 2).is("the") ? i + 3 : i + 2;
      Mention body = name < tokens.size() ? at(tokens, name) : null;
      return isBody(body) ? body.spanning(i, body.last()) : null;
    }
    Mention found = at(tokens, i);
    if (!isBody(found)) {
      return found;
    }
    int last = found.last();
    while (last < tokens.size()
        && !tokens.get(last).isCapital()
        && lexicon.has(WordSet.MEMBERSHIP, tokens.get(last).lower())) {
      last++;
    }
    return last == found.last() ? found : found.spanning(i, last);
  }

  private static boolean isBody(Mention mention) {
    return mention != null
        && (mention.is(Mention.Kind.ORGANISATION) || mention.is(Mention.Kind.BODY));
  }

  private Mention at(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isWord()) {
      return null;
    }
    if (token.isCapital()) {
      Mention capital = capital(tokens, i);
      if (capital != null) {
        return capital;
      }
      if (words.isEventName(tokens, i, words.runEnd(tokens, i))) {
        return null;
      }
    } else if (token.is("the") && i + 1 < tokens.size() && tokens.get(i + 1).isCapital()) {
      PhraseIndex.Match<Entity> withArticle = words.known(tokens, i);
      PhraseIndex.Match<Entity> without = words.known(tokens, i + 1);
      if (withArticle != null && (without == null || without.end() <= withArticle.end())) {
        return named(tokens, i, withArticle);
      }
    }
    Mention role = roles.role(tokens, i, i, List.of());
    return role != null ? role : pronoun(tokens, i);
  }

  private Mention pronoun(List<Token> tokens, int i) {
    String word = tokens.get(i).lower();
    return switch (word) {
      case "he", "she", "i" ->
          new Mention(
              i, i + 1, Mention.Kind.PRONOUN, word, null, Rank.NONE, "", List.of(), false, true);
      case "him", "them" ->
          new Mention(
              i,
              i + 1,
              Mention.Kind.PRONOUN,
              word,
              null,
              Rank.NONE,
              "",
              List.of(),
              word.equals("them"),
              true);
      case "it" ->
          isActing(tokens, i + 1)
              ? new Mention(
                  i, i + 1, Mention.Kind.PRONOUN, word, null, Rank.NONE, "", List.of(), false, true)
              : null;
      case "they", "we" ->
          new Mention(
              i, i + 1, Mention.Kind.PRONOUN, word, null, Rank.NONE, "", List.of(), true, true);
      case "both" -> {
        String name = i + 1 < tokens.size() ? several(tokens.get(i + 1).lower()) : null;
        yield name == null
            ? null
            : new Mention(
                i, i + 2, Mention.Kind.PRONOUN, name, null, Rank.NONE, "", List.of(), true, true);
      }
      case "the", "these", "our", "their" -> sides(tokens, i);
      default -> null;
    };
  }

  /** "it imposed", "it would impose", "it has also imposed"; "it is important" acts on nothing. */
  private boolean isActing(List<Token> tokens, int from) {
    for (int at = from; at < Math.min(tokens.size(), from + 4); at++) {
      if (words.isVerbForm(tokens, at) || at > from && words.isBaseVerb(tokens, at)) {
        return true;
      }
      String word = tokens.get(at).lower();
      if (!lexicon.has(WordSet.MODAL, word)
          && !lexicon.has(WordSet.ADVERB, word)
          && !word.startsWith("ha")) {
        return false;
      }
    }
    return false;
  }

  /** What "countries" or "men" are called where two stand for them; null for other words. */
  private String several(String word) {
    return lexicon.has(WordSet.SIDES, word)
        ? "sides"
        : lexicon.has(WordSet.PAIR, word) ? "pair" : null;
  }

  /** "the two countries", "the three allies", "the sides", "the two men". */
  private Mention sides(List<Token> tokens, int i) {
    boolean own = tokens.get(i).is("our");
    int at = i + 1;
    int limit = Math.min(tokens.size(), i + 5);
    boolean three = tokens.get(Math.min(at, tokens.size() - 1)).is("three");
    while (at < limit) {
      String word = tokens.get(at).lower();
      String name = several(word);
      if (name != null && (name.equals("sides") || tokens.get(at - 1).is("two"))) {
        return new Mention(
            i,
            at + 1,
            Mention.Kind.PRONOUN,
            three ? "three" : name,
            null,
            Rank.NONE,
            "",
            List.of(),
            true,
            true);
      }
      boolean count = word.equals("two") || word.equals("three") || word.equals("four");
      if (!count && (own || at == i + 1) || !tokens.get(at).isWord()) {
        return null;
      }
      at++;
    }
    return null;
  }

  private Mention capital(List<Token> tokens, int i) {
    int end = words.runEnd(tokens, i);
    if (end == i) {
      return null;
    }
    boolean letters =
        end - i > 2
            && tokens.get(end - 1).isAcronym()
            && lexicon.titles().longest(tokens, end - 1) != null;
    Mention found = capital(tokens, i, letters ? end - 1 : end);
    return letters && found != null && found.last() == end - 1 ? found.spanning(i, end) : found;
  }

  private Mention capital(List<Token> tokens, int i, int end) {
    Mention titled = titles.titled(tokens, i, end);
    if (titled != null) {
      return titled;
    }
    Mention common = guesses.common(tokens, i, end);
    if (common != null) {
      return common;
    }
    PhraseIndex.Match<Entity> match = words.known(tokens, i);
    if (match != null) {
      Mention body = guesses.organisation(tokens, i, end, match);
      return body != null ? body : named(tokens, i, match);
    }
    return guesses.unknown(tokens, i, end);
  }

  private Mention named(List<Token> tokens, int i, PhraseIndex.Match<Entity> match) {
    Entity entity = match.value();
    int end = match.end();
    if (entity.kind() == Entity.Kind.DEMONYM || entity.kind() == Entity.Kind.STATE) {
      Mention role = roles.roleAfterStates(tokens, i, match);
      if (role != null) {
        return role;
      }
    }
    Mention.Kind kind =
        switch (entity.kind()) {
          case PERSON -> Mention.Kind.PERSON;
          case STATE -> Mention.Kind.STATE;
          case ORGANISATION -> Mention.Kind.ORGANISATION;
          case METONYM -> Mention.Kind.METONYM;
          case DEMONYM -> demonym(tokens, i, end);
          case PLACE, AGREEMENT, DISPUTE -> Mention.Kind.PLACE;
        };
    return Mention.of(i, end, kind, entity.name(), entity.id(), entity.state());
  }

  /** "the Saudis", "Saudis voted": they act; "Saudi" alone is an adjective. */
  private Mention.Kind demonym(List<Token> tokens, int i, int end) {
    boolean several = tokens.get(end - 1).text().endsWith("s");
    boolean act =
        end < tokens.size()
            && (words.isVerbForm(tokens, end)
                || lexicon.has(WordSet.AUXILIARY, tokens.get(end).lower())
                || lexicon.has(WordSet.MODAL, tokens.get(end).lower()));
    boolean named = i > 0 && tokens.get(i - 1).is("the");
    return several && (named || act) ? Mention.Kind.STATE : Mention.Kind.DEMONYM;
  }
}
