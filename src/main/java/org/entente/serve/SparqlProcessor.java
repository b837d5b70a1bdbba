package org.entente.serve;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;

/**
 * What Fuseki dispatches queries to, instead of its own query processor: that one writes the answer
 * while it still runs, so that a limit ends in a broken 200.
 */
final class SparqlProcessor implements ActionProcessor {
  /** Attribute of a request: what it is part of, and where its answer goes. */
  static final String DISPATCHED = SparqlProcessor.class.getName();

  /** A request on its way through Fuseki. */
  static final class Dispatched {
    final Exchange exchange;
    Reply reply;
    RuntimeException failure;

    Dispatched(Exchange exchange) {
      this.exchange = exchange;
    }
  }

  private final Route route;

  SparqlProcessor(Route route) {
    this.route = route;
  }

  @Override
  public void process(HttpAction action) {
    HttpServletRequest request = action.getRequest();
    Dispatched dispatched = (Dispatched) request.getAttribute(DISPATCHED);
    try {
      dispatched.reply = route.answer(dispatched.exchange);
    } catch (RuntimeException e) {
      // Fuseki would write an error of its own.
      dispatched.failure = e;
    }
  }
}
