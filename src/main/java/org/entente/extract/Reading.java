package org.entente.extract;

import java.util.List;

/**
 * What reading a document gave.
 *
 * @param document identifier of the document
 * @param text its normalised text, which offsets refer to
 * @param parts its articles
 * @param candidates what they tell, in the order of the text
 * @param judgements what they recommend and assess, in the order of the text
 */
public record Reading(
    String document,
    String text,
    List<Part> parts,
    List<Candidate> candidates,
    List<Judgement> judgements) {

  /**
   * An article of the document.
   *
   * @param title title as printed; empty when none was found
   * @param author author as printed; empty when none was found
   * @param date its date, a day or an interval in EDTF; null when not known
   * @param dateBasis told or printed; null without a date
   * @param start offset of its first code point
   * @param end offset after its last
   */
  public record Part(
      String title, String author, String date, String dateBasis, int start, int end) {}
}
