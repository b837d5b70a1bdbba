package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.extract.Chunk.Kind;
import org.entente.extract.Frame.Requirement;

/** Checks whether what a verb's frame requires is there; without it the verb tells of no event. */
final class Requirements {
  /** From what prior on a verb tells of an act of state where persons together are the subject. */
  private static final double SURE = 0.7;

  private final Lexicon lexicon;
  private final Fillers fillers;
  private final Discourse discourse;

  Requirements(Lexicon lexicon, Fillers fillers, Discourse discourse) {
    this.lexicon = lexicon;
    this.fillers = fillers;
    this.discourse = discourse;
  }

  boolean meets(
      SentenceReader.Scene scene, Clause clause, Trigger trigger, List<Participant> participants) {
    boolean crowd = trigger.frame().type() == EventType.MEETING && isCrowd(scene.syntax(), clause);
    for (Requirement requirement : trigger.frame().requires()) {
      boolean met =
          switch (requirement) {
            case SUBJECT ->
                clause.passive()
                    ? !participants.isEmpty() || isSuffered(scene.syntax(), clause, trigger.frame())
                    : !clause.subject().isEmpty()
                        || crowd
                        || arePeople(scene.syntax(), clause, trigger)
                        || isSomeHost(clause, trigger)
                        || isForce(scene.syntax(), clause, trigger);
            case STATESUBJECT -> isState(scene.syntax(), clause, trigger.frame());
            case ATCOURT -> !participants.isEmpty() && leadsToCourt(scene.syntax(), clause);
            case COURTSUBJECT -> isCourt(scene, clause);
            case PARTNER ->
                clause.passive()
                    || !clause.with().isEmpty()
                    || clause.objectGroup() != null && isSomebody(clause.objectGroup())
                    || isReciprocal(clause)
                    || crowd
                    || hasObjectIn(scene.syntax(), clause, WordSet.PEOPLE);
            case PERSONPARTNER ->
                !isCalled(scene.syntax(), clause)
                    && (clause.passive()
                        ? Participant.anyPerson(participants)
                        : isPartner(scene.syntax(), clause, trigger.frame())
                            || isConversation(scene.syntax(), trigger, clause));
            case DESTINATION ->
                clause.objectGroup() != null && destination(clause.objectGroup()) != null
                    || isAtHost(scene.syntax(), clause)
                    || clause.objectGroup() == null
                        && hasObjectIn(scene.syntax(), clause, WordSet.REGION);
            case TERRITORY -> isTerritory(scene.syntax(), clause);
            case OBJECT -> hasObject(scene.syntax(), clause);
            case OCCASION -> isNamedOccasion(scene.syntax(), clause);
            case CARRIER -> false;
            case INTRANSITIVE -> isIntransitive(scene.syntax(), clause);
            case TOLD -> true;
            case TANGIBLE -> clause.passive() || !isIntangible(scene.syntax(), clause);
            case BALLOT -> mentions(scene.syntax(), clause, WordSet.BALLOT);
            case RELATION -> hasRelation(scene.syntax(), clause);
            case REMOTE -> mentions(scene.syntax(), clause, WordSet.REMOTE);
            case WEAPON -> mentions(scene.syntax(), clause, WordSet.WEAPON);
            case PERSON -> Participant.anyPerson(participants);
            case ACTOR, ANCHOR -> !participants.isEmpty();
            case CONTENT, COMPLEMENT, CLAUSE, QUOTE, SOMETHING -> true;
            case TOPIC -> isOfTopic(scene.syntax(), clause);
            case INFINITIVE -> hasInfinitive(scene.syntax(), clause);
            case BARE -> !hasInfinitive(scene.syntax(), clause);
            case SEVERAL ->
                participants.size() > 1
                    || crowd
                    || participants.stream().anyMatch(Requirements::isOfSeveral);
            case VOTERS ->
                participants.stream().anyMatch(Requirements::isOfSeveral) || areVoters(clause);
            case ACCUSED ->
                Participant.anyPerson(participants)
                    || !participants.isEmpty() && areAccused(scene.syntax(), clause);
            case OFFICE -> hasOffice(clause) && !isFirstTo(scene.syntax(), clause);
            case MEMBERSHIP -> hasMembership(scene.syntax(), clause);
            case FORCE -> !isAmongPersons(clause);
            case SETTING -> !participants.isEmpty() || hasSetting(scene.syntax(), clause);
          };
      if (!met) {
        return false;
      }
    }
    return true;
  }

