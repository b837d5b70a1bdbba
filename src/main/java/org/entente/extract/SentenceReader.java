package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.entente.extract.Chunk.Kind;

/** Reads the events of one sentence: verbs first, then nouns that no verb has taken. */
final class SentenceReader {
  private final Fillers fillers;
  private final Lexicon lexicon;
  private final Discourse discourse;
  private final Status status;
  private final VerbReader verbs;
  private final NounReader nouns;

  SentenceReader(Lexicon lexicon, Discourse discourse) {
    this.lexicon = lexicon;
    this.discourse = discourse;
    this.fillers = new Fillers(lexicon, discourse);
    this.status = new Status(lexicon);
    this.nouns = new NounReader(lexicon, fillers, status);
    this.verbs = new VerbReader(lexicon, fillers, discourse, status, nouns);
  }

  /**
   * What is known of the sentence while it is read.
   *
   * @param sentence the sentence
   * @param number its number in the document
   * @param syntax its structure
   * @param quoted for each chunk, whether it stands in a quotation of more than a few words
   * @param taken for each chunk, whether a verb has taken it
   * @param present whether the present tense tells what happened, as in a chronology
   */
  record Scene(
      Sentence sentence,
      int number,
      Syntax syntax,
      boolean[] quoted,
      boolean[] taken,
      boolean present) {

    int offset(int chunk) {
      return sentence.tokens().get(syntax.chunk(chunk).first()).start();
    }

    /** Offset after the last token of the chunks before an index. */
    int endBefore(int chunk) {
      return sentence.tokens().get(syntax.chunk(chunk - 1).last() - 1).end();
    }

    Draft.Span span(int from, int to, int trigger, int phrase) {
      return new Draft.Span(
          offset(from),
          endBefore(Math.max(to, from + 1)),
          number,
          sentence.paragraphNumber(),
          trigger,
          phrase);
    }
  }

  /** The drafts of a sentence, in the order of the text. */
  List<Draft> read(Scene scene) {
    List<Draft> out = new ArrayList<>();
    Syntax syntax = scene.syntax();
    discourse.nearby(meant(scene), ahead(syntax));
    noteDelegation(syntax);
    for (int i = 0; i < syntax.size(); i++) {
      if (syntax.is(i, Kind.ACTOR) && syntax.is(i + 1, Kind.POSSESSIVE)) {
        Mention owner = syntax.chunk(i).mention();
        if (owner.is(Mention.Kind.PERSON) || owner.is(Mention.Kind.ROLE) && !owner.plural()) {
          discourse.resolve(owner);
        }
      }
      rememberPersons(syntax, i);
      boolean told = !scene.quoted()[i] || opensQuotation(syntax, i);
      if (syntax.is(i, Kind.VERB) && told && !scene.taken()[i]) {
        out.addAll(verbs.read(scene, i));
      }
    }
    out.addAll(accordingTo(scene));
    for (int i = 0; i < syntax.size(); i++) {
      boolean head = !syntax.is(i + 1, Kind.EVENT_NOUN) || i + 1 >= syntax.size();
      if (syntax.is(i, Kind.EVENT_NOUN) && head && !scene.quoted()[i] && !scene.taken()[i]) {
        out.addAll(nouns.read(scene, i, -1, beside(syntax, i)));
      }
    }
    lead(syntax);
    List<Draft> all = List.copyOf(out);
    out.removeIf(draft -> isApposed(syntax, draft, all) || isOpening(syntax, draft, all));
    out.replaceAll(draft -> withManner(syntax, draft, all));
    out.removeIf(draft -> all.stream().anyMatch(other -> isMannerOf(syntax, draft, other)));
    List<Draft> shared = new Distribution(discourse).distribute(scene, out);
    out = new ArrayList<>(shared);
    out.replaceAll(draft -> betweenPrincipals(syntax, draft));
    out.sort((a, b) -> Integer.compare(a.span().trigger(), b.span().trigger()));
    out.stream()
        .filter(draft -> draft.type() == EventType.STATEMENT)
        .reduce((a, b) -> b)
        .ifPresent(draft -> discourse.subject(draft.participants()));
    return out;
  }

  /** "After the talks between A and B, the two leaders signed": who is named together is meant. */
  private void rememberPersons(Syntax syntax, int chunk) {
    Syntax.Group group = syntax.groupAt(chunk);
    boolean together =
        group != null
            && group.first() == chunk
            && group.preposition().equals("between")
            && group.members().size() > 1
            && group.members().stream().allMatch(m -> m.is(Mention.Kind.PERSON));
    if (together) {
      discourse.remember(fillers.people(group));
    }
  }

