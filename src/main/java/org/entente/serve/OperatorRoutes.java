package org.entente.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What whoever runs the server asks: is it well, and how much does it do. */
final class OperatorRoutes implements Route {
  private final Metrics metrics;
  private final QueryPool pool;

  OperatorRoutes(Metrics metrics, QueryPool pool) {
    this.metrics = metrics;
    this.pool = pool;
  }

  @Override
  public Reply answer(Exchange exchange) {
    return switch (exchange.path()) {
      case "/healthz" ->
          Reply.text(200, "text/plain;charset=utf-8", "ok\n").with("Cache-Control", "no-store");
      case "/$/metrics" -> metrics(exchange);
      default -> throw Problem.notFound("nothing is at this path");
    };
  }

  private Reply metrics(Exchange exchange) {
    if (!isLoopback(exchange.client())) {
      throw Problem.notFound("nothing is at this path");
    }
    return Reply.text(
            200,
            "text/plain;version=0.0.4;charset=utf-8",
            metrics.text(exchange.generation(), pool))
        .with("Cache-Control", "no-store");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
