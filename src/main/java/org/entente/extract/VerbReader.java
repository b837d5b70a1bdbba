package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.extract.Chunk.Kind;
import org.entente.extract.Frame.Requirement;
import org.entente.extract.Frame.Slot;

/** Reads events that verbs tell of. */
final class VerbReader {
  /** Rule of a verb in the present tense: with a date it tells what is to come. */
  static final String PRESENT = "tense:present";

  /** Rule of a verb that tells of what would be past: "is reported to have met". */
  static final String PAST = "tense:past";

  private static final Set<String> WITH = Set.of("with", "alongside");

  private final Lexicon lexicon;
  private final Fillers fillers;
  private final Discourse discourse;
  private final NounReader nouns;
  private final ClauseReader clauses;
  private final CarriedNouns carriedNouns;
  private final StatementReader statements;
  private final Requirements requirements;

  VerbReader(
      Lexicon lexicon, Fillers fillers, Discourse discourse, Status status, NounReader nouns) {
    this.lexicon = lexicon;
    this.fillers = fillers;
    this.discourse = discourse;
    this.nouns = nouns;
    this.clauses = new ClauseReader(lexicon, fillers, discourse, status, nouns);
    this.carriedNouns = new CarriedNouns(lexicon, discourse, status, nouns);
    this.statements = new StatementReader(lexicon, fillers, discourse);
    this.requirements = new Requirements(lexicon, fillers, discourse);
  }

  /** The drafts that a verb gives. */
  List<Draft> read(SentenceReader.Scene scene, int verb) {
    Syntax syntax = scene.syntax();
    List<Trigger> triggers = new ArrayList<>(syntax.chunk(verb).triggers());
    Clause clause = clauses.read(scene, verb, triggers.isEmpty());
    if (triggers.isEmpty() || isAgreed(syntax, verb)) {
      return List.of();
    }
    triggers.sort(
        Comparator.comparing((Trigger t) -> !t.frame().needs(Requirement.COURTSUBJECT))
            .thenComparingDouble(t -> -t.frame().prior())
            .thenComparing(Trigger::entry)
            .thenComparing(t -> t.frame().name())
            .thenComparing(Trigger::form));
    List<Draft> carried =
        carriedNouns.bySubject(scene, clause, triggers, f -> befallen(scene.syntax(), clause, f));
    if (carried.isEmpty()) {
      carried = carriedNouns.read(scene, clause, triggers);
    }
    if (!carried.isEmpty()) {
      discourse.subject(clause.subject());
      return carried;
    }
    for (Trigger trigger : triggers) {
      List<Draft> drafts = drafts(scene, clause, trigger);
      if (!drafts.isEmpty()) {
        return drafts;
      }
    }
    return List.of();
  }

  /** "agreed to resume patrols" is an agreement, and no second event. */
  private static boolean isAgreed(Syntax syntax, int verb) {
    int at = verb - 1;
    while (syntax.is(at, Kind.ADVERB)) {
      at--;
    }
    boolean to =
        syntax.is(at, Kind.TO)
            || syntax.is(at, Kind.VERB)
                && syntax.tokens().get(syntax.chunk(at).last() - 1).is("to");
    if (!to) {
      return false;
    }
    at = syntax.previousVerb(at + 1);
    return at >= 0 && syntax.chunk(at).has(t -> t.governs() && t.frame().certainty() == null);
  }