  /** The two sides “reaffirmed their support”: the quotation begins with who said it outside. */
  private static boolean opensQuotation(Syntax syntax, int verb) {
    return syntax.is(verb - 1, Kind.QUOTE)
        && syntax.is(verb - 2, Kind.ACTOR)
        && syntax.is(verb, Kind.VERB)
        && syntax.isSpeech(verb);
  }

  /**
   * Persons whom a pronoun of the sentence can mean: none that is quoted or merely one's partner.
   */
  private static List<Mention> meant(Scene scene) {
    Syntax syntax = scene.syntax();
    List<Mention> out = new ArrayList<>();
    for (Syntax.Group group : syntax.groups()) {
      boolean aside =
          switch (group.preposition()) {
            case "", "for", "of", "by", "from" -> false;
            default -> true;
          };
      if (aside || scene.quoted()[group.first()] || group.members().size() != 1) {
        continue;
      }
      if (group.members().get(0).is(Mention.Kind.PERSON)) {
        out.add(group.members().get(0));
      }
    }
    return out;
  }

  /** The person who acts after a phrase or clause that opens the sentence; null when none does. */
  private static Mention ahead(Syntax syntax) {
    if (!syntax.is(0, Kind.PREPOSITION)
        && !syntax.is(0, Kind.SUBORDINATOR)
        && !syntax.is(0, Kind.VERB)) {
      return null;
    }
    int comma = 1;
    while (comma < syntax.size() && !syntax.is(comma, Kind.COMMA)) {
      comma++;
    }
    Syntax.Group group = syntax.groupAt(comma + 1);
    boolean acts =
        group != null
            && group.members().size() == 1
            && (syntax.verbFollows(group.last() - 1) || syntax.is(group.last(), Kind.COMMA));
    return acts && group.members().get(0).is(Mention.Kind.PERSON) ? group.members().get(0) : null;
  }

  /** Who takes part in what a noun tells of, as the verb beside it tells. */
  private List<Participant> beside(Syntax syntax, int noun) {
    return switch (syntax.chunk(noun).frame().type()) {
      case VISIT -> traveller(syntax, noun);
      case MEETING, SUMMIT, CALL, DIALOGUE -> partner(syntax, noun);
      case DISPUTE -> involved(syntax, noun);
      default -> List.of();
    };
  }

  /**
   * "raised it during a meeting with B", "flew to Lima for talks with B", "after a call with B, he
   * said": who acts there is the other of the two.
   */
  private List<Participant> partner(Syntax syntax, int noun) {
    int start = syntax.nounPhraseStart(noun);
    boolean own = lexicon.has(WordSet.POSSESSIVE, syntax.word(start));
    List<Participant> involved = involved(syntax, noun);
    if (!involved.isEmpty()) {
      return involved;
    }
    for (int at = start; at < noun; at++) {
      own |= syntax.is(at, Kind.ACTOR);
    }
    Syntax.Group with = syntax.word(noun + 1).equals("with") ? groupAfter(syntax, noun + 1) : null;
    if (!own && with == null && start == 1) {
      return toldThere(syntax, noun);
    }
    if (own || with == null || !lexicon.has(WordSet.OCCASION_BEFORE, syntax.word(start - 1))) {
      return List.of();
    }
    int verb = start - 2;
    while (verb >= 0 && !syntax.is(verb, Kind.VERB) && !syntax.is(verb, Kind.BREAK)) {
      verb--;
    }
    if (verb < 0) {
      verb = noun + 1;
      while (verb < syntax.size() && !syntax.is(verb, Kind.VERB)) {
        verb++;
      }
    }
    Syntax.Group subject = syntax.is(verb, Kind.VERB) ? syntax.subject(verb).group() : null;
    if (subject == null || subject == with || subject.members().size() > 2) {
      return List.of();
    }
    List<Participant> partners = fillers.people(with);
    List<Participant> out = fillers.people(subject);
    boolean alike =
        out.stream().allMatch(p -> partners.stream().anyMatch(q -> q.kind() == p.kind()));
    return alike && out.stream().noneMatch(partners::contains) ? out : List.of();
  }

