package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Chunk.Kind;

/** Tells of which events in its sentence a date tells when they were. */
final class DateOwners {
  private final Lexicon lexicon;

  DateOwners(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The events that a date belongs to.
   *
   * @param drafts what the sentence tells, in the order of the text
   * @param at chunk of the date
   * @return their indexes; empty when it is the date of none of them
   */
  List<Integer> of(Syntax syntax, List<Draft> drafts, int at) {
    List<Integer> inside = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft.Span span = drafts.get(i).span();
      if (at >= span.phrase() && at < span.trigger()) {
        inside.add(i);
      }
    }
    if (!inside.isEmpty()) {
      if (syntax.word(0).equals("during")) {
        inside.addAll(mainClause(syntax, drafts, drafts.get(inside.get(0)).span().trigger()));
      }
      return inside;
    }
    if (at == 0 && syntax.is(1, Kind.BREAK)) {
      return entry(syntax, drafts);
    }
    if (opensSentence(syntax, at)) {
      List<Integer> main = mainClause(syntax, drafts, at);
      if (!main.isEmpty()) {
        return main;
      }
    }
    if (opensConjunct(syntax, at)) {
      List<Integer> own = mainClause(syntax, drafts, at);
      if (!own.isEmpty()) {
        return own;
      }
    }
    List<Integer> ahead = beforeVerb(syntax, drafts, at);
    if (!ahead.isEmpty()) {
      return ahead;
    }
    int best = -1;
    for (int i = 0; i < drafts.size(); i++) {
      int trigger = drafts.get(i).span().trigger();
      if (trigger < at
          && !isRemote(syntax, drafts.get(i), at)
          && !isBarred(syntax, trigger, at)
          && (best < 0 || trigger >= drafts.get(best).span().trigger())) {
        best = i;
      }
    }
    if (best < 0) {
      for (int i = 0; i < drafts.size() && best < 0; i++) {
        int trigger = drafts.get(i).span().trigger();
        if (trigger > at && !isBarred(syntax, at, trigger)) {
          best = i;
        }
      }
    }
    List<Integer> out = new ArrayList<>();
    for (int i = 0; best >= 0 && i < drafts.size(); i++) {
      if (isOfStanding(syntax, drafts.get(i), drafts.get(best), at)) {
        out.add(i);
      }
    }
    if (!out.isEmpty()) {
      return out;
    }
    for (int i = 0; best >= 0 && i < drafts.size(); i++) {
      if (drafts.get(i).span().trigger() == drafts.get(best).span().trigger()
          || isSharedBefore(syntax, drafts.get(i), drafts.get(best), at)
          || isJoined(syntax, drafts, i, best, at)) {
        out.add(i);
      }
    }
    return out;
  }

  /** "left its pact with A in May": when it was left; the pact stood before. */
  private static boolean isOfStanding(Syntax syntax, Draft draft, Draft nearest, int at) {
    int trigger = draft.span().trigger();
    int phrase = nearest.span().phrase();
    boolean standing =
        nearest.type() == EventType.AGREEMENT
            && nearest.traits().noun()
            && !nearest.traits().carried()
            && trigger < phrase
            && !draft.type().isSpeech()
            && draft.type() != EventType.AGREEMENT;
    if (!standing) {
      return false;
    }
    for (int i = nearest.span().trigger() + 1; i < at; i++) {
      boolean light =
          syntax.is(i, Kind.ACTOR)
              || syntax.is(i, Kind.CONJUNCTION)
              || syntax.is(i, Kind.ADVERB)
              || syntax.is(i, Kind.PREPOSITION) && !syntax.word(i).equals("of");
      if (!light) {
        return false;
      }
    }
    boolean left = syntax.is(phrase - 1, Kind.PREPOSITION);
    boolean with = at > nearest.span().trigger() + 2;
    return left ? phrase - 2 == trigger : with && phrase - 1 == trigger;
  }

