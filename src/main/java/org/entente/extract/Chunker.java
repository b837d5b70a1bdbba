package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Chunk.Kind;
import org.entente.extract.Trigger.Form;

/**
 * Cuts a sentence into chunks, telling verbs from nouns by what stands beside them. It is no
 * parser: what it gets wrong costs a candidate, not the sentence.
 */
final class Chunker {
  private final Lexicon lexicon;

  Chunker(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The chunks of a sentence. */
  List<Chunk> chunks(List<Token> tokens, List<Mention> mentions, List<DateExpression> dates) {
    List<Chunk> out = new ArrayList<>();
    int m = 0;
    int d = 0;
    int i = 0;
    while (i < tokens.size()) {
      while (m < mentions.size() && mentions.get(m).first() < i) {
        m++;
      }
      while (d < dates.size() && dates.get(d).first() < i) {
        d++;
      }
      Chunk chunk;
      if (d < dates.size() && dates.get(d).first() == i) {
        DateExpression date = dates.get(d);
        chunk = new Chunk(Kind.DATE, i, date.last(), null, date, List.of());
      } else if (m < mentions.size() && mentions.get(m).first() == i) {
        Mention mention = mentions.get(m);
        chunk = new Chunk(Kind.ACTOR, i, mention.last(), mention, null, List.of());
      } else {
        chunk = plain(tokens, i, resumed(tokens, i + 1, dates, d), out);
      }
      out.add(chunk);
      i = chunk.last();
    }
    return out;
  }

  /** Where a phrase may go on after the date that stands in it: "decided on Monday to". */
  private int resumed(List<Token> tokens, int at, List<DateExpression> dates, int next) {
    for (int d = next; d < dates.size(); d++) {
      int first = dates.get(d).first();
      boolean near =
          first == at
              || first == at + 1
                  && at < tokens.size()
                  && lexicon.has(WordSet.PREPOSITION, tokens.get(at).lower());
      if (near || first > at + 1) {
        return near ? dates.get(d).last() : at;
      }
    }
    return at;
  }

  private Chunk plain(List<Token> tokens, int i, int resumed, List<Chunk> before) {
    Token token = tokens.get(i);
    String word = token.lower();
    Kind mark = mark(word);
    if (mark != null) {
      return Chunk.of(mark, i, i + 1);
    }
    if (word.equals("'s")) {
      boolean afterNoun =
          last(before) == Kind.ACTOR
              || last(before) == Kind.NOUN
              || last(before) == Kind.EVENT_NOUN
              || last(before) == Kind.DATE;
      return Chunk.of(afterNoun ? Kind.POSSESSIVE : Kind.AUXILIARY, i, i + 1);
    }
    if (word.equals("'")) {
      boolean possessive =
          i > 0
              && tokens.get(i - 1).lower().endsWith("s")
              && tokens.get(i - 1).end() == token.start();
      return Chunk.of(possessive ? Kind.POSSESSIVE : Kind.QUOTE, i, i + 1);
    }
    int number = number(tokens, i);
    if (number > i) {
      return Chunk.of(Kind.DETERMINER, i, number);
    }
    if (word.equals("to")) {
      return Chunk.of(infinitiveFollows(tokens, i) ? Kind.TO : Kind.PREPOSITION, i, i + 1);
    }
    if (lexicon.has(WordSet.BEFORE_VERB, word)
        && last(before) == Kind.ACTOR
        && i + 1 < tokens.size()
        && isPastTrigger(tokens, i + 1)) {
      return Chunk.of(Kind.ADVERB, i, i + 1);
    }
    List<PhraseIndex.Match<List<Trigger>>> matches = lexicon.triggers().all(tokens, i, resumed);
    boolean noun =
        matches.stream().anyMatch(m -> m.value().stream().anyMatch(t -> t.form().isNoun()));
    for (PhraseIndex.Match<List<Trigger>> match : matches) {
      Chunk chunk = trigger(tokens, i, match, before, noun);
      if (chunk != null) {
        return chunk;
      }
    }
    Kind closed = closedClass(tokens, i, word);
    if (closed != null) {
      return Chunk.of(closed, i, i + 1);
    }
    return Chunk.of(isOtherVerb(tokens, i, before) ? Kind.VERB : Kind.NOUN, i, i + 1);
  }

  /** "over 70 firms", "more than a year": where the number begins; the same when none follows. */
  private int number(List<Token> tokens, int i) {
    PhraseIndex.Match<String> match = lexicon.phrases(WordSet.APPROXIMATELY).longest(tokens, i);
    if (match == null || match.end() >= tokens.size()) {
      return i;
    }
    Token next = tokens.get(match.end());
    boolean one =
        next.is("a")
            && match.end() + 1 < tokens.size()
            && isCounted(tokens.get(match.end() + 1).lower());
    return next.isNumber() || next.text().startsWith("$") || one ? match.end() : i;
  }

  private static boolean isCounted(String word) {
    return switch (word) {
      case "billion",
          "day",
          "decade",
          "dozen",
          "hundred",
          "million",
          "month",
          "thousand",
          "week",
          "year" ->
          true;
      default -> false;
    };
  }

  private static Kind mark(String word) {
    return switch (word) {
      case "," -> Kind.COMMA;
      case ";", ":" -> Kind.BREAK;
      case "—" -> Kind.DASH;
      case "-" -> Kind.HYPHEN;
      case "(", "[" -> Kind.OPEN;
      case ")", "]" -> Kind.CLOSE;
      case "“", "”", "\"", "«", "»" -> Kind.QUOTE;
      case "n't", "not", "never" -> Kind.NEGATION;
      case ".", "!", "?", "…" -> Kind.OTHER;
      default -> null;
    };
  }

  private Kind closedClass(List<Token> tokens, int i, String word) {
    if (lexicon.has(WordSet.MODAL, word)) {
      return Kind.MODAL;
    }
    if (lexicon.has(WordSet.AUXILIARY, word)) {
      return Kind.AUXILIARY;
    }
    if (lexicon.has(WordSet.CONJUNCTION, word)) {
      return Kind.CONJUNCTION;
    }
    if (word.equals("so") && i + 1 < tokens.size() && tokens.get(i + 1).is("far")) {
      return Kind.ADVERB;
    }
    if (word.equals("both") && i > 0 && !tokens.get(i - 1).isCapital() && hasVerbAfter(tokens, i)) {
      return Kind.ADVERB;
    }
    if (word.equals("since")
        && i > 0
        && lexicon.has(WordSet.AUXILIARY, tokens.get(i - 1).lower())) {
      return Kind.ADVERB;
    }
    if (word.equals("that") || word.equals("this")) {
      return subordinatingThat(tokens, i) ? Kind.SUBORDINATOR : Kind.DETERMINER;
    }
    if (isPrepositionAndSubordinator(word)) {
      return clauseFollows(tokens, i) ? Kind.SUBORDINATOR : Kind.PREPOSITION;
    }
    if (lexicon.has(WordSet.SUBORDINATOR, word)) {
      return Kind.SUBORDINATOR;
    }
    if (lexicon.has(WordSet.PREPOSITION, word)) {
      return Kind.PREPOSITION;
    }
    if (lexicon.has(WordSet.DETERMINER, word)) {
      return Kind.DETERMINER;
    }
    if (isAdverb(word) || isTimeAdverb(tokens, i)) {
      return Kind.ADVERB;
    }
    return lexicon.has(WordSet.PRONOUN, word) ? Kind.PRONOUN : null;
  }

  private boolean isAdverb(String word) {
    return lexicon.has(WordSet.ADVERB, word)
        || word.endsWith("ly") && word.length() > 4 && !lexicon.has(WordSet.NO_ADVERB, word);
  }

  /** "met late on Monday", "left early last week". */
  private boolean isTimeAdverb(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (i == 0 || i + 1 >= tokens.size() || !(token.is("late") || token.is("early"))) {
      return false;
    }
    String next = tokens.get(i + 1).lower();
    return next.equals("on")
        || next.equals("in")
        || next.equals("last")
        || next.equals("this")
        || lexicon.dateWords().weekdays().containsKey(next);
  }

  private boolean hasVerbAfter(List<Token> tokens, int i) {
    return i + 1 < tokens.size()
        && (isPastTrigger(tokens, i + 1) || lexicon.has(WordSet.VERB, tokens.get(i + 1).lower()));
  }

  private static boolean isPrepositionAndSubordinator(String word) {
    return switch (word) {
      case "after",
          "before",
          "since",
          "until",
          "as",
          "amid",
          "despite",
          "following",
          "given",
          "than" ->
          true;
      default -> false;
    };
  }

  /** Whether a finite verb comes before the next comma: then the word opens a clause. */
  private boolean clauseFollows(List<Token> tokens, int i) {
    String word = tokens.get(i).lower();
    if (!word.equals("after")
        && !word.equals("before")
        && !word.equals("since")
        && !word.equals("until")
        && !word.equals("as")) {
      return false;
    }
    for (int at = i + 1; at < Math.min(tokens.size(), i + 9); at++) {
      Token token = tokens.get(at);
      if (!token.isWord() && !token.isNumber() && !token.is("'s") && !token.is("-")) {
        return false;
      }
      if (lexicon.has(WordSet.AUXILIARY, token.lower()) && !token.is("'s")
          || lexicon.has(WordSet.MODAL, token.lower())
          || at > i + 1 && (isPastTrigger(tokens, at) || isThirdTrigger(tokens, at))) {
        return true;
      }
    }
    return false;
  }

  private boolean isPastTrigger(List<Token> tokens, int at) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
    return match != null
        && match.value().stream().anyMatch(t -> t.form() == Form.PAST)
        && match.value().stream().noneMatch(t -> t.form().isNoun());
  }

