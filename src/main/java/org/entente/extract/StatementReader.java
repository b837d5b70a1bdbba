package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.extract.Chunk.Kind;

/** Reads who said what: statements of persons, declarations of bodies and of several together. */
final class StatementReader {
  /** Rule of a clause that takes its subject from the one before it. */
  static final String SHARED_SUBJECT = "subject:shared";

  private static final Set<String> IN = Set.of("in", "at");

  private static final int SHORTEST_CONTENT = 4;

  private final Lexicon lexicon;
  private final Fillers fillers;
  private final Discourse discourse;

  StatementReader(Lexicon lexicon, Fillers fillers, Discourse discourse) {
    this.lexicon = lexicon;
    this.fillers = fillers;
    this.discourse = discourse;
  }

  List<Draft> read(SentenceReader.Scene scene, Clause clause, Trigger trigger) {
    Syntax syntax = scene.syntax();
    boolean doubtful =
        clause.certainty() == Certainty.NEGATED || clause.certainty() == Certainty.HYPOTHETICAL;
    boolean inverted = isInverted(scene, clause);
    if (clause.passive() && clause.by().isEmpty() || doubtful && !inverted) {
      return List.of();
    }
    boolean silent = syntax.word(clause.verb() + 1).equals("nothing");
    boolean beside = inverted || hasQuoteBeside(scene, clause);
    if (silent || trigger.frame().needs(Frame.Requirement.QUOTE) && !beside) {
      return List.of();
    }
    if (trigger.frame().needs(Frame.Requirement.COMPLEMENT) && !hasComplement(syntax, clause)) {
      return List.of();
    }
    boolean acts =
        syntax.word(clause.verb() + 1).equals("by") && syntax.is(clause.verb() + 2, Kind.VERB);
    if (syntax.is(clause.verb() - 1, Kind.TO) || acts) {
      return List.of();
    }
    List<Participant> speakers = clause.subject();
    Syntax.Group group = clause.syntactic().group();
    if (inverted) {
      speakers = clause.object();
      group = clause.objectGroup();
    }
    if (clause.passive()) {
      speakers = clause.by();
    }
    if (!speakers.isEmpty() && speakers.stream().allMatch(this::isNewsOutlet)) {
      return List.of();
    }
    boolean anonymous = !clause.passive() && group != null && isAnonymous(group);
    List<Participant> states = anonymous ? discourse.states(group) : List.of();
    boolean ofBody = !inverted && !Participant.anyPerson(speakers);
    if (anonymous && !(states.isEmpty() && ofBody)) {
      speakers = states;
    }
    boolean nobody = group == null && clause.syntactic().noun() < 0;
    if (speakers.isEmpty() || !clause.passive() && nobody) {
      return List.of();
    }
    if (!inverted && group != null && isSaidByAnother(syntax, clause, group)) {
      return List.of();
    }
    if (group != null && (isOwnVoice(group) || isWithin(syntax, clause, group, trigger))) {
      return List.of();
    }
    Chunk verb = syntax.chunk(clause.verb());
    boolean told = verb.last() - verb.first() > 1;
    int least =
        told
            ? 1
            : trigger.frame().needs(Frame.Requirement.CLAUSE)
                ? SHORTEST_CONTENT - 1
                : trigger.form() == Trigger.Form.PAST ? 0 : 1;
    if (!hasContent(scene, clause, inverted, least)) {
      return List.of();
    }
    discourse.subject(speakers);
    boolean person = speakers.size() == 1 && speakers.get(0).isPerson();
    boolean persons = speakers.size() == 2 && speakers.stream().allMatch(Participant::isPerson);
    EventType type =
        person
                || persons
                    && (clause.passive()
                        || group.members().size() > 1
                        || group.members().get(0).plural())
            ? EventType.STATEMENT
            : EventType.DECLARATION;
    double score = trigger.frame().prior();
    boolean quote = hasQuote(scene);
    score += quote ? 0.1 : 0;
    score -= !person && group != null && group.members().get(0).is(Mention.Kind.PRONOUN) ? 0.15 : 0;
    score -= person ? 0 : 0.12;
    boolean present = trigger.form() == Trigger.Form.THIRD || trigger.form() == Trigger.Form.BASE;
    boolean performs = !person && !trigger.frame().needs(Frame.Requirement.CLAUSE);
    score -= present && !performs && !scene.present() ? 0.15 : 0;
    boolean goesOn = syntax.is(clause.verb() - 1, Kind.AUXILIARY);
    score -= trigger.form() == Trigger.Form.GERUND && !goesOn ? 0.2 : 0;
    int from = inverted ? 0 : clause.start();
    int to = quote ? syntax.size() : contentEnd(syntax, clause.verb());
    if (!inverted && startsWithQuote(scene, clause)) {
      from = 0;
    }
    Participant addressee = addressee(scene, clause, speakers, inverted);
    String quoted = Content.quoted(scene);
    String content =
        quoted.isEmpty() ? Content.reported(scene, clause, inverted, addressee != null) : quoted;
    Draft draft =
        new Draft(
            type,
            type == EventType.STATEMENT ? "Speech" : "Announcement",
            List.copyOf(speakers),
            inverted || clause.passive() ? null : where(syntax, clause),
            null,
            trigger.frame().certainty() != null
                ? trigger.frame().certainty()
                : inverted ? Certainty.ASSERTED : clause.certainty(),
            scene.span(from, to, clause.verb(), clause.verb()),
            content,
            !quoted.isEmpty(),
            new Draft.Traits(false, false, false, false, false),
            score,
            rules(scene, clause, trigger));
    return List.of(draft.withAddressee(addressee));
  }