  private List<Draft> drafts(SentenceReader.Scene scene, Clause clause, Trigger trigger) {
    Frame frame = trigger.frame();
    boolean nothing = lexicon.has(WordSet.NOTHING, scene.syntax().word(clause.verb() + 1));
    if (nothing && frame.needs(Requirement.SOMETHING)) {
      return List.of();
    }
    boolean inWords = isLight(frame) || frame.needs(Requirement.TOPIC);
    if (inWords
        && requirements.isOfTopic(scene.syntax(), clause) != frame.needs(Requirement.TOPIC)) {
      return List.of();
    }
    if (frame.type().isSpeech()) {
      if (!requirements.meetsInfinitive(scene.syntax(), clause, frame)) {
        return List.of();
      }
      return statements.read(scene, clause, trigger);
    }
    int taken = clause.syntactic().noun();
    if (frame.needs(Requirement.RELATION) && taken >= 0 && scene.taken()[taken]) {
      return List.of();
    }
    List<Participant> participants = participants(clause, frame);
    if (frame.takes().contains(Slot.WITH) && !clause.passive() && endsWith(scene, clause)) {
      Fillers.addAll(participants, clause.object());
    }
    if (frame.type() == EventType.MEASURE && isWe(clause)) {
      participants.replaceAll(discourse::onBehalf);
    }
    if (frame.needs(Requirement.RELATION)) {
      participants = sides(scene, clause);
    }
    if (isRelation(scene.syntax(), clause) && participants.isEmpty()) {
      participants = sides(scene, clause);
    }
    addTargets(scene, clause, frame, participants);
    addObjectStates(scene.syntax(), clause, frame, participants);
    boolean nobody = isLight(frame) && participants.isEmpty();
    if (nobody || !requirements.meets(scene, clause, trigger, participants)) {
      return List.of();
    }
    if (!Requirements.isFronted(scene.syntax(), clause)) {
      discourse.subject(clause.subject());
    }
    if (clause.passive() && taken >= 0 && scene.syntax().is(taken, Kind.EVENT_NOUN)) {
      scene.taken()[taken] |= scene.syntax().chunk(taken).frame().type() == frame.type();
    }
    if (trigger.governs()) {
      takeContent(scene, clause);
    }
    if (frame.type() == EventType.VISIT) {
      return visits(scene, clause, trigger, participants);
    }
    boolean pairwise =
        frame.type() == EventType.MEETING
            && isPairwise(scene.syntax(), clause)
            && participants.size() > 2
            && clause.subject().size() == 1;
    if (pairwise) {
      List<Draft> out = new ArrayList<>();
      for (Participant partner : participants.subList(1, participants.size())) {
        out.add(draft(scene, clause, trigger, List.of(participants.get(0), partner), null));
      }
      return out;
    }
    discourse.remember(participants);
    return List.of(draft(scene, clause, trigger, participants, null));
  }

  /** "reached a deal with": the trigger has taken the word before who else takes part. */
  private static boolean endsWith(SentenceReader.Scene scene, Clause clause) {
    Syntax syntax = scene.syntax();
    int last = syntax.chunk(clause.verb()).last() - 1;
    return WITH.contains(syntax.tokens().get(last).lower());
  }

  /** "we have closed the border": an office holder speaks for the state. */
  private static boolean isWe(Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    return group != null
        && group.members().size() == 1
        && group.members().get(0).is(Mention.Kind.PRONOUN)
        && group.members().get(0).name().equals("we");
  }

  /** "Ties were restored": it is between those whose ties they are. */
  private boolean isRelation(Syntax syntax, Clause clause) {
    int noun = clause.syntactic().noun();
    return clause.passive()
        && clause.by().isEmpty()
        && noun >= 0
        && lexicon.has(WordSet.RELATION, syntax.word(noun));
  }

  /** What one refuses or agrees to do is no event beside that. */
  private static void takeContent(SentenceReader.Scene scene, Clause clause) {
    Syntax syntax = scene.syntax();
    for (int at = clause.verb() + 1; at < clause.end(); at++) {
      String word = syntax.word(at);
      if (word.equals("at") || word.equals("during") || word.equals("after")) {
        return;
      }
      if (syntax.is(at, Kind.EVENT_NOUN)) {
        scene.taken()[at] = true;
      }
    }
  }

