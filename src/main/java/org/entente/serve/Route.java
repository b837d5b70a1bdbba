package org.entente.serve;

/** Answers the requests of some paths. */
@FunctionalInterface
interface Route {
  /**
   * Answers a request.
   *
   * @throws Problem when there is no answer but a reason
   */
  Reply answer(Exchange exchange);
}
