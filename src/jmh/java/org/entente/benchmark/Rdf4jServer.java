package org.entente.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.QueryInterruptedException;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.text.csv.SPARQLResultsCSVWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.lmdb.config.LmdbStoreConfig;

/**
 * RDF4J's LMDB store behind the JDK's own HTTP server, which does nothing but ask it. The store has
 * the indexes that RDF4J's documentation gives for named graphs, and the default graph of a query
 * is the default graph, as in the other engines, not the union.
 */
final class Rdf4jServer implements AutoCloseable {
  private static final long FIRST_BYTES = 1L << 30;
  private static final List<String> GRAPHS = List.of("claims", "sources", "summaries");

  private final SailRepository repository;
  private final Duration longest;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  private Rdf4jServer(SailRepository repository, Duration longest) throws IOException {
    this.repository = repository;
    this.longest = longest;
    // Else the end of an answer waits forty milliseconds for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Loads a file of N-Quads into a folder that is not there yet. */
  static void load(Path quads, Path folder) throws IOException {
    SailRepository repository = repository(folder);
    try (RepositoryConnection connection = repository.getConnection();
        InputStream in = Files.newInputStream(quads)) {
      connection.begin(IsolationLevels.NONE);
      connection.add(in, "", RDFFormat.NQUADS);
      connection.commit();
    } finally {
      repository.shutDown();
    }
  }

  /** Serves what was loaded, on a port of its own; gives a query up after so long. */
  static Rdf4jServer start(Path folder, Duration longest) throws IOException {
    return new Rdf4jServer(repository(folder), longest);
  }

  private static SailRepository repository(Path folder) {
    LmdbStoreConfig config = new LmdbStoreConfig("spoc,posc,ospc,cspo");
    config.setTripleDBSize(FIRST_BYTES);
    config.setValueDBSize(FIRST_BYTES);
    SailRepository repository = new SailRepository(new LmdbStore(folder.toFile(), config));
    repository.init();
    return repository;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String text =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    try (exchange;
        RepositoryConnection connection = repository.getConnection()) {
      Query query = connection.prepareQuery(text);
      SimpleDataset dataset = new SimpleDataset();
      dataset.addDefaultGraph(RDF4J.NIL);
      for (String graph : GRAPHS) {
        dataset.addNamedGraph(
            repository.getValueFactory().createIRI("https://w3id.org/entente/graph/" + graph));
      }
      query.setDataset(dataset);
      query.setMaxExecutionTime((int) longest.toSeconds());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try {
        if (query instanceof TupleQuery rows) {
          rows.evaluate(new SPARQLResultsCSVWriter(out));
        } else if (query instanceof GraphQuery graph) {
          graph.evaluate(new NTriplesWriter(out));
        } else {
          SPARQLBooleanJSONWriter json = new SPARQLBooleanJSONWriter(out);
          json.handleBoolean(((BooleanQuery) query).evaluate());
        }
      } catch (QueryInterruptedException e) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      exchange.sendResponseHeaders(200, 0);
      out.writeTo(exchange.getResponseBody());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    repository.shutDown();
  }
}
