package org.entente.serve;

import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.entente.store.DatasetFolder;

/**
 * Serves a published graph over HTTP: SPARQL, linked data, pages. Fuseki is the container and
 * dispatches queries; a filter before it answers everything else and guards all. Read-only, and on
 * loopback unless told otherwise.
 */
public final class GraphServer implements AutoCloseable {
  private static final int THREADS = 80;
  private static final int LONGEST_HEAD = 16 << 10;
  private static final int IDLE_MILLISECONDS = 10_000;
  private static final long DRAIN_MILLISECONDS = 3_500;
  private static final long QUERIES_END_AFTER_MILLISECONDS = 2_500;

  /** Kept, for a logger that nothing refers to forgets its level. */
  private static final java.util.logging.Logger[] QUIET = {
    java.util.logging.Logger.getLogger("org.apache.jena.fuseki"),
    java.util.logging.Logger.getLogger("org.eclipse.jetty")
  };

  private final FusekiServer fuseki;
  private final Generations generations;
  private final QueryPool queries;
  private final QueryPool pages;
  private final Front front;
  private final Metrics metrics;
  private final Links links;
  private boolean closed;

  private GraphServer(DatasetFolder folder, ServerOptions options) throws IOException {
    for (java.util.logging.Logger logger : QUIET) {
      logger.setLevel(Level.WARNING);
    }
    Limits limits = options.limits();
    TextsAtHand texts = TextsAtHand.in(options.documents());
    this.generations = Generations.open(folder);
    this.metrics = new Metrics();
    this.queries = new QueryPool("query", limits);
    this.pages = new QueryPool("page-query", limits);
    ServerSocketAddress address = ServerSocketAddress.reserve(options);
    this.links = new Links(address.publicUrl());
    QueryGuard guard = new QueryGuard(limits);
    Clients queryRate = new Clients(limits.queryRate());
    MountedExplorer explorer =
        new MountedExplorer(
            guard, new QueryEngine(limits), pages, options.queries(), texts, limits.keptBytes());
    Router router =
        new Router(
            new DocumentRoutes(explorer),
            new OntologyRoutes(),
            new CatalogRoutes(),
            new DumpRoutes(),
            new ReconcileRoutes(limits, queries, queryRate),
            new OperatorRoutes(metrics, queries),
            explorer);
    Errors errors = new Errors(links, explorer);
    AccessLog log = new AccessLog(options.log());
    this.front = new Front(generations, links, router, errors, limits, metrics, log);
    SparqlProcessor processor =
        new SparqlProcessor(
            new SparqlRoute(limits, guard, queries, queryRate, new ServiceDescription(explorer)));
    this.fuseki =
        FusekiServer.create()
            .fusekiModules(FusekiModules.empty())
            .port(options.port())
            .maxServerThreads(THREADS)
            .addFilter("/*", front)
            .add(
                "/sparql",
                DataService.newBuilder(DatasetGraphZero.create())
                    .addEndpoint(
                        Endpoint.create().operation(Operation.Query).processor(processor).build()))
            .build();
    listen(fuseki.getJettyServer(), address);
    fuseki
        .getJettyServer()
        .setErrorHandler(new Refusals(generations, errors, metrics, log, LONGEST_HEAD));
    generations.prepareWith(lease -> explorer.prepare(lease, links));
  }

  /** Starts serving what is published in a folder. */
  public static GraphServer start(DatasetFolder folder, ServerOptions options) throws IOException {
    GraphServer server = new GraphServer(folder, options);
    server.fuseki.start();
    return server;
  }

  private static void listen(Server jetty, ServerSocketAddress address) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(LONGEST_HEAD);
    // Paths beyond ASCII may be sent as they are; what could mislead is refused by the front, which
    // knows the request's headers.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "FRONT",
            UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    ServerConnector connector = new ServerConnector(jetty, 1, 2, new HttpConnectionFactory(http));
    connector.open(address.channel());
    connector.setIdleTimeout(IDLE_MILLISECONDS);
    jetty.setConnectors(new Connector[] {connector});
    jetty.setStopTimeout(0);
  }

  /** The port it listens on. */
  public int port() {
    return ((ServerConnector) fuseki.getJettyServer().getConnectors()[0]).getLocalPort();
  }

  /** What links begin with. */
  public URI publicUrl() {
    return links.publicUrl();
  }

  /** Waits until the server is stopped. */
  public void join() {
    fuseki.join();
  }

  /** Refuses new requests, ends those under way within seconds, and stops. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    front.stop();
    long start = System.currentTimeMillis();
    boolean ended = false;
    while (metrics.active() > 0 && System.currentTimeMillis() - start < DRAIN_MILLISECONDS) {
      if (!ended && System.currentTimeMillis() - start > QUERIES_END_AFTER_MILLISECONDS) {
        queries.endAll();
        pages.endAll();
        ended = true;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    fuseki.stop();
    queries.close();
    pages.close();
    generations.close();
  }
}
