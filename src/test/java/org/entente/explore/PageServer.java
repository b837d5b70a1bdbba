package org.entente.explore;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.store.DatasetFolder;

/** A small server on the loopback that shows the pages, for tests and for looking at them. */
final class PageServer implements AutoCloseable {
  private final HttpServer server;
  private final Explorer explorer;

  private PageServer(HttpServer server, Explorer explorer) {
    this.server = server;
    this.explorer = explorer;
  }

  /** Serves a graph at a free port, or at the one that is given. */
  static PageServer start(DatasetGraph dataset, String version, Path queries, int port)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    Snapshot snapshot = new Snapshot(dataset, version);
    PageServer pages = new PageServer(server, new Explorer(() -> snapshot, queries));
    server.createContext("/", pages::handle);
    server.setExecutor(Executors.newFixedThreadPool(4, PageServer::daemon));
    server.start();
    return pages;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "pages");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it is. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      PageRequest request =
          new PageRequest(
              exchange.getRequestURI().getPath(),
              parameters(exchange.getRequestURI().getRawQuery()),
              languages(exchange.getRequestHeaders().getFirst("Accept-Language")),
              URI.create(url()));
      PageResponse response;
      try {
        response =
            request.path().equals("/sparql")
                ? explorer.editor(request)
                : explorer
                    .respond(request)
                    .orElseGet(
                        () -> explorer.error(request, 404, "No such page", "Nothing is here."));
      } catch (RuntimeException e) {
        e.printStackTrace();
        response = PageResponse.of(500, "text/plain", String.valueOf(e), Map.of());
      }
      response.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      exchange.sendResponseHeaders(response.status(), response.body().length);
      exchange.getResponseBody().write(response.body());
    }
  }

  static Map<String, List<String>> parameters(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (query != null && !query.isEmpty()) {
      for (String pair : query.split("&")) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        parameters
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static List<String> languages(String header) {
    return header == null
        ? List.of()
        : Arrays.stream(header.split(",")).map(each -> each.split(";")[0].strip()).toList();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Serves the graph of a dataset folder with the questions of another, for looking at it. */
  public static void main(String[] arguments) throws IOException {
    DatasetFolder folder = DatasetFolder.at(Path.of(arguments[0]));
    String version = folder.requireCurrent();
    PageServer pages =
        start(folder.open(version), version, Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    System.out.println(pages.url());
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      pages.close();
    }
  }
}
