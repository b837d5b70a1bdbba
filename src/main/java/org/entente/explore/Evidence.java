package org.entente.explore;

import java.util.List;

/**
 * What a statement rests on.
 *
 * @param sources the accounts that support it
 * @param otherwise the accounts that say otherwise
 * @param rules the rules by which it follows, when no source says it in so many words
 * @param articles in how many articles it is told
 * @param independent how many of them are independent of each other
 * @param kind what it is, seen from the statement
 * @param words the words of which a question speaks; none for a proof
 */
record Evidence(
    List<Source> sources,
    List<Source> otherwise,
    List<String> rules,
    int articles,
    int independent,
    Kind kind,
    List<Words> words) {

  /** What evidence is, seen from the statement. */
  enum Kind {
    PROOF("", ""),
    SIDES("The words on both sides", "Sources disagree; each in its own words"),
    NEAREST("The nearest passage", "Not an answer; the words that come nearest to one");

    private final String title;
    private final String note;

    Kind(String title, String note) {
      this.title = title;
      this.note = note;
    }

    /** What a reader is told about it. */
    public String note() {
      return note;
    }
  }

  /**
   * Words of a document with who wrote it and when.
   *
   * @param quote the words
   * @param document its title, linked
   * @param authors who wrote it
   * @param date when it was published, in words
   */
  record Words(Quote quote, Piece document, List<Piece> authors, String date) {}

  /**
   * One account of one document.
   *
   * @param document its title, linked
   * @param authors who wrote it
   * @param date when it was published, in words
   * @param quotes the words that prove it
   * @param says what this account says: properties and values
   * @param chain through whom the document has it
   * @param status whether it states, denies or only reports it, in words
   * @param rank whether it is preferred or not followed, in words; empty when neither
   * @param reason reason for the rank; null for none
   * @param asOf the day of which it speaks, in words; null for none
   * @param row table and line that hold it
   */
  record Source(
      Piece document,
      List<Piece> authors,
      String date,
      List<Quote> quotes,
      List<String> says,
      List<Piece> chain,
      String status,
      String rank,
      String reason,
      String asOf,
      String row) {
    /** Whether it is neither asserted nor of normal rank. */
    public boolean remarkable() {
      return !status.equals("stated") || !rank.isEmpty();
    }
  }

  /**
   * Words of a document.
   *
   * @param text the words
   * @param place where they are, in words
   * @param href the document at that passage
   */
  record Quote(String text, String place, String href) {
    /** The words, with the languages that their scripts tell. */
    public List<Piece> words() {
      return Scripts.pieces(text);
    }
  }

  /** How many quotes there are. */
  public int quoteCount() {
    return (int) sources.stream().flatMap(source -> source.quotes().stream()).distinct().count();
  }

  /** How many documents they are from. */
  public int documentCount() {
    return (int) sources.stream().map(source -> source.document().text()).distinct().count();
  }

  /** Whether there is anything to show. */
  public boolean present() {
    return !sources.isEmpty() || !otherwise.isEmpty() || !rules.isEmpty() || !words.isEmpty();
  }

  /** What there is, in few words. */
  public String summary() {
    int quotes = quoteCount();
    if (quotes == 0 && !words.isEmpty()) {
      return kind.title;
    }
    if (quotes == 0) {
      return sources.isEmpty() ? "Evidence: by rule" : "Evidence: a reference";
    }
    int documents = documentCount();
    return "Evidence: "
        + quotes
        + (quotes == 1 ? " quote" : " quotes")
        + (documents == 1 ? "" : " from " + documents + " documents");
  }
}
