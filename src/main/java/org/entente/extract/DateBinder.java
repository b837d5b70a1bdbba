package org.entente.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.extract.Chunk.Kind;
import org.entente.model.Edtf;

/** Gives the dates of a sentence to its drafts. */
final class DateBinder {
  /**
   * A date that the text tells, whatever it is the date of.
   *
   * @param value its value; null when it is counted from something that is not known
   * @param sentence number of the sentence
   * @param paragraph number of the paragraph
   */
  record Told(EventDate value, int sentence, int paragraph) {}

  private final List<Told> told = new ArrayList<>();
  private final Lexicon lexicon;
  private EventDate previous;
  private EventDate account;
  private EventDate latest;
  private int heading;
  private EventDate entry;
  private EventDate entryBefore;
  private int paragraph = -1;

  DateBinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Says under which year the paragraphs that follow stand; 0 for none. */
  void heading(int year) {
    heading = year;
  }

  /** "the treaty that they concluded in 2017": the account does not go on from there. */
  private static boolean isAside(Syntax syntax, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (syntax.is(i, Kind.BREAK) || syntax.is(i, Kind.COMMA)) {
        return false;
      }
      if (syntax.is(i, Kind.SUBORDINATOR)) {
        return switch (syntax.word(i)) {
          case "that", "who", "which", "whose", "where" ->
              syntax.is(i - 1, Kind.NOUN)
                  || syntax.is(i - 1, Kind.EVENT_NOUN)
                  || syntax.is(i - 1, Kind.ACTOR);
          default -> false;
        };
      }
    }
    return false;
  }

  /** The drafts of a sentence with their dates. */
  List<Draft> bind(SentenceReader.Scene scene, List<Draft> drafts, LocalDate document) {
    if (scene.sentence().paragraphNumber() != paragraph) {
      paragraph = scene.sentence().paragraphNumber();
      previous = null;
      account = null;
      entry = null;
    }
    Draft[] dated = drafts.toArray(new Draft[0]);
    Syntax syntax = scene.syntax();
    for (int at = 0; at < syntax.size(); at++) {
      if (!syntax.is(at, Kind.DATE) || scene.quoted()[at]) {
        continue;
      }
      DateExpression date = syntax.chunk(at).date();
      List<Integer> owners = new ArrayList<>(owners(syntax, drafts, at));
      int when = at;
      owners.removeIf(o -> isContent(syntax, drafts.get(o), when));
      owners.removeIf(o -> isOfAnnouncing(syntax, drafts.get(o), when));
      if (isOfSaying(syntax, at)) {
        owners.removeIf(o -> drafts.get(o).span().trigger() > when);
      }
      boolean past = owners.stream().anyMatch(o -> isDone(syntax, drafts.get(o)));
      boolean future = !past && owners.stream().anyMatch(o -> isAhead(syntax, drafts.get(o), when));
      boolean open = !owners.isEmpty() && owners.stream().allMatch(o -> isOpen(drafts.get(o)));
      boolean opensEntry = at == 0 && scene.present();
      Optional<EventDate> value =
          value(scene, date, document, future && !opensEntry, open, opensEntry);
      if (!date.since()) {
        told.add(new Told(value.orElse(null), scene.number(), scene.sentence().paragraphNumber()));
      }
      if (value.isEmpty()) {
        continue;
      }
      if (opensEntry) {
        entry = value.get();
        entryBefore = entry;
      }
      if (!date.since()) {
        owners.replaceAll(o -> whenAsked(syntax, dated, o, value.get(), document));
        for (int owner : owners) {
          Draft draft = dated[owner];
          if (draft.date() == null || finer(value.get(), draft.date(), syntax, at, draft)) {
            dated[owner] =
                draft.withDate(
                    value.get(),
                    "date:" + value.get().basis().name().toLowerCase(java.util.Locale.ROOT));
          }
        }
      }
      boolean modifies = syntax.is(at + 1, Kind.NOUN) || syntax.is(at + 1, Kind.EVENT_NOUN);
      if (!date.since() && !(modifies && date.form() == DateExpression.Form.ABSOLUTE)) {
        previous = value.get();
        latest = previous;
        account = isAside(syntax, at) ? account : previous;
      }
    }
    if (scene.present() && entry != null) {
      for (int i = 0; i < dated.length; i++) {
        dated[i] = isOnItsDay(dated[i]) ? dated[i].withDate(entry, "date:entry") : dated[i];
      }
    }
    return occasions(syntax, dated);
  }

  /** The dates of the sentences so far, in the order of the text; those in quotations not. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** What an entry of a chronology tells without a date of its own happened on the entry's. */
  private static boolean isOnItsDay(Draft draft) {
    return draft.date() == null
        && (!draft.traits().noun() || draft.traits().carried() || isOpen(draft));
  }

  /** "said during a meeting on Monday": what is said on an occasion is said on its day. */
  private static boolean isOccasion(Syntax syntax, Draft nearest) {
    String word = syntax.word(nearest.span().phrase() - 1);
    return word.equals("during") || word.equals("at");
  }

  /**
   * Whether a date that goes with a draft is more likely to come than past. "In August it promised
   * to" tells when the promise was made.
   */
  private static boolean isAhead(Syntax syntax, Draft draft, int at) {
    int trigger = draft.span().trigger();
    return !(at < trigger && syntax.is(trigger, Kind.VERB) && syntax.isToldAsPast(trigger))
        && isAhead(draft);
  }

  /** "ordered it to pay in 2018": a past date is not that of what was yet to be done. */
  private static int whenAsked(
      Syntax syntax, Draft[] drafts, int owner, EventDate date, LocalDate document) {
    Draft draft = drafts[owner];
    int verb = draft.span().trigger();
    boolean past =
        document != null
            && draft.certainty() == Certainty.PLANNED
            && !draft.traits().noun()
            && syntax.is(verb - 1, Kind.TO)
            && date.start() > 0
            && Edtf.parse(date.edtf())
                .map(Edtf::latestEnd)
                .filter(end -> end.isBefore(document))
                .isPresent();
    for (int i = 0; past && i < drafts.length; i++) {
      Draft asked = drafts[i];
      int before = asked.span().trigger();
      if (before < verb
          && asked.date() == null
          && isDone(syntax, asked)
          && !isBarred(syntax, before, verb)) {
        return i;
      }
    }
    return owner;
  }

  /** What a verb tells as past: the same date cannot be ahead for what it tells beside it. */
  private static boolean isDone(Syntax syntax, Draft draft) {
    int trigger = draft.span().trigger();
    return draft.certainty() == Certainty.ASSERTED
        && !draft.traits().noun()
        && syntax.is(trigger, Kind.VERB)
        && syntax.isToldAsPast(trigger);
  }

  private static boolean isAhead(Draft draft) {
    return draft.certainty() == Certainty.PLANNED
        || draft.certainty() == Certainty.HYPOTHETICAL && !draft.rules().contains(VerbReader.PAST)
        || draft.rules().contains(VerbReader.PRESENT);
  }

  /** An occasion that a noun alone tells of may lie ahead. */
  private static boolean isOpen(Draft draft) {
    boolean occasion =
        switch (draft.type()) {
          case SUMMIT, MEETING, VISIT, DIALOGUE, ELECTION -> true;
          default -> false;
        };
    return occasion && draft.traits().noun() && !draft.traits().carried();
  }

  /**
   * "on Friday announced talks", "the visit was announced on Monday": when it was announced, not
   * when it will be; so a bare weekday after both.
   */
  private static boolean isOfAnnouncing(Syntax syntax, Draft draft, int at) {
    boolean ahead =
        draft.certainty() == Certainty.PLANNED
            && (draft.type().isEncounter() || draft.type() == EventType.ELECTION);
    if (!ahead || !draft.traits().carried()) {
      return false;
    }
    int before = draft.span().phrase() - 1;
    if (announces(syntax, before)) {
      return at < before || syntax.chunk(at).date().form() == DateExpression.Form.WEEKDAY;
    }
    int after = draft.span().trigger() + 1;
    while (after < syntax.size() && !syntax.is(after, Kind.VERB)) {
      after++;
    }
    return announces(syntax, after) && at > after && !syntax.word(at - 1).equals("for");
  }

  private static boolean announces(Syntax syntax, int at) {
    return syntax.is(at, Kind.VERB)
        && syntax.chunk(at).tells(EventType.STATEMENT)
        && syntax.chunk(at).has(t -> t.frame().certainty() == Certainty.PLANNED);
  }

  /**
   * Whether a date belongs to what is said and not to the saying: "said on Monday that" and "told a
   * news conference on Monday that" tell when, "welcomed the law of last month" does not.
   */
  private boolean isContent(Syntax syntax, Draft draft, int at) {
    boolean said = draft.type().isSpeech() && !draft.traits().noun();
    int verb = draft.span().trigger();
    if (!said || verb >= syntax.size() || !syntax.is(verb, Kind.VERB)) {
      return false;
    }
    if (at < verb) {
      return isBeforeSaid(syntax, verb, at);
    }
    boolean phrase = lexicon.has(WordSet.TELLING, syntax.words(verb));
    for (int i = verb + 1; i < at; i++) {
      boolean second =
          syntax.is(i, Kind.DETERMINER)
              && i + 1 < at
              && (syntax.is(i - 1, Kind.NOUN)
                  || syntax.is(i - 1, Kind.EVENT_NOUN)
                  || syntax.is(i - 1, Kind.ACTOR));
      if (second) {
        return true;
      }
      boolean light =
          syntax.is(i, Kind.ADVERB)
              || syntax.is(i, Kind.PREPOSITION)
              || syntax.is(i, Kind.ACTOR)
              || syntax.is(i, Kind.CONJUNCTION) && syntax.is(i + 1, Kind.ACTOR)
              || syntax.is(i, Kind.NOUN)
                  && (syntax.is(i + 1, Kind.ACTOR)
                      || syntax.is(i + 1, Kind.NOUN) && syntax.is(i + 2, Kind.ACTOR))
              || phrase
                  && (syntax.is(i, Kind.DETERMINER)
                      || syntax.is(i, Kind.NOUN)
                      || syntax.is(i, Kind.EVENT_NOUN))
              || !phrase && syntax.is(i, Kind.DETERMINER) && syntax.is(i + 1, Kind.ACTOR);
      if (!light) {
        return true;
      }
      phrase |= syntax.is(i, Kind.PREPOSITION);
    }
    return false;
  }

  /**
   * "Flights will resume in June, A said": the day of what is to come was not that of saying so.
   */
  private static boolean isBeforeSaid(Syntax syntax, int verb, int at) {
    int comma = syntax.beforeDeterminers(syntax.subject(verb).start());
    boolean ahead = false;
    for (int i = 0; i < at; i++) {
      ahead |= syntax.is(i, Kind.MODAL);
    }
    return ahead && at < comma && syntax.is(comma, Kind.COMMA) && !syntax.is(0, Kind.SUBORDINATOR);
  }

  /** "said on Monday that": when it was said, whoever said it, and not when what is said was. */
  private static boolean isOfSaying(Syntax syntax, int at) {
    int verb = at - 1;
    while (syntax.is(verb, Kind.PREPOSITION) || syntax.is(verb, Kind.ADVERB)) {
      verb--;
    }
    return syntax.is(verb, Kind.VERB)
        && syntax.isSpeech(verb)
        && (syntax.is(at + 1, Kind.SUBORDINATOR) || syntax.word(at + 1).equals("that"));
  }

  /** "will be in Bali on 3 May for the summit": the occasion of a dated journey has its date. */
  private static List<Draft> occasions(Syntax syntax, Draft[] dated) {
    List<Draft> out = new ArrayList<>();
    Draft journey = null;
    Draft told = null;
    for (Draft draft : dated) {
      boolean occasion =
          draft.type() == EventType.SUMMIT
              || draft.type() == EventType.MEETING
              || draft.type() == EventType.DIALOGUE;
      if (told != null && draft.date() == null && isOfSameDay(syntax, told, draft, occasion)) {
        out.add(draft.withDate(told.date(), "date:occasion"));
        continue;
      }
      boolean joins =
          journey != null
              && occasion
              && draft.traits().noun()
              && draft.date() == null
              && draft.certainty() == journey.certainty()
              && !isBarred(syntax, journey.span().trigger(), draft.span().trigger());
      out.add(joins ? draft.withDate(journey.date(), "date:journey") : draft);
      if (draft.type() == EventType.VISIT && draft.date() != null) {
        journey = draft;
      }
      boolean done =
          isDone(syntax, draft)
              || draft.traits().carried() && draft.certainty() == Certainty.ASSERTED;
      if (draft.date() != null && done && !draft.type().isSpeech()) {
        told = draft;
      }
    }
    return out;
  }

  /** "signed a treaty at a summit", "met in Lima, where they announced": all was on that day. */
  private static boolean isOfSameDay(Syntax syntax, Draft told, Draft draft, boolean occasion) {
    int verb = told.span().trigger();
    int phrase = draft.span().phrase();
    if (draft.certainty() != Certainty.ASSERTED || phrase <= verb) {
      return false;
    }
    if (draft.traits().noun() && !draft.traits().carried()) {
      return occasion
          && syntax.word(phrase - 1).equals("at")
          && phrase < syntax.clauseEnd(verb)
          && syntax.previousVerb(phrase) <= verb;
    }
    int where = syntax.clauseEnd(verb);
    return told.type().isEncounter()
        && syntax.word(where).equals("where")
        && draft.span().trigger() > where
        && !isBarred(syntax, where, draft.span().trigger());
  }

  /** A date within the trigger's own phrase beats one from elsewhere in the sentence. */
  private static boolean finer(EventDate value, EventDate old, Syntax syntax, int at, Draft draft) {
    boolean inside =
        at >= draft.span().phrase() && at < draft.span().trigger()
            || at == draft.span().trigger() + 1
            || at == draft.span().trigger() + 2 && syntax.is(at - 1, Kind.PREPOSITION);
    int verb = syntax.tokens().get(syntax.chunk(draft.span().trigger()).first()).start();
    boolean nearer = old.start() >= 0 && old.start() < value.start() && value.end() <= verb;
    boolean within =
        old.edtf().length() < value.edtf().length() && value.edtf().startsWith(old.edtf());
    boolean reduced =
        at > draft.span().trigger()
            && at <= draft.span().trigger() + 4
            && syntax.is(draft.span().trigger(), Kind.VERB)
            && !draft.traits().noun()
            && syntax.isReduced(draft.span().trigger());
    boolean own =
        draft.traits().noun()
            && !draft.traits().carried()
            && at > draft.span().trigger()
            && old.start() >= 0
            && old.end() <= verb
            && isPhrase(syntax, draft.span().trigger() + 1, at);
    return (inside || nearer || within || reduced || own) && !value.edtf().equals(old.edtf());
  }

  /** Whether nothing but prepositions and names stands between. */
  private static boolean isPhrase(Syntax syntax, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean light =
          syntax.is(i, Kind.PREPOSITION)
              || syntax.is(i, Kind.ACTOR)
              || syntax.is(i, Kind.DETERMINER)
              || syntax.is(i, Kind.NOUN)
              || syntax.is(i, Kind.OPEN)
              || syntax.is(i, Kind.CLOSE);
      if (!light) {
        return false;
      }
    }
    return true;
  }

  private Optional<EventDate> value(
      SentenceReader.Scene scene,
      DateExpression date,
      LocalDate document,
      boolean future,
      boolean open,
      boolean opensEntry) {
    List<Token> tokens = scene.sentence().tokens();
    int start = tokens.get(date.first()).start();
    int end = tokens.get(date.last() - 1).end();
    return DateResolver.resolve(
        date,
        new DateResolver.Context(
            document,
            previous == null && date.form() == DateExpression.Form.SAME ? latest : previous,
            account,
            latest,
            heading,
            future,
            open,
            opensEntry ? entryBefore : null),
        start,
        end);
  }

  private List<Integer> owners(Syntax syntax, List<Draft> drafts, int at) {
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
  private static boolean isBarred(Syntax syntax, int from, int to) {
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
}
