package org.entente.resolve;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Finds out which properties of which things are spoken of more than once. Only these need all that
 * is said of them at one time; what is said once is decided by itself. Eight bytes are held for
 * each statement until {@link #seal}, and after it for each property that is shared.
 *
 * <p>Two that have the same hash count as shared. That is harmless: what is shared is decided
 * together, and of what was said once the outcome is the same.
 */
class Slots {
  private long[] hashes = new long[1 << 10];
  private int length;

  /** Takes in that a property of a thing is spoken of. */
  void add(Triple triple) {
    if (length == hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.multiplyExact(length, 2));
    }
    hashes[length++] = hash(triple);
  }

  /** Ends the taking in. */
  void seal() {
    Arrays.sort(hashes, 0, length);
    int shared = 0;
    for (int i = 1; i < length; i++) {
      if (hashes[i] == hashes[i - 1] && (shared == 0 || hashes[shared - 1] != hashes[i])) {
        hashes[shared++] = hashes[i];
      }
    }
    hashes = Arrays.copyOf(hashes, shared);
    length = shared;
  }

  /** Whether a triple's property of its subject is spoken of more than once. */
  boolean isShared(Triple triple) {
    return Arrays.binarySearch(hashes, hash(triple)) >= 0;
  }

  private static long hash(Triple triple) {
    return (long) hash(triple.getSubject()) << Integer.SIZE
        | hash(triple.getPredicate()) & 0xFFFF_FFFFL;
  }

  private static int hash(Node node) {
    return node.getURI().hashCode();
  }
}
