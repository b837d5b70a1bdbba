package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.extract.Chunk.Kind;
import org.entente.extract.Frame.Requirement;

/** Reads events that nouns tell of: "the Japan-ROK summit", "Israel's attack on Qatar". */
final class NounReader {
  private static final Set<String> TAKING =
      Set.of(
          "between",
          "by",
          "with",
          "among",
          "against",
          "of",
          "on",
          "from",
          "involving",
          "to",
          "for");

  /** The state in which a war is fought takes part in it. */
  private static final Set<String> WARRING =
      Stream.concat(TAKING.stream(), Stream.of("in")).collect(Collectors.toUnmodifiableSet());

  /** How many words at most stand between a meeting and the occasion that it is beside. */
  private static final int SIDELINE_WORDS = 6;

  private final Lexicon lexicon;
  private final Fillers fillers;
  private final Status status;

  NounReader(Lexicon lexicon, Fillers fillers, Status status) {
    this.lexicon = lexicon;
    this.fillers = fillers;
    this.status = status;
  }

  /**
   * The draft that a noun gives, if what its frame requires is there.
   *
   * @param scene the sentence
   * @param noun chunk of the noun
   * @param carrier verb that carries it; -1 when none does
   * @param actors who acts in that verb
   */
  List<Draft> read(SentenceReader.Scene scene, int noun, int carrier, List<Participant> actors) {
    Syntax syntax = scene.syntax();
    Trigger trigger = syntax.chunk(noun).triggers().get(0);
    Frame frame = trigger.frame();
    if (isNoEvent(syntax, noun) || isSaidOf(syntax, noun) || isPart(syntax, noun)) {
      return List.of();
    }
    int start = syntax.nounPhraseStart(noun);
    boolean toPress = carrier < 0 || lexicon.has(WordSet.SPEAKING, syntax.word(carrier));
    if (toPress && start < noun && syntax.word(noun).startsWith("briefing")) {
      return List.of();
    }
    int end = phraseEnd(syntax, noun);
    String first = syntax.word(start);
    boolean ofSubject =
        !actors.isEmpty() && (first.equals("their") || first.equals("our") || first.equals("its"));
    boolean sitting = frame.type() == EventType.MEETING && carrier < 0 && first.equals("its");
    List<Participant> own =
        new ArrayList<>(
            ofSubject || sitting
                ? List.of()
                : fillers.possessive(first, syntax.chunk(start).first()));
    int owners = own.size();
    Fillers.addAll(own, inside(syntax, start, noun));
    Fillers.addAll(own, after(syntax, noun, end, frame));
    boolean named = isNamed(syntax, start, noun) || holdsName(syntax, start, noun);
    boolean dated =
        hasDate(syntax, start, end)
            || carrier >= 0 && hasDate(syntax, carrier, syntax.clauseEnd(carrier));
    List<Participant> all = new ArrayList<>(actors);
    Fillers.addAll(all, named(actors, own));
    boolean told = dated && !isDatedByVerb(syntax, frame, start, noun, end);
    boolean bare = own.isEmpty() && actors.isEmpty() && !named && !told;
    boolean anaphoric =
        bare
            && isDefinite(syntax, start)
            && noun - start <= 1
            && fillers.place(syntax, noun + 1, end) == null;
    boolean back =
        anaphoric
            || carrier < 0
                && frame.type().isEncounter()
                && isPlaceNamed(syntax, start, noun)
                && own.isEmpty()
                && !dated;
    for (Requirement requirement : frame.requires()) {
      boolean met =
          switch (requirement) {
            case ANCHOR ->
                !all.isEmpty()
                    || named
                    || dated
                    || anaphoric
                    || carrier >= 0
                    || fillers.place(syntax, noun + 1, end) != null;
            case ACTOR -> !all.isEmpty() || anaphoric && dated || carrier >= 0 && dated;
            case PERSON -> Participant.anyPerson(all);
            case CARRIER -> carrier >= 0 && !all.isEmpty();
            case TOLD -> carrier >= 0 || dated;
            case WEAPON ->
                hasWeapon(
                    syntax,
                    start,
                    syntax.word(noun + 1).equals("of") ? nounsEnd(syntax, noun + 2) : noun + 1);
            default -> true;
          };
      if (!met) {
        return List.of();
      }
    }
    Certainty certainty = status.ofNoun(syntax, start, noun, carrier);
    int from = carrier >= 0 ? carriedFrom(syntax, carrier, start) : start;
    double score = frame.prior();
    score += own.size() > 1 ? 0.1 : 0;
    score += dated && (told || carrier >= 0 || !bare) ? 0.1 : 0;
    boolean acting = isActing(syntax, frame, start, noun);
    boolean loose = trigger.form() == Trigger.Form.PLURAL && carrier < 0 && !dated && !acting;
    score += named && !loose ? 0.05 : 0;
    score += carrier >= 0 ? 0.05 : 0;
    boolean known = frame.type() == EventType.ELECTION && (told || !dated);
    score -= anaphoric ? known ? 0.1 : 0.25 : 0;
    score -= all.isEmpty() ? 0.1 : 0;
    score -= loose ? 0.2 : 0;
    score -= certainty == Certainty.ASSERTED ? 0 : 0.08;
    score -=
        !isDefinite(syntax, start) && carrier < 0 && !named && !dated && all.size() < 2 ? 0.1 : 0;
    boolean located = fillers.place(syntax, noun + 1, end) != null;
    boolean abstracted = frame.name().equals("incidentNoun") || frame.type().isEncounter();
    score -= abstracted && carrier < 0 && !dated && isBareOf(syntax, start, noun, end) ? 0.25 : 0;
    score -= isOneSided(syntax, noun, frame, carrier, dated, all) ? 0.25 : 0;
    score -=
        isBackground(
                frame, first, carrier, dated || named || located, own.size() > owners, acting, all)
            ? 0.25
            : 0;
    boolean feared =
        frame.type() == EventType.INCIDENT
            && carrier < 0
            && !dated
            && (certainty == Certainty.HYPOTHETICAL || certainty == Certainty.PLANNED)
            && !isDefinite(syntax, start)
            && (syntax.is(start - 1, Kind.PREPOSITION) || syntax.is(start - 1, Kind.VERB));
    score -= feared ? 0.25 : 0;
    boolean bodiesOnly =
        !all.isEmpty()
            && carrier < 0
            && !dated
            && all.stream().allMatch(p -> p.kind() == Participant.Kind.ORGANISATION);
    boolean standing =
        named
            && own.isEmpty()
            && carrier < 0
            && !dated
            && isStanding(syntax, frame, noun)
            && syntax.tokens().get(syntax.chunk(noun).first()).isCapital();
    score -= standing ? 0.3 : 0;
    score -=
        bodiesOnly && (frame.type() == EventType.AGREEMENT || frame.type() == EventType.MEASURE)
            ? 0.3
            : 0;
    List<String> rules = new ArrayList<>();
    rules.add("noun:" + trigger.entry() + "/" + frame.name());
    if (carrier >= 0) {
      rules.add("carrier:" + syntax.word(carrier));
    }
    List<List<Participant>> sets = List.of(List.copyOf(all));
    boolean several =
        trigger.form() == Trigger.Form.PLURAL
            && frame.type() == EventType.AGREEMENT
            && actors.size() == 1
            && own.size() > 1;
    if (several) {
      sets =
          own.stream()
              .filter(p -> !p.name().equals(actors.get(0).name()))
              .map(p -> List.of(actors.get(0), p))
              .toList();
      rules.add("split:partners");
    }
    Draft.Place place =
        fillers.place(syntax, noun + 1, carrier >= 0 ? syntax.clauseEnd(noun) : end);
    boolean strikes =
        place == null
            && frame.type() == EventType.INCIDENT
            && carrier > noun
            && syntax.is(carrier + 1, Kind.ACTOR);
    if (strikes) {
      place = Fillers.asPlace(syntax.chunk(carrier + 1).mention());
    }
    List<Draft> out = new ArrayList<>();
    for (List<Participant> set : sets) {
      out.add(
          new Draft(
              frame.type(),
              frame.tableType(),
              set,
              place,
              null,
              certainty,
              scene.span(Math.min(from, start), Math.max(end, noun + 1), noun, start),
              "",
              false,
              new Draft.Traits(true, back, named, carrier >= 0, false),
              score,
              List.copyOf(rules)));
    }
    return out;
  }

