package org.entente.explore;

/** A query that is not answered: wrong, not allowed, or too expensive. */
public final class QueryRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** A refusal with the HTTP status that says why and a message for people. */
  public QueryRefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