  /** "A and B are in talks", "have been in a dispute": who is in it. */
  private List<Participant> involved(Syntax syntax, int noun) {
    int be = syntax.nounPhraseStart(noun) - 1;
    boolean under = syntax.is(be, Kind.VERB) && isBeing(syntax.words(be));
    boolean in =
        syntax.word(be).equals("in")
            && (syntax.is(be - 1, Kind.AUXILIARY)
                || syntax.is(be - 1, Kind.VERB) && isCaught(syntax.word(be - 1)));
    if (!under && !in) {
      return List.of();
    }
    List<Participant> out = fillers.people(syntax.subject(under ? be : be - 1).group());
    Syntax.Group with = syntax.word(noun + 1).equals("with") ? groupAfter(syntax, noun + 1) : null;
    boolean alone = out.size() == 1 && fillers.people(with).isEmpty();
    boolean sits = syntax.chunk(noun).frame().type() == EventType.MEETING;
    return alone && !sits ? List.of() : out;
  }

  private static boolean isBeing(String words) {
    return switch (words) {
      case "is in", "are in", "was in", "were in", "be in", "been in" -> true;
      default -> false;
    };
  }

  private static boolean isCaught(String participle) {
    return switch (participle) {
      case "embroiled", "engaged", "entangled", "involved", "locked" -> true;
      default -> false;
    };
  }

  /** "In a call on Tuesday, A told B": those two are the ones who spoke. */
  private List<Participant> toldThere(Syntax syntax, int noun) {
    boolean one = syntax.word(1).equals("a") || syntax.word(1).equals("an");
    int verb = noun + 1;
    while (verb < syntax.size() && !syntax.is(verb, Kind.VERB)) {
      verb++;
    }
    Syntax.Group whom = syntax.groupAt(verb + 1);
    boolean opens = syntax.is(0, Kind.PREPOSITION) && one && verb < syntax.size();
    if (!opens || whom == null || !syntax.isSpeech(verb)) {
      return List.of();
    }
    List<Participant> out = new ArrayList<>(fillers.people(syntax.subject(verb).group()));
    List<Participant> partners = fillers.people(whom);
    boolean two = out.size() == 1 && partners.size() == 1 && !out.equals(partners);
    boolean alike = two && out.get(0).kind() == partners.get(0).kind();
    out.addAll(partners);
    return alike ? out : List.of();
  }

  /** The group right after a preposition, articles and nouns before a name aside. */
  private static Syntax.Group groupAfter(Syntax syntax, int preposition) {
    for (Syntax.Group group : syntax.groups()) {
      if (group.start() == preposition) {
        return group;
      }
    }
    return null;
  }

  /**
   * "who is on a three-day visit to Lima", "said during a visit to Lima", "On a visit to Lima, A
   * said": whose visit it is.
   */
  private List<Participant> traveller(Syntax syntax, int noun) {
    int on = syntax.nounPhraseStart(noun) - 1;
    if (syntax.word(on).equals("on") && syntax.is(on - 1, Kind.AUXILIARY)) {
      Syntax.Subject subject = syntax.subject(on - 1);
      return subject.group() == null ? List.of() : fillers.people(subject.group());
    }
    boolean beside = syntax.word(on).equals("during") || syntax.word(on).equals("on");
    boolean one = syntax.word(on + 1).equals("a") || syntax.word(on + 1).equals("an");
    if (!beside || !one || !syntax.word(noun + 1).equals("to")) {
      return List.of();
    }
    int verb = on == 0 ? noun + 1 : on - 1;
    int step = on == 0 ? 1 : -1;
    while (verb >= 0
        && verb < syntax.size()
        && !syntax.is(verb, Kind.VERB)
        && !syntax.is(verb, Kind.BREAK)) {
      verb += step;
    }
    Syntax.Group group = syntax.is(verb, Kind.VERB) ? syntax.subject(verb).group() : null;
    List<Participant> out = group == null ? List.of() : fillers.people(group);
    return out.size() == 1 && out.get(0).isPerson() ? out : List.of();
  }