  /**
   * "Minister A and Minister B opened the Peru-Chile dialogue": where persons act for the states
   * that the noun names, the persons take part.
   */
  private List<Participant> named(List<Participant> actors, List<Participant> own) {
    List<Participant> persons = actors.stream().filter(Participant::isPerson).toList();
    boolean states = own.stream().allMatch(p -> p.kind() == Participant.Kind.STATE);
    if (persons.size() > 1 && states && own.size() == persons.size()) {
      return List.of();
    }
    List<Participant> out = new ArrayList<>(own);
    persons.forEach(
        person -> {
          Participant state = fillers.onBehalf(person);
          out.removeIf(p -> own.size() > 1 && !state.equals(person) && p.equals(state));
        });
    return out;
  }

  /**
   * "his call", "Peru's extradition": what is merely named, without a date, a verb or a second
   * party, was told elsewhere or is no event of its own in every second case.
   */
  private boolean isBackground(
      Frame frame,
      String first,
      int carrier,
      boolean known,
      boolean second,
      boolean acts,
      List<Participant> who) {
    boolean light = frame.type() == EventType.MEASURE || frame.type() == EventType.MEETING;
    return carrier < 0
        && !known
        && !acts
        && (lexicon.has(WordSet.POSSESSIVE, first) && (light || !second)
            || light && who.size() == 1);
  }

