package org.entente.spill;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences of bytes, numbered from 0 in the order they come. Half a megabyte lies in the heap,
 * more in a file.
 */
public final class Blobs {
  private static final int HEAP = 1 << 19;
  private static final int BITS = 23;
  private static final int MASK = (1 << BITS) - 1;

  private final Longs ends = new Longs();
  private final List<ByteBuffer> pieces = new ArrayList<>();
  private Spill file;
  private long length;

  /** How many there are. */
  public long size() {
    return ends.length();
  }

  /** Adds the first bytes of an array. */
  public void add(byte[] bytes, int count) {
    reserve(length + count);
    int done = 0;
    while (done < count) {
      int at = (int) (length + done) & MASK;
      int part = Math.min(count - done, MASK + 1 - at);
      pieces.get((int) (length + done >>> BITS)).put(at, bytes, done, part);
      done += part;
    }
    length += count;
    ends.add(length);
  }

  /** The bytes of a number. */
  public byte[] get(long number) {
    long from = number == 0 ? 0 : ends.get(number - 1);
    byte[] bytes = new byte[(int) (ends.get(number) - from)];
    int done = 0;
    while (done < bytes.length) {
      int at = (int) (from + done) & MASK;
      int part = Math.min(bytes.length - done, MASK + 1 - at);
      pieces.get((int) (from + done >>> BITS)).get(at, bytes, done, part);
      done += part;
    }
    return bytes;
  }

  private void reserve(long least) {
    if (file == null && least <= HEAP) {
      int capacity = pieces.isEmpty() ? 0 : pieces.get(0).capacity();
      if (least > capacity) {
        byte[] before = capacity == 0 ? new byte[0] : pieces.get(0).array();
        int more = (int) Math.max(least, Math.min(HEAP, capacity * 2L));
        pieces.clear();
        pieces.add(ByteBuffer.wrap(Arrays.copyOf(before, more)));
      }
      return;
    }
    byte[] before = file == null && !pieces.isEmpty() ? pieces.get(0).array() : new byte[0];
    if (file == null) {
      file = new Spill();
      pieces.clear();
    }
    while ((long) pieces.size() << BITS < least) {
      pieces.add(file.next(1 << BITS));
    }
    if (before.length > 0) {
      pieces.get(0).put(0, before);
    }
  }
}
