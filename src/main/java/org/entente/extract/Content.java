package org.entente.extract;

import java.util.ArrayList;
import java.util.List;
import org.entente.extract.Chunk.Kind;

/** Tells the words that were said from the words that tell that they were. */
final class Content {
  /** Fewer words between quotation marks are a word that is quoted, not what was said. */
  private static final int SHORTEST_QUOTATION = 3;

  private static final int SHORTEST = 4;

  private Content() {}

  /** The words between quotation marks; empty where a sentence quotes nothing but single words. */
  static String quoted(SentenceReader.Scene scene) {
    Syntax syntax = scene.syntax();
    List<Token> tokens = scene.sentence().tokens();
    List<String> parts = new ArrayList<>();
    int words = 0;
    boolean inside = syntax.size() > 0 && scene.quoted()[0] && !syntax.is(0, Kind.QUOTE);
    int from = 0;
    for (int at = 0; at <= syntax.size(); at++) {
      boolean end = at == syntax.size();
      if (!end && !syntax.is(at, Kind.QUOTE)) {
        continue;
      }
      int to = end ? tokens.size() : syntax.chunk(at).first();
      if (inside && to > from) {
        parts.add(Words.join(tokens, from, to).replaceFirst(",$", ""));
        words += to - from;
      }
      inside = !inside;
      from = end ? to : syntax.chunk(at).last();
    }
    return words < SHORTEST_QUOTATION ? "" : String.join(" … ", parts);
  }

  /** What is reported, without the "that" that leads to it and without whom it was said to. */
  static String reported(
      SentenceReader.Scene scene, Clause clause, boolean inverted, boolean addressed) {
    Syntax syntax = scene.syntax();
    List<Token> tokens = scene.sentence().tokens();
    int from = inverted ? 0 : syntax.chunk(clause.verb()).last();
    int to = inverted ? syntax.chunk(clause.verb()).first() : tokens.size();
    if (!inverted) {
      int that = clause.verb() + 1;
      while (addressed && that < syntax.size() && !isThat(syntax, that)) {
        that++;
      }
      from = isThat(syntax, that) ? syntax.chunk(that).last() : from;
    }
    if (from >= to || !inverted && to - from < SHORTEST) {
      from = 0;
      to = syntax.chunk(clause.start()).first();
    }
    return from >= to ? "" : Words.join(tokens, from, to);
  }

  private static boolean isThat(Syntax syntax, int at) {
    return syntax.is(at, Kind.SUBORDINATOR) && syntax.word(at).equals("that");
  }
}
