package org.entente.extract;

import java.time.LocalDate;
import java.util.List;

/**
 * One of the articles of a document; most documents are one.
 *
 * @param number from 0
 * @param title its title as printed; empty when none was found
 * @param author its author as printed; empty when none was found
 * @param date its date; null when none was told or found
 * @param dateBasis where the date comes from; null when there is none
 * @param paragraphs its blocks in order
 */
record Article(
    int number,
    String title,
    String author,
    LocalDate date,
    DateBasis dateBasis,
    List<Paragraph> paragraphs) {

  /** Where the date of an article comes from. */
  enum DateBasis {
    TOLD,
    PRINTED
  }
}
