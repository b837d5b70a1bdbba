package org.entente.publish.tdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts rows of a fixed number of longs, compared as unsigned, and drops repeated ones. What does
 * not fit into the memory given is sorted in runs, which lie on disk and are merged.
 */
final class TupleSorter implements AutoCloseable {
  private static final int DIGIT_BITS = 11;
  private static final int BUCKETS = 1 << DIGIT_BITS;
  private static final int DIGITS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;
  private static final int MERGE_BYTES = 1 << 16;
  private static final int MIN_ROWS = 1 << 10;

  private final int width;
  private final int maxLongs;
  private final Path scratch;
  private final List<Path> runs = new ArrayList<>();
  private final List<Run> open = new ArrayList<>();
  private long[] rows;
  private long[] spare = new long[0];
  private int length;

  /**
   * A sorter.
   *
   * @param expected how many rows will come, if known
   * @param memory how many bytes the rows in memory and the space to sort them may take
   */
  TupleSorter(int width, long expected, long memory, Path scratch) {
    this.width = width;
    this.scratch = scratch;
    long most = Math.max(MIN_ROWS, memory / 2 / Long.BYTES / width) * width;
    maxLongs = (int) Math.min(most, (Integer.MAX_VALUE - 8) / width * (long) width);
    rows = new long[(int) Math.min(maxLongs, Math.max(MIN_ROWS, expected) * width)];
  }

  /** Where the next row goes: its first long in the array that {@link #array} gives. */
  int next() throws IOException {
    if (length == rows.length) {
      if (rows.length < maxLongs) {
        rows = Arrays.copyOf(rows, (int) Math.min(maxLongs, rows.length * 2L));
      } else {
        spill();
      }
    }
    length += width;
    return length - width;
  }

  /** The array to write the next row into. */
  long[] array() {
    return rows;
  }

  /** The rows, sorted, each once; to be called once. */
  Rows sorted() throws IOException {
    if (runs.isEmpty()) {
      sort();
      spare = new long[0];
      return new Unique(new InMemory());
    }
    spill();
    rows = new long[0];
    spare = new long[0];
    PriorityQueue<Run> queue = new PriorityQueue<>(runs.size(), this::compareHeads);
    for (Path file : runs) {
      Run run = new Run(file);
      open.add(run);
      if (run.next()) {
        queue.add(run);
      }
    }
    return new Unique(new Merged(queue));
  }

  @Override
  public void close() throws IOException {
    rows = new long[0];
    spare = new long[0];
    for (Run run : open) {
      run.channel.close();
    }
    for (Path file : runs) {
      Files.deleteIfExists(file);
    }
  }

  /** Sorted rows, one after the other. */
  interface Rows {
    /** Goes to the next row; false when there is none. */
    boolean next() throws IOException;

    /** Where the current row is. */
    long[] array();

    /** Where in the array it begins. */
    int offset();
  }

