package org.entente.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.entente.serve.Limits.Rate;

/**
 * Counts what each client asks. A client is the address of a connection's other end; of IPv6, the
 * network, since one subscriber has all addresses of it.
 */
final class Clients {
  private static final int REMEMBERED = 10_000;
  private static final int MOST_AT_ONCE = 32;
  private static final int NETWORK_BYTES = 8;
  private static final double NANOSECONDS = 1e9;

  private static final class Bucket {
    double tokens;
    long filled;
  }

  private final Rate rate;
  private final LongSupplier clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  private final Map<String, Integer> present = new HashMap<>();

  Clients(Rate rate) {
    this(rate, System::nanoTime);
  }

  /**
   * Clients by a clock.
   *
   * @param clock nanoseconds since some moment
   */
  Clients(Rate rate, LongSupplier clock) {
    this.rate = rate;
    this.clock = clock;
  }

  /** The name of a client by its address. */
  static String name(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16
          ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, NETWORK_BYTES) + "::/64"
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  /**
   * A request begins. One client cannot hold all threads, however slowly it sends or reads.
   *
   * @throws Problem when too many of the client's are under way
   */
  synchronized void enter(String client) {
    if (present.getOrDefault(client, 0) >= MOST_AT_ONCE) {
      throw new Problem(
              429,
              "Too many requests",
              "from one address, at most " + MOST_AT_ONCE + " requests at once")
          .header("Retry-After", "1");
    }
    present.merge(client, 1, Integer::sum);
  }

  /** A request that began is over. */
  synchronized void leave(String client) {
    present.computeIfPresent(client, (c, count) -> count == 1 ? null : count - 1);
  }

  /**
   * Counts a request.
   *
   * @throws Problem when the client asked too often
   */
  synchronized void count(String client) {
    long now = clock.getAsLong();
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
