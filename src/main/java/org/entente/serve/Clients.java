package org.entente.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.serve.Limits.Rate;

/** Counts what each client asks; a client is the address of a connection's other end. */
final class Clients {
  private static final int REMEMBERED = 10_000;
  private static final double NANOSECONDS = 1e9;

  private static final class Bucket {
    double tokens;
    long filled;
  }

  private final Rate rate;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  Clients(Rate rate) {
    this.rate = rate;
  }

  /**
   * Counts a request.
   *
   * @throws Problem when the client asked too often
   */
  synchronized void count(String client) {
    long now = System.nanoTime();
    Bucket bucket = buckets.get(client);
    if (bucket == null) {
      bucket = new Bucket();
      bucket.tokens = rate.burst();
      bucket.filled = now;
      buckets.put(client, bucket);
    }
    double earned = (now - bucket.filled) / NANOSECONDS * rate.perSecond();
    bucket.tokens = Math.min(rate.burst(), bucket.tokens + earned);
    bucket.filled = now;
    if (bucket.tokens < 1) {
      int wait = (int) Math.ceil((1 - bucket.tokens) / rate.perSecond());
      throw new Problem(
              429,
              "Too many requests",
              "from one address, at most " + (int) rate.perSecond() + " a second in the long run")
          .header("Retry-After", Integer.toString(Math.max(1, wait)));
    }
    bucket.tokens -= 1;
  }
}
