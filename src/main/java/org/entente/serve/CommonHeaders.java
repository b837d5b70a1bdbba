package org.entente.serve;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The headers of an answer that don't depend on its body: its own, and those every answer has: the
 * graph's version, a request id, CORS, safety.
 */
final class CommonHeaders {
  private static final String CONTENT_SECURITY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
  private static final String EXPOSED =
      "ETag, Link, Location, Retry-After, Content-Location, Last-Modified, Graph-Version,"
          + " X-Request-Id";

  private final Reply reply;
  private final String id;
  private final String version;

  private CommonHeaders(Reply reply, String id, String version) {
    this.reply = reply;
    this.id = id;
    this.version = version;
  }

  /** The headers of an answer to the request {@code id} from a version of the graph. */
  static CommonHeaders of(Reply reply, String id, String version) {
    return new CommonHeaders(reply, id, version);
  }

  /** Gives each header once; one that the answer has in several lines comes as a list. */
  void forEach(BiConsumer<String, String> header) {
    Map<String, Set<String>> own = new LinkedHashMap<>();
    for (Reply.Header line : reply.headers()) {
      if (line.name().equals("Content-Type")) {
        continue;
      }
      own.computeIfAbsent(line.name(), name -> new LinkedHashSet<>())
          .addAll(
              line.name().equals("Vary")
                  ? List.of(line.value().split(" *, *"))
                  : List.of(line.value()));
    }
    if (reply.isCompressible()) {
      own.computeIfAbsent("Vary", name -> new LinkedHashSet<>()).add("Accept-Encoding");
    }
    own.forEach((name, values) -> header.accept(name, String.join(", ", values)));
    header.accept("X-Request-Id", id);
    header.accept("Graph-Version", version);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Referrer-Policy", "same-origin");
    header.accept("Access-Control-Allow-Origin", "*");
    header.accept("Access-Control-Expose-Headers", EXPOSED);
    if (reply.contentType().startsWith("text/html")
        && reply.header("Content-Security-Policy").isEmpty()) {
      header.accept("Content-Security-Policy", CONTENT_SECURITY);
    }
  }
}
