package org.entente.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.entente.extract.Chunk.Kind;

/**
 * Reads what is recommended and assessed: the cues of the lexicon, in what a single named speaker
 * is reported to have said, or in the author's own voice where the author is known. What nobody who
 * can be named holds is left alone, and so are questions and conditions.
 */
final class JudgementReader {
  /** A clause that is longer says more than a row can hold. */
  private static final int LONGEST = 60;

  private static final int SHORTEST = 5;

  private final Lexicon lexicon;
  private final Discourse discourse;
  private final TextView view;
  private final List<Participant> authors;

  JudgementReader(Lexicon lexicon, Discourse discourse, TextView view, List<Participant> authors) {
    this.lexicon = lexicon;
    this.discourse = discourse;
    this.view = view;
    this.authors = List.copyOf(authors);
  }

  /** A cue where it stands. */
  private record Found(Lexicon.Cue cue, int first, int last) {}

  /**
   * What a sentence judges; empty when it does not, or nobody can be named who does.
   *
   * @param scene the sentence
   * @param drafts what it tells
   */
  Optional<Judgement> read(SentenceReader.Scene scene, List<Draft> drafts) {
    List<Token> tokens = scene.sentence().tokens();
    if (tokens.isEmpty() || tokens.get(tokens.size() - 1).is("?")) {
      return Optional.empty();
    }
    Found found = find(tokens);
    if (found == null) {
      return Optional.empty();
    }
    int chunk = chunkAt(scene.syntax(), found.first);
    List<Participant> speakers = speakers(drafts);
    boolean own = speakers.isEmpty();
    if (!own && (found.cue.author() || !isSaid(tokens, drafts, found))) {
      return Optional.empty();
    }
    if (own && (scene.quoted()[chunk] || isReported(scene, chunk))) {
      return Optional.empty();
    }
    List<Participant> holders = own ? authors : speakers;
    if (isOpen(tokens, found)) {
      return Optional.empty();
    }
    int from = Math.max(start(tokens, found.first), own ? 0 : said(scene.syntax(), drafts, chunk));
    int to = end(tokens, found.last, own);
    if (to - from < SHORTEST || to - from > LONGEST) {
      return Optional.empty();
    }
    boolean advice = found.cue.kind().equals(Judgement.RECOMMENDATION);
    if (advice && isRelative(scene.syntax(), found, chunk)) {
      return Optional.empty();
    }
    Participant actor = actor(scene.syntax(), found, chunk);
    Participant about = advice ? null : actor;
    List<Participant> between = about == null ? between(scene.syntax()) : List.of();
    if (about == null && between.size() != 2) {
      about = actor;
    }
    if (about == null && between.size() != 2) {
      return Optional.empty();
    }
    int start = tokens.get(from).start();
    int end = tokens.get(to - 1).end();
    String quote = view.text().substring(start, end);
    return Optional.of(
        new Judgement(
            found.cue.kind(),
            holders,
            advice ? actor : null,
            about,
            between,
            sentence(quote),
            new Candidate.Passage(view.codePoint(start), view.codePoint(end), quote),
            found.cue.prior(),
            List.of(
                "cue:" + Words.join(tokens, found.first, found.last),
                own ? "holder:author" : "holder:speaker")));
  }

  /** The first cue; advice before an assessment. */
  private Found find(List<Token> tokens) {
    Found first = null;
    for (int at = 0; at < tokens.size(); at++) {
      PhraseIndex.Match<Lexicon.Cue> match = lexicon.cues().longest(tokens, at);
      if (match == null || at == 0 && match.end() < 3) {
        continue;
      }
      Found found = new Found(match.value(), at, match.end());
      if (found.cue.kind().equals(Judgement.RECOMMENDATION)) {
        return found;
      }
      first = first == null ? found : first;
      at = match.end() - 1;
    }
    return first;
  }

  private static int chunkAt(Syntax syntax, int token) {
    int at = 0;
    while (at + 1 < syntax.size() && syntax.chunk(at).last() <= token) {
      at++;
    }
    return at;
  }

  /** The single person who is reported to say it; empty when the sentence reports nobody. */
  private static List<Participant> speakers(List<Draft> drafts) {
    Set<Participant> out = new LinkedHashSet<>();
    for (Draft draft : drafts) {
      if (draft.type() == EventType.STATEMENT && draft.certainty() == Certainty.ASSERTED) {
        out.addAll(draft.participants());
      }
    }
    boolean person = out.size() == 1 && out.iterator().next().isPerson();
    return person ? List.copyOf(out) : List.of();
  }

  /** Whether the cue stands in what is said, and not in what is told of who says it. */
  private static boolean isSaid(List<Token> tokens, List<Draft> drafts, Found found) {
    String words = Words.join(tokens, found.first, found.last);
    return drafts.stream()
        .anyMatch(d -> d.type() == EventType.STATEMENT && d.content().contains(words));
  }

  /** Whether somebody else says it: a verb of saying, or "that" or "according to", comes before. */
  private boolean isReported(SentenceReader.Scene scene, int chunk) {
    Syntax syntax = scene.syntax();
    for (int at = 0; at < syntax.size(); at++) {
      boolean speech =
          syntax.is(at, Kind.VERB)
              && !scene.quoted()[at]
              && syntax
                  .chunk(at)
                  .has(
                      t ->
                          t.frame().type() == EventType.STATEMENT
                              && t.form() != Trigger.Form.BASE
                              && t.form() != Trigger.Form.GERUND);
      boolean before =
          at < chunk
              && (syntax.word(at).equals("that") && syntax.is(at, Kind.SUBORDINATOR)
                  || lexicon.has(WordSet.CONDITION, syntax.word(at)));
      if (speech || before || syntax.word(at).equals("according")) {
        return true;
      }
    }
    return false;
  }

