package org.entente.serve;

/** The reconciliation service. */
final class ReconcileRoutes implements Route {
  @Override
  public Reply answer(Exchange exchange) {
    throw Problem.notFound("nothing is at this path");
  }
}
