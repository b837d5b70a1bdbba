package org.entente.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns problems into answers: problem+json, or a page for a browser. */
final class Errors {
  private static final Set<Integer> ASKED_IN_VAIN = Set.of(404, 410);

  private final Links links;
  private final Explorers explorer;

  /**
   * Answers of a server.
   *
   * @param explorer makes the page of what a reader asked for in vain; a server that is busy,
   *     stopping or at fault says so without it
   */
  Errors(Links links, Explorers explorer) {
    this.links = links;
    this.explorer = explorer;
  }

  /** The answer to a request that was read. */
  Reply reply(Exchange exchange, Problem problem) {
    return ASKED_IN_VAIN.contains(problem.status()) && wantsPage(exchange.accept())
        ? headed(explorer.refusal(exchange, problem), problem)
        : reply(exchange.accept(), exchange.id(), problem);
  }

  /** The answer to the request {@code id} in what it accepts. */
  Reply reply(Accept accept, String id, Problem problem) {
    return headed(wantsPage(accept) ? page(id, problem) : json(id, problem), problem);
  }

  private static Reply headed(Reply answer, Problem problem) {
    Reply reply = answer;
    for (Map.Entry<String, String> header : problem.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply.with("Cache-Control", "no-store").with("Vary", "Accept");
  }

  private static boolean wantsPage(Accept accept) {
    return !accept.isEmpty()
        && accept
            .best(java.util.List.of("application/problem+json", "application/json", "text/html"))
            .map("text/html"::equals)
            .orElse(false);
  }

  private static Reply json(String id, Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.getMessage());
    members.put("instance", "urn:request:" + id);
    members.put("requestId", id);
    members.putAll(problem.members());
    return Reply.text(
        problem.status(), "application/problem+json;charset=utf-8", Json.write(members));
  }

  private Reply page(String id, Problem problem) {
    return Reply.page(
        problem.status(),
        Pages.render(
            "problem",
            Map.of(
                "title", problem.title(),
                "status", problem.status(),
                "detail", problem.getMessage(),
                "requestId", id,
                "home", links.to(""))));
  }
}