  /** "should have been", "if it must": hindsight and conditions are no advice. */
  private boolean isOpen(List<Token> tokens, Found found) {
    if (!found.cue.kind().equals(Judgement.RECOMMENDATION)) {
      return false;
    }
    Token after = found.last < tokens.size() ? tokens.get(found.last) : null;
    boolean inverted =
        after == null
            || lexicon.has(WordSet.DETERMINER, after.lower())
            || found.last - found.first == 1 && after.isCapital();
    boolean hindsight =
        found.last + 1 < tokens.size()
            && lexicon.has(WordSet.PERFECT, tokens.get(found.last).lower());
    for (int at = start(tokens, found.first); at < found.first; at++) {
      if (lexicon.has(WordSet.CONDITION, tokens.get(at).lower())) {
        return true;
      }
    }
    return hindsight || inverted && !tokens.get(found.last - 1).is("for");
  }

  /** Index of the first token of the clause that a cue stands in. */
  private int start(List<Token> tokens, int cue) {
    for (int at = cue - 1; at >= 0; at--) {
      Token token = tokens.get(at);
      boolean mark = token.is(";") || token.is(":") || token.is("—");
      boolean turn =
          lexicon.has(WordSet.TURN, token.lower()) && at > 0 && tokens.get(at - 1).is(",");
      if (mark || turn) {
        return at + 1;
      }
    }
    return lexicon.has(WordSet.TURN, tokens.get(0).lower()) ? 1 : 0;
  }

  /** Index of the first token of what is said, where the verb of saying comes before the cue. */
  private static int said(Syntax syntax, List<Draft> drafts, int cue) {
    int from = 0;
    for (Draft draft : drafts) {
      int verb = draft.span().trigger();
      if (draft.type() == EventType.STATEMENT && verb < cue && syntax.is(verb, Kind.VERB)) {
        int next = verb + 1;
        while (next < cue
            && (syntax.word(next).equals("that")
                || syntax.is(next, Kind.COMMA)
                || syntax.is(next, Kind.QUOTE))) {
          next++;
        }
        from = syntax.chunk(next).first();
      }
    }
    return from;
  }

  private int end(List<Token> tokens, int from, boolean own) {
    for (int at = from; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      boolean turn =
          token.is(",")
              && at + 1 < tokens.size()
              && lexicon.has(WordSet.TURN, tokens.get(at + 1).lower());
      if (token.is(";") || turn || !own && "“”\"".contains(token.text())) {
        return at;
      }
    }
    int end = tokens.size();
    while (end > from && tokens.get(end - 1).is(".")) {
      end--;
    }
    return end;
  }

  /** "the challenges he must face", "what both should do", "will have to": that is no advice. */
  private boolean isRelative(Syntax syntax, Found found, int chunk) {
    if (found.first > 0
        && lexicon.has(WordSet.MODAL, syntax.tokens().get(found.first - 1).lower())) {
      return true;
    }
    for (Syntax.Group group : syntax.groups()) {
      boolean subject = group.last() <= chunk && group.preposition().isEmpty();
      for (int at = group.last(); subject && at < chunk; at++) {
        subject = syntax.is(at, Kind.ADVERB) || syntax.is(at, Kind.MODAL);
      }
      int before = syntax.beforeDeterminers(group.first());
      if (subject && before >= 0) {
        return syntax.is(before, Kind.NOUN)
            || syntax.is(before, Kind.EVENT_NOUN)
            || syntax.is(before, Kind.SUBORDINATOR)
                && !(syntax.word(before).equals("that") && syntax.is(before - 1, Kind.VERB))
            || lexicon.has(WordSet.RELATIVE, syntax.word(before));
      }
    }
    return false;
  }

  /** Who stands before the cue as its subject, or after "for" behind it; null when nobody known. */
  private Participant actor(Syntax syntax, Found found, int chunk) {
    Syntax.Group subject = null;
    boolean behind = syntax.tokens().get(found.last - 1).is("for");
    for (Syntax.Group group : syntax.groups()) {
      int first = syntax.chunk(group.first()).first();
      int last = syntax.chunk(group.last() - 1).last();
      boolean light = last <= found.first && group.preposition().isEmpty();
      for (int at = group.last(); light && at < chunk; at++) {
        light = syntax.is(at, Kind.ADVERB);
      }
      if (behind ? first >= found.last && first <= found.last + 1 : light) {
        subject = group;
      }
    }
    int verb = chunk + 1;
    while (verb < syntax.size() && !syntax.is(verb, Kind.VERB) && verb < chunk + 4) {
      verb++;
    }
    boolean passive = syntax.is(verb, Kind.VERB) && syntax.isPassive(verb);
    if (subject == null || passive || subject.members().size() != 1) {
      return null;
    }
    List<Participant> named = discourse.named(subject.members().get(0));
    return named.size() == 1 ? named.get(0) : null;
  }

  /** The two states that the sentence names, else those that the document is about. */
  private List<Participant> between(Syntax syntax) {
    Set<String> states = new LinkedHashSet<>();
    for (Chunk chunk : syntax.chunks()) {
      if (chunk.mention() != null) {
        discourse.named(chunk.mention()).stream()
            .map(discourse::stateOf)
            .filter(Objects::nonNull)
            .forEach(states::add);
      }
    }
    List<Participant> out = new ArrayList<>();
    if (states.size() == 2) {
      states.forEach(state -> out.add(discourse.state(state)));
      return out;
    }
    return discourse.topic();
  }

  /** The words as a sentence. */
  private static String sentence(String quote) {
    String line = quote.replaceAll("\\s+", " ").strip();
    return Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".";
  }
}
