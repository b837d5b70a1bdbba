package org.entente.extract;

import java.util.ArrayList;
import java.util.List;

/** Tells which chunks stand in quotation marks, across the sentences of a paragraph. */
final class QuoteTracker {
  /** Shorter quotations are names or single words, and are read like the rest. */
  private static final int SHORTEST = 25;

  private final String masked;
  private Paragraph paragraph;
  private List<int[]> spans = List.of();

  QuoteTracker(String masked) {
    this.masked = masked;
  }

  boolean[] quoted(Sentence sentence, Syntax syntax) {
    if (sentence.paragraph() != paragraph) {
      paragraph = sentence.paragraph();
      spans = spans(paragraph);
    }
    boolean[] out = new boolean[syntax.size()];
    int span = 0;
    for (int i = 0; i < out.length; i++) {
      int at = sentence.tokens().get(syntax.chunk(i).first()).start();
      while (span < spans.size() && spans.get(span)[1] <= at) {
        span++;
      }
      out[i] = span < spans.size() && spans.get(span)[0] < at;
    }
    return out;
  }

  /** Quotations of a paragraph; one that is not closed runs to its end. */
  private List<int[]> spans(Paragraph p) {
    List<int[]> out = new ArrayList<>();
    int open = -1;
    for (int i = p.start(); i < p.end(); i++) {
      char c = masked.charAt(i);
      boolean straight = c == '"';
      if (open < 0 && (c == '“' || c == '«' || straight)) {
        open = i;
      } else if (open >= 0 && (c == '”' || c == '»' || straight)) {
        add(out, open, i);
        open = -1;
      }
    }
    if (open >= 0) {
      add(out, open, p.end());
    }
    return out;
  }

  private static void add(List<int[]> out, int from, int to) {
    if (to - from > SHORTEST) {
      out.add(new int[] {from, to});
    }
  }
}