  /** "Peru's ban on salt", "Chilean sanctions against banks": who does it and to what. */
  private boolean isActing(Syntax syntax, Frame frame, int start, int noun) {
    String after = syntax.word(noun + 1);
    return frame.type() == EventType.MEASURE
        && (after.equals("on") || after.equals("against"))
        && inside(syntax, start, noun).stream().anyMatch(p -> p.kind() == Participant.Kind.STATE);
  }

  /** "the Lima talks": told by their place alone, they were told of before if any were. */
  private static boolean isPlaceNamed(Syntax syntax, int start, int noun) {
    return noun == start + 2
        && syntax.word(start).equals("the")
        && syntax.is(start + 1, Kind.ACTOR)
        && Fillers.asPlace(syntax.chunk(start + 1).mention()) != null;
  }

  /** "Peruvian provocations", "Angolan mediation": a habit or a view rather than an event. */
  private static boolean isBareOf(Syntax syntax, int start, int noun, int end) {
    return start == noun - 1
        && end == noun + 1
        && syntax.is(start, Kind.ACTOR)
        && syntax.chunk(start).mention().is(Mention.Kind.DEMONYM)
        && !syntax.tokens().get(syntax.chunk(noun).first()).isCapital();
  }

  /** "Paris's quarrel", "his claim": a dispute of which only one side is told is mostly a view. */
  private static boolean isOneSided(
      Syntax syntax, int noun, Frame frame, int carrier, boolean dated, List<Participant> who) {
    return frame.type() == EventType.DISPUTE
        && carrier < 0
        && !dated
        && who.size() == 1
        && !syntax.word(noun + 1).equals("between");
  }

  private static int carriedFrom(Syntax syntax, int carrier, int start) {
    Syntax.Subject subject = syntax.subject(carrier);
    int from = subject.through() >= 0 ? carrier : Math.min(carrier, subject.start());
    return Math.min(from, start);
  }

  /** "the 12th session of their dialogue": it is the dialogue that is told of. */
  boolean isPart(Syntax syntax, int noun) {
    if (!syntax.is(noun, Kind.NOUN) && !syntax.is(noun, Kind.EVENT_NOUN)) {
      return false;
    }
    Token last = syntax.tokens().get(syntax.chunk(noun).last() - 1);
    if (!lexicon.has(WordSet.PART_OF, last.lower()) || !syntax.word(noun + 1).equals("of")) {
      return false;
    }
    for (int at = noun + 2; at < Math.min(syntax.size(), noun + 8); at++) {
      if (syntax.is(at, Kind.EVENT_NOUN)) {
        return true;
      }
      boolean inside =
          syntax.is(at, Kind.DETERMINER)
              || syntax.is(at, Kind.NOUN)
              || syntax.is(at, Kind.ACTOR)
              || syntax.is(at, Kind.HYPHEN)
              || syntax.is(at, Kind.POSSESSIVE);
      if (!inside) {
        return false;
      }
    }
    return false;
  }

  /** "the Lima Forum", "the White Paper", "the Refugee Convention": what is there, and no event. */
  private static boolean isStanding(Syntax syntax, Frame frame, int noun) {
    String last = syntax.tokens().get(syntax.chunk(noun).last() - 1).lower();
    return switch (frame.type()) {
      case MEETING -> true;
      case DECLARATION -> last.startsWith("paper");
      case AGREEMENT -> last.startsWith("convention") || last.startsWith("charter");
      default -> false;
    };
  }

