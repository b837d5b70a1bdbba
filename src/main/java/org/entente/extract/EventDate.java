package org.entente.extract;

/**
 * When something took place or is to take place.
 *
 * @param edtf the value, as precise as the text allows
 * @param basis what it rests on
 * @param anchor the date that a relative wording was counted from; empty when there is none
 * @param start offset of the words that tell it, in UTF-16 units of the text view; -1 when none do
 * @param end offset after them
 */
public record EventDate(String edtf, Basis basis, String anchor, int start, int end) {

  /** What a date rests on. */
  public enum Basis {
    /** The text tells it in full. */
    EXPLICIT,
    /** It is counted from the document's date. */
    DOCUMENT_DATE,
    /** The paragraph tells the year. */
    PARAGRAPH_YEAR,
    /** It is counted from the date before it. */
    PREVIOUS_DATE,
    /** It is the date of the event that the same paragraph tells. */
    PREVIOUS_EVENT
  }
}