  /** Between whom relations are: named beside the noun, else those the document is about. */
  private List<Participant> sides(SentenceReader.Scene scene, Clause clause) {
    List<Participant> out = new ArrayList<>();
    int noun = clause.syntactic().noun();
    if (noun < 0) {
      return out;
    }
    Syntax syntax = scene.syntax();
    Fillers.addAll(out, nouns.inside(syntax, syntax.nounPhraseStart(noun), noun));
    for (Syntax.Group group :
        fillers.governed(syntax, noun, clause.verb(), Set.of("between", "with", "of", "among"))) {
      Fillers.addAll(out, fillers.people(group));
    }
    return out.isEmpty() ? discourse.sides(2) : out;
  }

  private static boolean isPairwise(Syntax syntax, Clause clause) {
    for (int at = Math.max(0, clause.verb() - 2); at < clause.end(); at++) {
      String word = syntax.word(at);
      if (word.equals("bilaterally") || word.equals("separately") || word.equals("individually")) {
        return true;
      }
    }
    return false;
  }

  private static List<Participant> participants(Clause clause, Frame frame) {
    List<Participant> out = new ArrayList<>();
    if (clause.passive()) {
      Fillers.addAll(out, clause.by());
      if (frame.takes().contains(Slot.OBJECT)
          || frame.type() == EventType.RULING
          || clause.by().isEmpty() && frame.type() == EventType.MEASURE) {
        Fillers.addAll(out, clause.subject());
      } else if (frame.type() == EventType.MEASURE) {
        Fillers.addAll(
            out,
            clause.subject().stream().filter(p -> p.kind() == Participant.Kind.STATE).toList());
      }
    } else {
      if (frame.takes().contains(Slot.SUBJECT)) {
        Fillers.addAll(out, clause.subject());
      }
      if (frame.takes().contains(Slot.OBJECT)) {
        Fillers.addAll(out, clause.object());
      }
    }
    if (frame.takes().contains(Slot.WITH)
        || frame.type() == EventType.VISIT && !clause.subject().isEmpty()) {
      Fillers.addAll(out, clause.with());
    }
    return out;
  }

  /** Against whom, on whom or from whom: only states and organisations. */
  private void addTargets(
      SentenceReader.Scene scene, Clause clause, Frame frame, List<Participant> out) {
    Set<String> prepositions = new TreeSet<>();
    for (Slot slot : List.of(Slot.AGAINST, Slot.ON, Slot.TO)) {
      if (frame.takes().contains(slot)) {
        prepositions.add(Words.lower(slot.name()));
      }
    }
    if (out.isEmpty() || prepositions.isEmpty()) {
      return;
    }
    for (Syntax.Group group :
        fillers.governed(scene.syntax(), clause.verb() + 1, clause.end(), prepositions)) {
      if (!scene.syntax().is(group.last(), Kind.NOUN)) {
        Fillers.addAll(out, fillers.people(group));
      }
    }
  }

  /**
   * "banned Ecuadorian shrimp", "summoned the Peruvian ambassador": whose is what an act of state
   * or an attack is done to takes part in it.
   */
  private void addObjectStates(Syntax syntax, Clause clause, Frame frame, List<Participant> out) {
    boolean targets =
        switch (frame.type()) {
          case MEASURE, INCIDENT, RULING -> true;
          default -> false;
        };
    if (!targets || clause.passive() || out.isEmpty() && frame.type() != EventType.INCIDENT) {
      return;
    }
    for (int at = clause.verb() + 1; at < clause.end(); at++) {
      if (syntax.is(at, Kind.ACTOR)) {
        Mention mention = syntax.chunk(at).mention();
        if (mention.is(Mention.Kind.DEMONYM) || mention.is(Mention.Kind.ROLE)) {
          mention.states().forEach(s -> Fillers.addAll(out, List.of(discourse.state(s))));
        } else if (mention.is(Mention.Kind.STATE) || mention.is(Mention.Kind.METONYM)) {
          Fillers.addAll(out, discourse.resolve(mention));
        }
        continue;
      }
      boolean phrase =
          syntax.is(at, Kind.DETERMINER)
              || syntax.is(at, Kind.ADVERB)
              || syntax.is(at, Kind.NOUN)
              || syntax.is(at, Kind.EVENT_NOUN)
              || syntax.is(at, Kind.HYPHEN)
              || syntax.is(at, Kind.POSSESSIVE)
              || syntax.is(at, Kind.PREPOSITION) && isOn(syntax.word(at));
      if (!phrase) {
        return;
      }
    }
  }

