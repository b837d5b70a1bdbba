package org.entente.explore;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the answers that were asked for last, within a number of bytes; safe for threads. */
public final class Kept<K, V> {
  /** No single answer takes more than this part of the room. */
  private static final int LARGEST_PART = 4;

  private static final int OVERHEAD = 200;

  private final long most;
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Entry<V>(V value, long bytes) {}

  /**
   * Keeps answers.
   *
   * @param most how many bytes they may take together; 0 keeps none
   */
  public Kept(long most) {
    this.most = most;
  }

  /** The answer that is kept under a key; null for none. */
  public synchronized V get(K key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? null : entry.value;
  }

  /**
   * Keeps an answer, and forgets those that nobody asked for the longest.
   *
   * @param size how many bytes key and answer take
   */
  public synchronized void put(K key, V value, long size) {
    Entry<V> entry = new Entry<>(value, size + OVERHEAD);
    if (entry.bytes > most / LARGEST_PART) {
      return;
    }
    Entry<V> before = entries.put(key, entry);
    bytes += entry.bytes - (before == null ? 0 : before.bytes);
    Iterator<Entry<V>> eldest = entries.values().iterator();
    while (bytes > most) {
      bytes -= eldest.next().bytes;
      eldest.remove();
    }
  }

  /** How many bytes are kept. */
  public synchronized long bytes() {
    return bytes;
  }
}
