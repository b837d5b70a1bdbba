package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.extract.Chunk.Kind;

/** Finds what fills the places around a trigger: objects, phrases with prepositions, places. */
final class Fillers {
  private static final Set<String> PLACE_WORDS =
      Set.of(
          "in",
          "at",
          "to",
          "from",
          "near",
          "across",
          "within",
          "throughout",
          "into",
          "through",
          "toward",
          "towards",
          "around",
          "outside");

  private final Lexicon lexicon;
  private final Discourse discourse;

  Fillers(Lexicon lexicon, Discourse discourse) {
    this.lexicon = lexicon;
    this.discourse = discourse;
  }

  /** Whom a group stands for. */
  List<Participant> people(Syntax.Group group) {
    List<Participant> out = new ArrayList<>();
    if (group == null) {
      return out;
    }
    for (Mention mention : group.members()) {
      if (mention.canAct() || (mention.is(Mention.Kind.UNKNOWN) || mention.is(Mention.Kind.NAME))) {
        addAll(out, discourse.resolve(mention));
      }
    }
    return out;
  }

  /** The state for which an office holder acts; the participant itself where none is known. */
  Participant onBehalf(Participant participant) {
    return discourse.onBehalf(participant);
  }

  /** Whom "their", "his" or "our" before a noun stands for. */
  List<Participant> possessive(String word, int at) {
    return discourse.possessive(word, at);
  }

  static void addAll(List<Participant> out, List<Participant> more) {
    for (Participant participant : more) {
      boolean there = out.stream().anyMatch(p -> p.name().equals(participant.name()));
      if (!there) {
        out.add(participant);
      }
    }
  }

  /** The group that is the direct object of a verb; null when there is none. */
  Syntax.Group object(Syntax syntax, int verb, int end) {
    int at = verb + 1;
    while (at < end) {
      if (at == verb + 1 && isPlacePhrase(syntax, at) && syntax.groupAt(at + 1).last() < end) {
        at = syntax.groupAt(at + 1).last();
        continue;
      }
      if (syntax.is(at, Kind.ACTOR)) {
        Syntax.Group group = syntax.groupAt(at);
        boolean person =
            syntax.chunk(group.last() - 1).mention() != null
                && syntax.chunk(group.last() - 1).mention().is(Mention.Kind.PERSON);
        boolean modifies =
            syntax.is(group.last(), Kind.NOUN) && !person && !syntax.isTime(group.last())
                || syntax.is(group.last(), Kind.EVENT_NOUN)
                || syntax.is(group.last(), Kind.POSSESSIVE)
                || syntax.is(group.last(), Kind.HYPHEN);
        if (modifies && group.members().size() > 1) {
          return group.withoutLast();
        }
        return modifies ? owned(syntax, group, end) : group;
      }
      boolean skip =
          syntax.is(at, Kind.DETERMINER)
              || syntax.is(at, Kind.ADVERB)
              || syntax.is(at, Kind.DATE)
              || isNamedBelow(syntax, at)
              || syntax.is(at, Kind.COMMA) && isApposed(syntax, at)
              || syntax.is(at, Kind.HYPHEN) && syntax.word(at - 1).equals("then")
              || syntax.is(at, Kind.NOUN) && syntax.is(at + 1, Kind.ACTOR)
              || syntax.is(at, Kind.NOUN)
                  && syntax.is(at + 1, Kind.NOUN)
                  && syntax.is(at + 2, Kind.ACTOR);
      if (!skip) {
        return null;
      }
      at++;
    }
    return null;
  }

  /**
   * "met Peru's former envoy Ana Example", "met Peruvian magnate Ana Example": the person named;
   * "met Peru's civil and military leaders": Peru, whose they are. Null when nothing of the kind
   * follows the possessive.
   */
  private static Syntax.Group owned(Syntax syntax, Syntax.Group owner, int end) {
    int at = owner.last();
    boolean possessive = syntax.is(at, Kind.POSSESSIVE);
    if (!possessive && !syntax.is(at, Kind.NOUN)) {
      return null;
    }
    at += possessive ? 1 : 0;
    while (at < end
        && (syntax.is(at, Kind.NOUN)
            || syntax.is(at, Kind.EVENT_NOUN) && syntax.is(at + 1, Kind.NOUN)
            || syntax.is(at, Kind.COMMA) && isApposed(syntax, at)
            || syntax.is(at, Kind.HYPHEN)
            || syntax.is(at, Kind.ADVERB)
            || syntax.is(at, Kind.CONJUNCTION) && syntax.is(at - 1, Kind.NOUN))) {
      at++;
    }
    if (at >= end || !syntax.is(at, Kind.ACTOR)) {
      return null;
    }
    Syntax.Group group = syntax.groupAt(at);
    Mention mention = syntax.chunk(at).mention();
    if (mention.is(Mention.Kind.PERSON)) {
      return group;
    }
    boolean theirs = possessive && mention.is(Mention.Kind.ROLE) && mention.plural();
    return theirs && mention.states().isEmpty() ? owner : null;
  }