  /**
   * "The talks resumed in May": in a text about two states an agreement, a negotiation or a dispute
   * is theirs, and so is what is called joint, unless the sentence names somebody else. "The
   * election of May": it is that of the one state that the sentence names. "Leaflets were banned in
   * Peru": a measure of which no more is told is that of the state where it is in force.
   */
  private Draft betweenPrincipals(Syntax syntax, Draft draft) {
    if (!draft.participants().isEmpty()) {
      return draft;
    }
    boolean between =
        switch (draft.type()) {
          case AGREEMENT, DIALOGUE, DISPUTE -> true;
          case MEETING, SUMMIT, MEASURE, INCIDENT, DECLARATION -> isMutual(syntax, draft);
          default -> false;
        };
    if (isAmongThree(syntax, draft)) {
      return draft.withParticipants(discourse.sides(3), "who:three");
    }
    List<Participant> topic = between ? discourse.topic() : List.of();
    boolean theirs =
        !topic.isEmpty()
            && named(syntax).stream()
                .allMatch(s -> topic.stream().anyMatch(p -> p.name().equals(s)));
    if (theirs) {
      return draft.withParticipants(topic, "who:title");
    }
    Participant there = discourse.within(draft.place());
    boolean befalls = draft.type() == EventType.MEASURE || draft.type() == EventType.INCIDENT;
    if (befalls && there != null) {
      return draft.withParticipants(List.of(there), "who:place");
    }
    List<Participant> where = draft.type() == EventType.ELECTION ? where(syntax) : List.of();
    return where.size() == 1 ? draft.withParticipants(where, "who:only-state") : draft;
  }

  /** The states in which a sentence says that it takes place. */
  private List<Participant> where(Syntax syntax) {
    List<Participant> out = new ArrayList<>();
    for (Syntax.Group group : syntax.groups()) {
      if (group.preposition().equals("in")) {
        for (Mention mention : group.members()) {
          mention.states().forEach(s -> Fillers.addAll(out, List.of(discourse.state(s))));
        }
      }
    }
    return out;
  }

  /** The states that a sentence names, as actors, places or by who belongs to them. */
  private Set<String> named(Syntax syntax) {
    Set<String> out = new TreeSet<>();
    for (Syntax.Group group : syntax.groups()) {
      group.members().forEach(mention -> out.addAll(mention.states()));
      for (Participant participant : fillers.people(group)) {
        String state = discourse.stateOf(participant);
        out.add(state == null ? participant.name() : state);
      }
    }
    return out;
  }

  /** "a joint task force", "their third bilateral session". */
  private boolean isMutual(Syntax syntax, Draft draft) {
    return isCalled(WordSet.MUTUAL, syntax, draft);
  }

  /** "the trilateral summit": it is between the three that the text speaks of. */
  private boolean isAmongThree(Syntax syntax, Draft draft) {
    return isCalled(WordSet.TRILATERAL, syntax, draft);
  }