  /** "the two allies last month signed": the date right before a verb is the verb's. */
  private static List<Integer> beforeVerb(Syntax syntax, List<Draft> drafts, int at) {
    int verb = at + 1;
    while (syntax.is(verb, Kind.ADVERB) || syntax.is(verb, Kind.AUXILIARY)) {
      verb++;
    }
    boolean subject = syntax.is(at - 1, Kind.ACTOR) || syntax.is(at - 1, Kind.NOUN);
    if (!subject || !syntax.is(verb, Kind.VERB)) {
      return List.of();
    }
    int end = syntax.clauseEnd(verb);
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      int trigger = draft.span().trigger();
      boolean told = !draft.traits().noun() && trigger == verb;
      boolean carried = draft.traits().carried() && trigger > verb && trigger < end;
      boolean shared = !out.isEmpty() && isSharedBefore(syntax, draft, drafts.get(out.get(0)), at);
      if (told || carried || shared) {
        out.add(i);
      }
    }
    return out;
  }

  /**
   * "commented on the explosions the next day", "to mark the day in 1974": the date of something
   * else.
   */
  private boolean isRemote(Syntax syntax, Draft draft, int at) {
    boolean back = draft.traits().anaphoric() && !draft.traits().carried();
    if (back && !syntax.is(at - 1, Kind.PREPOSITION)) {
      return true;
    }
    for (int i = draft.span().trigger() + 1; i < at; i++) {
      boolean memory = lexicon.has(WordSet.COMMEMORATING, syntax.word(i));
      if (memory && !syntax.is(i, Kind.PREPOSITION)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a date tells of a second event beside the nearest: "in 2020, when it cut ties", "retook
   * the town in an offensive in May".
   */
  private boolean isJoined(Syntax syntax, List<Draft> drafts, int i, int best, int at) {
    Draft draft = drafts.get(i);
    Draft nearest = drafts.get(best);
    int trigger = draft.span().trigger();
    if (trigger > at && isMeanwhile(syntax, draft, nearest, at)) {
      return true;
    }
    if (trigger > at) {
      int when = syntax.is(at + 1, Kind.COMMA) ? at + 2 : at + 1;
      return syntax.word(when).equals("when")
          && (!draft.traits().noun() || draft.traits().carried())
          && !isBarred(syntax, when, trigger);
    }
    boolean ofNearest =
        draft.traits().noun()
            && nearest.traits().noun()
            && trigger < nearest.span().trigger()
            && syntax.word(trigger + 1).equals("of")
            && nearest.span().phrase() <= trigger + 2;
    if (ofNearest) {
      return true;
    }
    boolean object =
        nearest.traits().noun()
            && !nearest.traits().carried()
            && !draft.traits().noun()
            && !draft.type().isSpeech()
            && nearest.span().phrase() == trigger + 1
            && (at == nearest.span().trigger() + 1
                || at == nearest.span().trigger() + 2
                    && switch (syntax.word(at - 1)) {
                      case "in", "on" -> true;
                      default -> false;
                    });
    if (object) {
      return true;
    }
    boolean beside = isBeside(syntax, trigger, nearest.span().phrase());
    boolean adjunct =
        nearest.traits().noun()
            && !nearest.traits().carried()
            && !draft.traits().noun()
            && (!draft.type().isSpeech() || isOccasion(syntax, nearest) || beside)
            && trigger < nearest.span().phrase()
            && syntax.is(nearest.span().phrase() - 1, Kind.PREPOSITION)
            && !isBarred(syntax, trigger, at)
            && !hasClause(syntax, trigger, nearest.span().phrase());
    return adjunct
        && (beside
            || switch (syntax.word(nearest.span().phrase() - 1)) {
              case "in", "at", "during", "through", "to" -> true;
              default -> false;
            });
  }

  /** "A, meeting in Lima on 15 May, approved": who does two things at once does both that day. */
  private static boolean isMeanwhile(Syntax syntax, Draft draft, Draft nearest, int at) {
    int aside = nearest.span().trigger();
    return !nearest.traits().noun()
        && syntax.chunk(aside).hasOnly(Trigger.Form.GERUND)
        && syntax.is(aside - 1, Kind.COMMA)
        && syntax.is(at + 1, Kind.COMMA)
        && draft.certainty() == Certainty.ASSERTED
        && draft.span().start() <= nearest.span().start()
        && !isBarred(syntax, at, draft.span().trigger());
  }

  /** "talked on the margins of the summit on Monday": both were on that day. */
  private boolean isBeside(Syntax syntax, int from, int phrase) {
    int end = syntax.chunk(phrase).first();
    for (int i = syntax.chunk(Math.min(from, phrase)).last(); i < end; i++) {
      PhraseIndex.Match<String> match =
          lexicon.phrases(WordSet.SIDELINE).longest(syntax.tokens(), i);
      if (match != null && match.end() >= end) {
        return true;
      }
    }
    return false;
  }

  /** "opened the office, which was burnt in": another clause stands between. */
  private static boolean hasClause(Syntax syntax, int from, int to) {
    boolean opened = false;
    for (int i = from + 1; i < to; i++) {
      opened |= syntax.is(i, Kind.SUBORDINATOR) && syntax.is(i - 1, Kind.COMMA);
      if (opened && (syntax.is(i, Kind.VERB) || syntax.is(i, Kind.AUXILIARY))) {
        return true;
      }
    }
    return false;
  }

  /**
   * "5 June 2018: A flies to B and signs …": the date that opens an entry is that of its clauses.
   */
  private static List<Integer> entry(Syntax syntax, List<Draft> drafts) {
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!drafts.get(i).traits().noun()
          || drafts.get(i).traits().carried()
          || drafts.size() == 1) {
        out.add(i);
      }
    }
    return out;
  }

  /** "The ministry yesterday summoned A and lodged a protest": both verbs have the day. */
  private static boolean isSharedBefore(Syntax syntax, Draft draft, Draft first, int at) {
    boolean verbs =
        first.span().trigger() > at
            && draft.span().trigger() > first.span().trigger()
            && (!first.traits().noun() || first.traits().carried())
            && (!draft.traits().noun() || draft.traits().carried());
    return verbs
        && !draft.participants().isEmpty()
        && !first.participants().isEmpty()
        && draft.participants().get(0).equals(first.participants().get(0))
        && !isBarred(syntax, at, draft.span().trigger());
  }

  /**
   * "was arrested, and in December the ministry summoned", "when, in May, it refused": the date
   * opens a clause of its own.
   */
  private static boolean opensConjunct(Syntax syntax, int at) {
    int before = at - 1;
    while (syntax.is(before, Kind.PREPOSITION)
        || syntax.is(before, Kind.DETERMINER)
        || syntax.is(before, Kind.ADVERB)) {
      before--;
    }
    boolean joined =
        syntax.is(before, Kind.CONJUNCTION) && syntax.is(before - 1, Kind.COMMA)
            || syntax.is(before, Kind.COMMA) && syntax.is(before - 1, Kind.SUBORDINATOR)
            || syntax.is(before, Kind.BREAK);
    int subject = at + 1;
    while (syntax.is(subject, Kind.COMMA)
        || syntax.is(subject, Kind.DETERMINER)
        || syntax.is(subject, Kind.NOUN)) {
      subject++;
    }
    return joined
        && before < at - 1
        && (syntax.is(subject, Kind.ACTOR) || syntax.is(subject, Kind.EVENT_NOUN))
        && !syntax.is(at + 1, Kind.CONJUNCTION);
  }

  private static boolean opensSentence(Syntax syntax, int at) {
    for (int i = 0; i < at; i++) {
      boolean light =
          syntax.is(i, Kind.PREPOSITION)
              || syntax.is(i, Kind.ADVERB)
              || syntax.is(i, Kind.DETERMINER)
              || syntax.is(i, Kind.CONJUNCTION)
              || syntax.is(i, Kind.NOUN)
              || syntax.is(i, Kind.COMMA);
      if (!light) {
        return false;
      }
    }
    return true;
  }

  /** Drafts of the first clause and of those joined to it, before any subordinate one. */
  private static List<Integer> mainClause(Syntax syntax, List<Draft> drafts, int at) {
    List<Integer> out = new ArrayList<>();
    boolean framed =
        syntax.is(at + 1, Kind.COMMA)
            && syntax.is(at + 2, Kind.SUBORDINATOR)
            && !syntax.word(at + 2).equals("when");
    boolean verbSeen = drafts.stream().anyMatch(d -> !d.traits().noun() || d.traits().carried());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      int trigger = draft.span().trigger();
      if (trigger < at
          || isBarred(syntax, framed ? at + 2 : at, trigger)
              && !isAfterAside(syntax, draft, at, trigger)) {
        continue;
      }
      if (!draft.traits().noun() || draft.traits().carried() || !verbSeen && out.isEmpty()) {
        out.add(i);
      }
    }
    return out;
  }

  /** "In May A, back in power after being deposed, refused": what stands between is an aside. */
  private static boolean isAfterAside(Syntax syntax, Draft draft, int at, int trigger) {
    int verb = trigger;
    while (verb > at && !syntax.is(verb, Kind.VERB)) {
      verb--;
    }
    int subject = syntax.is(verb, Kind.VERB) ? syntax.subject(verb).start() : -1;
    int comma = verb - 1;
    while (syntax.is(comma, Kind.ADVERB) || syntax.is(comma, Kind.AUXILIARY)) {
      comma--;
    }
    return draft.certainty() != Certainty.HYPOTHETICAL
        && syntax.is(comma, Kind.COMMA)
        && subject > at
        && subject <= at + 3
        && !isBarred(syntax, at, subject);
  }

  /** Whether a clause boundary lies between. */
  static boolean isBarred(Syntax syntax, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (syntax.is(i, Kind.BREAK)) {
        return true;
      }
      boolean afterDate =
          syntax.word(i).equals("when")
              && (syntax.is(i - 1, Kind.DATE) || syntax.is(i - 2, Kind.DATE));
      boolean beforeDate = syntax.word(i).equals("as") && (syntax.is(i + 1, Kind.DATE) || i < 3);
      if (syntax.is(i, Kind.SUBORDINATOR)
          && i > 0
          && !afterDate
          && !beforeDate
          && !syntax.word(i).equals("that")
          && !syntax.word(i).equals("who")
          && !syntax.word(i).equals("which")) {
        return true;
      }
    }
    return false;
  }

  /** "said during a meeting on Monday": what is said on an occasion is said on its day. */
  private static boolean isOccasion(Syntax syntax, Draft nearest) {
    String word = syntax.word(nearest.span().phrase() - 1);
    return word.equals("during") || word.equals("at");
  }
}