  /** Whether an infinitive follows where a frame wants one, and none where it wants none. */
  boolean meetsInfinitive(Syntax syntax, Clause clause, Frame frame) {
    boolean wanted = frame.needs(Requirement.INFINITIVE);
    return !wanted && !frame.needs(Requirement.BARE) || wanted == hasInfinitive(syntax, clause);
  }

  /** "Relatives of the victims met President A": people whom nobody names meet somebody named. */
  private boolean arePeople(Syntax syntax, Clause clause, Trigger trigger) {
    boolean people = false;
    for (int at = clause.syntactic().start(); at <= clause.syntactic().noun(); at++) {
      people |= syntax.is(at, Kind.NOUN) && lexicon.has(WordSet.PEOPLE, lastWord(syntax, at));
    }
    return people
        && trigger.frame().type() == EventType.MEETING
        && Participant.anyPerson(clause.object());
  }

  /** "I met Minister A", "the president spoke with Minister A": the other of the two is named. */
  private boolean isSomeHost(Clause clause, Trigger trigger) {
    Syntax.Group group = clause.syntactic().group();
    return group != null
        && trigger.frame().type().isEncounter()
        && !discourse.isAsked()
        && clause.certainty() != Certainty.HYPOTHETICAL
        && group.members().stream()
            .allMatch(
                m ->
                    m.is(Mention.Kind.PRONOUN)
                        || m.is(Mention.Kind.ROLE)
                            && !m.plural()
                            && (m.definite() || m.rank() == Rank.HEAD))
        && (Participant.anyPerson(clause.object()) || Participant.anyPerson(clause.with()));
  }

  /** "Gunmen attacked a post in Mali": who attacks has no name, yet it came about. */
  private boolean isForce(Syntax syntax, Clause clause, Trigger trigger) {
    Syntax.Group group = clause.syntactic().group();
    int noun = clause.syntactic().noun();
    boolean nameless =
        group == null
            ? noun >= 0 && isPeople(syntax, noun)
            : group.members().stream().allMatch(m -> m.is(Mention.Kind.BODY));
    boolean blow =
        group == null
            ? noun >= 0 && isBlow(lastWord(syntax, noun))
            : group.members().stream().allMatch(m -> isBlow(Words.lower(m.name())));
    return trigger.frame().type() == EventType.INCIDENT
        && (nameless && hasSetting(syntax, clause)
            || blow && (isInState(syntax, clause) || !clause.object().isEmpty()));
  }

  private boolean isPeople(Syntax syntax, int noun) {
    return lexicon.has(WordSet.PEOPLE, lastWord(syntax, noun));
  }

  /** "Heavy rains hit Mali", "rockets hit a village": what strikes a place without an actor. */
  private boolean isBlow(String word) {
    return lexicon.has(WordSet.CALAMITY, word) || lexicon.has(WordSet.WEAPON, word);
  }

  /** "Two million people were displaced in Mali": who suffers has no name, the place has. */
  private boolean isSuffered(Syntax syntax, Clause clause, Frame frame) {
    int noun = clause.syntactic().noun();
    return clause.passive()
        && frame.type() == EventType.INCIDENT
        && noun >= 0
        && (isPeople(syntax, noun) || lexicon.has(WordSet.SUFFERER, lastWord(syntax, noun)))
        && isInState(syntax, clause);
  }

  private boolean isInState(Syntax syntax, Clause clause) {
    return discourse.within(fillers.setting(syntax, clause)) != null;
  }

  /** Whether "to" or "before" leads to a court. */
  private boolean leadsToCourt(Syntax syntax, Clause clause) {
    for (int at = clause.verb() + 1; at < clause.end(); at++) {
      boolean leads = syntax.word(at).equals("to") || syntax.word(at).equals("before");
      Syntax.Group group = syntax.groupAt(syntax.is(at + 1, Kind.DETERMINER) ? at + 2 : at + 1);
      if (leads && group != null && group.members().stream().anyMatch(m -> isCourtName(m.name()))) {
        return true;
      }
    }
    return false;
  }

  /** "Foreign ministers from the region gathered on Tuesday": nobody is named, yet they met. */
  private boolean isCrowd(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    return !clause.passive()
        && group != null
        && clause.subject().isEmpty()
        && clause.certainty() != Certainty.HYPOTHETICAL
        && group.members().stream().anyMatch(m -> m.is(Mention.Kind.ROLE) && m.plural())
        && hasSetting(syntax, clause);
  }