  /** "I appeal to Peru", "will the president call Peru": the word is a verb there. */
  private static boolean isSaidOf(Syntax syntax, int noun) {
    Mention before = syntax.is(noun - 1, Kind.ACTOR) ? syntax.chunk(noun - 1).mention() : null;
    return before != null
        && (before.is(Mention.Kind.PRONOUN) && !before.name().equals("sides")
            || before.is(Mention.Kind.ROLE)
                && !before.plural()
                && before.definite()
                && syntax.is(noun + 1, Kind.ACTOR));
  }

  /** "press conference", "calls for", "a flood of complaints" and the like. */
  private boolean isNoEvent(Syntax syntax, int noun) {
    String word = syntax.word(noun);
    String before = noun > 0 ? syntax.word(noun - 1) : "";
    String after = syntax.word(noun + 1);
    boolean governing = word.equals("ruling") && syntax.is(noun + 1, Kind.ACTOR);
    boolean callFor =
        (word.equals("call") || word.equals("calls"))
            && (after.equals("for") || after.equals("to"));
    boolean quoted = syntax.is(noun + 1, Kind.QUOTE) && syntax.is(noun + 2, Kind.NOUN);
    boolean alleged =
        syntax.is(noun + 1, Kind.QUOTE)
            && syntax.is(syntax.nounPhraseStart(noun) - 1, Kind.QUOTE)
            && !syntax.tokens().get(syntax.chunk(noun).first()).isCapital();
    boolean compound = quoted || syntax.is(noun + 1, Kind.NOUN) && !isVerbLike(syntax, noun + 1);
    boolean post = word.startsWith("crossing") && before.equals("border");
    boolean compounded = before.equals("-") && noun > 1 && syntax.word(noun - 2).equals("co");
    boolean running = word.startsWith("operation") && after.equals("of");
    boolean prefixed = before.equals("-") && noun > 1 && isPrefix(syntax.word(noun - 2));
    boolean figure =
        (word.startsWith("flood") || word.startsWith("storm"))
            && after.equals("of")
            && (syntax.is(noun + 2, Kind.NOUN) || syntax.is(noun + 2, Kind.EVENT_NOUN));
    return isForThePress(syntax, noun)
        || isTarget(syntax, noun)
        || prefixed
        || governing
        || isVerb(syntax, noun)
        || callFor
        || running
        || figure
        || isCandidacy(syntax, noun)
        || isCharge(syntax, noun)
        || compounded
        || alleged
        || post
        || compound
        || syntax.is(noun + 1, Kind.HYPHEN)
        || before.equals("-") && word.equals("war");
  }

  /** "an attack on a patrol": what is attacked is no second event. */
  private static boolean isTarget(Syntax syntax, int noun) {
    int before = syntax.beforeDeterminers(syntax.nounPhraseStart(noun));
    boolean attacked =
        syntax.word(before).equals("on")
            && syntax.is(before - 1, Kind.EVENT_NOUN)
            && syntax.chunk(before - 1).frame().name().equals("attackNoun");
    return attacked
        && switch (syntax.chunk(noun).frame().type()) {
          case MEASURE, INCIDENT, MEETING -> true;
          default -> false;
        };
  }

  /**
   * "press conference", "a news briefing", "told a briefing in Lima": who speaks there meets
   * nobody.
   */
  private static boolean isForThePress(Syntax syntax, int noun) {
    return switch (syntax.word(noun - 1)) {
      case "press" -> true;
      case "news", "daily", "regular", "televised" -> isBriefing(syntax, noun);
      default -> false;
    };
  }

  /** "how to deal with them", "these conflict with it": a noun by its form, but a verb. */
  private static boolean isVerb(Syntax syntax, int noun) {
    String before = syntax.word(noun - 1);
    boolean several = before.equals("these") || before.equals("those") || before.equals("they");
    return switch (syntax.word(noun)) {
      case "deal" -> several || before.equals("to") || syntax.is(noun - 1, Kind.MODAL);
      case "clash", "conflict", "dispute" -> several || syntax.is(noun - 1, Kind.MODAL);
      default -> false;
    };
  }

