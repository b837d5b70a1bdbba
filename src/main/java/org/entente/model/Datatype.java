package org.entente.model;

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
  LIST
}