  /** "called the minister a liar"; "called the minister on Monday" calls him nothing. */
  private static boolean hasComplement(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.objectGroup();
    boolean somebody =
        group != null
            && group.members().stream()
                .allMatch(m -> m.is(Mention.Kind.PERSON) || m.is(Mention.Kind.ROLE));
    if (!somebody || clause.passive()) {
      return true;
    }
    int next = group.last();
    return syntax.is(next, Kind.DETERMINER)
        || syntax.is(next, Kind.NOUN)
        || syntax.is(next, Kind.EVENT_NOUN)
        || syntax.is(next, Kind.ACTOR)
        || syntax.is(next, Kind.QUOTE);
  }

  /** Who merely passes the news on states nothing: "the Example Times reported". */
  private boolean isNewsOutlet(Participant speaker) {
    String name = Words.lower(speaker.name());
    return speaker.kind() == Participant.Kind.ORGANISATION
        && (lexicon.has(WordSet.NEWS_OUTLET, name)
            || lexicon.has(WordSet.NEWS_OUTLET, name.substring(name.lastIndexOf(' ') + 1)));
  }

  private List<String> rules(SentenceReader.Scene scene, Clause clause, Trigger trigger) {
    List<String> rules = new ArrayList<>();
    rules.add("verb:" + trigger.entry() + "/" + trigger.frame().name());
    if (clause.syntactic().through() >= 0) {
      rules.add(SHARED_SUBJECT);
    }
    if (isPerfect(scene.syntax(), clause.verb())) {
      rules.add(SpokenDates.PERFECT);
    }
    if (trigger.form() == Trigger.Form.THIRD && !scene.present()) {
      rules.add(SpokenDates.SAYS);
    }
    if (isThen(scene)) {
      rules.add(SpokenDates.THEN);
    }
    return List.copyOf(rules);
  }

  /** "has said", "have long argued". */
  private boolean isPerfect(Syntax syntax, int verb) {
    int at = verb - 1;
    while (syntax.is(at, Kind.ADVERB) || syntax.is(at, Kind.NEGATION)) {
      at--;
    }
    return lexicon.has(WordSet.PERFECT, syntax.word(at));
  }

  /** "hailed it at the time": when the sentence before it tells. */
  private boolean isThen(SentenceReader.Scene scene) {
    List<Token> tokens = scene.sentence().tokens();
    for (int at = 0; at < tokens.size(); at++) {
      if (lexicon.phrases(WordSet.AT_THE_TIME).longest(tokens, at) != null) {
        return true;
      }
    }
    return false;
  }

