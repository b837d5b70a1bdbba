package org.entente.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Rule;
import org.entente.model.Row;

/** Verifies every quote against its document's text, and says where it stands. */
final class QuoteChecker {
  private final Map<String, Row> fileOfDocument;
  private final DocumentTexts texts;
  private final DiagnosticLog log;
  private final Map<String, QuoteFinder> finders = new HashMap<>();
  private int verified;
  private int notVerified;

  QuoteChecker(Map<String, Row> fileOfDocument, DocumentTexts texts, DiagnosticLog log) {
    this.fileOfDocument = fileOfDocument;
    this.texts = texts;
    this.log = log;
  }

  /**
   * Where a passage's quote begins in its document's text, in code points; -1 when the text is not
   * at hand or the quote is not there exactly once, which is then in the log.
   */
  int locate(Row passage) {
    String document = passage.value("document");
    String quote = passage.value("quote");
    if (document == null || quote == null) {
      return -1;
    }
    Row file = fileOfDocument.get(document);
    if (file == null) {
      log.error(
          passage.location("document"),
          Rule.QUOTE,
          "a document with a file to quote from",
          Diagnostic.quote(document),
          "passages come from documents whose text was read");
      return -1;
    }
    String text = texts.text(file.value("id"));
    if (text == null) {
      notVerified++;
      return -1;
    }
    QuoteFinder finder = finders.computeIfAbsent(document, d -> new QuoteFinder(text));
    String prefix = passage.text("prefix") == null ? "" : passage.text("prefix");
    String suffix = passage.text("suffix") == null ? "" : passage.text("suffix");
    List<Integer> found = finder.find(prefix, quote, suffix);
    if (found.isEmpty()) {
      String near = finder.nearest(quote);
      log.error(
          passage.location("quote"),
          Rule.QUOTE,
          "words of " + document,
          Diagnostic.quote(prefix + quote + suffix),
          near.isEmpty() ? "nothing like it is there" : "nearest text: " + Diagnostic.quote(near));
      return -1;
    }
    if (found.size() > 1) {
      log.error(
          passage.location("quote"),
          Rule.QUOTE,
          "words that stand once in " + document,
          Diagnostic.quote(quote) + " " + found.size() + " times",
          "give the words before it in prefix or after it in suffix");
      return -1;
    }
    verified++;
    return found.get(0);
  }

  /** Says so when a pinned passage is not where it is pinned to. */
  void checkPinned(Row passage, int start) {
    int end = start + passage.value("quote").codePointCount(0, passage.value("quote").length());
    if (passage.text("start") == null || passage.text("end") == null) {
      log.error(
          passage.location("start"),
          Rule.QUOTE,
          "offsets " + start + " and " + end,
          "an empty cell",
          "run pin");
    } else if (!passage.text("start").equals(Integer.toString(start))
        || !passage.text("end").equals(Integer.toString(end))) {
      log.error(
          passage.location("start"),
          Rule.QUOTE,
          "offsets " + start + " and " + end,
          passage.text("start") + " and " + passage.text("end"),
          "run pin");
    }
  }

  int verified() {
    return verified;
  }

  int notVerified() {
    return notVerified;
  }
}
