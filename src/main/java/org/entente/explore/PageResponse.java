package org.entente.explore;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a browser gets.
 *
 * @param status HTTP status
 * @param contentType media type with its charset
 * @param body the bytes
 * @param headers further headers
 */
public record PageResponse(
    int status, String contentType, byte[] body, Map<String, String> headers) {

  /** The body as text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  static PageResponse of(int status, String contentType, String body, Map<String, String> headers) {
    return new PageResponse(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
  }
}
