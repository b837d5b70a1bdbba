package org.entente.model;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What a cell holds; the names of CSVW, and two of this project's own. */
public enum Datatype {
  /** Text in which every space counts. */
  STRING,
  /** Text without space around it. */
  TOKEN,
  /** A whole number. */
  INTEGER,
  /** A decimal number. */
  DECIMAL,
  /** A day, ISO 8601. */
  DATE,
  /** An absolute IRI. */
  ANY_URI,
  /** A date or closed interval, EDTF level 1. */
  EDTF,
  /** Identifiers of passages or documents, separated by semicolons. */
  LIST;

  /**
   * The one form in which a value is written, whatever the cell's: that of XML Schema 1.0, {@code
   * 59.0} for the decimal 59, which SPARQL's arithmetic and the store give too. So a query has the
   * same answer on the tables' triples, the dump and the store.
   *
   * @param text a value of this datatype
   */
  public String canonical(String text) {
    return switch (this) {
      case INTEGER -> new BigInteger(text).toString();
      case DECIMAL -> {
        String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
        yield plain.indexOf('.') < 0 ? plain + ".0" : plain;
      }
      case STRING, TOKEN, DATE, ANY_URI, EDTF, LIST -> text;
    };
  }
}