  private void spill() throws IOException {
    sort();
    Path file = Files.createTempFile(scratch, "run", ".tmp");
    runs.add(file);
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(MERGE_BYTES);
      for (int at = 0; at < length; ) {
        bytes.clear();
        int count = Math.min(length - at, MERGE_BYTES / Long.BYTES);
        bytes.asLongBuffer().put(rows, at, count);
        bytes.limit(count * Long.BYTES);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        at += count;
      }
    }
    length = 0;
  }

  /**
   * Sorts by the digits of each long from the least significant on; digits that are the same in all
   * rows cost nothing.
   */
  private void sort() {
    if (isSorted()) {
      return;
    }
    int[][] counts = new int[width * DIGITS][BUCKETS];
    for (int at = 0; at < length; at += width) {
      for (int column = 0; column < width; column++) {
        long value = rows[at + column];
        for (int digit = 0; digit < DIGITS; digit++) {
          counts[column * DIGITS + digit][digit(value, digit)]++;
        }
      }
    }
    if (spare.length < length) {
      spare = new long[rows.length];
    }
    int total = length / width;
    for (int column = width - 1; column >= 0; column--) {
      for (int digit = 0; digit < DIGITS; digit++) {
        int[] starts = counts[column * DIGITS + digit];
        if (starts[digit(rows[column], digit)] != total) {
          distribute(column, digit, starts);
        }
      }
    }
  }

  private void distribute(int column, int digit, int[] starts) {
    int at = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = starts[bucket];
      starts[bucket] = at;
      at += count * width;
    }
    long[] from = rows;
    long[] to = spare;
    for (int row = 0; row < length; row += width) {
      int bucket = digit(from[row + column], digit);
      int target = starts[bucket];
      starts[bucket] = target + width;
      to[target] = from[row];
      to[target + 1] = from[row + 1];
      to[target + 2] = from[row + 2];
      if (width == 4) {
        to[target + 3] = from[row + 3];
      }
    }
    rows = to;
    spare = from;
  }

  private static int digit(long value, int digit) {
    return (int) (value >>> digit * DIGIT_BITS) & BUCKETS - 1;
  }

  private boolean isSorted() {
    for (int at = width; at < length; at += width) {
      if (compare(rows, at - width, rows, at) > 0) {
        return false;
      }
    }
    return true;
  }

  private int compare(long[] a, int aAt, long[] b, int bAt) {
    for (int i = 0; i < width; i++) {
      int compared = Long.compareUnsigned(a[aAt + i], b[bAt + i]);
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private int compareHeads(Run a, Run b) {
    return compare(a.array, a.at, b.array, b.at);
  }

  /** The rows of the only run. */
  private final class InMemory implements Rows {
    private int at = -width;

    @Override
    public boolean next() {
      at += width;
      return at < length;
    }

    @Override
    public long[] array() {
      return rows;
    }

    @Override
    public int offset() {
      return at;
    }
  }

  /** The rows of one run on disk. */
  private final class Run {
    private final FileChannel channel;
    private final ByteBuffer bytes;
    private final long[] array;
    private int at;
    private int end;

    Run(Path file) throws IOException {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      array = new long[MERGE_BYTES / Long.BYTES / width * width];
      bytes = ByteBuffer.allocateDirect(array.length * Long.BYTES);
    }

    boolean next() throws IOException {
      at += width;
      if (at < end) {
        return true;
      }
      bytes.clear();
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
      bytes.flip();
      LongBuffer longs = bytes.asLongBuffer();
      end = longs.remaining();
      longs.get(array, 0, end);
      at = 0;
      return end > 0;
    }
  }

  /** The rows of all runs on disk. */
  private final class Merged implements Rows {
    private final PriorityQueue<Run> queue;
    private Run head;

    Merged(PriorityQueue<Run> queue) {
      this.queue = queue;
    }

    @Override
    public boolean next() throws IOException {
      if (head != null && head.next()) {
        Run other = queue.peek();
        if (other == null || compareHeads(head, other) <= 0) {
          return true;
        }
        queue.add(head);
      }
      head = queue.poll();
      return head != null;
    }

    @Override
    public long[] array() {
      return head.array;
    }

    @Override
    public int offset() {
      return head.at;
    }
  }

  /** Sorted rows without the repeated ones. */
  private final class Unique implements Rows {
    private final Rows all;
    private final long[] last = new long[width];
    private boolean first = true;

    Unique(Rows all) {
      this.all = all;
    }

    @Override
    public boolean next() throws IOException {
      while (all.next()) {
        if (first || compare(last, 0, all.array(), all.offset()) != 0) {
          first = false;
          System.arraycopy(all.array(), all.offset(), last, 0, width);
          return true;
        }
      }
      return false;
    }

    @Override
    public long[] array() {
      return last;
    }

    @Override
    public int offset() {
      return 0;
    }
  }
}
