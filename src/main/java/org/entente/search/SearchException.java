package org.entente.search;

import org.apache.jena.query.QueryException;

/** A full-text search that cannot be done; the message says why in plain words. */
public final class SearchException extends QueryException {
  private static final long serialVersionUID = 1L;

  SearchException(String message) {
    super(message);
  }
}
