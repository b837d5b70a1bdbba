package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the container refuses before it becomes a request: a bad line, a head too long, a
 * path that could mislead. Such an answer is a problem like any other, logged and counted.
 */
final class Refusals extends ErrorHandler {
  private final Generations generations;
  private final Errors errors;
  private final Metrics metrics;
  private final AccessLog log;
  private final int longestHead;

  /** Refuses with the words of {@code errors}; a head may have {@code longestHead} bytes. */
  Refusals(
      Generations generations, Errors errors, Metrics metrics, AccessLog log, int longestHead) {
    this.generations = generations;
    this.errors = errors;
    this.metrics = metrics;
    this.log = log;
    this.longestHead = longestHead;
  }

  /** Whatever the method was: a refusal has a body. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback)
      throws IOException {
    String id = Exchange.newId();
    HttpFields asked = request.getHeaders();
    Reply reply = errors.reply(Accept.parse(list(asked, HttpHeader.ACCEPT)), id, problem(status));
    HttpFields.Mutable fields = response.getHeaders();
    CommonHeaders.of(reply, id, version()).forEach(fields::put);
    fields.put(HttpHeader.CONTENT_TYPE, reply.contentType());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    reply.writeTo(body, false);
    fields.put(HttpHeader.CONTENT_LENGTH, body.size());
    response.setStatus(status);
    metrics.started();
    metrics.ended("refused", status, body.size(), 0);
    log.line(
        Request.getRemoteAddr(request),
        request.getMethod(),
        request.getHttpURI().getPathQuery(),
        status,
        body.size(),
        0,
        id);
    Content.Sink.write(response, true, ByteBuffer.wrap(body.toByteArray()));
    callback.succeeded();
  }

  private String version() {
    try (Generations.Lease lease = generations.lease()) {
      return lease.generation().version();
    }
  }

  private static String list(HttpFields fields, HttpHeader name) {
    return fields == null ? null : String.join(",", fields.getValuesList(name));
  }

  private Problem problem(int status) {
    return switch (status) {
      case 408 -> new Problem(408, "Request timeout", "the request took too long to arrive");
      case 414, 431 ->
          new Problem(
              status,
              "Too long",
              "the address and the headers of a request have at most "
                  + longestHead
                  + " bytes; a longer query is sent by POST");
      case 426, 505 -> new Problem(status, "HTTP version", "this server speaks HTTP/1.1");
      default ->
          status >= 500
              ? new Problem(status, "Server error", "the server failed; the fault is logged")
              : new Problem(
                  status,
                  "Bad request",
                  "the request is not well-formed HTTP/1.1, or its path is badly encoded or leads"
                      + " above the root");
    };
  }
}
