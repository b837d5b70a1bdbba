package org.entente.serve;

import java.util.List;
import org.apache.jena.query.Query;
import org.entente.explore.Kept;

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
  private final Route editor;
  private final Kept<Question, Reply> kept;

  SparqlRoute(Limits limits, QueryGuard guard, QueryPool pool, Clients clients, Route editor) {
    this.limits = limits;
    this.guard = guard;
    this.engine = new QueryEngine(limits);
    this.pool = pool;
    this.clients = clients;
    this.editor = editor;
    this.kept = new Kept<>(limits.keptBytes());
  }

  /** What is asked: the query and the graphs it is asked of. */
  private record Asked(String query, List<String> defaultGraphs, List<String> namedGraphs) {}

  /** All that decides on an answer; the version is a hash of the graph. */
  private record Question(Asked asked, Accept accept, String version) {}

  @Override
  public Reply answer(Exchange exchange) {
    Asked asked = exchange.isPost() ? posted(exchange) : inUrl(exchange.parameters());
    if (asked == null) {
      return editor.answer(exchange);
    }
    clients.count(exchange.client());
    if (!exchange.isPost() && QueryEngine.prefersPage(exchange.accept())) {
      // The address of a query, followed in a browser, opens the query in the editor.
      guard.check(asked.query(), asked.defaultGraphs(), asked.namedGraphs());
      return editor.answer(exchange);
    }
    Question question =
        new Question(asked, exchange.accept(), exchange.lease().generation().version());
    Reply known = kept.get(question);
    Reply reply =
        known == null
            ? pool.read(
                exchange.client(),
                exchange.lease(),
                (generation, budget) -> run(question, generation, budget))
            : known;
    return reply.with("Vary", "Accept").with("Cache-Control", "no-cache");
  }

  private Reply run(Question question, Generation generation, Budget budget) {
    Asked asked = question.asked();
    QueryGuard.Allowed allowed =
        guard.check(asked.query(), asked.defaultGraphs(), asked.namedGraphs());
    Query query = allowed.query();
    String mediaType = QueryEngine.mediaType(query, question.accept());
    Reply reply = engine.run(query, generation.dataset(), mediaType, budget);
    if (allowed.repeatable()) {
      kept.put(question, reply, reply.length(false) + 2L * question.toString().length());
    }
    return reply;
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
    if (queries.stream().allMatch(String::isBlank)) {
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