  /** "before the city hosts the summit": a present tense with an object. */
  private boolean isThirdTrigger(List<Token> tokens, int at) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
    return match != null
        && match.end() < tokens.size()
        && objectFollows(tokens.get(match.end()))
        && match.value().stream().anyMatch(t -> t.form() == Form.THIRD)
        && match.value().stream().noneMatch(t -> t.form().isNoun());
  }

  private boolean subordinatingThat(List<Token> tokens, int i) {
    if (!tokens.get(i).is("that") || i == 0) {
      return false;
    }
    if (i + 1 >= tokens.size()) {
      return false;
    }
    if (isSaidBefore(tokens, i) && isPredicateAhead(tokens, i + 1)) {
      return true;
    }
    Token next = tokens.get(i + 1);
    String word = next.lower();
    if (lexicon.dateWords().months().containsKey(word) && !isFinite(tokens, i + 2)) {
      return false;
    }
    return next.isCapital()
        || lexicon.has(WordSet.DETERMINER, word)
        || lexicon.has(WordSet.PRONOUN, word)
        || lexicon.has(WordSet.AUXILIARY, word)
        || lexicon.has(WordSet.MODAL, word)
        || lexicon.has(WordSet.VERB, word)
        || lexicon.has(WordSet.PREPOSITION, word)
        || word.endsWith("s")
        || word.endsWith("ed");
  }

  /** "announced that": the verb right before tells what somebody said. */
  private boolean isSaidBefore(List<Token> tokens, int that) {
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, that - 1);
    return match != null
        && match.end() == that
        && match.value().stream()
            .anyMatch(t -> t.form() == Form.PAST && t.frame().type() == EventType.STATEMENT);
  }

  /** "annual summits will be held": an auxiliary or modal verb comes soon. */
  private boolean isPredicateAhead(List<Token> tokens, int from) {
    for (int at = from + 1; at < Math.min(tokens.size(), from + 6); at++) {
      if (!tokens.get(at).isWord()) {
        return false;
      }
      String word = tokens.get(at).lower();
      if (lexicon.has(WordSet.MODAL, word) || lexicon.has(WordSet.AUXILIARY, word)) {
        return true;
      }
    }
    return false;
  }

  /** "to" before the base form of a verb, adverbs aside. */
  private boolean infinitiveFollows(List<Token> tokens, int i) {
    int at = i + 1;
    while (at < tokens.size()
        && (isAdverb(tokens.get(at).lower())
            || tokens.get(at).is("not")
            || mark(tokens.get(at).lower()) == Kind.QUOTE)) {
      at++;
    }
    if (at >= tokens.size() || tokens.get(at).isCapital() || !tokens.get(at).isWord()) {
      return false;
    }
    String word = tokens.get(at).lower();
    if (word.equals("be") || word.equals("have") || word.equals("do")) {
      return true;
    }
    PhraseIndex.Match<List<Trigger>> match = lexicon.triggers().longest(tokens, at);
    if (match != null) {
      return match.value().stream().anyMatch(t -> t.form() == Form.BASE);
    }
    return !lexicon.has(WordSet.DETERMINER, word)
        && !lexicon.has(WordSet.PREPOSITION, word)
        && !lexicon.has(WordSet.PRONOUN, word)
        && !lexicon.has(WordSet.SUBORDINATOR, word)
        && !word.endsWith("ing")
        && !word.endsWith("tion")
        && !word.endsWith("s")
        && !lexicon.has(WordSet.CONJUNCTION, word)
        && !word.endsWith("ity")
        && !word.endsWith("ment");
  }

  private Chunk trigger(
      List<Token> tokens,
      int i,
      PhraseIndex.Match<List<Trigger>> match,
      List<Chunk> before,
      boolean alsoNoun) {
    List<Trigger> nouns = new ArrayList<>();
    List<Trigger> verbs = new ArrayList<>();
    for (Trigger trigger : match.value()) {
      (trigger.form().isNoun() ? nouns : verbs).add(trigger);
    }
    List<Trigger> asVerb =
        verbs.stream().filter(t -> isVerb(tokens, i, match.end(), t, before, alsoNoun)).toList();
    if (!asVerb.isEmpty()) {
      return new Chunk(Kind.VERB, i, match.end(), null, null, asVerb);
    }
    if (!nouns.isEmpty()) {
      return new Chunk(Kind.EVENT_NOUN, i, match.end(), null, null, nouns);
    }
    if (match.end() == i + 1 && !match.interrupted()) {
      return isOtherVerb(tokens, i, before) || closedClass(tokens, i, tokens.get(i).lower()) != null
          ? null
          : Chunk.of(Kind.NOUN, i, i + 1);
    }
    return null;
  }

  private boolean isVerb(
      List<Token> tokens, int i, int end, Trigger trigger, List<Chunk> before, boolean alsoNoun) {
    Kind previous = lastButAdverbs(before);
    Kind direct = last(before);
    Token next = end < tokens.size() ? tokens.get(end) : null;
    boolean nominal =
        previous == Kind.DETERMINER
            || previous == Kind.POSSESSIVE
            || previous == Kind.ACTOR && lastMention(before).is(Mention.Kind.DEMONYM)
            || previous == Kind.HYPHEN;
    return switch (trigger.form()) {
      case BASE ->
          direct == Kind.TO
              || endsWithTo(tokens, i, before)
              || previous == Kind.MODAL
              || previous == Kind.TO
              || isDo(tokens, before)
              || previous == Kind.NEGATION
              || direct == Kind.VERB && i > 0 && tokens.get(i - 1).lower().startsWith("help")
              || !nominal && followsBaseVerb(before) && !alsoNounAfterNoun(previous, alsoNoun)
              || previous == Kind.ACTOR
                  && (lastMention(before).plural()
                      || isFirstPerson(lastMention(before))
                      || isCoordinated(before))
                  && (!alsoNoun || objectFollows(next))
              || previous == Kind.SUBORDINATOR && !alsoNoun && i > 0 && isWho(tokens.get(i - 1));
      case THIRD ->
          !nominal
              && previous != Kind.PREPOSITION
              && direct != Kind.VERB
              && !(lexicon.has(WordSet.PLURAL, tokens.get(i).lower())
                  && !objectFollows(next)
                  && (next == null || !next.is("that") && !next.is("on") && !next.is("to")))
              && !isFinite(tokens, end)
              && (alsoNoun
                  ? previous == Kind.ACTOR
                          && (objectFollows(next)
                              || next != null && next.isNumber()
                              || next != null && next.is("to") && infinitiveFollows(tokens, end))
                      || previous == Kind.PRONOUN
                      || previous == Kind.SUBORDINATOR
                  : previous != Kind.NOUN
                      || !isModifier(next) && !lexicon.has(WordSet.PLURAL, tokens.get(i).lower()));
      case PAST, PARTICIPLE ->
          !(tokens.get(i).is("given") && direct != Kind.AUXILIARY && isObject(next))
              && !(nominal && (next == null || next.isWord() && !isFunction(next))
                  || previous == Kind.PREPOSITION
                      && !trigger.entry().isEmpty()
                      && next != null
                      && next.isWord()
                      && !isFunction(next)
                      && !next.isCapital())
              && (previous != Kind.DETERMINER || isCrowd(tokens.get(i - 1)) && !isPlainWord(next))
              && !(direct == Kind.VERB && isPlainWord(next));
      case GERUND -> isGerundVerb(tokens, before, previous, nominal, next, alsoNoun);
      case SINGULAR, PLURAL -> false;
    };
  }

  /** "Thousands protested": a number of people that stands for them. */
  private static boolean isCrowd(Token token) {
    return switch (token.lower()) {
      case "dozens", "hundreds", "many", "millions", "others", "thousands" -> true;
      default -> false;
    };
  }

  /** "imposed targeted sanctions": a small word follows, which the participle tells more of. */
  private boolean isPlainWord(Token next) {
    return next != null && next.isWord() && !next.isCapital() && !isFunction(next);
  }

  private boolean isManner(Token next) {
    return next.lower().endsWith("ly") && lexicon.has(WordSet.ADVERB, next.lower());
  }

  /** Whether the actor before stands after a determiner or preposition, as a modifier would. */
  private static boolean isInPhrase(List<Chunk> before) {
    int at = before.size() - 2;
    return at >= 0
        && (before.get(at).is(Kind.DETERMINER)
            || before.get(at).is(Kind.NOUN)
            || before.get(at).is(Kind.PREPOSITION));
  }

  private static boolean alsoNounAfterNoun(Kind previous, boolean alsoNoun) {
    return alsoNoun && (previous == Kind.NOUN || previous == Kind.EVENT_NOUN);
  }

  private boolean isGerundVerb(
      List<Token> tokens,
      List<Chunk> before,
      Kind previous,
      boolean nominal,
      Token next,
      boolean alsoNoun) {
    if (nominal || next == null) {
      return false;
    }
    boolean objectFollows = objectFollows(next);
    if (alsoNoun && last(before) == Kind.PREPOSITION && (next.is("with") || isManner(next))) {
      return true;
    }
    boolean apposed =
        last(before) == Kind.COMMA
            && before.size() > 1
            && before.get(before.size() - 2).is(Kind.ACTOR)
            && (next.is("in") || next.is("at"));
    if (alsoNoun && apposed) {
      return true;
    }
    if (alsoNoun) {
      return objectFollows
          && (previous == Kind.PREPOSITION
              || previous == Kind.SUBORDINATOR
              || previous == Kind.AUXILIARY
              || previous == Kind.COMMA
              || previous == Kind.QUOTE && before.size() > 1 && isClosed(before));
    }
    return previous == Kind.PREPOSITION
        || previous == Kind.SUBORDINATOR
        || previous == Kind.AUXILIARY
        || previous == Kind.COMMA
        || previous == Kind.CONJUNCTION
        || previous == Kind.VERB
            && (objectFollows
                || isPlainWord(next)
                    && lexicon.has(
                        WordSet.ASPECTUAL,
                        tokens.get(before.get(before.size() - 1).first()).lower()))
        || previous == null
        || previous == Kind.ACTOR && (objectFollows || !isInPhrase(before))
        || previous == Kind.NOUN && objectFollows;
  }

  /** Whether a comma ends the quotation that the last chunk closes: "his “tour,” meeting A". */
  private static boolean isClosed(List<Chunk> before) {
    return before.get(before.size() - 2).is(Kind.COMMA);
  }

  /** Whether the chunk before, across a conjunction or break, is in a row of base verbs. */
  private static boolean followsBaseVerb(List<Chunk> before) {
    Kind previous = lastButAdverbs(before);
    if (previous != Kind.CONJUNCTION && previous != Kind.BREAK && previous != Kind.COMMA) {
      return false;
    }
    for (int at = before.size() - 1; at >= 0; at--) {
      Chunk chunk = before.get(at);
      if (chunk.is(Kind.VERB)) {
        return !chunk.triggers().isEmpty()
            ? chunk.has(Form.BASE)
            : at > 0 && (before.get(at - 1).is(Kind.MODAL) || before.get(at - 1).is(Kind.TO));
      }
    }
    return false;
  }

  private static boolean isDo(List<Token> tokens, List<Chunk> before) {
    for (int at = before.size() - 1; at >= 0 && at >= before.size() - 3; at--) {
      Chunk chunk = before.get(at);
      if (chunk.is(Kind.AUXILIARY)) {
        String word = tokens.get(chunk.first()).lower();
        return word.equals("did") || word.equals("do") || word.equals("does");
      }
      if (!chunk.is(Kind.NEGATION) && !chunk.is(Kind.ADVERB)) {
        return false;
      }
    }
    return false;
  }

  /** Whether an auxiliary, modal or past verb comes next: then what is before it is a noun. */
  private boolean isFinite(List<Token> tokens, int at) {
    return at < tokens.size()
        && (lexicon.has(WordSet.AUXILIARY, tokens.get(at).lower()) && !tokens.get(at).is("'s")
            || lexicon.has(WordSet.MODAL, tokens.get(at).lower())
            || isPastTrigger(tokens, at));
  }

  private static boolean isFirstPerson(Mention mention) {
    return mention.is(Mention.Kind.PRONOUN) && mention.name().equals("i");
  }

  /** "Japan and France agree": several act where actors are joined. */
  private static boolean isCoordinated(List<Chunk> before) {
    int at = before.size() - 1;
    while (at >= 0 && (before.get(at).is(Kind.ACTOR) || before.get(at).is(Kind.DETERMINER))) {
      at--;
    }
    return at > 0 && before.get(at).is(Kind.CONJUNCTION) && before.get(at - 1).is(Kind.ACTOR);
  }

  private boolean objectFollows(Token next) {
    return next != null && (next.isCapital() || lexicon.has(WordSet.DETERMINER, next.lower()));
  }

  /** "given its size": no "to" or "by" follows, so that nothing was given. */
  private boolean isObject(Token next) {
    return next != null && next.isWord() && !next.is("to") && !next.is("by");
  }

  private static boolean isWho(Token token) {
    return token.is("who") || token.is("which");
  }

  private boolean isModifier(Token next) {
    return next == null || next.is("of") || !next.isWord();
  }

  private boolean isFunction(Token token) {
    String word = token.lower();
    return lexicon.has(WordSet.DETERMINER, word)
        || lexicon.has(WordSet.PREPOSITION, word)
        || lexicon.has(WordSet.SUBORDINATOR, word)
        || lexicon.has(WordSet.CONJUNCTION, word)
        || lexicon.has(WordSet.ADVERB, word)
        || lexicon.has(WordSet.PRONOUN, word);
  }

  /** "declined to | authorise": the verb before has taken the "to". */
  private boolean endsWithTo(List<Token> tokens, int i, List<Chunk> before) {
    return last(before) == Kind.VERB
        && tokens.get(i - 1).is("to")
        && infinitiveFollows(tokens, i - 1);
  }

  /** A verb that tells of no event; it still bounds clauses. */
  private boolean isOtherVerb(List<Token> tokens, int i, List<Chunk> before) {
    String word = tokens.get(i).lower();
    Kind previous = lastButAdverbs(before);
    if (!tokens.get(i).isWord() || tokens.get(i).isCapital()) {
      return false;
    }
    boolean base =
        previous == Kind.MODAL
            || previous == Kind.TO
            || isDo(tokens, before)
            || endsWithTo(tokens, i, before);
    if (base) {
      return true;
    }
    boolean nominal =
        previous == Kind.DETERMINER
            || previous == Kind.POSSESSIVE
            || previous == Kind.PREPOSITION
            || previous == Kind.HYPHEN
            || previous == Kind.ACTOR && lastMention(before).is(Mention.Kind.DEMONYM);
    if (nominal) {
      return false;
    }
    boolean modifies =
        last(before) == Kind.VERB
            && word.endsWith("ed")
            && i + 1 < tokens.size()
            && isPlainWord(tokens.get(i + 1));
    if (modifies) {
      return false;
    }
    if (lexicon.has(WordSet.VERB, word)) {
      return previous != Kind.CONJUNCTION || !word.equals("work");
    }
    boolean perfect =
        previous == Kind.AUXILIARY
            && word.length() > 3
            && (word.endsWith("en") || word.endsWith("wn") || word.endsWith("ught"));
    if (perfect) {
      return true;
    }
    boolean past = word.length() > 4 && word.endsWith("ed");
    if (past) {
      return previous == Kind.ACTOR
          || previous == Kind.AUXILIARY
          || previous == Kind.NOUN
          || previous == Kind.PRONOUN
          || previous == Kind.EVENT_NOUN
          || previous == Kind.SUBORDINATOR
          || previous == Kind.CONJUNCTION && hasVerb(before);
    }
    boolean gerund = word.length() > 5 && word.endsWith("ing");
    return gerund && (previous == Kind.COMMA || previous == Kind.AUXILIARY);
  }

  private static boolean hasVerb(List<Chunk> before) {
    return before.stream().anyMatch(c -> c.is(Kind.VERB));
  }

  private static Kind last(List<Chunk> before) {
    return before.isEmpty() ? null : before.get(before.size() - 1).kind();
  }

  private static Kind lastButAdverbs(List<Chunk> before) {
    int at = before.size() - 1;
    while (at >= 0 && (before.get(at).is(Kind.ADVERB) || before.get(at).is(Kind.DATE))) {
      boolean phrase =
          before.get(at).is(Kind.DATE) && at > 1 && before.get(at - 1).is(Kind.PREPOSITION);
      at -= phrase ? 2 : 1;
    }
    return at < 0 ? null : before.get(at).kind();
  }

  private static Mention lastMention(List<Chunk> before) {
    int at = before.size() - 1;
    while (at >= 0 && !before.get(at).is(Kind.ACTOR)) {
      at--;
    }
    return before.get(at).mention();
  }
}
