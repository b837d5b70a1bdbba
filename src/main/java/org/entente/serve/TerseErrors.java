package org.entente.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what never became a request: a bad line, a head too long. Says no more than that. */
final class TerseErrors extends ErrorHandler {
  private static final String TYPE = "application/problem+json;charset=utf-8";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback)
      throws IOException {
    fields(response.getHeaders());
    response.setStatus(status);
    byte[] body = body(status);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    Content.Sink.write(response, true, ByteBuffer.wrap(body));
    callback.succeeded();
  }

  private static void fields(HttpFields.Mutable fields) {
    fields.put(HttpHeader.CONTENT_TYPE, TYPE);
    fields.put("Access-Control-Allow-Origin", "*");
    fields.put("X-Content-Type-Options", "nosniff");
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  private static byte[] body(int status) {
    return "{\"type\": \"about:blank\", \"title\": \"%s\", \"status\": %d}%n"
        .formatted(HttpStatus.getMessage(status), status)
        .getBytes(StandardCharsets.UTF_8);
  }
}
