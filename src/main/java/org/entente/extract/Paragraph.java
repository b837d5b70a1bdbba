package org.entente.extract;

/**
 * A paragraph, heading or other block of a document.
 *
 * @param start offset of its first character
 * @param end offset after its last
 * @param kind what it is
 * @param article number of the article it belongs to, from 0
 */
record Paragraph(int start, int end, Kind kind, int article) {

  /** What a block is; events are sought in prose and titles only. */
  enum Kind {
    TITLE,
    META,
    HEADING,
    PROSE,
    FOOTNOTE,
    BIOGRAPHY,
    RELATED,
    BOILERPLATE
  }

  boolean isRead() {
    return kind == Kind.PROSE || kind == Kind.TITLE;
  }
}