  /** "post-conflict", "anti-coup": what comes after it, or is against it. */
  private static boolean isPrefix(String word) {
    return switch (word) {
      case "anti", "inter", "non", "post", "pre" -> true;
      default -> false;
    };
  }

  private static boolean isBriefing(Syntax syntax, int noun) {
    return syntax.word(noun).startsWith("briefing") || syntax.word(noun).startsWith("conference");
  }

  /** "guilty of spying", "on charges of murder": what somebody is blamed for. */
  private boolean isCharge(Syntax syntax, int noun) {
    int of = syntax.chunk(syntax.nounPhraseStart(noun)).first() - 1;
    return of > 0
        && (syntax.tokens().get(of).is("of") || syntax.tokens().get(of).is("with"))
        && lexicon.has(WordSet.BLAMING, syntax.tokens().get(of - 1).lower());
  }

  /** "joined her campaign", "the Example presidential campaign": a candidate's, or who runs it. */
  private static boolean isCandidacy(Syntax syntax, int noun) {
    if (!syntax.word(noun).startsWith("campaign")) {
      return false;
    }
    int start = syntax.nounPhraseStart(noun);
    boolean own = syntax.is(noun + 1, Kind.POSSESSIVE);
    for (int at = start; at < noun; at++) {
      own |= syntax.is(at, Kind.ACTOR) && syntax.chunk(at).mention().is(Mention.Kind.PERSON);
    }
    return own
        || switch (syntax.word(start)) {
          case "his", "her" -> true;
          default -> false;
        }
        || switch (syntax.word(noun - 1)) {
          case "election", "electoral", "presidential" -> true;
          default -> false;
        };
  }

  private static boolean isVerbLike(Syntax syntax, int at) {
    String word = syntax.word(at);
    return word.endsWith("ed") || word.length() > 5 && word.endsWith("ing");
  }

  /** Index after the phrases that belong to the noun. */
  private static int phraseEnd(Syntax syntax, int noun) {
    // The day of what is looked "into" is not that of the probe.
    boolean acts =
        syntax.is(noun, Kind.EVENT_NOUN) && syntax.chunk(noun).frame().type() == EventType.MEASURE;
    int at = noun + 1;
    while (at < syntax.size()) {
      Chunk chunk = syntax.chunk(at);
      boolean inside =
          switch (chunk.kind()) {
            case PREPOSITION ->
                !isOutward(syntax.word(at)) && !(acts && syntax.word(at).equals("into"));
            case ACTOR, DETERMINER, DATE, HYPHEN, POSSESSIVE -> true;
            case NOUN, EVENT_NOUN -> !syntax.is(at - 1, Kind.CONJUNCTION);
            case VERB -> isReduced(syntax, at);
            case CONJUNCTION -> joinsActor(syntax, at);
            case COMMA ->
                syntax.groupAt(at - 1) != null && syntax.groupAt(at - 1) == syntax.groupAt(at + 1)
                    || syntax.is(at - 1, Kind.ACTOR)
                        && syntax.is(at + 1, Kind.ACTOR)
                        && !syntax.verbFollows(at + 1);
            case OPEN, CLOSE -> true;
            default -> false;
          };
      if (!inside) {
        break;
      }
      at++;
    }
    while (at > noun + 1
        && (syntax.is(at - 1, Kind.PREPOSITION)
            || syntax.is(at - 1, Kind.DETERMINER)
            || syntax.is(at - 1, Kind.CONJUNCTION)
            || syntax.is(at - 1, Kind.COMMA)
            || syntax.is(at - 1, Kind.OPEN))) {
      at--;
    }
    return at;
  }

  /** "of Peru and the Chilean army"; not "and the two neighbours last month signed". */
  private static boolean joinsActor(Syntax syntax, int conjunction) {
    int actor = syntax.is(conjunction + 1, Kind.DETERMINER) ? conjunction + 2 : conjunction + 1;
    int after = syntax.is(actor + 1, Kind.DATE) ? actor + 1 : actor;
    return syntax.is(actor, Kind.ACTOR)
        && !(after > actor && syntax.verbFollows(after) && !syntax.isPassive(after + 1));
  }

  private static boolean isOutward(String word) {
    return switch (word) {
      case "as", "like", "than", "because", "through", "via", "per", "including" -> true;
      default -> false;
    };
  }