  /** Whether one speaks with somebody: a person, or the holder of an office. */
  private boolean isPartner(Syntax syntax, Clause clause, Frame frame) {
    List<Syntax.Group> groups = new ArrayList<>();
    if (frame.takes().contains(Frame.Slot.WITH) || frame.takes().contains(Frame.Slot.TO)) {
      groups.addAll(
          fillers.governed(syntax, clause.verb() + 1, clause.end(), Set.of("with", "to")));
    }
    if (clause.objectGroup() != null) {
      groups.add(clause.objectGroup());
    }
    boolean told =
        Participant.anyPerson(clause.object())
            && !syntax.is(clause.objectGroup().last(), Kind.DETERMINER)
            && !syntax.is(clause.objectGroup().last(), Kind.ADVERB);
    return told
        || groups.stream()
            .flatMap(group -> group.members().stream())
            .anyMatch(m -> m.is(Mention.Kind.PERSON) || m.is(Mention.Kind.ROLE));
  }

  /** "a bear named Ana": what somebody is called. */
  private static boolean isCalled(Syntax syntax, Clause clause) {
    int noun = clause.verb() - 1;
    String article = syntax.is(noun, Kind.NOUN) ? syntax.word(syntax.nounPhraseStart(noun)) : "";
    return syntax.word(clause.verb()).equals("named")
        && (article.equals("a") || article.equals("an"));
  }

  /** "visited President A in Lima": whom one goes to see, and where. */
  boolean isAtHost(Syntax syntax, Clause clause) {
    return Participant.anyPerson(clause.object())
        && destination(clause.objectGroup()) == null
        && fillers.place(syntax, clause.verb() + 1, clause.end()) != null;
  }

  /** "A and B spoke by phone": each is the other's partner; not so "on condition of anonymity". */
  private static boolean isConversation(Syntax syntax, Trigger trigger, Clause clause) {
    boolean unnamed =
        syntax.word(clause.verb() + 1).equals("on")
            && syntax.word(clause.verb() + 2).equals("condition");
    return trigger.frame().type() == EventType.CALL
        && !unnamed
        && clause.subject().stream().filter(Participant::isPerson).count() > 1;
  }

  /** "raised its profile", "seized the chance", "established itself": that is no deed. */
  private boolean isIntangible(Syntax syntax, Clause clause) {
    int head = -1;
    for (int at = clause.verb() + 1; at < clause.end(); at++) {
      boolean inside =
          switch (syntax.chunk(at).kind()) {
            case NOUN, EVENT_NOUN, DETERMINER, ADVERB, HYPHEN, POSSESSIVE, ACTOR -> true;
            case CONJUNCTION -> head < 0;
            default -> false;
          };
      if (!inside) {
        break;
      }
      boolean noun = syntax.is(at, Kind.NOUN) || syntax.is(at, Kind.EVENT_NOUN);
      head = noun || syntax.is(at, Kind.ACTOR) ? at : head;
    }
    String next = syntax.word(clause.verb() + 1);
    boolean named =
        head >= 0 && syntax.word(head).equals("state") && syntax.word(head + 1).equals("of");
    if (named && syntax.is(head + 2, Kind.ACTOR)) {
      return false;
    }
    return next.endsWith("self")
        || next.endsWith("selves")
        || head >= 0
            && !syntax.is(head, Kind.ACTOR)
            && lexicon.has(WordSet.INTANGIBLE, lastWord(syntax, head));
  }

  /** "demonstrated on Friday"; "demonstrated resolve" and "demonstrated that" show something. */
  private boolean isIntransitive(Syntax syntax, Clause clause) {
    return !clause.passive()
        && !hasObject(syntax, clause)
        && !syntax.is(clause.verb() + 1, Kind.SUBORDINATOR);
  }

  private static boolean hasInfinitive(Syntax syntax, Clause clause) {
    if (syntax.tokens().get(syntax.chunk(clause.verb()).last() - 1).is("to")) {
      return true;
    }
    for (int at = clause.verb() + 1; at < Math.min(syntax.size(), clause.verb() + 14); at++) {
      if (syntax.is(at, Kind.TO)) {
        return true;
      }
      if (syntax.is(at, Kind.VERB) || syntax.is(at, Kind.BREAK)) {
        return false;
      }
    }
    return false;
  }