  /** "killed a Peruvian fisherman in Lima": who is the object, and the state where that was. */
  private List<Participant> befallen(Syntax syntax, Clause clause, Frame frame) {
    List<Participant> out = new ArrayList<>();
    if (frame.takes().contains(Slot.OBJECT)) {
      out.addAll(clause.object());
      addObjectStates(syntax, clause, frame, out);
      Participant there = discourse.within(fillers.place(syntax, clause.verb() + 1, clause.end()));
      Fillers.addAll(out, there == null ? List.of() : List.of(there));
    }
    return out;
  }

  private static boolean isOn(String preposition) {
    return switch (preposition) {
      case "on", "of", "from", "against", "with" -> true;
      default -> false;
    };
  }

  /** One visit for each state that is visited. */
  private List<Draft> visits(
      SentenceReader.Scene scene, Clause clause, Trigger trigger, List<Participant> participants) {
    if (clause.objectGroup() == null) {
      return List.of(draft(scene, clause, trigger, participants, null));
    }
    if (requirements.isAtHost(scene.syntax(), clause)) {
      Fillers.addAll(participants, clause.object());
      return List.of(draft(scene, clause, trigger, participants, null));
    }
    List<Draft> out = new ArrayList<>();
    List<String> states = new ArrayList<>();
    Draft.Place lastPlace = null;
    for (Mention mention : clause.objectGroup().members()) {
      Draft.Place place = Fillers.asDestination(mention);
      if (place == null || place.state() != null && states.contains(place.state())) {
        continue;
      }
      boolean home =
          participants.stream()
              .anyMatch(p -> p.kind() == Participant.Kind.STATE && p.name().equals(place.state()));
      if (home) {
        continue;
      }
      boolean within =
          lastPlace != null && lastPlace.state() == null && mention.is(Mention.Kind.STATE);
      lastPlace = place;
      if (within) {
        continue;
      }
      states.add(place.state() == null ? place.name() : place.state());
      discourse.remember(participants, place);
      out.add(draft(scene, clause, trigger, participants, place));
    }
    return out;
  }

