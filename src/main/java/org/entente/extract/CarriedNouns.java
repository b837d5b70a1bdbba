package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.entente.extract.Chunk.Kind;

/** Reads nouns that tell of an event which a verb only carries: "hold talks", "talks began". */
final class CarriedNouns {
  private final Lexicon lexicon;
  private final Discourse discourse;
  private final Status status;
  private final NounReader nouns;

  CarriedNouns(Lexicon lexicon, Discourse discourse, Status status, NounReader nouns) {
    this.lexicon = lexicon;
    this.discourse = discourse;
    this.status = status;
    this.nouns = nouns;
  }

  /**
   * "The talks began", "the strike killed a fisherman": the subject tells, the verb carries.
   *
   * @param befallen whom what the verb tells befalls, by its frame
   */
  List<Draft> bySubject(
      SentenceReader.Scene scene,
      Clause clause,
      List<Trigger> triggers,
      Function<Frame, List<Participant>> befallen) {
    Syntax syntax = scene.syntax();
    int noun = parted(syntax, clause.syntactic().noun());
    int after = clause.verb() + 1;
    boolean isAim =
        syntax.is(clause.verb() - 1, Kind.TO)
            && noun == clause.verb() - 2
            && (syntax.is(after, Kind.NOUN)
                || syntax.is(after, Kind.DETERMINER)
                || syntax.is(after, Kind.EVENT_NOUN));
    boolean possible =
        !clause.passive()
            && !isAim
            && noun >= 0
            && noun < clause.verb()
            && syntax.is(noun, Kind.EVENT_NOUN)
            && !scene.taken()[noun];
    for (int i = 0; possible && i < triggers.size(); i++) {
      Frame frame = triggers.get(i).frame();
      if (carriesAny(frame.carriesSubject(), syntax, noun)) {
        List<Draft> read = nouns.read(scene, noun, clause.verb(), befallen.apply(frame));
        scene.taken()[noun] = !read.isEmpty();
        return read;
      }
    }
    return List.of();
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
  List<Draft> read(SentenceReader.Scene scene, Clause clause, List<Trigger> triggers) {
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
        boolean agreed = syntax.chunk(noun).frame().type() == EventType.AGREEMENT;
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
              && !isSpan(syntax, clause.verb(), at)
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
            clause.isAsked(syntax)
                ? 0.2
                : clause.isPurpose(syntax) || isMereAim(syntax, clause, read) ? 0.3 : 0;
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

  /** "had weeks of talks", "engaged in a year of talks": how long what follows goes on. */
  private static boolean isSpan(Syntax syntax, int verb, int of) {
    boolean time = syntax.isTime(of - 1) || syntax.is(of - 1, Kind.DATE);
    return time && of > verb + 1 && syntax.word(of).equals("of");
  }

  private boolean isMereAim(Syntax syntax, Clause clause, List<Draft> read) {
    return !read.isEmpty() && isMereAim(syntax, clause, read.get(0).type());
  }

  /** What is but wished or possible, on no day: an act of force or of state that is not told. */
  boolean isMereAim(Syntax syntax, Clause clause, EventType type) {
    boolean able = status.isAbility(syntax, clause.verb());
    return !clause.hasDate(syntax)
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
    boolean acts = syntax.chunk(clause.verb()).tells(EventType.INCIDENT, EventType.MEASURE);
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
        syntax.is(noun, Kind.EVENT_NOUN) && syntax.chunk(noun).frame().name().equals("measureNoun");
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
    if (group == null || !syntax.takesNothing(after) || group.first() > clause.verb()) {
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
    return syntax.chunk(noun).has(t -> frames.contains(t.frame().name()));
  }
}
