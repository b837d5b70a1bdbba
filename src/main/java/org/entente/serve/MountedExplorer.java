package org.entente.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.explore.Answer;
import org.entente.explore.Directions;
import org.entente.explore.Explorer;
import org.entente.explore.PageRequest;
import org.entente.explore.PageResponse;
import org.entente.explore.QueryRefusedException;
import org.entente.explore.Snapshot;

/**
 * The explorer's pages. They see the generation of the request they answer, and their queries run
 * guarded, in threads of their own.
 */
final class MountedExplorer implements Explorers {
  /** Who asks, and what generation is read. */
  private record Asking(String client, Generations.Lease lease) {}

  private final ThreadLocal<Asking> current = new ThreadLocal<>();
  private final QueryGuard guard;
  private final QueryEngine engine;
  private final QueryPool pool;
  private final Explorer explorer;

  MountedExplorer(
      QueryGuard guard,
      QueryEngine engine,
      QueryPool pool,
      Path queries,
      TextsAtHand texts,
      long keptBytes) {
    this.guard = guard;
    this.engine = engine;
    this.pool = pool;
    this.explorer =
        new Explorer(
            this::snapshot,
            this::select,
            queries,
            document -> texts.text(current.get().lease().generation(), document),
            keptBytes);
  }

  @Override
  public Optional<Reply> answer(Exchange exchange) {
    current.set(new Asking(exchange.client(), exchange.lease()));
    try {
      PageRequest request = request(exchange);
      return exchange.path().equals("/sparql")
          ? Optional.of(reply(explorer.editor(request)))
          : explorer.respond(request).map(MountedExplorer::reply);
    } finally {
      current.remove();
    }
  }

  @Override
  public Reply refusal(Exchange exchange, Problem problem) {
    current.set(new Asking(exchange.client(), exchange.lease()));
    try {
      return reply(
          explorer.error(request(exchange), problem.status(), problem.title(), sentence(problem)));
    } finally {
      current.remove();
    }
  }

  private static String sentence(Problem problem) {
    String detail = problem.getMessage();
    String end = detail.matches("(?s).*[.!?]") ? "" : ".";
    return detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + end;
  }

  private static PageRequest request(Exchange exchange) {
    return new PageRequest(
        Parameters.decode(exchange.path().replace("+", "%2B")),
        exchange.parameters().values(),
        exchange.languages(),
        exchange.links().publicUrl());
  }

  /** Makes what pages need of a generation, so that its first reader does not wait for it. */
  void prepare(Generations.Lease lease, Links links) {
    current.set(new Asking("prepare", lease));
    try {
      explorer.warm(links.publicUrl());
      JsonLdContext.of(lease.generation());
      NameIndex.of(lease.generation());
    } finally {
      current.remove();
    }
  }

  private Snapshot snapshot() {
    Generation generation = current.get().lease().generation();
    return new Snapshot(generation.dataset(), generation.version());
  }

  private static Reply reply(PageResponse page) {
    String text = new String(page.body(), StandardCharsets.UTF_8);
    Reply reply =
        page.contentType().startsWith(Format.HTML.mediaType())
            ? Reply.page(page.status(), text)
            : page.contentType().startsWith("image/svg+xml")
                ? Reply.text(page.status(), page.contentType(), Directions.visible(text))
                : Reply.of(page.status(), page.contentType(), page.body());
    String caching = "no-cache";
    for (Map.Entry<String, String> header : page.headers().entrySet()) {
      switch (header.getKey().toLowerCase(java.util.Locale.ROOT)) {
        case "cache-control" -> caching = header.getValue();
        default -> reply = reply.with(header.getKey(), header.getValue());
      }
    }
    // What a page says may change with the day, so it is known by its bytes and not by a date.
    return page.status() == 200
        ? reply.cached(null, caching)
        : reply.with("Cache-Control", caching);
  }

  private Answer select(Snapshot snapshot, String text, Map<String, Node> values)
      throws QueryRefusedException {
    Asking asking = current.get();
    try {
      return pool.read(
          asking.client(),
          asking.lease(),
          (generation, budget) -> run(snapshot.dataset(), text, values, budget));
    } catch (Problem problem) {
      throw new QueryRefusedException(problem.status(), problem.getMessage());
    }
  }

  private Answer run(DatasetGraph dataset, String text, Map<String, Node> values, Budget budget) {
    Query query = guard.check(text, List.of(), List.of()).query();
    if (!query.isSelectType()) {
      throw Problem.badRequest("Only SELECT queries are shown as a page.");
    }
    return new Answer(query.getResultVars(), engine.select(query, dataset, values, budget));
  }
}