  /** "became prime minister": an office that nobody is named with. */
  private static boolean hasOffice(Clause clause) {
    Syntax.Group group = clause.objectGroup();
    return group != null
        && group.members().stream()
            .anyMatch(m -> m.is(Mention.Kind.ROLE) && !m.plural() && m.rank() != Rank.EXPERT);
  }

  /** "hosted the third Forum": what has a name and a number takes place time and again. */
  private boolean isNamedOccasion(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.objectGroup();
    if (group == null || group.members().size() != 1 || clause.subject().isEmpty()) {
      return false;
    }
    boolean name =
        switch (group.members().get(0).kind()) {
          case ORGANISATION, UNKNOWN, NAME -> true;
          default -> false;
        };
    return name && lexicon.has(WordSet.ORDINAL, syntax.word(group.first() - 1));
  }

  /** "became the first minister to visit": that tells of the visit. */
  private static boolean isFirstTo(Syntax syntax, Clause clause) {
    return syntax.is(clause.objectGroup().last(), Kind.TO);
  }

  /** "left the bloc", "leaves NATO": what one can belong to or withdraw from. */
  private boolean hasMembership(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.objectGroup();
    return group != null && group.members().stream().anyMatch(this::isGrouping)
        || hasObjectIn(syntax, clause, WordSet.GROUPING);
  }

  private boolean isGrouping(Mention mention) {
    return mention.is(Mention.Kind.ORGANISATION)
        || mention.is(Mention.Kind.BODY) && lexicon.has(WordSet.GROUPING, mention.title());
  }

  /** "the president attacked his rival": one person attacks another with words. */
  private static boolean isAmongPersons(Clause clause) {
    return Participant.anyPerson(clause.subject()) && Participant.anyPerson(clause.object());
  }