  /** Whether one of the words of the noun phrase that tells of a draft is in a set. */
  private boolean isCalled(WordSet set, Syntax syntax, Draft draft) {
    int noun =
        draft.traits().noun()
            ? draft.span().trigger()
            : syntax.subject(draft.span().trigger()).noun();
    if (noun < 0) {
      return false;
    }
    int from = syntax.chunk(syntax.nounPhraseStart(noun)).first();
    for (int i = from; i < syntax.chunk(noun).last(); i++) {
      if (lexicon.has(set, syntax.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "flew to Lima, the first visit by a minister since 2010": no second visit. */
  private static boolean isApposed(Syntax syntax, Draft draft, List<Draft> drafts) {
    int phrase = draft.span().phrase();
    boolean apposed =
        draft.traits().noun()
            && !draft.traits().carried()
            && syntax.is(phrase - 1, Kind.COMMA)
            && syntax.is(phrase, Kind.DETERMINER);
    return apposed
        && drafts.stream()
            .anyMatch(
                d -> d.type() == draft.type() && !d.traits().noun() && d.span().trigger() < phrase);
  }

  /** "In a joint statement on 3 May, A and B condemned": one declaration, of what it says. */
  private static boolean isOpening(Syntax syntax, Draft draft, List<Draft> drafts) {
    int phrase = draft.span().phrase();
    boolean opens =
        draft.type() == EventType.DECLARATION
            && draft.traits().noun()
            && syntax.word(phrase - 1).equals("in")
            && (phrase == 1 || syntax.word(phrase).equals("a") || syntax.word(phrase).equals("an"));
    return opens
        && drafts.stream()
            .anyMatch(
                d ->
                    d != draft
                        && d.type().isSpeech()
                        && !d.traits().noun()
                        && d.participants().containsAll(draft.participants()));
  }

  /**
   * "were killed in a clash with troops of Chile", "lost its majority in the election of May": one
   * event, of all that both tell.
   */
  private static boolean isMannerOf(Syntax syntax, Draft draft, Draft verb) {
    if (!draft.traits().noun() || verb.traits().noun()) {
      return false;
    }
    int phrase = draft.span().phrase();
    int trigger = verb.span().trigger();
    boolean sat = verb.type() == EventType.MEETING || verb.type() == EventType.SUMMIT;
    boolean inTurn = draft.type().isEncounter() && draft.type() != EventType.CALL;
    if (sat
        && inTurn
        && syntax.word(phrase - 1).equals("for")
        && isWithin(syntax, trigger, phrase)) {
      return verb.participants().containsAll(draft.participants());
    }
    if (verb.type() != draft.type()) {
      return false;
    }
    boolean acts = draft.type() == EventType.INCIDENT || draft.type() == EventType.MEASURE;
    if (acts && phrase == trigger + 1) {
      return true;
    }
    boolean told =
        !draft.traits().carried()
            && verb.certainty() == draft.certainty()
            && syntax.word(phrase - 1).equals("in")
            && syntax.is(phrase, Kind.DETERMINER);
    return told
        && switch (draft.type()) {
          case INCIDENT -> phrase - 2 == trigger;
          case ELECTION -> isWithin(syntax, trigger, phrase);
          default -> false;
        };
  }

  /** Whether a phrase stands behind a verb in its clause. */
  private static boolean isWithin(Syntax syntax, int verb, int phrase) {
    return verb < phrase && phrase < syntax.clauseEnd(verb);
  }

  private static Draft withManner(Syntax syntax, Draft verb, List<Draft> drafts) {
    List<Participant> both = new ArrayList<>(verb.participants());
    drafts.stream()
        .filter(draft -> isMannerOf(syntax, draft, verb))
        .forEach(draft -> Fillers.addAll(both, draft.participants()));
    return both.size() == verb.participants().size()
        ? verb
        : verb.withParticipants(List.copyOf(both), "who:manner");
  }

  /** "Canada has:" leads to a list of what it did. */
  private void lead(Syntax syntax) {
    int end = syntax.size() - 1;
    if (!syntax.is(end, Kind.BREAK) || !syntax.word(end).equals(":")) {
      return;
    }
    for (int i = end - 1; i >= 0; i--) {
      Syntax.Group group = syntax.groupAt(i);
      if (group != null && group.preposition().isEmpty()) {
        List<Participant> who = fillers.people(group);
        if (who.size() == 1 && who.get(0).kind() != Participant.Kind.PERSON) {
          discourse.subject(who);
        }
        return;
      }
    }
  }

  /** "According to Morrison, …" attributes the sentence. */
  private List<Draft> accordingTo(Scene scene) {
    Syntax syntax = scene.syntax();
    for (int i = 0; i + 2 < syntax.size(); i++) {
      boolean according = syntax.word(i).equals("according") && syntax.word(i + 1).equals("to");
      Syntax.Group group = according ? syntax.groupAt(i + 2) : null;
      if (group == null || scene.quoted()[i]) {
        continue;
      }
      List<Participant> speakers = fillers.people(group);
      boolean person = speakers.size() == 1 && speakers.get(0).isPerson();
      if (person && syntax.size() > 8) {
        discourse.subject(speakers);
        return List.of(
            new Draft(
                EventType.STATEMENT,
                "Speech",
                speakers,
                null,
                null,
                Certainty.ASSERTED,
                scene.span(0, syntax.size(), i, i),
                "",
                false,
                new Draft.Traits(false, false, false, false, false),
                0.75,
                List.of("phrase:according-to", SpokenDates.SAYS)));
      }
    }
    return List.of();
  }

  /** "a delegation led by A, B and C": later sentences speak of the delegation alone. */
  private void noteDelegation(Syntax syntax) {
    for (int i = 0; i < syntax.size(); i++) {
      boolean delegation =
          syntax.is(i, Kind.ACTOR) && syntax.chunk(i).mention().title().equals("delegation");
      if (!delegation) {
        continue;
      }
      for (Syntax.Group group :
          fillers.governed(syntax, i, syntax.size(), Set.of("by", "including"))) {
        List<Participant> members = new ArrayList<>(fillers.people(group));
        members.removeIf(p -> p.kind() != Participant.Kind.PERSON);
        if (!members.isEmpty()) {
          discourse.delegation(members);
          return;
        }
      }
    }
  }
}