  /** "told X that", "said to X that": to whom; null when it is nobody, or several. */
  private Participant addressee(
      SentenceReader.Scene scene, Clause clause, List<Participant> speakers, boolean inverted) {
    Syntax syntax = scene.syntax();
    Syntax.Group group = inverted || clause.passive() ? null : clause.objectGroup();
    boolean to = syntax.word(clause.verb() + 1).equals("to");
    if (to) {
      group = syntax.groupAt(clause.verb() + 2);
    }
    boolean clauseFollows =
        group != null
            && (to
                || syntax.is(group.last(), Kind.SUBORDINATOR)
                || syntax.is(group.last(), Kind.TO)
                || syntax.is(group.last(), Kind.DATE)
                || syntax.is(group.last(), Kind.PREPOSITION)
                    && syntax.is(group.last() + 1, Kind.DATE));
    List<Participant> whom =
        clauseFollows && addresses(syntax, clause) ? fillers.people(group) : List.of();
    return whom.size() == 1 && !speakers.contains(whom.get(0)) ? whom.get(0) : null;
  }

  /**
   * "told reporters in Lima that", "speaking in Lima, she said": where something was said; null
   * where only what was said may name a place.
   */
  private Draft.Place where(Syntax syntax, Clause clause) {
    int after = clause.verb() + 1;
    int until = toldUntil(syntax, clause, after);
    boolean told = !syntax.is(until, Kind.AUXILIARY) && !syntax.is(until, Kind.MODAL);
    Draft.Place place = told && !syntax.is(until, Kind.VERB) ? place(syntax, after, until) : null;
    return place == null && isSpeaking(syntax, 0, clause.start())
        ? place(syntax, 0, clause.start())
        : place;
  }

