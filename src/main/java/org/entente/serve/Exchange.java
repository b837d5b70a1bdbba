package org.entente.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One request, and the generation it is answered from. */
final class Exchange {
  private static final Duration SLOWEST_BODY = Duration.ofSeconds(10);

  private final HttpServletRequest request;
  private final String id;
  private final Generations.Lease lease;
  private final Links links;
  private Parameters parameters;

  Exchange(HttpServletRequest request, String id, Generations.Lease lease, Links links) {
    this.request = request;
    this.id = id;
    this.lease = lease;
    this.links = links;
  }

  /** A new identifier for a request. */
  static String newId() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong() | 1L << 63);
  }

  HttpServletRequest request() {
    return request;
  }

  /** The identifier that the answer and the log carry. */
  String id() {
    return id;
  }

  Generation generation() {
    return lease.generation();
  }

  Generations.Lease lease() {
    return lease;
  }

  Links links() {
    return links;
  }

  String method() {
    return request.getMethod();
  }

  boolean isPost() {
    return method().equals("POST");
  }

  /** The path as it was sent, encoded, without the query. */
  String path() {
    return request.getRequestURI();
  }

  /** The path and the query as they were sent. */
  String target() {
    return target(request);
  }

  /** The path and the query of a request as they were sent. */
  static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /** The address of the connection's other end, whatever headers say. */
  String address() {
    return request.getRemoteAddr();
  }

  /** Who asks, for limits. */
  String client() {
    return Clients.name(address());
  }

  String header(String name) {
    return request.getHeader(name);
  }

  /** A header that may be sent in several lines, as one list. */
  String list(String name) {
    List<String> lines = java.util.Collections.list(request.getHeaders(name));
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  Accept accept() {
    return Accept.parse(list("Accept"));
  }

  /** The parameters of the query string. */
  Parameters parameters() {
    if (parameters == null) {
      parameters = Parameters.parse(request.getQueryString());
    }
    return parameters;
  }

  /** The languages wanted, most wanted first: the parameter, else the header. */
  List<String> languages() {
    String asked = parameters().first("lang");
    if (asked != null && asked.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      return List.of(asked.toLowerCase(Locale.ROOT));
    }
    return Accept.parse(list("Accept-Language")).preferred();
  }

  /** The media type of the body, in lower case; null when none is named. */
  String bodyType() {
    String type = request.getContentType();
    return type == null ? null : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The body, decompressed, up to a limit. */
  byte[] body(int limit) {
    if (request.getContentLengthLong() > limit) {
      throw Problem.tooLarge("a body has at most " + limit + " bytes")
          .header("Connection", "close");
    }
    String coding = request.getHeader("Content-Encoding");
    boolean gzip = coding != null && coding.strip().equalsIgnoreCase("gzip");
    if (coding != null && !gzip && !coding.strip().equalsIgnoreCase("identity")) {
      throw new Problem(415, "Unsupported content coding", "only gzip is understood");
    }
    try (InputStream raw = request.getInputStream();
        InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      long start = System.nanoTime();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        read.write(buffer, 0, n);
        if (System.nanoTime() - start > SLOWEST_BODY.toNanos()) {
          throw new Problem(408, "Request timeout", "the body took too long to arrive")
              .header("Connection", "close");
        }
        if (read.size() > limit) {
          throw Problem.tooLarge("a body has at most " + limit + " bytes")
              .header("Connection", "close");
        }
      }
      return read.toByteArray();
    } catch (ZipException e) {
      throw Problem.badRequest("the body is not gzip");
    } catch (IOException e) {
      throw Problem.badRequest("the body did not arrive").header("Connection", "close");
    }
  }
}
