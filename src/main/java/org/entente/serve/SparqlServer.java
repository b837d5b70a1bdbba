package org.entente.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;

/** Serves a published graph over HTTP: read-only, on loopback unless told otherwise. */
public final class SparqlServer implements AutoCloseable {
  private static final String TIME_LIMIT_MILLISECONDS = "30000";

  private final FusekiServer server;

  private SparqlServer(FusekiServer server) {
    this.server = server;
  }

  /** Starts serving; port 0 takes a free one. */
  public static SparqlServer start(DatasetGraph store, String host, int port)
      throws UnknownHostException {
    store.getContext().set(ARQ.queryTimeout, TIME_LIMIT_MILLISECONDS);
    FusekiServer server =
        FusekiServer.create()
            .fusekiModules(FusekiModules.empty())
            .loopback(InetAddress.getByName(host).isLoopbackAddress())
            .port(port)
            .add("/sparql", DataService.newBuilder(store).addEndpoint(Operation.Query))
            .add("/data-graph", DataService.newBuilder(store).addEndpoint(Operation.GSP_R))
            .build();
    server.start();
    return new SparqlServer(server);
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Waits until the server is stopped. */
  public void join() {
    server.join();
  }

  @Override
  public void close() {
    server.stop();
  }
}
