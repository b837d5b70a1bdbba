package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.extract.Chunk.Kind;
import org.entente.extract.Frame.Requirement;

/** Finds who acts in the clause of a verb, on whom, with whom and by whom. */
final class ClauseReader {
  private static final Set<String> WITH = Set.of("with", "alongside");

  private static final Set<String> BY = Set.of("by");

  private static final Set<String> TO = Set.of("to", "for");

  private final Lexicon lexicon;
  private final Fillers fillers;
  private final Discourse discourse;
  private final Status status;
  private final NounReader nouns;

  ClauseReader(
      Lexicon lexicon, Fillers fillers, Discourse discourse, Status status, NounReader nouns) {
    this.lexicon = lexicon;
    this.fillers = fillers;
    this.discourse = discourse;
    this.status = status;
    this.nouns = nouns;
  }

  /**
   * The clause of a verb.
   *
   * @param silent whether the verb tells of nothing: then only who acts in it is remembered
   * @return the clause; null for a verb that tells of nothing
   */
  Clause read(SentenceReader.Scene scene, int verb, boolean silent) {
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
    boolean sent = syntax.chunk(verb).tells(EventType.VISIT, EventType.MEETING);
    if (actors.isEmpty() && subject.group() != null && (sent || isForce(syntax, verb))) {
      actors = whence(syntax, subject.group().last() - 1);
    }
    if (actors.isEmpty() && subject.group() != null) {
      actors = ofOwn(syntax, subject.group());
    }
    if (actors.isEmpty() && subject.group() != null && subject.group().members().size() == 1) {
      actors = ofBody(syntax, subject.group());
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

  /**
   * "the United Nations' top court", "a spokesman for the Peruvian government": an office or body
   * without a name acts for the one that it is of.
   */
  private List<Participant> ofBody(Syntax syntax, Syntax.Group group) {
    Mention mention = group.members().get(0);
    int before = group.first() - 1;
    while (syntax.is(before, Kind.NOUN) || syntax.is(before, Kind.HYPHEN)) {
      before--;
    }
    boolean owned = syntax.is(before, Kind.POSSESSIVE) && syntax.is(before - 1, Kind.ACTOR);
    int after = syntax.is(group.last() + 1, Kind.DETERMINER) ? group.last() + 2 : group.last() + 1;
    boolean speaks =
        mention.is(Mention.Kind.ROLE)
            && lexicon.has(WordSet.SPOKESMAN, mention.title())
            && switch (syntax.word(group.last())) {
              case "at", "for", "from", "of" -> true;
              default -> false;
            };
    boolean acts =
        mention.is(Mention.Kind.ROLE)
            || mention.is(Mention.Kind.BODY) && lexicon.has(WordSet.STATE_BODY, lastWord(mention));
    int of = owned && acts ? before - 1 : speaks ? after : -1;
    List<Participant> out = new ArrayList<>(fillers.people(syntax.groupAt(of)));
    out.removeIf(Participant::isPerson);
    return out;
  }

  private static String lastWord(Mention body) {
    return body.title().substring(body.title().lastIndexOf(' ') + 1);
  }

  /** "Peru, whose parliament passed": a body acts for the state that it is of. */
  private List<Participant> ofWhose(Syntax syntax, Syntax.Subject subject) {
    int whose =
        syntax.word(subject.start() - 1).equals("own") ? subject.start() - 2 : subject.start() - 1;
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
    int by = group == null ? -1 : syntax.beforeDeterminers(group.first());
    boolean made = syntax.is(by, Kind.VERB) && lexicon.has(WordSet.IMPLICATIVE, syntax.word(by));
    return made ? new Syntax.Subject(group, group.first(), -1, -1) : null;
  }

  /** "Gazprom cut supplies": a name that nobody knows acts as a body where only such can. */
  private static List<Participant> unknownBody(Syntax syntax, int verb, Syntax.Group group) {
    boolean acts =
        syntax
            .chunk(verb)
            .has(
                t ->
                    t.frame().type() == EventType.MEASURE
                        && (t.form() == Trigger.Form.PAST || t.form() == Trigger.Form.THIRD));
    Mention mention = group.members().isEmpty() ? null : group.members().get(0);
    boolean single =
        group.members().size() == 1
            && mention.is(Mention.Kind.UNKNOWN)
            && group.last() == group.first() + 1
            && (syntax.is(verb - 1, Kind.ACTOR) || syntax.is(verb - 1, Kind.AUXILIARY));
    return acts && single ? List.of(Participant.organisation(mention.name(), null)) : List.of();
  }

  /** "- Imposed sanctions on 21 persons": an item of a list, whose lead names who acts. */
  private static boolean isItem(Syntax syntax, int verb) {
    boolean first = verb == 0 || verb == 1 && syntax.is(0, Kind.HYPHEN);
    return first && syntax.chunk(verb).has(Trigger.Form.PAST);
  }

  /** "After winning the vote, President A": who does what opens the sentence acts after it. */
  private static boolean opensSentence(Syntax syntax, int verb) {
    boolean first = verb == 0 || verb == 1 && !syntax.is(0, Kind.ACTOR);
    return first && !syntax.chunk(verb).has(t -> t.form() != Trigger.Form.GERUND);
  }

  /** Whether a verb leads to a place: "travels on Monday to Lima". */
  private static boolean leads(Syntax syntax, int verb) {
    return syntax.chunk(verb).has(t -> t.frame().needs(Requirement.DESTINATION));
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
        syntax
            .chunk(verb)
            .has(
                t ->
                    t.frame().type() == EventType.INCIDENT
                        || t.frame().type() == EventType.MEASURE && syntax.isPassive(verb));
    if (isVoice(syntax, verb, subject.noun())) {
      return voiced(syntax, subject.noun());
    }
    if (owned && subject.noun() < 0) {
      return counted(syntax, verb);
    }
    if (!owned || syntax.is(subject.noun(), Kind.EVENT_NOUN)) {
      return List.of();
    }
    List<Participant> inside =
        nouns.inside(syntax, syntax.nounPhraseStart(subject.noun()), subject.noun());
    return inside.isEmpty() ? whence(syntax, subject.noun()) : inside;
  }

  /** "the president's office said": what says or decides something for whose it is. */
  private boolean isVoice(Syntax syntax, int verb, int noun) {
    boolean acts =
        syntax
            .chunk(verb)
            .has(t -> t.frame().type().isSpeech() || t.frame().type() == EventType.MEASURE);
    return noun >= 0 && acts && lexicon.has(WordSet.VOICE, syntax.word(noun));
  }

  /** "the president's office", "a Peruvian government statement": whose voice it is. */
  private List<Participant> voiced(Syntax syntax, int noun) {
    int start = syntax.nounPhraseStart(noun);
    List<Participant> out = new ArrayList<>(nouns.inside(syntax, start, noun));
    if (out.isEmpty() && start == noun - 1) {
      out.addAll(fillers.possessive(syntax.word(start), syntax.chunk(start).first()));
    }
    if (out.isEmpty()) {
      out.addAll(whence(syntax, noun));
    }
    out.replaceAll(fillers::onBehalf);
    return List.copyOf(out);
  }

  private static boolean isForce(Syntax syntax, int verb) {
    return syntax.chunk(verb).tells(EventType.INCIDENT);
  }

  /** "militants of the Example Front", "soldiers from Peru": whose nameless people or words are. */
  private List<Participant> whence(Syntax syntax, int noun) {
    String preposition = syntax.word(noun + 1);
    boolean belongs =
        preposition.equals("from") || preposition.equals("of") || preposition.equals("by");
    int at = syntax.is(noun + 2, Kind.DETERMINER) ? noun + 3 : noun + 2;
    return belongs ? fillers.people(syntax.groupAt(at)) : List.of();
  }

  /** "Dozens of Peruvians were kidnapped": whose people they are. */
  private List<Participant> counted(Syntax syntax, int verb) {
    int at = verb - 1;
    while (syntax.is(at, Kind.AUXILIARY) || syntax.is(at, Kind.ADVERB)) {
      at--;
    }
    Syntax.Group group = syntax.groupAt(at);
    boolean some =
        group != null
            && group.preposition().equals("of")
            && syntax.is(group.start() - 1, Kind.DETERMINER);
    return some ? discourse.states(group) : List.of();
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
}