  /**
   * The place that a phrase of place between two chunks names; of "in Peru's view" there is none.
   */
  private Draft.Place place(Syntax syntax, int from, int to) {
    return fillers.governed(syntax, from, to, IN).stream()
        .filter(group -> group.members().size() == 1)
        .filter(group -> !syntax.is(group.last(), Kind.POSSESSIVE))
        .filter(group -> !syntax.is(group.last(), Kind.NOUN))
        .map(group -> Fillers.asPlace(group.members().get(0)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Index after the phrases behind a verb that tell to whom, when and at what occasion. */
  private int toldUntil(Syntax syntax, Clause clause, int from) {
    Syntax.Group whom = addresses(syntax, clause) ? clause.objectGroup() : null;
    int at = whom == null ? from : whom.last();
    while (at < syntax.size()) {
      int next = at;
      while (syntax.is(next, Kind.DETERMINER) || syntax.is(next, Kind.NOUN)) {
        next++;
      }
      boolean audience =
          next > at
              && syntax.is(next - 1, Kind.NOUN)
              && lexicon.has(WordSet.AUDIENCE, syntax.word(next - 1));
      if (audience || syntax.is(at, Kind.DATE) || syntax.is(at, Kind.ADVERB)) {
        at = audience ? next : at + 1;
      } else if (syntax.is(at, Kind.PREPOSITION)
          && (syntax.is(at + 1, Kind.DATE) || lexicon.has(WordSet.AT_OCCASION, syntax.word(at)))) {
        at = phraseEnd(syntax, at + 1);
      } else {
        return at;
      }
    }
    return at;
  }

  private static int phraseEnd(Syntax syntax, int from) {
    int at = from;
    while (syntax.is(at, Kind.DETERMINER)
        || syntax.is(at, Kind.NOUN)
        || syntax.is(at, Kind.EVENT_NOUN)
        || syntax.is(at, Kind.HYPHEN)
        || syntax.is(at, Kind.ACTOR)
        || syntax.is(at, Kind.DATE)) {
      at++;
    }
    return at;
  }

  /** "Speaking at the port of", "In a speech in": what opens a sentence tells of the saying. */
  private boolean isSpeaking(Syntax syntax, int from, int to) {
    for (int at = from; at < to; at++) {
      if (lexicon.has(WordSet.SPEAKING, syntax.word(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the object of a verb is who is spoken to: one tells somebody, and accuses somebody. */
  private boolean addresses(Syntax syntax, Clause clause) {
    return lexicon.has(WordSet.TELLING, syntax.word(clause.verb()));
  }

  /**
   * Before ", but somebody else …" and ", and he accused …": that is another's, another matter, or
   * said once more.
   */
  private static int contentEnd(Syntax syntax, int verb) {
    for (int at = verb + 1; at < syntax.size(); at++) {
      if (syntax.is(at, Kind.COMMA)
          && (syntax.word(at + 1).equals("but") || speaksOn(syntax, at + 1))) {
        return at;
      }
    }
    return syntax.size();
  }

  private static boolean speaksOn(Syntax syntax, int conjunction) {
    int at = conjunction + 1;
    while (syntax.is(at, Kind.DATE)
        || syntax.is(at, Kind.DETERMINER)
        || syntax.is(at, Kind.ADVERB)
        || syntax.is(at, Kind.PREPOSITION)) {
      at++;
    }
    if (!syntax.is(conjunction, Kind.CONJUNCTION) || !syntax.is(at, Kind.ACTOR)) {
      return false;
    }
    int verb = at + 1;
    while (syntax.is(verb, Kind.ADVERB) || syntax.is(verb, Kind.AUXILIARY)) {
      verb++;
    }
    return syntax.is(verb, Kind.VERB) && syntax.isSpeech(verb);
  }

  /** "…," said Brown. */
  private static boolean isInverted(SentenceReader.Scene scene, Clause clause) {
    Syntax syntax = scene.syntax();
    int before = clause.verb() - 1;
    boolean afterQuote =
        syntax.is(before, Kind.QUOTE)
            || syntax.is(before, Kind.COMMA) && quotedBefore(scene, before);
    int next = clause.verb() + 1;
    while (syntax.is(next, Kind.DETERMINER)
        || syntax.is(next, Kind.NOUN) && next < clause.verb() + 4) {
      next++;
    }
    boolean afterClause =
        syntax.is(before, Kind.COMMA)
            && syntax.is(next, Kind.ACTOR)
            && syntax.chunk(next).mention().is(Mention.Kind.PERSON)
            && syntax
                .chunk(clause.verb())
                .has(
                    t ->
                        t.frame().needs(Frame.Requirement.CLAUSE)
                            && (t.form() == Trigger.Form.PAST || t.form() == Trigger.Form.THIRD))
            && !syntax.verbFollows(next);
    return (afterQuote || afterClause) && syntax.is(next, Kind.ACTOR) && !clause.object().isEmpty();
  }

  /**
   * "It was the fault of Peru, said court papers": what stands before the comma is what was said.
   */
  private static boolean isSaidByAnother(Syntax syntax, Clause clause, Syntax.Group group) {
    int comma = clause.verb() - 1;
    int next = clause.verb() + 1;
    return syntax.is(comma, Kind.COMMA)
        && group.last() == comma
        && group.first() > 1
        && !syntax.is(group.first() - 1, Kind.COMMA)
        && (syntax.is(next, Kind.NOUN) || syntax.is(next, Kind.DETERMINER));
  }

  private static boolean quotedBefore(SentenceReader.Scene scene, int at) {
    return at > 0 && (scene.quoted()[at - 1] || scene.syntax().is(at - 1, Kind.QUOTE));
  }

  private static boolean startsWithQuote(SentenceReader.Scene scene, Clause clause) {
    int at = clause.start() - 1;
    while (at >= 0
        && (scene.syntax().is(at, Kind.COMMA)
            || scene.syntax().is(at, Kind.QUOTE)
            || scene.syntax().is(at, Kind.DETERMINER))) {
      at--;
    }
    return at >= 0 && at + 1 < clause.start() && scene.syntax().is(clause.start() - 1, Kind.QUOTE)
        || at >= 0 && scene.quoted()[at];
  }

  /** "repeated that China supports it", "as it has threatened": no statement of its own. */
  private static boolean isWithin(
      Syntax syntax, Clause clause, Syntax.Group group, Trigger trigger) {
    int before = syntax.beforeDeterminers(group.first());
    if (syntax.word(before).equals("as") && !leadsToContent(syntax, clause, before, trigger)) {
      return syntax.is(clause.verb() + 1, Kind.COMMA) || syntax.is(clause.verb() + 1, Kind.OTHER);
    }
    if (isQuestion(syntax.word(before))) {
      return true;
    }
    boolean present = trigger.form() == Trigger.Form.THIRD || trigger.form() == Trigger.Form.BASE;
    boolean reported =
        syntax.is(before, Kind.SUBORDINATOR)
            && syntax.word(before).equals("that")
            && syntax.is(before - 1, Kind.VERB);
    return present && reported && !isPersonSpeaking(clause);
  }

  /** "As Minister A observed, the talks were short": what was said follows the comma. */
  private static boolean leadsToContent(Syntax syntax, Clause clause, int as, Trigger trigger) {
    int comma = clause.verb() + 1;
    while (comma < syntax.size() && !syntax.is(comma, Kind.COMMA)) {
      comma++;
    }
    return as == 0
        && isPersonSpeaking(clause)
        && (trigger.form() == Trigger.Form.PAST || trigger.form() == Trigger.Form.THIRD)
        && syntax.size() - comma > SHORTEST_CONTENT;
  }

  /** "was asked how he had responded": what is asked is not said. */
  private static boolean isQuestion(String word) {
    return word.equals("how") || word.equals("why") || word.equals("whether");
  }

  /** "We reaffirm": what the text itself says is one statement, that of the whole text. */
  private static boolean isOwnVoice(Syntax.Group group) {
    return group.members().stream()
        .allMatch(
            m -> m.is(Mention.Kind.PRONOUN) && (m.name().equals("i") || m.name().equals("we")));
  }

  /** Officials without a name speak for their state, if that is told, and not for themselves. */
  private static boolean isAnonymous(Syntax.Group group) {
    return group.members().stream()
        .allMatch(
            m ->
                m.is(Mention.Kind.ROLE)
                    && !m.plural()
                    && (m.rank() == Rank.OFFICIAL || m.rank() == Rank.EXPERT)
                    && !m.definite());
  }

  private static boolean hasContent(
      SentenceReader.Scene scene, Clause clause, boolean inverted, int least) {
    Syntax syntax = scene.syntax();
    int after = 0;
    for (int at = clause.verb() + 1; at < syntax.size(); at++) {
      if (syntax.is(at, Kind.SUBORDINATOR) && syntax.word(at).equals("that")) {
        return true;
      }
      boolean counts =
          syntax.is(at, Kind.NOUN)
              || syntax.is(at, Kind.EVENT_NOUN)
              || syntax.is(at, Kind.ACTOR)
              || syntax.is(at, Kind.VERB)
              || syntax.is(at, Kind.AUXILIARY)
              || syntax.is(at, Kind.MODAL)
              || syntax.is(at, Kind.QUOTE)
              || syntax.is(at, Kind.PREPOSITION);
      after += counts ? 1 : 0;
    }
    if (after >= least || after > 0 && !isPersonSpeaking(clause)) {
      return true;
    }
    return inverted || clause.start() >= SHORTEST_CONTENT;
  }

  private static boolean isPersonSpeaking(Clause clause) {
    return Participant.anyPerson(clause.subject());
  }

  /** "Arce went on, “We agreed”", "“We agreed,” Arce concluded". */
  private static boolean hasQuoteBeside(SentenceReader.Scene scene, Clause clause) {
    Syntax syntax = scene.syntax();
    int at = clause.verb() + 1;
    while (syntax.is(at, Kind.ADVERB)
        || syntax.is(at, Kind.DATE)
        || syntax.is(at, Kind.COMMA)
        || syntax.is(at, Kind.BREAK)
        || syntax.is(at, Kind.PREPOSITION)
        || syntax.is(at, Kind.SUBORDINATOR)) {
      at++;
    }
    boolean after = syntax.is(at, Kind.QUOTE) && at + 1 < syntax.size() && scene.quoted()[at + 1];
    return after || startsWithQuote(scene, clause) || quotedBefore(scene, clause.verb() - 1);
  }

  private static boolean hasQuote(SentenceReader.Scene scene) {
    for (int at = 0; at < scene.syntax().size(); at++) {
      if (scene.syntax().is(at, Kind.QUOTE)) {
        return true;
      }
    }
    return false;
  }
}
