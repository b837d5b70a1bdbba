package org.entente.diagnostic;

import java.util.Locale;

/** What kind of mistake a {@link Diagnostic} reports; printed in brackets at its end. */
public enum Rule {
  /** A file that should be there cannot be read. */
  FILE,
  /** A text is not UTF-8. */
  ENCODING,
  /** A file begins with a byte order mark. */
  BYTE_ORDER_MARK,
  /** Table metadata that is not CSVW as this project reads it. */
  METADATA,
  /** A column the metadata does not know. */
  UNKNOWN_COLUMN,
  /** A column the metadata requires and the table lacks, or names twice. */
  MISSING_COLUMN,
  /** A row with more or fewer cells than the header. */
  RAGGED_ROW,
  /** A quotation mark where RFC 4180 allows none, or one that is never closed. */
  STRAY_QUOTE,
  /** An empty cell in a required column. */
  REQUIRED,
  /** A value that is not of the column's datatype. */
  DATATYPE,
  /** A date that is not EDTF level 1, or an interval that is empty or inverted. */
  EDTF,
  /** A value outside the column's scheme. */
  SCHEME,
  /** An identifier that no table declares. */
  UNKNOWN_ID,
  /** An identifier or row that is there twice. */
  DUPLICATE,
  /** A row without evidence. */
  EVIDENCE,
  /** A quote that is not in its document, or more than once, or not where it should be. */
  QUOTE,
  /** A document text that is not the version the tables were made from. */
  VERSION,
  /** A rank without a reason, or a disagreement that the ranks do not bear out. */
  RANK,
  /** A SPARQL file that cannot be used. */
  QUERY,
  /** An ontology file that cannot be used. */
  ONTOLOGY,
  /** A rule that does not come to an end. */
  INFERENCE,
  /** A SHACL shape that the data does not fit. */
  SHAPE,
  /** A competency question with another answer than the expected one. */
  ANSWER,
  /** A contradiction between claims that no row of the disagreements table names. */
  DISAGREEMENT,
  /** A fault of the program. */
  INTERNAL;

  /** The name as printed: lower case, words joined by hyphens. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
