package org.entente.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns problems into answers: problem+json, or a page for a browser. */
final class Errors {
  private static final Set<Integer> ASKED_IN_VAIN = Set.of(404, 410);

  private final Explorers explorer;

  /**
   * Answers of a server.
   *
   * @param explorer makes the page of what a reader asked for in vain; a server that is busy,
   *     stopping or at fault says so without it
   */
  Errors(Explorers explorer) {
    this.explorer = explorer;
  }

  Reply reply(Exchange exchange, Problem problem) {
    Reply reply =
        !wantsPage(exchange)
            ? json(exchange, problem)
            : ASKED_IN_VAIN.contains(problem.status())
                ? explorer.refusal(exchange, problem)
                : page(exchange, problem);
    for (Map.Entry<String, String> header : problem.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply.with("Cache-Control", "no-store").with("Vary", "Accept");
  }

  private static boolean wantsPage(Exchange exchange) {
    Accept accept = exchange.accept();
    return !accept.isEmpty()
        && accept
            .best(java.util.List.of("application/problem+json", "application/json", "text/html"))
            .map("text/html"::equals)
            .orElse(false);
  }

  private static Reply json(Exchange exchange, Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.getMessage());
    members.put("instance", "urn:request:" + exchange.id());
    members.put("requestId", exchange.id());
    members.putAll(problem.members());
    return Reply.text(
        problem.status(), "application/problem+json;charset=utf-8", Json.write(members));
  }

  private static Reply page(Exchange exchange, Problem problem) {
    return Reply.page(
        problem.status(),
        Pages.render(
            "problem",
            Map.of(
                "title", problem.title(),
                "status", problem.status(),
                "detail", problem.getMessage(),
                "requestId", exchange.id(),
                "home", exchange.links().to(""))));
  }
}
