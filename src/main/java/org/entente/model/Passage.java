package org.entente.model;

/**
 * The exact words of a document that prove something.
 *
 * @param id identifier, {@code passage/…}
 * @param document identifier of the document
 * @param quote the words, in NFC
 * @param prefix words just before, to tell several occurrences apart; empty when not needed
 * @param suffix words just after; empty when not needed
 * @param start offset of the first character in the document's text, in Unicode code points; -1
 *     when not pinned
 * @param end offset after the last character, in Unicode code points; -1 when not pinned
 */
public record Passage(
    String id, String document, String quote, String prefix, String suffix, int start, int end) {}
