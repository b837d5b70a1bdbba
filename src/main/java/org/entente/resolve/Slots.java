package org.entente.resolve;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.spill.Longs;
import org.entente.spill.Numbers;

/**
 * Finds out which properties of which things are spoken of more than once, and by which rows. Only
 * these need all that is said of them at one time; what is said once is decided by itself.
 *
 * <p>Properties of things that have the same hash count as one. That is harmless: what is shared is
 * decided together, and of what was said once the outcome is the same.
 */
class Slots {
  private static final int ONCE = 0;
  private static final int SHARED = 1;

  /** By hash: whether it is shared, and if so which row spoke of it last, two above its place. */
  private final Numbers byHash = new Numbers();

  /** Rows, and behind each the place of the row before that speaks of the same, or -1. */
  private final Longs rows = new Longs();

  /** Takes in that a property of a thing is spoken of. */
  final void add(Triple triple) {
    long hash = hash(triple);
    long before = byHash.get(hash);
    if (before != SHARED) {
      byHash.put(before < 0 ? ONCE : SHARED, hash);
    }
  }

  /** Whether a triple's property of its subject is spoken of more than once. */
  boolean isShared(Triple triple) {
    return byHash.get(hash(triple)) >= SHARED;
  }

  /** Takes in that a row speaks of what is shared; rows come in their order. */
  final void gather(Triple triple, long row) {
    long hash = hash(triple);
    long last = byHash.get(hash) - SHARED - 1;
    if (last < 0 || rows.get(last) != row) {
      byHash.put(rows.length() + SHARED + 1, hash);
      rows.add(row);
      rows.add(Math.max(-1, last));
    }
  }

  /**
   * The rows that speak of the property of a triple's subject, in their order, and forgets them.
   */
  final long[] take(Triple triple) {
    long[] found = new long[2];
    int count = 0;
    long hash = hash(triple);
    for (long at = byHash.get(hash) - SHARED - 1; at >= 0; at = rows.get(at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = rows.get(at);
    }
    if (count > 0) {
      byHash.put(SHARED, hash);
    }
    found = Arrays.copyOf(found, count);
    Arrays.sort(found);
    return found;
  }

  /** Whether two triples are about one property of one thing, or count as such. */
  static boolean areOne(Triple one, Triple other) {
    return hash(one) == hash(other);
  }

  private static long hash(Triple triple) {
    return (long) hash(triple.getSubject()) << Integer.SIZE
        | hash(triple.getPredicate()) & 0xFFFF_FFFFL;
  }

  private static int hash(Node node) {
    return node.getURI().hashCode();
  }
}
