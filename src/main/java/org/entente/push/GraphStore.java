package org.entente.push;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.entente.rdf.Graphs;
import org.entente.store.DatasetFolder;

/**
 * A store that speaks the SPARQL 1.1 graph store protocol. Each graph replaces the one of the same
 * name there, sent as N-Triples while it is read, so memory does not grow with the graph. A graph
 * arrives whole or not at all, but the graphs of a push do not arrive together.
 */
public final class GraphStore {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** What a default graph is called among graph names. */
  private static final String DEFAULT = "";

  private final URI endpoint;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  private GraphStore(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** The store with a graph store endpoint, such as {@code http://localhost:3030/ds/data}. */
  public static GraphStore at(URI endpoint) {
    return new GraphStore(endpoint);
  }

  /**
   * Sends the graphs of a generation.
   *
   * @param tripleTerms whether the graph with RDF 1.2 triple terms goes too, which SPARQL 1.1
   *     stores can't take
   * @param progress gets a line for each graph that was sent
   */
  public void put(
      DatasetFolder folder, String generation, boolean tripleTerms, Consumer<String> progress)
      throws IOException {
    Map<String, Long> graphs = new TreeMap<>();
    try (BufferedReader lines = folder.lines(generation)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        graphs.merge(graphOf(line), 1L, Long::sum);
      }
    }
    Set<String> left = tripleTerms ? Set.of() : Set.of(Graphs.RDF12.getURI());
    for (Map.Entry<String, Long> graph : graphs.entrySet()) {
      if (!left.contains(graph.getKey())) {
        put(folder, generation, graph.getKey());
        progress.accept(
            "%s: %d triples"
                .formatted(
                    graph.getKey().equals(DEFAULT) ? "default graph" : graph.getKey(),
                    graph.getValue()));
      }
    }
  }

  private void put(DatasetFolder folder, String generation, String graph) throws IOException {
    String query =
        graph.equals(DEFAULT)
            ? "default"
            : "graph=" + URLEncoder.encode(graph, StandardCharsets.UTF_8);
    URI target = URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query);
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/n-triples")
            .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> triples(folder, generation, graph)))
            .build();
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + target + " was sent");
    } catch (IOException e) {
      throw new IOException(
          target + ": " + (e.getMessage() == null ? "no connection" : e.getMessage()), e);
    }
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s answered %d: %s"
              .formatted(
                  target,
                  response.statusCode(),
                  response.body().lines().findFirst().orElse("nothing")));
    }
  }

  private static InputStream triples(DatasetFolder folder, String generation, String graph) {
    try {
      return new TripleStream(folder.lines(generation), graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The graph of a line as the dump writes it: terms with a space between, a full stop. */
  static String graphOf(String line) {
    int end = objectEnd(line);
    int close = line.length() - 2;
    return end >= close ? DEFAULT : line.substring(end + 2, close - 1);
  }

  /** A line without its graph. */
  static String tripleOf(String line) {
    return line.substring(0, objectEnd(line)) + " .\n";
  }

  private static int objectEnd(String line) {
    int at = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
    if (line.startsWith("<<(", at)) {
      return line.lastIndexOf(")>>") + 3;
    }
    if (line.charAt(at) == '"') {
      at++;
      while (line.charAt(at) != '"') {
        at += line.charAt(at) == '\\' ? 2 : 1;
      }
    }
    return line.indexOf(' ', at);
  }

  /** The triples of one graph as bytes. */
  private static final class TripleStream extends InputStream {
    private final BufferedReader lines;
    private final String graph;
    private byte[] bytes = new byte[0];
    private int at;

    TripleStream(BufferedReader lines, String graph) {
      this.lines = lines;
      this.graph = graph;
    }

    private boolean fill() throws IOException {
      while (at == bytes.length) {
        String line = lines.readLine();
        if (line == null) {
          return false;
        }
        if (graphOf(line).equals(graph)) {
          bytes = tripleOf(line).getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
      }
      return true;
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int done = 0;
      while (done < length && fill()) {
        int count = Math.min(length - done, bytes.length - at);
        System.arraycopy(bytes, at, to, from + done, count);
        at += count;
        done += count;
      }
      return done == 0 && length > 0 ? -1 : done;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