  private boolean hasSetting(Syntax syntax, Clause clause) {
    if (fillers.setting(syntax, clause) != null) {
      return true;
    }
    for (int at = clause.start(); at < clause.end(); at++) {
      if (syntax.is(at, Kind.DATE) || syntax.word(at).equals("there")) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRelation(Syntax syntax, Clause clause) {
    int noun = clause.syntactic().noun();
    return noun >= 0 && lexicon.has(WordSet.RELATION, syntax.word(noun));
  }

  private static boolean isSomebody(Syntax.Group group) {
    return group.members().stream()
        .anyMatch(m -> m.canAct() || (m.is(Mention.Kind.UNKNOWN) || m.is(Mention.Kind.NAME)));
  }

  /** "A and B met"; so do "the Prime Minister and the President of Peru", whoever they are. */
  private static boolean isReciprocal(Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    return clause.subject().size() > 1
        || group != null
            && !clause.subject().isEmpty()
            && group.members().size() > 1
            && group.members().stream().allMatch(m -> m.is(Mention.Kind.ROLE) || m.canAct());
  }

  private boolean isState(Syntax syntax, Clause clause, Frame frame) {
    List<Participant> actors = clause.passive() ? clause.by() : clause.subject();
    if (clause.passive() && actors.isEmpty()) {
      int noun = Math.max(0, clause.syntactic().noun());
      return lexicon.has(WordSet.RELATION, syntax.word(noun))
          || hasSetting(syntax, clause)
              && !syntax.is(clause.verb() - 1, Kind.NOUN)
              && !syntax.is(clause.verb() - 1, Kind.EVENT_NOUN)
              && !Participant.anyPerson(clause.subject());
    }
    if (actors.isEmpty() && clause.syntactic().noun() >= 0) {
      String last = lastWord(syntax, clause.syntactic().noun());
      return !clause.with().isEmpty() && lexicon.has(WordSet.POWER, last);
    }
    return !actors.isEmpty() && !Participant.anyPerson(actors)
        || !clause.subject().isEmpty()
            && !clause.passive()
            && (clause.subject().size() == 1 || frame.prior() >= SURE)
            && isOfficeHolder(clause);
  }

  private static String lastWord(Syntax syntax, int chunk) {
    return syntax.tokens().get(syntax.chunk(chunk).last() - 1).lower();
  }

  /** A person acts for a state only where an office is known. */
  private static boolean holdsOffice(Rank rank) {
    return rank == Rank.HEAD || rank == Rank.MINISTER || rank == Rank.DEPUTY;
  }

  private boolean isOfficeHolder(Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    return group != null && group.members().stream().anyMatch(m -> holdsOffice(m.rank()))
        || clause.subject().stream().anyMatch(p -> holdsOffice(discourse.rank(p)));
  }

  private boolean isCourt(SentenceReader.Scene scene, Clause clause) {
    int from = clause.syntactic().start();
    Syntax syntax = scene.syntax();
    Syntax.Group group = clause.syntactic().group();
    if (clause.passive()) {
      return clause.by().stream().anyMatch(p -> isCourtName(p.name()))
          || fillers.governed(syntax, clause.verb() + 1, clause.end(), Set.of("by")).stream()
              .anyMatch(by -> isCourtName(by.members().get(0).title()));
    }
    int first = syntax.chunk(Math.min(from, clause.verb())).first();
    int last =
        group == null
            ? clause.syntactic().noun() < 0 ? first : syntax.chunk(clause.syntactic().noun()).last()
            : syntax.chunk(group.last() - 1).last();
    for (int i = first; i < last; i++) {
      if (lexicon.has(WordSet.COURT, syntax.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  private boolean isCourtName(String name) {
    for (String word : Words.lower(name).split(" ")) {
      if (lexicon.has(WordSet.COURT, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasObject(Syntax syntax, Clause clause) {
    if (clause.passive()) {
      return clause.syntactic().noun() >= 0 || !clause.subject().isEmpty();
    }
    Chunk verb = syntax.chunk(clause.verb());
    Token last = syntax.tokens().get(verb.last() - 1);
    if (verb.last() - verb.first() > 1 && !isParticle(last)) {
      return true;
    }
    if (last.is("to") && syntax.is(clause.verb() + 1, Kind.VERB) || isFronted(syntax, clause)) {
      return true;
    }
    for (int at = clause.verb() + 1; at < Math.min(clause.end(), clause.verb() + 7); at++) {
      if (syntax.is(at, Kind.NOUN)
          || syntax.is(at, Kind.EVENT_NOUN)
          || syntax.is(at, Kind.ACTOR)
          || syntax.is(at, Kind.PRONOUN)) {
        return true;
      }
      boolean counted = syntax.word(at).equals("of") && syntax.is(at - 1, Kind.DETERMINER);
      if (!counted
          && !syntax.is(at, Kind.DETERMINER)
          && !syntax.is(at, Kind.ADVERB)
          && !syntax.is(at, Kind.HYPHEN)
          && !syntax.is(at, Kind.DATE)) {
        return false;
      }
    }
    return false;
  }

  /** "a pact from which Peru withdrew", "the firm, which Peru banned": the object stands before. */
  static boolean isFronted(Syntax syntax, Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    int after = clause.verb() + 1;
    while (syntax.is(after, Kind.ADVERB)) {
      after++;
    }
    boolean own =
        group != null && group.first() < clause.verb() && clause.syntactic().through() < 0;
    if (!own || !syntax.takesNothing(after)) {
      return false;
    }
    int relative = group.first() - 1;
    while (syntax.is(relative, Kind.DETERMINER) || syntax.is(relative, Kind.NOUN)) {
      relative--;
    }
    if (!syntax.is(relative, Kind.SUBORDINATOR)) {
      return false;
    }
    int before = relative - 1;
    while (syntax.is(before, Kind.COMMA)) {
      before--;
    }
    // "the treaty which they signed" tells of the treaty.
    boolean thing =
        syntax.is(before, Kind.PREPOSITION)
            || syntax.is(before, Kind.NOUN)
            || syntax.is(before, Kind.ACTOR);
    String word = syntax.word(relative);
    return thing && (word.equals("which") || word.equals("whom"));
  }

  /** Whether the object of a verb is a phrase whose noun is of a kind: "met local farmers". */
  private boolean hasObjectIn(Syntax syntax, Clause clause, WordSet kind) {
    int noun = -1;
    for (int at = clause.verb() + 1; at < clause.end(); at++) {
      boolean inside =
          syntax.is(at, Kind.NOUN)
              || syntax.is(at, Kind.EVENT_NOUN)
              || syntax.is(at, Kind.DETERMINER)
              || syntax.is(at, Kind.ADVERB)
              || syntax.is(at, Kind.HYPHEN)
              || syntax.is(at, Kind.ACTOR) && syntax.chunk(at).mention().is(Mention.Kind.DEMONYM)
              || syntax.is(at, Kind.ACTOR)
                  && syntax.is(at + 1, Kind.NOUN)
                  && (syntax.chunk(at).mention().is(Mention.Kind.UNKNOWN)
                      || syntax.chunk(at).mention().is(Mention.Kind.PLACE));
      if (!inside) {
        break;
      }
      noun = syntax.is(at, Kind.NOUN) || syntax.is(at, Kind.EVENT_NOUN) ? at : noun;
    }
    return noun >= 0 && !clause.passive() && lexicon.has(kind, lastWord(syntax, noun));
  }

  /** A union or council is of several; a government or ministry decides alone. */
  private static boolean isOfSeveral(Participant participant) {
    String name = Words.lower(participant.name());
    return participant.kind() == Participant.Kind.ORGANISATION
        && isCollegial(name.substring(name.lastIndexOf(' ') + 1));
  }

  private static boolean isCollegial(String body) {
    return switch (body) {
      case "government", "administration", "cabinet", "ministry" -> false;
      default -> true;
    };
  }

  /**
   * "charged a Chilean banker with fraud", "indicted two Chilean officers"; not "charged a fee".
   */
  private boolean areAccused(Syntax syntax, Clause clause) {
    boolean people =
        clause.objectGroup() != null
            && clause.objectGroup().members().stream()
                .anyMatch(m -> m.is(Mention.Kind.BODY) || m.is(Mention.Kind.ROLE));
    for (int at = clause.verb() + 1; !people && at < clause.end(); at++) {
      people = syntax.word(at).equals("with") || syntax.is(at, Kind.NOUN) && isPeople(syntax, at);
    }
    return people;
  }

  /** "Chile's parliament voted", "Chilean lawmakers voted": not what a nation does. */
  private static boolean areVoters(Clause clause) {
    Syntax.Group group = clause.syntactic().group();
    return group != null
        && group.members().stream()
            .anyMatch(
                m ->
                    m.is(Mention.Kind.BODY) && isCollegial(m.title())
                        || m.is(Mention.Kind.ROLE) && m.plural());
  }

  /** "raised the issue of fishing", "gave an overview": done in words. */
  boolean isOfTopic(Syntax syntax, Clause clause) {
    int at = clause.verb() + 1;
    while (at < clause.end()
        && (syntax.is(at, Kind.DETERMINER)
            || syntax.is(at, Kind.ADVERB)
            || syntax.is(at, Kind.HYPHEN)
            || syntax.is(at, Kind.NOUN)
            || syntax.is(at, Kind.EVENT_NOUN)
            || syntax.is(at, Kind.ACTOR)
            || syntax.is(at, Kind.POSSESSIVE))) {
      if (!syntax.is(at, Kind.ACTOR) && lexicon.has(WordSet.SPOKEN_OF, lastWord(syntax, at))) {
        return true;
      }
      at++;
    }
    int subject = clause.syntactic().noun();
    return clause.passive()
        && subject >= 0
        && lexicon.has(WordSet.SPOKEN_OF, lastWord(syntax, subject));
  }

  /**
   * "claims the Example islands"; "claims Examplia attacked" and "claims victory" say something.
   */
  private boolean isTerritory(Syntax syntax, Clause clause) {
    int at = clause.verb() + 1;
    boolean place = false;
    while (at < clause.end()
        && (syntax.is(at, Kind.DETERMINER)
            || syntax.is(at, Kind.NOUN)
            || syntax.is(at, Kind.HYPHEN)
            || syntax.is(at, Kind.ACTOR))) {
      place =
          syntax.is(at, Kind.ACTOR)
              ? Fillers.asDestination(syntax.chunk(at).mention()) != null
              : place && !syntax.is(at, Kind.NOUN)
                  || syntax.is(at, Kind.NOUN) && lexicon.has(WordSet.REGION, lastWord(syntax, at));
      at++;
    }
    return place && !clause.passive() && !syntax.verbFollows(at - 1);
  }

  private boolean isParticle(Token token) {
    return lexicon.has(WordSet.PREPOSITION, token.lower())
        || lexicon.has(WordSet.ADVERB, token.lower());
  }

  private boolean mentions(Syntax syntax, Clause clause, WordSet set) {
    int from = syntax.chunk(clause.start()).first();
    int to = syntax.chunk(clause.end() - 1).last();
    for (int i = from; i < to; i++) {
      if (lexicon.has(set, syntax.tokens().get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  static Draft.Place destination(Syntax.Group group) {
    for (Mention mention : group.members()) {
      Draft.Place place = Fillers.asDestination(mention);
      if (place != null) {
        return place;
      }
    }
    return null;
  }
}
