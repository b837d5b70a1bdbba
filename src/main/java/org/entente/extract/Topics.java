package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.extract.Chunk.Kind;

/**
 * Finds what an event was about where a noun for it says so: "an agreement on cross-border trade",
 * "talks about fishing rights", "spoke about fishing rights". What may as well be a time, a place
 * or a set phrase is no topic.
 */
final class Topics {
  private static final int LONGEST = 7;

  private final Lexicon lexicon;

  Topics(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Words for what an event was about.
   *
   * @param sentence number of the sentence that tells the event
   * @param trigger chunk of that sentence that does
   * @param start offset of the first character
   * @param end offset after the last
   */
  record Topic(int sentence, int trigger, int start, int end) {
    private boolean holds(Token token) {
      return token.start() >= start && token.end() <= end;
    }
  }

  /** The topics of the events of a sentence. */
  List<Topic> of(SentenceReader.Scene scene, List<Draft> drafts) {
    List<Topic> out = new ArrayList<>();
    for (Draft draft : drafts) {
      Optional<Topic> topic =
          switch (draft.type()) {
            case STATEMENT, DECLARATION -> ofSpeech(scene, draft);
            case INCIDENT, VISIT -> Optional.empty();
            default -> of(scene, draft);
          };
      topic.ifPresent(out::add);
    }
    return out;
  }

  private Optional<Topic> of(SentenceReader.Scene scene, Draft draft) {
    Syntax syntax = scene.syntax();
    for (int at = draft.span().trigger(); at < syntax.size(); at++) {
      if (at > draft.span().trigger() && ends(scene, draft, at)) {
        return Optional.empty();
      }
      Chunk chunk = syntax.chunk(at);
      boolean noun =
          isNounFor(draft, chunk) || at == draft.span().trigger() && holdsNoun(draft, chunk);
      if (noun && lexicon.has(WordSet.ABOUT, syntax.word(at + 1))) {
        return words(scene, draft, at + 2);
      }
    }
    return Optional.empty();
  }

  /**
   * "spoke about the border dispute", "told them about illegal fishing": what somebody speaks
   * about. One word alone says nothing as often as not ("spoke about developments").
   */
  private Optional<Topic> ofSpeech(SentenceReader.Scene scene, Draft draft) {
    Syntax syntax = scene.syntax();
    int verb = draft.span().trigger();
    List<Token> tokens = scene.sentence().tokens();
    boolean within = tokens.get(syntax.chunk(verb).last() - 1).is("about");
    Syntax.Group whom = syntax.groupAt(verb + 1);
    int about = within ? verb : whom == null ? verb + 1 : whom.last();
    return syntax.is(verb, Kind.VERB) && (within || syntax.word(about).equals("about"))
        ? words(scene, draft, about + 1)
            .filter(topic -> tokens.stream().filter(topic::holds).count() > 1)
        : Optional.empty();
  }

  /** Another clause is another matter. */
  private static boolean ends(SentenceReader.Scene scene, Draft draft, int at) {
    Syntax syntax = scene.syntax();
    return syntax.is(at, Kind.VERB)
        || syntax.is(at, Kind.BREAK)
        || syntax.is(at, Kind.SUBORDINATOR)
        || scene.offset(at) >= draft.span().end();
  }

  /** "hold talks": a noun within a verb's phrase. */
  private static boolean holdsNoun(Draft draft, Chunk chunk) {
    return chunk.is(Kind.VERB) && chunk.last() - chunk.first() > 1 && draft.type().isEncounter();
  }

  private static boolean isNounFor(Draft draft, Chunk chunk) {
    return chunk.is(Kind.EVENT_NOUN)
        && chunk.triggers().stream()
            .map(trigger -> trigger.frame().type())
            .anyMatch(
                type -> type == draft.type() || type.isEncounter() && draft.type().isEncounter());
  }

  private Optional<Topic> words(SentenceReader.Scene scene, Draft draft, int from) {
    Syntax syntax = scene.syntax();
    List<Token> tokens = scene.sentence().tokens();
    int first = from;
    while (syntax.is(first, Kind.DETERMINER)) {
      first++;
    }
    int at = first;
    while (at < syntax.size() && goesOn(syntax, at)) {
      at++;
    }
    boolean counted = syntax.word(first).matches("[0-9$€£].*");
    boolean noun =
        at > first
            && !counted
            && (syntax.is(at - 1, Kind.NOUN) || syntax.is(at - 1, Kind.EVENT_NOUN));
    if (!noun || !isWhole(syntax, at) || lexicon.has(WordSet.NO_TOPIC, syntax.word(at - 1))) {
      return Optional.empty();
    }
    at = ownerEnd(syntax, at);
    int start = syntax.chunk(first).first();
    int end = syntax.chunk(at - 1).last();
    return end - start > LONGEST
        ? Optional.empty()
        : Optional.of(
            new Topic(
                draft.span().sentence(),
                draft.span().trigger(),
                tokens.get(start).start(),
                tokens.get(end - 1).end()));
  }

  /**
   * Whether a phrase that ends before a chunk ends there: "disputed | South China Sea" does not.
   */
  private static boolean isWhole(Syntax syntax, int at) {
    boolean joined = syntax.is(at, Kind.CONJUNCTION) && !syntax.is(at + 1, Kind.VERB);
    return !joined && !syntax.is(at, Kind.ACTOR) && !syntax.is(at, Kind.DETERMINER);
  }

  /** Index after "of the river" behind a noun; the index itself where nothing of it follows. */
  private static int ownerEnd(Syntax syntax, int at) {
    int from = at + 1;
    while (syntax.is(from, Kind.DETERMINER)) {
      from++;
    }
    int end = from;
    while (end < syntax.size() && (goesOn(syntax, end) || syntax.is(end, Kind.ACTOR))) {
      end++;
    }
    return syntax.word(at).equals("of") && end > from ? end : at;
  }

  /** Whether a noun phrase goes on; a name in it stands before what is its own. */
  private static boolean goesOn(Syntax syntax, int at) {
    boolean noun =
        syntax.is(at, Kind.NOUN)
            || syntax.is(at, Kind.EVENT_NOUN)
            || syntax.is(at, Kind.HYPHEN)
            || syntax.is(at, Kind.POSSESSIVE);
    boolean owner =
        syntax.is(at, Kind.ACTOR)
            && (syntax.is(at + 1, Kind.NOUN)
                || syntax.is(at + 1, Kind.EVENT_NOUN)
                || syntax.is(at + 1, Kind.POSSESSIVE));
    return noun || owner;
  }
}
