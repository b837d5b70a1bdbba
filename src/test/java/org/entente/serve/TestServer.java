package org.entente.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.serve.Limits.Rate;
import org.entente.store.DatasetFolder;

/** A server over the small graph that most tests share, and a client for it. */
final class TestServer implements AutoCloseable {
  static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
  static final String KISHIDA = "person/kishida";

  private static final Rate OFTEN = new Rate(1_000_000, 1_000_000);
  private static TestServer shared;
  private static Path graph;

  private final GraphServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final List<String> log = new CopyOnWriteArrayList<>();

  private TestServer(DatasetFolder folder, ServerOptions options) throws IOException {
    this.server = GraphServer.start(folder, options.withLog(log::add));
  }

  /** Limits that tests reach quickly, without rates. */
  static Limits limits() {
    return Limits.defaults()
        .withTime(Duration.ofMillis(1_500))
        .withRates(OFTEN, OFTEN)
        .withAnswers(5_000, 2_000_000);
  }

  /** The server that tests share; it stops with the process. */
  static synchronized TestServer shared() throws IOException {
    if (shared == null) {
      shared = start(ServerOptions.local().withLimits(limits()));
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** A server of its own over a copy of the small graph. */
  static TestServer start(ServerOptions options) throws IOException {
    return new TestServer(copyOfGraph(), options);
  }

  /** A server of its own over a folder. */
  static TestServer start(DatasetFolder folder, ServerOptions options) throws IOException {
    return new TestServer(folder, options);
  }

  /** A copy of the small graph, which is built once. */
  static synchronized DatasetFolder copyOfGraph() throws IOException {
    if (graph == null) {
      graph = Files.createTempDirectory("entente-test-graph");
      Path tables = graph.resolve("tables");
      TestGraph.copyTables(tables);
      TestGraph.publish(tables, graph.resolve("published"));
      Path made = graph;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
    }
    Path copy = Files.createTempDirectory("entente-test-copy");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(copy)));
    Path from = graph.resolve("published");
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return DatasetFolder.at(copy);
  }

  private static void delete(Path folder) {
    try {
      DatasetFolder.delete(folder);
    } catch (IOException e) {
      // What is left in the temporary folder is the system's to clear.
      folder.toFile().deleteOnExit();
    }
  }

  int port() {
    return server.port();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The request log so far. */
  List<String> log() {
    return log;
  }

  /** An answer whose body is text. */
  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .timeout(Duration.ofSeconds(60))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<byte[]> bytes(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to a query. */
  HttpResponse<String> query(String query, String... headers) {
    return get("/sparql?query=" + encode(query), headers);
  }

  /** Bytes sent as they are, and all bytes of the answer as ISO-8859-1. */
  String raw(String request) {
    return Raw.send(port(), request.getBytes(StandardCharsets.UTF_8));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
