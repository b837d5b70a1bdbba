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
  private final DateOwners owning;
  private EventDate previous;
  private EventDate account;
  private EventDate latest;
  private int heading;
  private EventDate entry;
  private EventDate entryBefore;
  private int paragraph = -1;

  DateBinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.owning = new DateOwners(lexicon);
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
      List<Integer> owners = new ArrayList<>(owning.of(syntax, drafts, at));
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
          && !DateOwners.isBarred(syntax, before, verb)) {
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
              && !DateOwners.isBarred(syntax, journey.span().trigger(), draft.span().trigger());
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
        && !DateOwners.isBarred(syntax, where, draft.span().trigger());
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
}