  private Draft draft(
      SentenceReader.Scene scene,
      Clause clause,
      Trigger trigger,
      List<Participant> participants,
      Draft.Place place) {
    Syntax syntax = scene.syntax();
    Frame frame = trigger.frame();
    double score = frame.prior();
    score -= clause.syntactic().through() >= 0 ? 0.05 : 0;
    score += participants.size() > 1 ? 0.05 : 0;
    boolean present =
        !scene.present() && !syntax.is(clause.verb() - 1, Kind.TO) && present(trigger, clause);
    score -= present && isHabit(frame) && !clause.hasDate(syntax) ? 0.3 : 0;
    score -= isDisposition(syntax, clause, frame) ? 0.3 : 0;
    score -= clause.isAsked(syntax) ? 0.2 : 0;
    score -=
        clause.isPurpose(syntax) || carriedNouns.isMereAim(syntax, clause, frame.type()) ? 0.3 : 0;
    score -= isLight(frame) && isVague(syntax, clause, participants) ? 0.1 : 0;
    score -= isOfPronoun(syntax, clause, frame) && !clause.hasDate(syntax) ? 0.2 : 0;
    score -= isSupposed(syntax, clause) ? 0.15 : 0;
    boolean means = syntax.is(clause.verb() - 1, Kind.PREPOSITION);
    boolean gerund = trigger.form() == Trigger.Form.GERUND;
    score -= gerund && frame.prior() < 0.65 && !means && !isGoingOn(syntax, clause) ? 0.2 : 0;
    score -=
        gerund && means && isBlame(syntax.word(clause.verb() - 1))
            ? clause.hasDate(syntax) ? 0.2 : 0.3
            : 0;
    Certainty certainty = clause.certainty();
    if (certainty == Certainty.ASSERTED
        && frame.type() == EventType.RULING
        && lexicon.has(WordSet.REFUSING, syntax.word(clause.verb()))) {
      certainty = Certainty.NEGATED;
    }
    if (frame.certainty() != null && certainty == Certainty.ASSERTED) {
      certainty = frame.certainty();
    } else if (frame.certainty() == Certainty.NEGATED && certainty == Certainty.NEGATED) {
      certainty = Certainty.HYPOTHETICAL;
    }
    score -= certainty == Certainty.ASSERTED ? 0 : 0.05;
    boolean purpose = syntax.is(clause.verb() - 1, Kind.TO) && frame.prior() < 0.65;
    score -= purpose && certainty == Certainty.PLANNED && !clause.hasDate(syntax) ? 0.1 : 0;
    score -= certainty == Certainty.NEGATED && isSince(syntax, clause) ? 0.3 : 0;
    boolean befalls = frame.type() == EventType.INCIDENT || frame.type() == EventType.MEASURE;
    Draft.Place where =
        place != null
            ? place
            : befalls && participants.isEmpty()
                ? fillers.setting(syntax, clause)
                : fillers.place(syntax, clause.verb() + 1, clause.end());
    boolean faceToFace = frame.type() == EventType.CALL && isBesideOccasion(syntax, clause);
    return new Draft(
        faceToFace ? EventType.MEETING : frame.type(),
        faceToFace ? "Meeting" : frame.tableType(),
        List.copyOf(participants),
        where,
        null,
        certainty,
        scene.span(clause.start(), clause.end(), clause.verb(), clause.verb()),
        "",
        false,
        new Draft.Traits(false, false, false, false, false),
        score,
        tense(
            "verb:" + trigger.entry() + "/" + frame.name(),
            present,
            certainty == Certainty.HYPOTHETICAL && isPast(syntax, clause, trigger)));
  }

  /**
   * "began building", "is providing $2 million", "closes the port today": what goes on for sure.
   */
  private boolean isGoingOn(Syntax syntax, Clause clause) {
    int at = clause.verb() - 1;
    while (syntax.is(at, Kind.ADVERB)) {
      at--;
    }
    if (syntax.is(at, Kind.VERB) && lexicon.has(WordSet.ASPECTUAL, syntax.word(at))) {
      return true;
    }
    return syntax.is(at, Kind.AUXILIARY)
        && clause.syntactic().through() < 0
        && (clause.hasDate(syntax) || hasNumber(syntax, clause));
  }

  private static boolean hasNumber(Syntax syntax, Clause clause) {
    int end = syntax.chunk(clause.end() - 1).last();
    for (int i = syntax.chunk(clause.verb()).last(); i < end; i++) {
      if (syntax.tokens().get(i).isNumber() || syntax.tokens().get(i).text().startsWith("$")) {
        return true;
      }
    }
    return false;
  }

  /** "was ready to implement it": a deed done to what was told before is mostly no new one. */
  private static boolean isOfPronoun(Syntax syntax, Clause clause, Frame frame) {
    int object = clause.verb() + 1;
    return frame.type() == EventType.MEASURE
        && !clause.passive()
        && (syntax.word(object).equals("it") || syntax.word(object).equals("them"))
        && !syntax.verbFollows(object);
  }

