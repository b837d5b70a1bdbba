package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Chunk.Kind;

/**
 * Tells apart what a sentence tells of several at once: "summits were hosted by France (June 2023)
 * and Italy (May 2024)" are two, each with its date.
 */
final class Distribution {
  private final Discourse discourse;

  private record Share(int actor, int date) {}

  Distribution(Discourse discourse) {
    this.discourse = discourse;
  }

  /** The drafts of a sentence, before dates are bound, with those that are shared out replaced. */
  List<Draft> distribute(SentenceReader.Scene scene, List<Draft> drafts) {
    List<Share> shares = shares(scene.syntax());
    if (shares.size() < 2) {
      return drafts;
    }
    Draft shared = null;
    for (Draft draft : drafts) {
      boolean before = draft.span().trigger() < shares.get(0).actor;
      if (before && (shared == null || draft.span().trigger() > shared.span().trigger())) {
        shared = draft;
      }
    }
    if (shared == null) {
      shared = bare(scene, shares.get(0).actor);
    }
    if (shared == null) {
      return drafts;
    }
    List<Draft> out = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.span().trigger() != shared.span().trigger()) {
        out.add(draft);
      }
    }
    Syntax syntax = scene.syntax();
    for (Share share : shares) {
      List<Participant> who = discourse.resolve(syntax.chunk(share.actor).mention());
      Draft.Span old = shared.span();
      Draft.Span span =
          new Draft.Span(
              old.start(),
              scene.endBefore(share.date + 1),
              old.sentence(),
              old.paragraph(),
              share.date - 1,
              share.date - 1);
      out.add(
          new Draft(
              shared.type(),
              shared.tableType(),
              who,
              shared.place(),
              null,
              shared.certainty(),
              span,
              "",
              false,
              shared.traits(),
              shared.score() + 0.1,
              plus(shared.rules())));
    }
    return out;
  }

  /** A noun before the first share that on its own tells of nobody. */
  private static Draft bare(SentenceReader.Scene scene, int before) {
    Syntax syntax = scene.syntax();
    for (int at = before - 1; at >= 0; at--) {
      if (syntax.is(at, Kind.EVENT_NOUN)) {
        Trigger trigger = syntax.chunk(at).triggers().get(0);
        return new Draft(
            trigger.frame().type(),
            trigger.frame().tableType(),
            List.of(),
            null,
            null,
            Certainty.ASSERTED,
            scene.span(syntax.nounPhraseStart(at), at + 1, at, at),
            "",
            false,
            new Draft.Traits(true, false, false, false, false),
            trigger.frame().prior(),
            List.of("noun:" + trigger.entry() + "/" + trigger.frame().name()));
      }
    }
    return null;
  }

  private static List<String> plus(List<String> rules) {
    List<String> more = new ArrayList<>(rules);
    more.add("split:dates-in-parentheses");
    return List.copyOf(more);
  }

  private static List<Share> shares(Syntax syntax) {
    List<Share> out = new ArrayList<>();
    for (int at = 0; at + 3 < syntax.size(); at++) {
      boolean share =
          syntax.is(at, Kind.ACTOR)
              && syntax.chunk(at).mention().canAct()
              && syntax.is(at + 1, Kind.OPEN)
              && syntax.is(at + 2, Kind.DATE)
              && syntax.is(at + 3, Kind.CLOSE);
      if (share) {
        out.add(new Share(at, at + 2));
      }
    }
    return out;
  }
}
