package org.entente.serve;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a server listens.
 *
 * @param host address to bind
 * @param port port to bind; 0 takes a free one
 * @param publicUrl what links say; null for the bound address
 * @param limits what clients may ask for
 * @param queries folder of the questions that the pages show; need not exist
 * @param documents folder of the texts of documents; null when they are not at hand
 * @param log takes one line a request
 */
public record ServerOptions(
    String host,
    int port,
    URI publicUrl,
    Limits limits,
    Path queries,
    Path documents,
    Consumer<String> log) {

  /** Loopback, a free port, the default limits, no log. */
  public static ServerOptions local() {
    return new ServerOptions(
        "127.0.0.1", 0, null, Limits.defaults(), Path.of("queries"), null, line -> {});
  }

  /** The same with other limits. */
  public ServerOptions withLimits(Limits other) {
    return new ServerOptions(host, port, publicUrl, other, queries, documents, log);
  }

  /** The same with another public URL. */
  public ServerOptions withPublicUrl(URI other) {
    return new ServerOptions(host, port, other, limits, queries, documents, log);
  }

  /** The same with another log. */
  public ServerOptions withLog(Consumer<String> other) {
    return new ServerOptions(host, port, publicUrl, limits, queries, documents, other);
  }

  /** The same with texts of documents. */
  public ServerOptions withDocuments(Path other) {
    return new ServerOptions(host, port, publicUrl, limits, queries, other, log);
  }

  /** The same at another address. */
  public ServerOptions withHost(String other) {
    return new ServerOptions(other, port, publicUrl, limits, queries, documents, log);
  }
}
