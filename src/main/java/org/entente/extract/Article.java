package org.entente.extract;

import java.time.LocalDate;
import java.util.List;

/**
 * One of the articles of a document; most documents are one.
 *
 * @param number from 0
 * @param title its title as printed; empty when none was found
 * @param author its author as printed; empty when none was found
 * @param date its day; null when none was told or found
 * @param period the same as it is told, which may be an interval in EDTF; null when not known
 * @param dateBasis where the date comes from; null when there is none
 * @param paragraphs its blocks in order
 */
record Article(
    int number,
    String title,
    String author,
    LocalDate date,
    String period,
    DateBasis dateBasis,
    List<Paragraph> paragraphs) {

  /** Where the date of an article comes from. */
  enum DateBasis {
    TOLD,
    PRINTED
  }
}
