package org.entente.serve;

import java.util.Locale;
import java.util.Set;

/** Which route answers which path. */
final class Router {
  private static final Set<String> POSTED = Set.of("/sparql", "/reconcile", "/reconcile/extend");
  private static final Set<String> NAMED =
      Set.of(
          "id",
          "data",
          "page",
          "ontology",
          "shapes",
          "graph",
          "dump",
          "assets",
          "sparql",
          "reconcile",
          "context.jsonld",
          "healthz",
          "void.ttl",
          "catalog",
          "robots.txt",
          "$");

  private final DocumentRoutes documents;
  private final OntologyRoutes ontology;
  private final CatalogRoutes catalog;
  private final DumpRoutes dumps;
  private final ReconcileRoutes reconcile;
  private final OperatorRoutes operator;
  private final Explorers explorer;

  Router(
      DocumentRoutes documents,
      OntologyRoutes ontology,
      CatalogRoutes catalog,
      DumpRoutes dumps,
      ReconcileRoutes reconcile,
      OperatorRoutes operator,
      Explorers explorer) {
    this.documents = documents;
    this.ontology = ontology;
    this.catalog = catalog;
    this.dumps = dumps;
    this.reconcile = reconcile;
    this.operator = operator;
    this.explorer = explorer;
  }

  /** Whether a path takes a body. */
  boolean takesPost(String path) {
    return POSTED.contains(path);
  }

  /** Whether a path is the SPARQL endpoint. */
  boolean isQuery(String path) {
    return path.equals("/sparql");
  }

  /** Whether a path is answered however often it is asked. */
  static boolean isFree(String path) {
    return path.equals("/healthz");
  }

  /** The first segment of a path, if it is one of this server's; for metrics. */
  static String name(String path) {
    String first = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
    String bare = first.toLowerCase(Locale.ROOT);
    return NAMED.contains(bare) ? bare : "other";
  }

  Reply answer(Exchange exchange) {
    String path = exchange.path();
    if (path.startsWith("/id/")) {
      return documents.thing(exchange);
    }
    if (path.startsWith("/data/")) {
      return documents.data(exchange);
    }
    if (path.startsWith("/page/")) {
      return documents.page(exchange, DocumentRoutes.pathOfPage(exchange));
    }
    if (path.startsWith("/ontology/")
        || path.matches("/(ontology|shapes|summaries|prefixes)(\\.[a-z]+)?")) {
      return ontology.answer(exchange);
    }
    if (path.startsWith("/graph/")) {
      return dumps.graph(exchange);
    }
    if (path.startsWith("/dump/")) {
      return dumps.dump(exchange);
    }
    if (path.startsWith("/reconcile")) {
      return reconcile.answer(exchange);
    }
    if (path.startsWith("/$/") || path.equals("/healthz")) {
      return operator.answer(exchange);
    }
    return catalog
        .answer(exchange)
        .or(() -> Assets.answer(path))
        .or(() -> explorer.answer(exchange))
        .or(() -> home(exchange))
        .orElseThrow(() -> Problem.notFound("nothing is at this path"));
  }

  private static java.util.Optional<Reply> home(Exchange exchange) {
    return exchange.path().equals("/")
        ? java.util.Optional.of(HomePage.reply(exchange))
        : java.util.Optional.empty();
  }
}
