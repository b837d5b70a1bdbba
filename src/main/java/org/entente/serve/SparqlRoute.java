package org.entente.serve;

import java.util.List;
import org.apache.jena.query.Query;

/** The SPARQL 1.1 protocol for queries; updates do not exist. */
final class SparqlRoute implements Route {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";

  private final Limits limits;
  private final QueryGuard guard;
  private final QueryEngine engine;
  private final QueryPool pool;
  private final Clients clients;
  private final Route withoutQuery;

  SparqlRoute(
      Limits limits, QueryGuard guard, QueryPool pool, Clients clients, Route withoutQuery) {
    this.limits = limits;
    this.guard = guard;
    this.engine = new QueryEngine(limits);
    this.pool = pool;
    this.clients = clients;
    this.withoutQuery = withoutQuery;
  }

  /** What is asked: the query and the graphs it is asked of. */
  private record Asked(String query, List<String> defaultGraphs, List<String> namedGraphs) {}

  @Override
  public Reply answer(Exchange exchange) {
    Asked asked = exchange.isPost() ? posted(exchange) : inUrl(exchange.parameters());
    if (asked == null) {
      return withoutQuery.answer(exchange);
    }
    clients.count(exchange.client());
    return pool.read(
            exchange.client(),
            exchange.lease(),
            (generation, budget) -> run(asked, exchange, generation, budget))
        .with("Vary", "Accept")
        .with("Cache-Control", "no-cache");
  }

  private Reply run(Asked asked, Exchange exchange, Generation generation, Budget budget) {
    Query query = guard.check(asked.query(), asked.defaultGraphs(), asked.namedGraphs());
    String mediaType = QueryEngine.mediaType(query, exchange.accept());
    return engine.run(query, generation.dataset(), mediaType, budget);
  }

  private Asked inUrl(Parameters parameters) {
    refuseUpdate(parameters);
    List<String> queries = parameters.all("query");
    if (queries.isEmpty()) {
      if (!graphs(parameters, "default").isEmpty() || !graphs(parameters, "named").isEmpty()) {
        throw noQuery();
      }
      return null;
    }
    return asked(queries, parameters);
  }

  private Asked posted(Exchange exchange) {
    Parameters inUrl = exchange.parameters();
    refuseUpdate(inUrl);
    String type = exchange.bodyType();
    if (type == null) {
      throw Problem.badRequest("a POST names the type of its body: " + FORM + " or " + QUERY);
    }
    return switch (type) {
      case FORM -> {
        Parameters form =
            Parameters.parse(Parameters.utf8(exchange.body(limits.bodyBytes())).strip());
        refuseUpdate(form);
        Parameters all = inUrl.and(form);
        yield asked(all.all("query"), all);
      }
      case QUERY -> {
        if (!inUrl.all("query").isEmpty()) {
          throw twoQueries();
        }
        yield asked(List.of(Parameters.utf8(exchange.body(limits.bodyBytes()))), inUrl);
      }
      case UPDATE -> throw noUpdates();
      default ->
          throw new Problem(
                  415, "Unsupported media type", "a query is sent as " + FORM + " or " + QUERY)
              .header("Accept-Post", FORM + ", " + QUERY);
    };
  }

  private static Asked asked(List<String> queries, Parameters parameters) {
    if (queries.isEmpty()) {
      throw noQuery();
    }
    if (queries.size() > 1) {
      throw twoQueries();
    }
    return new Asked(queries.get(0), graphs(parameters, "default"), graphs(parameters, "named"));
  }

  private static List<String> graphs(Parameters parameters, String kind) {
    return parameters.all(kind + "-graph-uri").stream().filter(uri -> !uri.isEmpty()).toList();
  }

  private static void refuseUpdate(Parameters parameters) {
    if (!parameters.all("update").isEmpty()
        || !parameters.all("using-graph-uri").isEmpty()
        || !parameters.all("using-named-graph-uri").isEmpty()) {
      throw noUpdates();
    }
  }

  private static Problem noUpdates() {
    return Problem.forbidden(
        "this endpoint answers queries; the graph changes by a new build only");
  }

  private static Problem noQuery() {
    return Problem.badRequest("there is no query (line 1, column 1)")
        .member("line", 1)
        .member("column", 1);
  }

  private static Problem twoQueries() {
    return Problem.badRequest("there are two queries, and one request asks one (line 1, column 1)")
        .member("line", 1)
        .member("column", 1);
  }
}
