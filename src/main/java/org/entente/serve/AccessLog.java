package org.entente.serve;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** One line a request, bounded, with control characters escaped. */
final class AccessLog {
  private static final int LONGEST_TARGET = 300;

  private final Consumer<String> sink;

  AccessLog(Consumer<String> sink) {
    this.sink = sink;
  }

  /** Writes a request, of which the container may not have understood method or target (null). */
  void line(
      String address, String method, String target, int status, long bytes, long nanos, String id) {
    sink.accept(
        Instant.now().truncatedTo(ChronoUnit.MILLIS)
            + " "
            + address
            + " "
            + clean(method == null ? "-" : method)
            + " "
            + clean(target == null ? "-" : target)
            + " "
            + status
            + " "
            + bytes
            + "B "
            + nanos / 1_000_000
            + "ms "
            + id);
  }

  /** A text without characters that could forge or garble a line. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length() && clean.length() < LONGEST_TARGET; i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      if (c <= ' '
          || c == 0x7F
          || type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR
          || type == Character.SURROGATE) {
        clean.append("\\u%04X".formatted((int) c));
      } else {
        clean.append(c);
      }
    }
    return clean.length() >= LONGEST_TARGET ? clean + "…" : clean.toString();
  }
}