  /** "talks held in Cairo": a participle after the noun belongs to it. */
  private static boolean isReduced(Syntax syntax, int at) {
    boolean afterNoun = syntax.is(at - 1, Kind.EVENT_NOUN) || syntax.is(at - 1, Kind.NOUN);
    return afterNoun && syntax.isPassive(at);
  }

  List<Participant> inside(Syntax syntax, int start, int noun) {
    List<Participant> out = new ArrayList<>();
    for (int at = start; at < noun; at++) {
      if (syntax.is(at, Kind.ACTOR)
          && !isAgentOnly(syntax, at, noun)
          && !isNamedAfter(syntax, at, noun)) {
        Mention mention = syntax.chunk(at).mention();
        if (mention.canAct()
            || mention.is(Mention.Kind.DEMONYM)
            || (mention.is(Mention.Kind.UNKNOWN) || mention.is(Mention.Kind.NAME))) {
          Fillers.addAll(out, fillersOf(mention));
        }
      }
    }
    return out;
  }

  /** "the Algiers Agreement", "the Geneva peace talks": a capital there is a place, not a party. */
  private static boolean isNamedAfter(Syntax syntax, int at, int noun) {
    int next = at + 1;
    while (syntax.is(next, Kind.NOUN) && next < noun) {
      next++;
    }
    boolean before =
        next == noun
            && syntax.chunk(at).mention().is(Mention.Kind.METONYM)
            && !syntax.is(at - 1, Kind.HYPHEN)
            && !syntax.is(at - 1, Kind.CONJUNCTION);
    if (!before || !syntax.is(noun, Kind.EVENT_NOUN)) {
      return false;
    }
    return switch (syntax.chunk(noun).frame().type()) {
      case AGREEMENT, DECLARATION, MEETING, SUMMIT, DIALOGUE -> true;
      default -> false;
    };
  }

  /** "a UN-supervised vote": who supervises takes no part in a vote or an agreement. */
  private static boolean isAgentOnly(Syntax syntax, int at, int noun) {
    boolean participle =
        syntax.is(at + 1, Kind.HYPHEN) && at + 2 < noun && syntax.word(at + 2).endsWith("ed");
    if (!participle || !syntax.is(noun, Kind.EVENT_NOUN)) {
      return false;
    }
    return switch (syntax.chunk(noun).frame().type()) {
      case ELECTION, AGREEMENT, SUMMIT -> true;
      default -> false;
    };
  }

  private List<Participant> fillersOf(Mention mention) {
    return fillers.people(new Syntax.Group(0, 0, List.of(asActor(mention)), "", 0));
  }

  /** A demonym before a noun stands for its state. */
  private static Mention asActor(Mention mention) {
    return mention.is(Mention.Kind.DEMONYM)
        ? mention.renamed(Mention.Kind.STATE, mention.name(), mention.id())
        : mention;
  }

  private List<Participant> after(Syntax syntax, int noun, int end, Frame frame) {
    List<Participant> out = new ArrayList<>();
    boolean war = frame.tableType().equals("Conflict");
    for (Syntax.Group group : fillers.governed(syntax, noun + 1, end, war ? WARRING : TAKING)) {
      String preposition = group.preposition();
      boolean target =
          preposition.equals("on")
              || preposition.equals("of")
              || preposition.equals("to")
              || preposition.equals("from");
      boolean places =
          target
              && frame.type() != EventType.INCIDENT
              && frame.type() != EventType.AGREEMENT
              && frame.type() != EventType.CALL
              && frame.type() != EventType.MEASURE
              && !(frame.type() == EventType.DECLARATION && preposition.equals("from"))
              && !preposition.equals("of");
      boolean whereTo = preposition.equals("to") && frame.type() == EventType.INCIDENT;
      boolean ofAnother = preposition.equals("of") && syntax.is(group.start() - 1, Kind.NOUN);
      boolean whom = preposition.equals("for") && frame.type() != EventType.MEASURE;
      if (places
          || whereTo
          || whom
          || ofAnother
          || nearerNoun(syntax, noun, group.start())
          || isBeside(syntax, group.first())) {
        continue;
      }
      for (Mention mention : group.members()) {
        if (preposition.equals("in") && !mention.is(Mention.Kind.STATE)) {
          continue;
        }
        Fillers.addAll(
            out,
            mention.is(Mention.Kind.DEMONYM)
                ? fillersOf(mention)
                : fillers.people(new Syntax.Group(0, 0, List.of(mention), "", 0)));
      }
    }
    return out;
  }

