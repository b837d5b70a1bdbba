package org.entente.extract;

import java.util.List;
import org.entente.extract.Chunk.Kind;

/** Tells from the words around a trigger whether it is fact, plan, denial or possibility. */
final class Status {
  /** How many words at most stand between "the first" and what somebody was the first to do. */
  private static final int FIRST_TO_WORDS = 9;

  private final Lexicon lexicon;

  Status(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** How certain the act of a verb is. */
  Certainty ofVerb(Syntax syntax, int verb) {
    return isNearly(syntax, verb) ? Certainty.HYPOTHETICAL : ofVerb(syntax, verb, 0);
  }

  /** "sent arms to fight the rebels": an end in view, which nothing says was decided or reached. */
  boolean isAim(Syntax syntax, int verb) {
    int to = verb - 1;
    while (syntax.is(to, Kind.ADVERB) || syntax.is(to, Kind.AUXILIARY)) {
      to--;
    }
    boolean unmarked =
        syntax.is(to, Kind.TO)
            && inWindow(syntax, Math.max(0, to - 5), verb) == null
            && acrossDate(syntax, verb) == null
            && !isIntended(syntax, to);
    return unmarked
        && switch (ofVerb(syntax, verb)) {
          case PLANNED -> true;
          case HYPOTHETICAL -> !syntax.is(to - 1, Kind.ACTOR);
          default -> false;
        };
  }

  /** "threatened last week on television to", "are due to meet to": the verb before intends it. */
  private boolean isIntended(Syntax syntax, int to) {
    int matrix = syntax.previousVerb(to);
    if (matrix < 0) {
      return false;
    }
    List<Token> joined =
        List.of(
            syntax.tokens().get(syntax.chunk(matrix).last() - 1),
            syntax.tokens().get(syntax.chunk(to).first()));
    return markers(joined, 0, 2) != null
        || ofVerb(syntax, matrix) == Certainty.PLANNED && !isAim(syntax, matrix);
  }

  /** "can strike", "was able to limit", "the capacity to build": what one is able to do. */
  boolean isAbility(Syntax syntax, int verb) {
    int end = syntax.chunk(verb).first();
    for (int i = Math.max(0, end - 4); i < end; i++) {
      PhraseIndex.Match<String> match =
          lexicon.phrases(WordSet.ABILITY).longest(syntax.tokens(), i);
      if (match != null && isBare(syntax.tokens(), match.end(), end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether only adverbs and "be" stand between. */
  private boolean isBare(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).lower();
      if (!word.equals("be") && !word.endsWith("ly") && !lexicon.has(WordSet.ADVERB, word)) {
        return false;
      }
    }
    return true;
  }

  /** "had been on the verge of signing": it did not come to that. */
  private boolean isNearly(Syntax syntax, int verb) {
    int end = syntax.chunk(verb).first();
    for (int i = Math.max(0, end - 5); i < end; i++) {
      PhraseIndex.Match<String> match = lexicon.phrases(WordSet.NEARLY).longest(syntax.tokens(), i);
      if (match != null && match.end() == end) {
        return true;
      }
    }
    return false;
  }

  private Certainty ofVerb(Syntax syntax, int verb, int depth) {
    int start = verb;
    boolean infinitive = false;
    boolean own = false;
    int k = verb - 1;
    scan:
    while (k >= 0) {
      Chunk chunk = syntax.chunk(k);
      switch (chunk.kind()) {
        case ADVERB, NEGATION, DATE -> start = k;
        case AUXILIARY, MODAL -> {
          start = k;
          own = true;
        }
        case TO -> {
          start = k;
          infinitive = true;
        }
        case CONJUNCTION -> {
          if (!syntax.joinsAdverbs(k)) {
            break scan;
          }
        }
        default -> {
          int marker = chunk.is(Kind.NOUN) ? markerBefore(syntax, k) : -1;
          if (marker < 0) {
            break scan;
          }
          k = marker + 1;
        }
      }
      k--;
    }
    boolean taken =
        k == verb - 1
            && syntax.is(k, Kind.VERB)
            && syntax.tokens().get(syntax.chunk(k).last() - 1).is("to");
    infinitive |= taken;
    Certainty conditional = conditional(syntax, verb);
    if (conditional != null) {
      return conditional;
    }
    if (isDoubted(syntax, verb) || opensWithCondition(syntax) || isHearsay(syntax)) {
      return Certainty.HYPOTHETICAL;
    }
    if (infinitive) {
      return ofInfinitive(syntax, verb, k, depth);
    }
    Certainty here = isOfNobody(syntax, verb) ? Certainty.NEGATED : inWindow(syntax, start, verb);
    if (here == Certainty.HYPOTHETICAL && isReportedFuture(syntax, start, verb)) {
      return Certainty.PLANNED;
    }
    if (here != null) {
      return here;
    }
    boolean base = syntax.chunk(verb).has(Trigger.Form.BASE);
    boolean gerund = syntax.chunk(verb).hasOnly(Trigger.Form.GERUND);
    if (!own && depth < 5 && (base || gerund)) {
      int before =
          gerund && isAside(syntax, verb) ? finiteBefore(syntax, verb) : syntax.previousVerb(verb);
      if (before >= 0) {
        Certainty led = gerund && before == verb - 1 ? inWindow(syntax, before, verb) : null;
        return led == null ? ofVerb(syntax, before, depth + 1) : led;
      }
    }
    if (gerund && syntax.is(k, Kind.PREPOSITION)) {
      Certainty governed = governed(syntax, k, true);
      return governed == null ? Certainty.ASSERTED : governed;
    }
    return Certainty.ASSERTED;
  }

  /** "said that he would go": what "will" was in the words that are reported. */
  private static boolean isReportedFuture(Syntax syntax, int start, int verb) {
    boolean would = false;
    for (int at = start; at < verb; at++) {
      would |= syntax.word(at).equals("would");
      if (syntax.is(at, Kind.AUXILIARY) && syntax.word(at).equals("have")) {
        return false;
      }
    }
    if (!would) {
      return false;
    }
    for (int at = 0; at < syntax.size(); at++) {
      String word = syntax.word(at);
      if (word.equals("if") || word.equals("unless") || word.equals("whether")) {
        return false;
      }
    }
    for (int at = start - 1; at >= 0; at--) {
      boolean said =
          syntax.is(at, Kind.VERB)
              && syntax
                  .chunk(at)
                  .has(
                      t ->
                          t.frame().needs(Frame.Requirement.CLAUSE)
                              && t.form() == Trigger.Form.PAST);
      if (said) {
        return true;
      }
    }
    return false;
  }

  /** An auxiliary or negation close before a word that is taken for a noun: it is an adverb. */
  private static int markerBefore(Syntax syntax, int noun) {
    for (int at = noun - 1; at >= 0 && at >= noun - 2; at--) {
      if (syntax.is(at, Kind.AUXILIARY)
          || syntax.is(at, Kind.MODAL)
          || syntax.is(at, Kind.NEGATION)) {
        return at;
      }
      if (!syntax.is(at, Kind.ADVERB) && !syntax.is(at, Kind.NOUN)) {
        return -1;
      }
    }
    return -1;
  }

  /** "plans to visit", "refused to sign", "to" of purpose takes over from the verb before. */
  private Certainty ofInfinitive(Syntax syntax, int verb, int before, int depth) {
    int from = Math.max(0, before - 5);
    Certainty found = inWindow(syntax, from, verb);
    if (found == null) {
      found = acrossDate(syntax, verb);
    }
    if (found != null) {
      return found;
    }
    if (isFirstTo(syntax, verb)) {
      return Certainty.ASSERTED;
    }
    if (before > 0 && lexicon.has(WordSet.PROPOSAL, syntax.word(before))) {
      return Certainty.HYPOTHETICAL;
    }
    int matrix = syntax.previousVerb(verb);
    if (matrix >= 0 && depth < 5) {
      Certainty outer = ofVerb(syntax, matrix, depth + 1);
      if (outer != Certainty.ASSERTED) {
        return outer;
      }
      boolean begun =
          before <= matrix
              && lexicon.has(WordSet.ASPECTUAL, syntax.word(matrix))
              && !syntax.word(matrix).startsWith("stop");
      if (begun || lexicon.has(WordSet.IMPLICATIVE, syntax.word(matrix))) {
        return outer;
      }
      boolean done = isParticipation(syntax.chunk(matrix)) && isParticipation(syntax.chunk(verb));
      return done ? Certainty.ASSERTED : Certainty.PLANNED;
    }
    return isOneOfMany(syntax, verb) ? Certainty.ASSERTED : Certainty.HYPOTHETICAL;
  }

  /** "A, the first envoy to be expelled, left": the infinitive tells what happened to A. */
  private static boolean isOneOfMany(Syntax syntax, int verb) {
    List<Token> tokens = syntax.tokens();
    for (int at = syntax.chunk(verb).first() - 1; at > 0 && tokens.get(at).isWord(); at--) {
      switch (tokens.get(at).lower()) {
        case "first", "second", "third", "last", "latest", "only" -> {
          return tokens.get(at - 1).is("the")
              && at > 1
              && (tokens.get(at - 2).is(",") || tokens.get(at - 2).is("—"));
        }
        default -> {}
      }
    }
    return false;
  }

  /** "was the first leader to visit", "became the only one to sign": what they did. */
  private static boolean isFirstTo(Syntax syntax, int verb) {
    List<Token> tokens = syntax.tokens();
    int to = syntax.chunk(verb).first() - 1;
    for (int at = to - 1; at > 0 && at > to - FIRST_TO_WORDS && !tokens.get(at).is(","); at--) {
      String word = tokens.get(at).lower();
      boolean sole = word.equals("first") || word.equals("last") || word.equals("only");
      if (sole && tokens.get(at - 1).is("the") && !tokens.get(at + 1).is("time")) {
        return true;
      }
    }
    return false;
  }

  /** "offered last week to host": the date between the verb and its infinitive tells nothing. */
  private Certainty acrossDate(Syntax syntax, int verb) {
    int to = verb - 1;
    while (syntax.is(to, Kind.ADVERB)) {
      to--;
    }
    int at = to - 1;
    while (syntax.is(at, Kind.DATE)
        || syntax.is(at, Kind.PREPOSITION) && syntax.is(at + 1, Kind.DATE)
        || syntax.is(at, Kind.DETERMINER) && syntax.is(at + 1, Kind.DATE)) {
      at--;
    }
    if (!syntax.is(to, Kind.TO) || at == to - 1 || at < 0) {
      return null;
    }
    List<Token> joined =
        List.of(
            syntax.tokens().get(syntax.chunk(at).last() - 1),
            syntax.tokens().get(syntax.chunk(to).first()));
    return markers(joined, 0, 2);
  }

  private static boolean isParticipation(Chunk verb) {
    for (Trigger trigger : verb.triggers()) {
      switch (trigger.frame().type()) {
        case VISIT, MEETING, SUMMIT, CALL -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "appeared to reject it, telling reporters that": who says so while doing something else. */
  private static boolean isAside(Syntax syntax, int gerund) {
    return syntax.is(gerund - 1, Kind.COMMA) && syntax.chunk(gerund).tells(EventType.STATEMENT);
  }

  /** The verb that rules what stands before: no infinitive, but that on which it hangs. */
  private static int finiteBefore(Syntax syntax, int verb) {
    int at = syntax.previousVerb(verb);
    while (at > 0 && syntax.is(at - 1, Kind.TO)) {
      at = syntax.previousVerb(at);
    }
    return at;
  }

  private static int firstVerb(Syntax syntax) {
    int at = 0;
    while (at < syntax.size() && !syntax.is(at, Kind.VERB)) {
      at++;
    }
    return at < syntax.size() ? at : -1;
  }

  /** "If they meet, a treaty follows": all that hangs on a condition is open. */
  private static boolean opensWithCondition(Syntax syntax) {
    String word = syntax.word(0);
    boolean inverted =
        (word.equals("should") || word.equals("were") || word.equals("had"))
            && (syntax.is(1, Kind.ACTOR) || syntax.is(1, Kind.DETERMINER));
    return inverted || word.equals("if") || word.equals("unless");
  }

  /** "denied that it had attacked", "rumours that she met": what is told is doubted. */
  private boolean isDoubted(Syntax syntax, int verb) {
    int from = openingEnd(syntax, verb);
    for (int at = verb - 1; at > from; at--) {
      if (syntax.is(at, Kind.BREAK)) {
        return false;
      }
      if (syntax.word(at).equals("that")) {
        return leadsToDoubt(syntax, at - 1);
      }
      if (isAsked(syntax.word(at)) && lexicon.has(WordSet.DOUBTING, syntax.word(at - 1))) {
        return true;
      }
      boolean taken =
          syntax.is(at, Kind.VERB) && syntax.tokens().get(syntax.chunk(at).last() - 1).is("that");
      if (taken) {
        return lexicon.has(WordSet.DOUBTING, syntax.word(at));
      }
    }
    return false;
  }

  /**
   * "Denying that it had attacked, A signed": the comma that ends the phrase before a verb's
   * subject; 0 when none opens the sentence.
   */
  private static int openingEnd(Syntax syntax, int verb) {
    if (!syntax.word(0).endsWith("ing") && !syntax.is(0, Kind.PREPOSITION)) {
      return 0;
    }
    Syntax.Subject subject = syntax.subject(verb);
    int before = syntax.beforeDeterminers(subject.start());
    return subject.through() < 0 && syntax.is(before, Kind.COMMA) ? before : 0;
  }

  /** "according to rumours", "according to unconfirmed reports"; a plain report is a source. */
  private boolean isHearsay(Syntax syntax) {
    for (int at = 0; at + 2 < syntax.size(); at++) {
      if (!syntax.word(at).equals("according") || !syntax.word(at + 1).equals("to")) {
        continue;
      }
      for (int i = at + 2; i < syntax.size() && !syntax.is(i, Kind.COMMA); i++) {
        String word = syntax.word(i);
        if (word.equals("unconfirmed")
            || !word.startsWith("report") && lexicon.has(WordSet.DOUBTING, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "unclear what", "unknown who": words that open what is asked. */
  private static boolean isAsked(String word) {
    return switch (word) {
      case "what", "who", "when", "where", "why", "how" -> true;
      default -> false;
    };
  }

  /**
   * "ruled out that", "no evidence that", "it is untrue that", "wrongly stated that", "rumour had
   * it that".
   */
  private boolean leadsToDoubt(Syntax syntax, int at) {
    boolean had = syntax.word(at).equals("it") && syntax.word(at - 1).startsWith("ha");
    return lexicon.has(WordSet.DOUBTING, syntax.word(at))
        || lexicon.has(WordSet.DOUBTING, syntax.words(at))
        || lexicon.has(WordSet.DOUBTING, syntax.word(at - 1) + " " + syntax.word(at))
        || syntax.is(at, Kind.VERB) && lexicon.has(WordSet.DOUBTING, syntax.word(at - 1))
        || had && lexicon.has(WordSet.DOUBTING, syntax.word(at - 2));
  }

  /** "Neither A nor B signed": none of those who are named. */
  private static boolean isOfNobody(Syntax syntax, int verb) {
    int start = syntax.subject(verb).start();
    for (int at = Math.max(0, start - 2); at <= start && at < verb; at++) {
      if (syntax.word(at).equals("neither") || syntax.word(at).equals("nor")) {
        return true;
      }
    }
    return syntax.word(start + 1).equals("nor") && start + 1 < verb;
  }

  /** "if", "unless", "whether" before the verb in its clause. */
  private Certainty conditional(Syntax syntax, int verb) {
    for (int at = verb - 1; at >= 0 && at > verb - 10; at--) {
      if (syntax.is(at, Kind.BREAK) || syntax.is(at, Kind.COMMA)) {
        return null;
      }
      String word = syntax.word(at);
      if (word.equals("if") || word.equals("unless") || word.equals("whether")) {
        return Certainty.HYPOTHETICAL;
      }
      boolean until = word.equals("before") || word.equals("until") || word.equals("once");
      if (until && syntax.is(at, Kind.SUBORDINATOR) && isPresent(syntax, at, verb)) {
        Certainty told = inWindow(syntax, at + 1, verb);
        return told == null ? Certainty.HYPOTHETICAL : told;
      }
    }
    return null;
  }

  /** "before a deal is signed", "until it signs": what has not happened when it is told. */
  private static boolean isPresent(Syntax syntax, int from, int verb) {
    for (int at = from + 1; at < verb; at++) {
      String word = syntax.word(at);
      if (word.equals("is") || word.equals("are") || word.equals("has") || word.equals("have")) {
        return true;
      }
      if (syntax.is(at, Kind.AUXILIARY) || syntax.is(at, Kind.VERB)) {
        return false;
      }
    }
    return syntax.chunk(verb).hasOnly(Trigger.Form.THIRD);
  }

  /** The strongest marker among the tokens of some chunks; null when there is none. */
  private Certainty inWindow(Syntax syntax, int from, int to) {
    if (from >= to) {
      return null;
    }
    int first = syntax.chunk(from).first();
    int last = syntax.chunk(to).first();
    return markers(syntax.tokens(), first, last);
  }

  private Certainty markers(List<Token> tokens, int first, int last) {
    boolean planned = false;
    boolean hypothetical = false;
    boolean firm = true;
    int negations = 0;
    for (int i = first; i < last; i++) {
      if (i > 0 && tokens.get(i).isCapital()) {
        continue;
      }
      if (lexicon.phrases(WordSet.MODAL_NEGATIVE).longest(tokens, i) != null) {
        boolean notOnly =
            tokens.get(i).is("not")
                && i + 1 < tokens.size()
                && (tokens.get(i + 1).is("only") || tokens.get(i + 1).is("just"));
        negations += notOnly ? 0 : 1;
      }
      PhraseIndex.Match<String> future = lexicon.phrases(WordSet.MODAL_FUTURE).longest(tokens, i);
      if (future != null) {
        planned = true;
        i = Math.min(last, future.end()) - 1;
        continue;
      }
      if (lexicon.phrases(WordSet.MODAL_HYPOTHETICAL).longest(tokens, i) != null) {
        hypothetical = true;
        firm &= isFirm(tokens.get(i).lower());
      }
    }
    if (negations > 0) {
      return hypothetical && !planned && !firm ? Certainty.HYPOTHETICAL : Certainty.NEGATED;
    }
    if (hypothetical) {
      return Certainty.HYPOTHETICAL;
    }
    return planned ? Certainty.PLANNED : null;
  }

  /** "would not" and "cannot" deny; "may not" leaves open. */
  private static boolean isFirm(String word) {
    return switch (word) {
      case "would", "should", "must", "can" -> true;
      default -> false;
    };
  }

  /**
   * How certain the event of a noun is.
   *
   * @param start chunk where its noun phrase begins
   * @param noun chunk of the noun
   * @param carrier the verb that merely carries it; -1 when there is none
   */
  Certainty ofNoun(Syntax syntax, int start, int noun, int carrier) {
    Certainty own = syntax.chunk(noun).frame().certainty();
    if (own != null) {
      return own;
    }
    if (carrier >= 0
        && canBeCancelled(syntax, noun)
        && lexicon.has(WordSet.CANCELLING, syntax.words(carrier))
        && ofVerb(syntax, carrier) == Certainty.ASSERTED) {
      return Certainty.NEGATED;
    }
    boolean within = carrier < 0 && !isDefinite(syntax, start) && joinedTo(syntax, start);
    if ((carrier >= 0 || within) && opensWithCondition(syntax)) {
      return Certainty.HYPOTHETICAL;
    }
    if (isOvertaken(syntax, noun)) {
      return Certainty.NEGATED;
    }
    boolean past = false;
    for (int at = start; at < noun; at++) {
      for (int t = syntax.chunk(at).first(); t < syntax.chunk(at).last(); t++) {
        String word = syntax.tokens().get(t).lower();
        if (lexicon.has(WordSet.ADJECTIVE_PLANNED, word)) {
          return word.equals("proposed")
              ? Certainty.HYPOTHETICAL
              : hypotheticalBefore(syntax, start, Certainty.PLANNED);
        }
        if (lexicon.has(WordSet.ADJECTIVE_HYPOTHETICAL, word)) {
          return Certainty.HYPOTHETICAL;
        }
        if (word.equals("cancelled")
            || word.equals("canceled")
            || word.equals("no") && t == syntax.chunk(start).first()) {
          return Certainty.NEGATED;
        }
        past |= lexicon.has(WordSet.ADJECTIVE_PAST, word);
      }
    }
    if (carrier >= 0) {
      Certainty carried = ofVerb(syntax, carrier);
      if (carried == Certainty.ASSERTED) {
        carried = ofCarrier(syntax, carrier, noun);
      }
      if (carried == Certainty.ASSERTED
          && canBeCancelled(syntax, noun)
          && lexicon.has(WordSet.CANCELLING, syntax.words(carrier))) {
        return Certainty.NEGATED;
      }
      return past && carried == Certainty.HYPOTHETICAL && isDefinite(syntax, start)
          ? Certainty.ASSERTED
          : carried;
    }
    boolean venue = isVenue(syntax, start);
    Certainty governed =
        syntax.is(start - 1, Kind.PREPOSITION) && !(venue && isOccasion(syntax.chunk(noun)))
            ? governed(syntax, start - 1, !isDefinite(syntax, start))
            : null;
    if (governed != null && !past) {
      return governed;
    }
    if (venue) {
      int told = syntax.is(start - 2, Kind.COMMA) ? firstVerb(syntax) : syntax.previousVerb(start);
      return told >= 0
              && isOccasion(syntax.chunk(noun))
              && ofVerb(syntax, told) == Certainty.PLANNED
          ? Certainty.PLANNED
          : Certainty.ASSERTED;
    }
    Certainty predicated = predicated(syntax, noun);
    if (predicated != null && !past) {
      return predicated;
    }
    boolean occasion =
        isOccasion(syntax.chunk(noun))
            && (underPlan(syntax, start) || opensPlan(syntax, start, noun));
    if (occasion && !past) {
      return Certainty.PLANNED;
    }
    boolean act =
        switch (syntax.chunk(noun).frame().type()) {
          case MEASURE, ELECTION, APPOINTMENT, INCIDENT -> true;
          default -> false;
        };
    if (act && !past && syntax.is(start - 1, Kind.VERB)) {
      int from = syntax.is(start - 2, Kind.TO) ? start - 2 : start - 1;
      Certainty wished = inWindow(syntax, from, start);
      if (wished != null) {
        return wished;
      }
    }
    if (past || isDefinite(syntax, start)) {
      return Certainty.ASSERTED;
    }
    int verb = syntax.previousVerb(start);
    if (verb >= 0 && noBreakBetween(syntax, verb, start)) {
      Certainty outer = ofVerb(syntax, verb);
      if (outer == Certainty.ASSERTED) {
        outer = lexical(syntax, verb, start);
      }
      boolean aside =
          switch (syntax.word(start - 1)) {
            case "about", "after", "before", "during", "since" -> true;
            default -> false;
          };
      return outer == Certainty.NEGATED && aside ? Certainty.ASSERTED : outer;
    }
    return Certainty.ASSERTED;
  }

  /** "plans a visit", "faces a vote": what the verb says of the noun that it carries. */
  private static Certainty ofCarrier(Syntax syntax, int carrier, int noun) {
    for (Trigger trigger : syntax.chunk(carrier).triggers()) {
      boolean carries =
          syntax.chunk(noun).has(t -> trigger.frame().carries().contains(t.frame().name()));
      if (carries && trigger.frame().certainty() != null) {
        return trigger.frame().certainty();
      }
    }
    return Certainty.ASSERTED;
  }

  /** "the visit, planned for May, was put off", "did not take place". */
  private boolean isOvertaken(Syntax syntax, int noun) {
    for (int at = noun + 1; at < syntax.size(); at++) {
      if (syntax.is(at, Kind.BREAK)) {
        return false;
      }
      if (!syntax.is(at, Kind.VERB)) {
        continue;
      }
      boolean cancelled =
          lexicon.phrases(WordSet.CANCELLING).longest(syntax.tokens(), syntax.chunk(at).first())
                  != null
              && syntax.isPassive(at);
      boolean denied =
          syntax.chunk(at).has(t -> !t.frame().carriesSubject().isEmpty())
              && !isDoneBy(syntax, at)
              && ofVerb(syntax, at) == Certainty.NEGATED;
      if ((cancelled || denied)
          && ofVerbPlain(syntax, at)
          && isHead(syntax, syntax.subject(at).noun(), noun)) {
        return true;
      }
    }
    return false;
  }

  /** "has never been followed by an embassy": that denies what would have done it. */
  private static boolean isDoneBy(Syntax syntax, int verb) {
    return syntax.word(verb + 1).equals("by") && syntax.isPassive(verb);
  }

  /** "the fourth round of their talks was put off": the talks were. */
  private boolean isHead(Syntax syntax, int subject, int noun) {
    return subject == noun
        || subject >= 0
            && subject < noun
            && syntax.is(subject, Kind.EVENT_NOUN)
            && syntax.word(subject + 1).equals("of");
  }

  private boolean ofVerbPlain(Syntax syntax, int verb) {
    Certainty certainty = ofVerb(syntax, verb);
    return certainty == Certainty.ASSERTED || certainty == Certainty.NEGATED;
  }

  /** "promised at the summit": where something was said or agreed took place. */
  private static boolean isVenue(Syntax syntax, int start) {
    String word = syntax.word(start - 1);
    int verb = syntax.previousVerb(start);
    boolean venue = word.equals("at") || word.equals("during");
    return venue && verb >= 0 && !syntax.chunk(verb).has(Trigger.Form.BASE)
        || venue && verb > 0 && isPledge(syntax, syntax.previousVerb(verb));
  }

  private static boolean isPledge(Syntax syntax, int verb) {
    return verb >= 0
        && syntax
            .chunk(verb)
            .has(
                t ->
                    t.form() == Trigger.Form.PAST
                        && (t.frame().type() == EventType.AGREEMENT
                            || t.frame().type() == EventType.STATEMENT));
  }

  /** "the summit will …", "talks may …", "normalisation cannot …": what is said of the noun. */
  private Certainty predicated(Syntax syntax, int noun) {
    int at = noun + 1;
    int limit = Math.min(syntax.size(), noun + 8);
    while (at < limit
        && (syntax.is(at, Kind.PREPOSITION)
            || syntax.is(at, Kind.ACTOR)
            || syntax.is(at, Kind.DETERMINER)
            || syntax.is(at, Kind.CONJUNCTION)
            || syntax.is(at, Kind.DATE))) {
      at++;
    }
    int from = at;
    boolean open = false;
    while (at < limit
        && (syntax.is(at, Kind.MODAL)
            || syntax.is(at, Kind.AUXILIARY)
            || syntax.is(at, Kind.NEGATION)
            || syntax.is(at, Kind.ADVERB))) {
      open |= syntax.is(at, Kind.MODAL);
      at++;
    }
    if (at == from
        || at >= syntax.size()
        || !open && !syntax.is(at, Kind.VERB) && !syntax.is(at, Kind.NOUN)) {
      return null;
    }
    int last = Math.min(syntax.size() - 1, at + 2);
    Certainty told =
        markers(syntax.tokens(), syntax.chunk(from).first(), syntax.chunk(last).first());
    boolean another =
        told == Certainty.NEGATED
            && !open
            && syntax.is(at, Kind.VERB)
            && (isDoneBy(syntax, at)
                || !syntax.chunk(at).has(t -> !t.frame().carriesSubject().isEmpty()));
    return another ? null : told;
  }

  /** A meeting that is put off and a proposal that is turned down did not come about. */
  boolean canBeCancelled(Syntax syntax, int noun) {
    Frame frame = syntax.chunk(noun).frame();
    return isOccasion(syntax.chunk(noun))
        || frame.type() == EventType.ELECTION
        || frame.tableType().equals("Exercise")
        || lexicon.has(WordSet.PROPOSAL, syntax.word(noun))
            && !syntax.tokens().get(syntax.chunk(noun).first()).isCapital();
  }

  static boolean isOccasion(Chunk noun) {
    return switch (noun.frame().type()) {
      case SUMMIT, MEETING, DIALOGUE, VISIT -> true;
      default -> false;
    };
  }

  /** Whether the verb before tells of a plan, so that the occasion it leads to lies ahead. */
  private boolean underPlan(Syntax syntax, int start) {
    int verb = syntax.previousVerb(start);
    return verb >= 0
        && isParticipation(syntax.chunk(verb))
        && joined(syntax, verb, start)
        && (ofVerb(syntax, verb) == Certainty.PLANNED
            || !syntax.chunk(verb).has(t -> t.frame().certainty() != Certainty.PLANNED));
  }

  /** Whether no comma stands before a chunk: it is in the clause that opens the sentence. */
  private static boolean joinedTo(Syntax syntax, int chunk) {
    for (int at = 0; at < chunk; at++) {
      if (syntax.is(at, Kind.COMMA)) {
        return false;
      }
    }
    return true;
  }

  private static boolean joined(Syntax syntax, int from, int to) {
    for (int at = from; at < to; at++) {
      if (syntax.is(at, Kind.BREAK) || syntax.is(at, Kind.SUBORDINATOR)) {
        return false;
      }
    }
    return true;
  }

  /** "During her visit, she will …": an occasion that opens a sentence about plans is planned. */
  private boolean opensPlan(Syntax syntax, int start, int noun) {
    for (int at = 0; at < start; at++) {
      if (syntax.is(at, Kind.VERB)
          || syntax.is(at, Kind.ACTOR) && !syntax.is(at + 1, Kind.POSSESSIVE)) {
        return false;
      }
    }
    for (int at = noun + 1; at < syntax.size(); at++) {
      if (syntax.is(at, Kind.VERB)) {
        return ofVerb(syntax, at) == Certainty.PLANNED;
      }
    }
    return false;
  }

  private Certainty hypotheticalBefore(Syntax syntax, int start, Certainty otherwise) {
    int verb = syntax.previousVerb(start);
    return verb >= 0 && ofVerb(syntax, verb) == Certainty.HYPOTHETICAL
        ? Certainty.HYPOTHETICAL
        : otherwise;
  }

  /** "called for talks", "proposed a summit": the verb itself makes its object uncertain. */
  private Certainty lexical(Syntax syntax, int verb, int start) {
    Certainty found = inWindow(syntax, verb, start);
    return found == null ? Certainty.ASSERTED : found;
  }

  private static boolean noBreakBetween(Syntax syntax, int from, int to) {
    for (int at = from; at < to; at++) {
      if (syntax.is(at, Kind.BREAK)
          || syntax.is(at, Kind.SUBORDINATOR)
          || syntax.is(at, Kind.COMMA)) {
        return false;
      }
    }
    return true;
  }

  /**
   * "the threat of war", "the prospect of a summit", "without an agreement".
   *
   * @param byVerb whether a verb before the preposition counts; who denies that he meddled in the
   *     election denies no election
   */
  private Certainty governed(Syntax syntax, int preposition, boolean byVerb) {
    int from = preposition;
    int steps = 0;
    while (from > 0
        && steps < 3
        && (syntax.is(from - 1, Kind.NOUN)
            || syntax.is(from - 1, Kind.EVENT_NOUN)
            || syntax.is(from - 1, Kind.PREPOSITION)
            || byVerb && syntax.is(from - 1, Kind.VERB))) {
      from--;
      steps++;
    }
    return markers(syntax.tokens(), syntax.chunk(from).first(), syntax.chunk(preposition).last());
  }

  private boolean isDefinite(Syntax syntax, int start) {
    return lexicon.has(WordSet.DEFINITE, syntax.word(start))
        || syntax.is(start, Kind.ACTOR) && possessive(syntax, start);
  }

  private static boolean possessive(Syntax syntax, int start) {
    Syntax.Group group = syntax.groupAt(start);
    return group != null && syntax.is(group.last(), Kind.POSSESSIVE);
  }
}
