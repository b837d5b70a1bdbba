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

  private static final Set<String> BY = Set.of("by");

  private static final Set<String> TO = Set.of("to", "for");

  private final Lexicon lexicon;

  private final Fillers fillers;

  private final Discourse discourse;

  private final Status status;

  private final NounReader nouns;

  private final StatementReader statements;
  private final Requirements requirements;

  VerbReader(
      Lexicon lexicon, Fillers fillers, Discourse discourse, Status status, NounReader nouns) {
    this.lexicon = lexicon;
    this.fillers = fillers;
    this.discourse = discourse;
    this.status = status;
    this.nouns = nouns;
    this.statements = new StatementReader(lexicon, fillers, discourse);
    this.requirements = new Requirements(lexicon, fillers, discourse);
  }

  /** What stands around a verb. */
  record Clause(
      int verb,
      int start,
      int end,
      boolean passive,
      Certainty certainty,
      List<Participant> subject,
      Syntax.Subject syntactic,
      List<Participant> object,
      Syntax.Group objectGroup,
      List<Participant> with,
      List<Participant> by) {}

  /** The drafts that a verb gives. */
  List<Draft> read(SentenceReader.Scene scene, int verb) {
    Syntax syntax = scene.syntax();
    List<Trigger> triggers = new ArrayList<>(syntax.chunk(verb).triggers());
    Clause clause = clause(scene, verb, triggers.isEmpty());
    if (triggers.isEmpty() || isAgreed(syntax, verb)) {
      return List.of();
    }
    triggers.sort(
        Comparator.comparing((Trigger t) -> !t.frame().needs(Requirement.COURTSUBJECT))
            .thenComparingDouble(t -> -t.frame().prior())
            .thenComparing(Trigger::entry)
            .thenComparing(t -> t.frame().name())
            .thenComparing(Trigger::form));
    List<Draft> carried = carriedSubject(scene, clause, triggers);
    if (carried.isEmpty()) {
      carried = carried(scene, clause, triggers);
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
    while (at >= 0 && !syntax.is(at, Kind.VERB)) {
      at--;
    }
    return at >= 0
        && syntax.chunk(at).triggers().stream()
            .anyMatch(t -> t.governs() && t.frame().certainty() == null);
  }

  private Clause clause(SentenceReader.Scene scene, int verb, boolean silent) {
    Syntax syntax = scene.syntax();
    boolean passive = syntax.isPassive(verb);
    int end = syntax.clauseEnd(verb);
    Syntax.Subject controlled = controlled(syntax, verb);
    Syntax.Subject subject = controlled == null ? syntax.subject(verb) : controlled;
    if (silent) {
      if (subject.group() != null && subject.through() < 0) {
        discourse.subject(actors(syntax, subject.group()));
      }
      return null;
    }
    List<Participant> actors =
        subject.group() == null
            ? subjectNoun(syntax, verb, subject)
            : actors(syntax, subject.group());
    boolean sent =
        syntax.chunk(verb).triggers().stream()
            .anyMatch(
                t -> t.frame().type() == EventType.VISIT || t.frame().type() == EventType.MEETING);
    if (actors.isEmpty() && subject.group() != null && (sent || isForce(syntax, verb))) {
      actors = whence(syntax, subject.group().last() - 1);
    }
    if (actors.isEmpty() && subject.group() != null) {
      actors = ofOwn(syntax, subject.group());
    }
    List<Participant> principals = ofWhose(syntax, subject);
    actors = principals.isEmpty() ? actors : principals;
    if (actors.isEmpty() && isItem(syntax, verb)) {
      actors = discourse.lastBody();
    }
    if (actors.isEmpty() && subject.group() != null) {
      actors = unknownBody(syntax, verb, subject.group());
    }
    if (actors.isEmpty() && opensSentence(syntax, verb)) {
      actors = discourse.ahead();
    }
    discourse.acts(actors);
    Syntax.Group objectGroup = passive ? null : fillers.object(syntax, verb, end);
    if (objectGroup == null && !passive && leads(syntax, verb)) {
      objectGroup = whereTo(syntax, verb, end);
    }
    List<Participant> with = new ArrayList<>();
    for (Syntax.Group group : fillers.governed(syntax, verb + 1, end, WITH)) {
      int noun = group.start() - 1;
      boolean ofNoun =
          noun > verb
              && syntax.is(noun, Kind.NOUN)
              && (lexicon.has(WordSet.RELATION, syntax.word(noun))
                  || lexicon.has(WordSet.REGION, syntax.word(noun)));
      Fillers.addAll(with, ofNoun ? List.of() : fillers.people(group));
    }
    Fillers.addAll(with, companions(syntax, verb));
    List<Participant> by = new ArrayList<>();
    for (Syntax.Group group : fillers.governed(syntax, verb + 1, end, BY)) {
      if (!isOfNoun(syntax, verb, group.start())) {
        List<Participant> agents = fillers.people(group);
        Fillers.addAll(by, agents.isEmpty() ? owners(syntax, verb, group) : agents);
      }
    }
    Certainty certainty = status.ofVerb(syntax, verb);
    int start = subject.through() >= 0 ? verb : Math.min(verb, subject.start());
    return new Clause(
        verb,
        start,
        end,
        passive,
        certainty,
        actors,
        subject,
        objectGroup == null ? List.of() : fillers.people(objectGroup),
        objectGroup,
        with,
        by);
  }

  /** "struck by a Peruvian drone": whose what acts is, acts. */
  private List<Participant> owners(Syntax syntax, int verb, Syntax.Group group) {
    boolean owned = syntax.is(group.last(), Kind.NOUN) && isForce(syntax, verb);
    return owned ? nouns.inside(syntax, group.first(), group.last()) : List.of();
  }

  /** "Peru will pay, its foreign minister said": an office without a name speaks for its state. */
  private List<Participant> ofOwn(Syntax syntax, Syntax.Group group) {
    Mention mention = group.members().get(0);
    String word = syntax.word(group.first());
    boolean own =
        group.members().size() == 1
            && mention.is(Mention.Kind.ROLE)
            && !mention.plural()
            && (mention.rank() == Rank.HEAD || mention.rank() == Rank.MINISTER)
            && word.equals("its");
    return own ? fillers.possessive(word, mention.first()) : List.of();
  }

  /** "Peru, whose parliament passed": a body acts for the state that it is of. */
  private List<Participant> ofWhose(Syntax syntax, Syntax.Subject subject) {
    int whose = subject.start() - 1;
    if (!syntax.word(whose).equals("whose")) {
      return List.of();
    }
    int owner = whose - 1;
    while (syntax.is(owner, Kind.COMMA)) {
      owner--;
    }
    Syntax.Group group = subject.group();
    boolean body =
        group == null
            ? subject.noun() >= 0 && lexicon.has(WordSet.STATE_BODY, syntax.word(subject.noun()))
            : group.members().size() == 1
                && (group.members().get(0).is(Mention.Kind.BODY)
                    || lexicon.has(WordSet.STATE_BODY, Words.lower(group.members().get(0).name())));
    return body ? fillers.people(syntax.groupAt(owner)) : List.of();
  }

  /** "The strike forced A to withdraw": who is made to act acts; null where nobody is. */
  private Syntax.Subject controlled(Syntax syntax, int verb) {
    int to = verb - 1;
    while (syntax.is(to, Kind.ADVERB)) {
      to--;
    }
    Syntax.Group group = syntax.is(to, Kind.TO) ? syntax.groupAt(to - 1) : null;
    int by = group == null ? -1 : group.first() - 1;
    while (syntax.is(by, Kind.DETERMINER)) {
      by--;
    }
    boolean made = syntax.is(by, Kind.VERB) && lexicon.has(WordSet.IMPLICATIVE, syntax.word(by));
    return made ? new Syntax.Subject(group, group.first(), -1, -1) : null;
  }

  /** "Gazprom cut supplies": a name that nobody knows acts as a body where only such can. */
  private static List<Participant> unknownBody(Syntax syntax, int verb, Syntax.Group group) {
    boolean acts =
        syntax.chunk(verb).triggers().stream()
            .anyMatch(
                t ->
                    t.frame().type() == EventType.MEASURE
                        && (t.form() == Trigger.Form.PAST || t.form() == Trigger.Form.THIRD));
    Mention mention = group.members().isEmpty() ? null : group.members().get(0);
    boolean single =
        group.members().size() == 1
            && mention.is(Mention.Kind.UNKNOWN)
            && group.last() == group.first() + 1
            && (syntax.is(verb - 1, Kind.ACTOR) || syntax.is(verb - 1, Kind.AUXILIARY));
    return acts && single
        ? List.of(
            new Participant(mention.name(), null, Participant.Kind.ORGANISATION, "participant"))
        : List.of();
  }

  /** "- Imposed sanctions on 21 persons": an item of a list, whose lead names who acts. */
  private static boolean isItem(Syntax syntax, int verb) {
    boolean first = verb == 0 || verb == 1 && syntax.is(0, Kind.HYPHEN);
    return first
        && syntax.chunk(verb).triggers().stream().anyMatch(t -> t.form() == Trigger.Form.PAST);
  }

  /** "After winning the vote, President A": who does what opens the sentence acts after it. */
  private static boolean opensSentence(Syntax syntax, int verb) {
    boolean first = verb == 0 || verb == 1 && !syntax.is(0, Kind.ACTOR);
    return first
        && syntax.chunk(verb).triggers().stream().allMatch(t -> t.form() == Trigger.Form.GERUND);
  }

  /** Whether a verb leads to a place: "travels on Monday to Lima". */
  private static boolean leads(Syntax syntax, int verb) {
    return syntax.chunk(verb).triggers().stream()
        .anyMatch(t -> t.frame().needs(Requirement.DESTINATION));
  }

  private Syntax.Group whereTo(Syntax syntax, int verb, int end) {
    for (Syntax.Group group : fillers.governed(syntax, verb + 1, end, TO)) {
      if (Requirements.destination(group) != null) {
        return group;
      }
    }
    return null;
  }

  /** "paid a visit, accompanied by Minister B": who goes with whom. */
  private List<Participant> companions(Syntax syntax, int verb) {
    List<Participant> out = new ArrayList<>();
    for (Syntax.Group group : fillers.governed(syntax, 0, verb, BY)) {
      int at = group.start() - 1;
      boolean inserted =
          lexicon.has(WordSet.COMPANION, syntax.word(at))
              && syntax.is(at - 1, Kind.COMMA)
              && syntax.groupAt(at - 2) != null
              && syntax.groupAt(at - 2) == syntax.subject(verb).group();
      Fillers.addAll(out, inserted ? fillers.people(group) : List.of());
    }
    for (Syntax.Group group : fillers.governed(syntax, verb + 1, syntax.size(), BY)) {
      int at = group.start() - 1;
      boolean beside = at > verb && lexicon.has(WordSet.COMPANION, syntax.word(at));
      for (int i = verb + 1; beside && i < at; i++) {
        beside = !syntax.is(i, Kind.SUBORDINATOR) && !syntax.is(i, Kind.BREAK);
      }
      if (beside) {
        Fillers.addAll(out, fillers.people(group));
      }
    }
    return out;
  }

  /**
   * "restored after mediation by Qatar", "died in a war declared by Peru": the phrase belongs to
   * the noun, or participle, between.
   */
  private static boolean isOfNoun(Syntax syntax, int verb, int at) {
    if (at - 1 > verb && syntax.is(at - 1, Kind.EVENT_NOUN)) {
      return true;
    }
    int between = at - 1;
    while (between > verb && !syntax.is(between, Kind.VERB)) {
      between--;
    }
    return between > verb && syntax.isPassive(between);
  }

  /**
   * "A Chinese ship collided": in an incident the state of what acts is who acts. "A Chinese envoy
   * was expelled": that of what an act of state is done to takes part in it.
   */
  private List<Participant> subjectNoun(Syntax syntax, int verb, Syntax.Subject subject) {
    boolean owned =
        syntax.chunk(verb).triggers().stream()
            .anyMatch(
                t ->
                    t.frame().type() == EventType.INCIDENT
                        || t.frame().type() == EventType.MEASURE && syntax.isPassive(verb));
    if (!owned || subject.noun() < 0 || syntax.is(subject.noun(), Kind.EVENT_NOUN)) {
      return List.of();
    }
    List<Participant> inside =
        nouns.inside(syntax, syntax.nounPhraseStart(subject.noun()), subject.noun());
    return inside.isEmpty() ? whence(syntax, subject.noun()) : inside;
  }

  private static boolean isForce(Syntax syntax, int verb) {
    return syntax.chunk(verb).triggers().stream()
        .anyMatch(t -> t.frame().type() == EventType.INCIDENT);
  }

  /** "militants of the Example Front", "soldiers from Peru": whom nameless people belong to. */
  private List<Participant> whence(Syntax syntax, int noun) {
    String preposition = syntax.word(noun + 1);
    boolean belongs = preposition.equals("from") || preposition.equals("of");
    int at = syntax.is(noun + 2, Kind.DETERMINER) ? noun + 3 : noun + 2;
    return belongs ? fillers.people(syntax.groupAt(at)) : List.of();
  }

  /** Who acts; of "the committee between A and B" it is A and B. */
  private List<Participant> actors(Syntax syntax, Syntax.Group group) {
    Syntax.Group parties =
        syntax.word(group.last()).equals("between") ? partiesAt(syntax, group.last() + 1) : null;
    return fillers.people(parties == null ? group : parties);
  }

  private static Syntax.Group partiesAt(Syntax syntax, int at) {
    Syntax.Group group = syntax.groupAt(syntax.is(at, Kind.DETERMINER) ? at + 1 : at);
    return group != null && group.members().size() > 1 ? group : null;
  }

  /** "The talks began", "the treaty entered into force": the subject tells, the verb carries. */
  private List<Draft> carriedSubject(
      SentenceReader.Scene scene, Clause clause, List<Trigger> triggers) {
    Syntax syntax = scene.syntax();
    int noun = parted(syntax, clause.syntactic().noun());
    int after = clause.verb() + 1;
    boolean isAim =
        syntax.is(clause.verb() - 1, Kind.TO)
            && noun == clause.verb() - 2
            && (syntax.is(after, Kind.NOUN)
                || syntax.is(after, Kind.DETERMINER)
                || syntax.is(after, Kind.EVENT_NOUN));
    boolean carries =
        !clause.passive()
            && !isAim
            && noun >= 0
            && noun < clause.verb()
            && syntax.is(noun, Kind.EVENT_NOUN)
            && !scene.taken()[noun]
            && triggers.stream()
                .anyMatch(t -> carriesAny(t.frame().carriesSubject(), syntax, noun));
    if (!carries) {
      return List.of();
    }
    List<Draft> read = nouns.read(scene, noun, clause.verb(), List.of());
    scene.taken()[noun] = !read.isEmpty();
    return read;
  }

  /** "a series of explosions": what it is a series of. */
  private int parted(Syntax syntax, int noun) {
    if (noun < 0 || !lexicon.has(WordSet.PART_OF, syntax.word(noun))) {
      return noun;
    }
    int of = noun + 2;
    while (syntax.is(of, Kind.NOUN) || syntax.is(of, Kind.DETERMINER)) {
      of++;
    }
    return syntax.word(noun + 1).equals("of") && syntax.is(of, Kind.EVENT_NOUN) ? of : noun;
  }

  /**
   * "hold talks", "attend the summit", "sanctions were imposed": the noun tells, the verb carries.
   */
  private List<Draft> carried(SentenceReader.Scene scene, Clause clause, List<Trigger> triggers) {
    Syntax syntax = scene.syntax();
    List<Draft> out = new ArrayList<>();
    List<Participant> actors = new ArrayList<>(clause.passive() ? clause.by() : clause.subject());
    int means = means(syntax, clause);
    if (means >= 0 && !scene.taken()[means]) {
      Fillers.addAll(actors, clause.passive() ? clause.subject() : clause.object());
      out.addAll(nouns.read(scene, means, clause.verb(), actors));
      scene.taken()[means] = !out.isEmpty();
      return out;
    }
    int shared = shared(syntax, clause);
    if (shared >= 0 && !scene.taken()[shared] && fits(triggers, syntax, shared)) {
      Fillers.addAll(actors, clause.object());
      out.addAll(nouns.read(scene, shared, clause.verb(), actors));
      scene.taken()[shared] = !out.isEmpty();
      return out;
    }
    if (clause.passive()) {
      int noun =
          syntax.is(clause.verb() - 1, Kind.EVENT_NOUN)
              ? clause.verb() - 1
              : clause.syntactic().noun();
      if (noun >= 0
          && syntax.is(noun, Kind.EVENT_NOUN)
          && !scene.taken()[noun]
          && (fits(triggers, syntax, noun)
              || isCancelled(syntax, clause.verb(), noun)
              || triggers.stream()
                  .anyMatch(t -> carriesAny(t.frame().carriesSubject(), syntax, noun)))) {
        List<Draft> read = nouns.read(scene, noun, clause.verb(), actors);
        boolean agreed = syntax.chunk(noun).triggers().get(0).frame().type() == EventType.AGREEMENT;
        if (agreed && read.stream().allMatch(draft -> draft.participants().isEmpty())) {
          read = nouns.read(scene, noun, clause.verb(), discourse.sides(2));
        }
        out.addAll(read);
        scene.taken()[noun] = true;
      }
      return out;
    }
    Fillers.addAll(actors, clause.with());
    int antecedent = antecedent(syntax, clause);
    if (antecedent >= 0 && !scene.taken()[antecedent] && fits(triggers, syntax, antecedent)) {
      out.addAll(nouns.read(scene, antecedent, clause.verb(), actors));
      scene.taken()[antecedent] = !out.isEmpty();
      return out;
    }
    boolean seen = false;
    for (int at = clause.verb() + 1; at < clause.end(); at++) {
      if (syntax.is(at, Kind.VERB)
          || syntax.is(at, Kind.SUBORDINATOR)
          || syntax.is(at, Kind.PREPOSITION)
              && !seen
              && !syntax.is(at + 1, Kind.DATE)
              && !isAmount(syntax, clause.verb(), at)
              && !nouns.isPart(syntax, at - 1)) {
        break;
      }
      if (syntax.is(at, Kind.PREPOSITION) && seen && !syntax.word(at).equals("of")) {
        break;
      }
      if (syntax.is(at, Kind.EVENT_NOUN)
          && !syntax.is(at + 1, Kind.EVENT_NOUN)
          && !nouns.isPart(syntax, at)
          && (fits(triggers, syntax, at) || isCancelled(syntax, clause.verb(), at))) {
        List<Draft> read = nouns.read(scene, at, clause.verb(), actors);
        scene.taken()[at] = !read.isEmpty();
        double doubt =
            isAsked(syntax, clause)
                ? 0.2
                : isPurpose(syntax, clause) || isMereAim(syntax, clause, read) ? 0.3 : 0;
        read.forEach(draft -> out.add(draft.withScore(draft.score() - doubt)));
        seen = true;
      }
    }
    return out;
  }

  /** "provided $40 million in aid": a sum of what follows. */
  private static boolean isAmount(Syntax syntax, int verb, int preposition) {
    Token last = syntax.tokens().get(syntax.chunk(preposition).first() - 1);
    boolean sum = last.isNumber() || last.lower().endsWith("illion");
    String word = syntax.word(preposition);
    return sum && preposition > verb + 1 && (word.equals("in") || word.equals("of"));
  }

  private boolean isMereAim(Syntax syntax, Clause clause, List<Draft> read) {
    return !read.isEmpty() && isMereAim(syntax, clause, read.get(0).type());
  }

  /** What is but wished or possible, on no day: an act of force or of state that is not told. */
  private boolean isMereAim(Syntax syntax, Clause clause, EventType type) {
    boolean able = status.isAbility(syntax, clause.verb());
    return !hasDate(syntax, clause)
        && switch (type) {
          case INCIDENT, MEASURE, DIALOGUE -> able || status.isAim(syntax, clause.verb());
          case AGREEMENT -> able;
          default -> false;
        };
  }

  /**
   * "hit with sanctions", "retaliated with tariffs": the act of state by which it is done; or -1.
   */
  private static int means(Syntax syntax, Clause clause) {
    boolean acts =
        syntax.chunk(clause.verb()).triggers().stream()
            .anyMatch(
                t ->
                    t.frame().type() == EventType.INCIDENT
                        || t.frame().type() == EventType.MEASURE);
    int with = clause.objectGroup() == null ? clause.verb() + 1 : clause.objectGroup().last();
    if (!acts || !syntax.word(with).equals("with")) {
      return -1;
    }
    int noun = with + 1;
    while (syntax.is(noun, Kind.DETERMINER)
        || syntax.is(noun, Kind.NOUN)
        || syntax.is(noun, Kind.ACTOR)) {
      noun++;
    }
    boolean measure =
        syntax.is(noun, Kind.EVENT_NOUN)
            && syntax.chunk(noun).triggers().get(0).frame().name().equals("measureNoun");
    return measure ? noun : -1;
  }

  /** "joined A in talks", "joined A in Example Edge, an exercise": what they do together; or -1. */
  private static int shared(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.objectGroup();
    if (clause.passive() || group == null || !syntax.word(group.last()).equals("in")) {
      return -1;
    }
    int at = group.last() + 1;
    while (at < syntax.size() && !syntax.is(at, Kind.EVENT_NOUN)) {
      boolean inside =
          syntax.is(at, Kind.DETERMINER)
              || syntax.is(at, Kind.NOUN)
              || syntax.is(at, Kind.ACTOR)
              || syntax.word(at).equals("in")
              || syntax.is(at, Kind.COMMA) && syntax.is(at + 1, Kind.DETERMINER);
      if (!inside) {
        return -1;
      }
      at++;
    }
    return at < syntax.size() ? at : -1;
  }

  /** "the elections that the regime intends to hold": the noun whose verb stands without object. */
  private static int antecedent(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    int after = clause.verb() + 1;
    boolean open =
        after >= syntax.size()
            || syntax.is(after, Kind.OTHER)
            || syntax.is(after, Kind.COMMA)
            || syntax.is(after, Kind.PREPOSITION)
            || syntax.is(after, Kind.DATE);
    if (group == null || !open || group.first() > clause.verb()) {
      return -1;
    }
    int at = group.first() - 1;
    while (syntax.is(at, Kind.DETERMINER) || syntax.is(at, Kind.NOUN)) {
      at--;
    }
    boolean relative = syntax.word(at).equals("that") || syntax.word(at).equals("which");
    int noun = syntax.is(at - 1, Kind.COMMA) ? at - 2 : at - 1;
    return relative && syntax.is(noun, Kind.EVENT_NOUN) ? noun : -1;
  }

  /** "postponed the summit": the occasion is what the sentence is about. */
  private boolean isCancelled(Syntax syntax, int verb, int noun) {
    return lexicon.has(WordSet.CANCELLING, syntax.words(verb))
        && status.canBeCancelled(syntax, noun);
  }

  /** Whether a verb can carry a noun: one attends meetings, and signs agreements. */
  private static boolean fits(List<Trigger> verbs, Syntax syntax, int noun) {
    return verbs.stream()
        .anyMatch(verb -> verb.supports() && carriesAny(verb.frame().carries(), syntax, noun));
  }

  private static boolean carriesAny(Set<String> frames, Syntax syntax, int noun) {
    return syntax.chunk(noun).triggers().stream().anyMatch(t -> frames.contains(t.frame().name()));
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
    discourse.subject(clause.subject());
    if (clause.passive() && taken >= 0 && scene.syntax().is(taken, Kind.EVENT_NOUN)) {
      Trigger told = scene.syntax().chunk(taken).triggers().get(0);
      scene.taken()[taken] |= told.frame().type() == frame.type();
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

  /** "gave no details", "recalled nobody". */
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
    score -= present && isHabit(frame) && !hasDate(syntax, clause) ? 0.3 : 0;
    score -= isDisposition(syntax, clause, frame) ? 0.3 : 0;
    score -= isAsked(syntax, clause) ? 0.2 : 0;
    score -= isPurpose(syntax, clause) || isMereAim(syntax, clause, frame.type()) ? 0.3 : 0;
    score -= isLight(frame) && isVague(syntax, clause, participants) ? 0.1 : 0;
    score -= isOfPronoun(syntax, clause, frame) && !hasDate(syntax, clause) ? 0.2 : 0;
    score -= isSupposed(syntax, clause) ? 0.15 : 0;
    boolean means = syntax.is(clause.verb() - 1, Kind.PREPOSITION);
    boolean gerund = trigger.form() == Trigger.Form.GERUND;
    score -= gerund && frame.prior() < 0.65 && !means ? 0.2 : 0;
    score -=
        gerund && means && isBlame(syntax.word(clause.verb() - 1))
            ? hasDate(syntax, clause) ? 0.2 : 0.3
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
    score -= purpose && certainty == Certainty.PLANNED && !hasDate(syntax, clause) ? 0.1 : 0;
    score -= certainty == Certainty.NEGATED && isSince(syntax, clause) ? 0.3 : 0;
    Draft.Place where =
        place != null ? place : fillers.place(syntax, clause.verb() + 1, clause.end());
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
      case "for", "of", "without", "against", "than", "about" -> true;
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

  /** "in order to reach a deal": what something is done for need not come about. */
  private static boolean isPurpose(Syntax syntax, Clause clause) {
    String before = syntax.word(clause.verb() - 2);
    return syntax.is(clause.verb() - 1, Kind.TO) && (before.equals("order") || before.equals("as"));
  }

  /** "urged them to hold talks": what somebody is asked to do is hardly an event. */
  private static boolean isAsked(Syntax syntax, Clause clause) {
    int through = clause.syntactic().through();
    return through >= 0 && clause.verb() > through && syntax.isAsking(through);
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
    return decides && state && clause.by().isEmpty() && !hasDate(syntax, clause);
  }

  /** "may consider it and send troops": the second of two that are only possible. */
  private static boolean isSupposed(Syntax syntax, Clause clause) {
    return clause.syntactic().through() >= 0
        && clause.certainty() == Certainty.HYPOTHETICAL
        && !hasDate(syntax, clause);
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
    return !hasDate(syntax, clause) && (participants.size() > 1 || open);
  }

  private static boolean hasDate(Syntax syntax, Clause clause) {
    for (int at = clause.start(); at < clause.end(); at++) {
      if (syntax.is(at, Kind.DATE)
          && !syntax.chunk(at).date().since()
          && syntax.chunk(at).date().form() != DateExpression.Form.VAGUE) {
        return true;
      }
    }
    return false;
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
