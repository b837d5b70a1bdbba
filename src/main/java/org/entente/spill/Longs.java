package org.entente.spill;

import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers by their places, from 0. Half a megabyte of them lies in the heap, more in a file. */
public final class Longs {
  private static final int HEAP = 1 << 16;
  private static final int BITS = 20;
  private static final int MASK = (1 << BITS) - 1;

  private final List<LongBuffer> made = new ArrayList<>();
  private LongBuffer[] pieces = {LongBuffer.allocate(1 << 4)};
  private Spill file;
  private long length;

  /** No numbers yet. */
  public Longs() {}

  /** As many zeros. */
  public Longs(long length) {
    reserve(length);
    this.length = length;
  }

  /** How many there are. */
  public long length() {
    return length;
  }

  /** The number at a place. */
  public long get(long at) {
    return pieces[(int) (at >>> BITS)].get((int) at & MASK);
  }

  /** Puts a number at a place. */
  public void set(long at, long number) {
    pieces[(int) (at >>> BITS)].put((int) at & MASK, number);
  }

  /** Adds a number at the end. */
  public void add(long number) {
    if (length == capacity()) {
      reserve(length + 1);
    }
    set(length++, number);
  }

  /** Forgets all but the first ones. */
  public void truncate(long to) {
    length = to;
  }

  /** Copies numbers into an array. */
  public void copy(long from, long[] into, int count) {
    int done = 0;
    while (done < count) {
      int at = (int) (from + done) & MASK;
      int part = Math.min(count - done, MASK + 1 - at);
      pieces[(int) (from + done >>> BITS)].get(at, into, done, part);
      done += part;
    }
  }

  /** Of numbers in order in a stretch, the place of the first that is not less than another. */
  public long least(long from, long to, long number) {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = low + high >>> 1;
      if (get(middle) < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long capacity() {
    return file == null ? pieces[0].capacity() : (long) pieces.length << BITS;
  }

  private void reserve(long least) {
    if (least <= HEAP) {
      int capacity = (int) Math.max(least, Math.min(HEAP, pieces[0].capacity() * 2L));
      pieces[0] = LongBuffer.wrap(Arrays.copyOf(pieces[0].array(), capacity));
      return;
    }
    LongBuffer before = file == null ? pieces[0] : null;
    if (file == null) {
      file = new Spill();
    }
    while ((long) made.size() << BITS < least) {
      made.add(file.next(Long.BYTES << BITS).order(ByteOrder.nativeOrder()).asLongBuffer());
    }
    pieces = made.toArray(LongBuffer[]::new);
    if (before != null) {
      pieces[0].put(0, before.array());
    }
  }
}