  /** "received at the palace the minister": a place between the verb and whom it acts on. */
  private static boolean isPlacePhrase(Syntax syntax, int at) {
    Syntax.Group group = syntax.groupAt(at + 1);
    return syntax.is(at, Kind.PREPOSITION)
        && (syntax.word(at).equals("at") || syntax.word(at).equals("in"))
        && group != null
        && group.members().stream().allMatch(m -> asPlace(m) != null);
  }

  /** "met the likely nominee, Senator Ana Example": who the noun before the comma is. */
  private static boolean isApposed(Syntax syntax, int comma) {
    return syntax.is(comma - 1, Kind.NOUN)
        && syntax.is(comma + 1, Kind.ACTOR)
        && syntax.chunk(comma + 1).mention().is(Mention.Kind.PERSON)
        && !syntax.verbFollows(syntax.groupAt(comma + 1).last() - 1);
  }

  /**
   * "the long-time ruler Ana Example", "high-ranking officials": nouns right before a person's name
   * or an office go with it, and so do those before a comma that the name follows.
   */
  private static boolean isNamedBelow(Syntax syntax, int from) {
    int at = from;
    while (at < from + 5
        && (syntax.is(at, Kind.NOUN) || syntax.is(at, Kind.HYPHEN) || syntax.is(at, Kind.ADVERB))) {
      at++;
    }
    int name = syntax.is(at, Kind.COMMA) && isApposed(syntax, at) ? at + 1 : at;
    return at > from
        && syntax.is(at - 1, Kind.NOUN)
        && syntax.is(name, Kind.ACTOR)
        && (syntax.chunk(name).mention().is(Mention.Kind.PERSON)
            || syntax.chunk(name).mention().is(Mention.Kind.ROLE));
  }

  /** The groups between two chunks that a certain preposition governs. */
  List<Syntax.Group> governed(Syntax syntax, int from, int to, Set<String> prepositions) {
    List<Syntax.Group> out = new ArrayList<>();
    for (Syntax.Group group : syntax.groups()) {
      if (group.first() >= from
          && group.first() < to
          && prepositions.contains(group.preposition())
          && !syntax.is(group.last(), Kind.EVENT_NOUN)) {
        out.add(group);
      }
    }
    return out;
  }

  /**
   * Where what a verb tells of took place: as told after it, else before it in what acts or opens
   * the sentence ("flooding in Mali killed", "In Mali, shops were closed").
   */
  Draft.Place setting(Syntax syntax, Clause clause) {
    Draft.Place after = place(syntax, clause.verb() + 1, clause.end());
    if (after != null) {
      return after;
    }
    int from = clause.verb();
    while (from > 0
        && !syntax.is(from - 1, Kind.VERB)
        && !syntax.is(from - 1, Kind.SUBORDINATOR)
        && !syntax.is(from - 1, Kind.BREAK)) {
      from--;
    }
    boolean within = from <= clause.syntactic().start();
    Draft.Place before = within ? place(syntax, from, clause.verb()) : null;
    return before == null || before.state() == null ? null : before;
  }

  /** Where something took place: the first place, capital or state after "in", "at", "to". */
  Draft.Place place(Syntax syntax, int from, int to) {
    for (Syntax.Group group : syntax.groups()) {
      if (group.first() < from || group.first() >= to || !isWhere(syntax, group)) {
        continue;
      }
      Draft.Place place = asPlace(group.members().isEmpty() ? null : group.members().get(0));
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** "in Mali", "in parts of Mali". */
  private boolean isWhere(Syntax syntax, Syntax.Group group) {
    if (PLACE_WORDS.contains(group.preposition())) {
      return true;
    }
    int noun = group.start() - 1;
    return group.preposition().equals("of")
        && syntax.is(noun, Kind.NOUN)
        && lexicon.has(WordSet.REGION, syntax.word(noun))
        && PLACE_WORDS.contains(syntax.word(syntax.nounPhraseStart(noun) - 1));
  }

  static Draft.Place asPlace(Mention mention) {
    if (mention == null) {
      return null;
    }
    String state = mention.states().isEmpty() ? null : mention.states().get(0);
    return switch (mention.kind()) {
      case PLACE, METONYM, STATE -> new Draft.Place(mention.name(), state);
      default -> null;
    };
  }

  /** Where a journey leads: what is capitalised after "flew to" is a place, known or not. */
  static Draft.Place asDestination(Mention mention) {
    Draft.Place place = asPlace(mention);
    return place == null && mention != null && mention.is(Mention.Kind.UNKNOWN)
        ? new Draft.Place(mention.name(), null)
        : place;
  }

  /** Whether a preposition makes a capital or state a place. */
  static boolean isPlaceWord(String preposition) {
    return PLACE_WORDS.contains(preposition);
  }
}
