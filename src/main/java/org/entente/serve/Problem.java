package org.entente.serve;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that gets no answer but a reason (RFC 9457). */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_DETAIL = 1000;

  private final int status;
  private final String title;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  Problem(int status, String title, String detail) {
    super(bounded(detail), null, false, false);
    this.status = status;
    this.title = title;
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  static Problem forbidden(String detail) {
    return new Problem(403, "Not allowed", detail);
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  static Problem tooLarge(String detail) {
    return new Problem(413, "Too large", detail);
  }

  static Problem busy(String detail, int retryAfter) {
    return new Problem(503, "Not now", detail).header("Retry-After", Integer.toString(retryAfter));
  }

  /** The same, with a header of the answer. */
  Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The same, with a member of the JSON object. */
  Problem member(String name, Object value) {
    members.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }

  private static String bounded(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }
}
