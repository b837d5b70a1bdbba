package org.entente.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What whoever runs the server asks: is it well, and how much does it do. */
final class OperatorRoutes implements Route {
  private static final List<String> PASSED_ON =
      List.of("Origin", "Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

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
    if (!isLoopback(exchange.address()) || isPassedOn(exchange)) {
      throw Problem.notFound("nothing is at this path");
    }
    return Reply.text(
            200,
            "text/plain;version=0.0.4;charset=utf-8",
            metrics.text(exchange.generation(), pool))
        .with("Cache-Control", "no-store");
  }

  /** Asked by a page of another site, or by way of a proxy: not by who runs the server. */
  private static boolean isPassedOn(Exchange exchange) {
    return PASSED_ON.stream().anyMatch(name -> exchange.header(name) != null);
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
