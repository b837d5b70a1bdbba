package org.entente.spill;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * Numbers by keys, of which 128 bits of hash are kept in place of the key itself: MurmurHash3
 * (Appleby 2011) over its parts. Of a billion keys two have one hash with a probability of 1 in
 * 10^20. The table is open, each entry at the first free place after that of its hash.
 */
public final class Numbers {
  private static final int ENTRY = 3;

  private Longs table = new Longs(ENTRY << 4);
  private long mask = (1 << 4) - 1;
  private long size;

  /** How many keys there are. */
  public long size() {
    return size;
  }

  /** The number of a key; -1 when it has none. */
  public long get(String... key) {
    return get(hash(key));
  }

  /** The number of a key that is but a hash; -1 when it has none. */
  public long get(long hash) {
    return get(spread(hash));
  }

  private long get(long[] hash) {
    return table.get(place(hash) + 2) - 1;
  }

  /** Whether a key has a number. */
  public boolean contains(String... key) {
    return get(key) >= 0;
  }

  /**
   * Gives a key a number, 0 or more, in place of the one that it may have.
   *
   * @return the number that it had; -1 for none
   */
  public long put(long number, String... key) {
    return put(number, hash(key), true);
  }

  /** The same for a key that is but a hash. */
  public long put(long number, long hash) {
    return put(number, spread(hash), true);
  }

  /**
   * Gives a key a number unless it has one.
   *
   * @return the number that it has; -1 when it had none
   */
  public long putIfAbsent(long number, String... key) {
    return put(number, hash(key), false);
  }

  private long put(long number, long[] hash, boolean again) {
    long at = place(hash);
    long before = table.get(at + 2) - 1;
    if (before < 0) {
      enter(hash, at, number);
    } else if (again) {
      table.set(at + 2, number + 1);
    }
    return before;
  }

  private static long[] spread(long hash) {
    long high = hash * 0x9E37_79B9_7F4A_7C15L;
    return new long[] {high ^ high >>> Integer.SIZE, hash};
  }

  private void enter(long[] hash, long free, long number) {
    long at = free;
    if (++size > mask / 5 * 3) {
      grow();
      at = place(hash);
    }
    table.set(at, hash[0]);
    table.set(at + 1, hash[1]);
    table.set(at + 2, number + 1);
  }

  private static long[] hash(String... key) {
    byte[] bytes = String.join("\0", key).getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash128x64(bytes, 0, bytes.length, key.length);
  }

  private long place(long[] hash) {
    long at = (hash[0] & mask) * ENTRY;
    while (table.get(at + 2) != 0 && (table.get(at) != hash[0] || table.get(at + 1) != hash[1])) {
      at = at == mask * ENTRY ? 0 : at + ENTRY;
    }
    return at;
  }

  private void grow() {
    Longs old = table;
    mask = mask * 2 + 1;
    table = new Longs((mask + 1) * ENTRY);
    for (long at = 0; at < old.length(); at += ENTRY) {
      if (old.get(at + 2) != 0) {
        long to = place(new long[] {old.get(at), old.get(at + 1)});
        for (int i = 0; i < ENTRY; i++) {
          table.set(to + i, old.get(at + i));
        }
      }
    }
  }
}