  /** "talked on the margins of the summit": who speaks there speaks face to face. */
  private boolean isBesideOccasion(Syntax syntax, Clause clause) {
    for (int i = syntax.chunk(clause.verb()).last();
        i < syntax.chunk(clause.end() - 1).last();
        i++) {
      if (lexicon.phrases(WordSet.SIDELINE).longest(syntax.tokens(), i) != null) {
        return true;
      }
    }
    return false;
  }

  /** "accused of backing", "instead of signing": what is blamed, weighed or wanting. */
  private static boolean isBlame(String preposition) {
    return switch (preposition) {
      case "for", "of", "without", "against", "than", "about", "toward", "towards" -> true;
      default -> false;
    };
  }

  private static List<String> tense(String rule, boolean present, boolean past) {
    return present ? List.of(rule, PRESENT) : past ? List.of(rule, PAST) : List.of(rule);
  }

  /** "to have met", "reportedly met": no modal verb stands before it. */
  private static boolean isPast(Syntax syntax, Clause clause, Trigger trigger) {
    int at = clause.verb() - 1;
    while (syntax.is(at, Kind.ADVERB) || syntax.is(at, Kind.NEGATION)) {
      at--;
    }
    return syntax.is(at, Kind.AUXILIARY)
        ? syntax.word(at).startsWith("ha")
        : trigger.form() == Trigger.Form.PAST && !clause.passive();
  }

  /** "is committed to peace", "remains resolved to stay": how somebody is minded. */
  private static boolean isDisposition(Syntax syntax, Clause clause, Frame frame) {
    int at = clause.verb() - 1;
    while (syntax.is(at, Kind.ADVERB)) {
      at--;
    }
    boolean lasts = syntax.word(at).startsWith("remain");
    boolean state =
        switch (syntax.word(at)) {
          case "is", "are", "am", "be", "'s", "'re", "'m", "was", "were" -> true;
          default -> lasts;
        };
    boolean decides =
        frame.certainty() == Certainty.PLANNED && frame.type() == EventType.MEASURE
            || frame.name().equals("agreeingTogether");
    return decides && state && clause.by().isEmpty() && !clause.hasDate(syntax);
  }

  /** "may consider it and send troops": the second of two that are only possible. */
  private static boolean isSupposed(Syntax syntax, Clause clause) {
    return clause.syntactic().through() >= 0
        && clause.certainty() == Certainty.HYPOTHETICAL
        && !clause.hasDate(syntax);
  }

  /** "had not met since 2016" tells of a gap. */
  private static boolean isSince(Syntax syntax, Clause clause) {
    for (int at = clause.verb(); at < clause.end(); at++) {
      if (syntax.is(at, Kind.DATE) && syntax.chunk(at).date().since()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a frame is evoked by common words, which tell of an event only among others. */
  private static boolean isLight(Frame frame) {
    return frame.type() == EventType.MEASURE && frame.prior() < 0.65;
  }

  /** "they had left the table", "has not bought peace": no day, and no single actor or no fact. */
  private static boolean isVague(Syntax syntax, Clause clause, List<Participant> participants) {
    boolean open =
        clause.certainty() == Certainty.NEGATED && clause.syntactic().through() < 0
            || clause.certainty() == Certainty.PLANNED && clause.syntactic().through() >= 0
            || syntax.is(clause.verb() + 1, Kind.ACTOR)
                && syntax.chunk(clause.verb() + 1).mention().is(Mention.Kind.PRONOUN);
    return !clause.hasDate(syntax) && (participants.size() > 1 || open);
  }

  private static boolean present(Trigger trigger, Clause clause) {
    return trigger.form() == Trigger.Form.THIRD
        || trigger.form() == Trigger.Form.BASE && clause.certainty() == Certainty.ASSERTED;
  }

  /** A present tense tells a habit or a view more often than an event. */
  private static boolean isHabit(Frame frame) {
    return frame.type() != EventType.MEETING
        && frame.type() != EventType.DISPUTE
        && (frame.certainty() == null || frame.certainty() == Certainty.HYPOTHETICAL);
  }
}