  /** "withdrew from the pact on 3 May": the day is that of what was done to it. */
  private boolean isDatedByVerb(Syntax syntax, Frame frame, int start, int noun, int end) {
    boolean standing =
        switch (frame.type()) {
          case AGREEMENT, MEASURE, DISPUTE, DECLARATION, RULING -> true;
          case ELECTION ->
              syntax.is(start - 1, Kind.VERB) && !syntax.chunk(start - 1).triggers().isEmpty();
          default -> false;
        };
    if (!standing || !isDefinite(syntax, start) || hasDate(syntax, start, noun)) {
      return false;
    }
    boolean adverbial =
        syntax.is(noun + 1, Kind.PREPOSITION) && !syntax.word(noun + 1).equals("of");
    int verb = start - 1;
    while (syntax.is(verb, Kind.PREPOSITION) || syntax.is(verb, Kind.ADVERB)) {
      verb--;
    }
    return adverbial && syntax.is(verb, Kind.VERB) && hasDate(syntax, noun, end);
  }

  /** "a meeting on the margins of the summit": the occasion takes no part in it. */
  private boolean isBeside(Syntax syntax, int at) {
    int named = syntax.chunk(at).first();
    PhraseIndex<String> sidelines = lexicon.phrases(WordSet.SIDELINE);
    for (int i = Math.max(0, named - SIDELINE_WORDS); i < named; i++) {
      PhraseIndex.Match<String> match = sidelines.longest(syntax.tokens(), i);
      if (match != null && match.end() >= named - 1 && match.end() <= named) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether another event noun, or a border or tie "with" somebody, stands between: then the phrase
   * belongs to that.
   */
  private boolean nearerNoun(Syntax syntax, int noun, int at) {
    boolean beside =
        syntax.word(at).equals("with")
            && at - 1 > noun
            && syntax.is(at - 1, Kind.NOUN)
            && lexicon.has(WordSet.REGION, syntax.word(at - 1));
    if (beside) {
      return true;
    }
    for (int i = noun + 1; i < at; i++) {
      if (syntax.is(i, Kind.EVENT_NOUN)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(Syntax syntax, int start, int noun) {
    List<Token> tokens = syntax.tokens();
    Token head = tokens.get(syntax.chunk(noun).first());
    if (!head.isCapital() || syntax.chunk(noun).first() == 0) {
      return false;
    }
    int modifier = start;
    while (modifier < noun && syntax.is(modifier, Kind.DETERMINER)) {
      modifier++;
    }
    return modifier < noun || syntax.chunk(noun).last() - syntax.chunk(noun).first() > 1;
  }

  /** "the Karabakh conflict": a capitalised name stands before the noun, or after it. */
  private static boolean holdsName(Syntax syntax, int start, int noun) {
    for (int at = start; at < noun; at++) {
      if (syntax.is(at, Kind.ACTOR)) {
        return true;
      }
    }
    return syntax.is(noun + 1, Kind.ACTOR)
        && syntax.chunk(noun + 1).mention().is(Mention.Kind.UNKNOWN);
  }

  private static boolean hasDate(Syntax syntax, int from, int to) {
    for (int at = from; at < to; at++) {
      if (syntax.is(at, Kind.DATE)
          && syntax.chunk(at).date().form() != DateExpression.Form.VAGUE
          && !syntax.chunk(at).date().since()) {
        return true;
      }
    }
    return false;
  }

  /** Index after the nouns from a chunk on. */
  private static int nounsEnd(Syntax syntax, int from) {
    int at = from;
    while (syntax.is(at, Kind.DETERMINER)
        || syntax.is(at, Kind.NOUN)
        || syntax.is(at, Kind.HYPHEN)
        || syntax.is(at, Kind.ADVERB)) {
      at++;
    }
    return at;
  }

  private boolean hasWeapon(Syntax syntax, int from, int to) {
    for (int t = syntax.chunk(from).first(); t < syntax.chunk(to - 1).last(); t++) {
      if (lexicon.has(WordSet.WEAPON, syntax.tokens().get(t).lower())
          || syntax.tokens().get(t).is("nuclear")) {
        return true;
      }
    }
    return false;
  }

  private boolean isDefinite(Syntax syntax, int start) {
    return lexicon.has(WordSet.DEFINITE, syntax.word(start));
  }
}
