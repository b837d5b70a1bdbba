package org.entente.publish.tdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Rows of a fixed number of longs in the order they came: in memory, past a limit on disk. */
final class TupleStore implements AutoCloseable {
  private static final int CHUNK_ROWS = 1 << 13;

  private final int width;
  private final long maxChunks;
  private final Path scratch;
  private final List<long[]> chunks = new ArrayList<>();
  private long[] tail;
  private int tailLength;
  private long rows;
  private Path file;
  private FileChannel channel;
  private ByteBuffer buffer;

  TupleStore(int width, long memory, Path scratch) {
    this.width = width;
    this.scratch = scratch;
    maxChunks = Math.max(1, memory / (CHUNK_ROWS * (long) width * Long.BYTES));
    tail = new long[CHUNK_ROWS * width];
  }

  /** What is done with a row: longs of an array, from an offset on. */
  interface RowSink {
    void row(long[] longs, int offset) throws IOException;
  }

  /** Adds a row of the width, or the first longs of a wider one. */
  void add(long a, long b, long c, long d) throws IOException {
    if (tailLength == tail.length) {
      flushTail();
    }
    tail[tailLength] = a;
    tail[tailLength + 1] = b;
    tail[tailLength + 2] = c;
    if (width == 4) {
      tail[tailLength + 3] = d;
    }
    tailLength += width;
    rows++;
  }

  long rows() {
    return rows;
  }

  private void flushTail() throws IOException {
    if (chunks.size() < maxChunks) {
      chunks.add(tail);
      tail = new long[CHUNK_ROWS * width];
    } else {
      if (channel == null) {
        file = Files.createTempFile(scratch, "rows", ".tmp");
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
        buffer = ByteBuffer.allocateDirect(tail.length * Long.BYTES);
      }
      buffer.clear();
      buffer.asLongBuffer().put(tail, 0, tailLength);
      buffer.limit(tailLength * Long.BYTES);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
    tailLength = 0;
  }

  /** Gives every row to a sink, in order; several threads may do so when no more is added. */
  void forEach(RowSink sink) throws IOException {
    for (long[] chunk : chunks) {
      give(chunk, chunk.length, sink);
    }
    if (file != null) {
      long[] block = new long[CHUNK_ROWS * width];
      try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(block.length * Long.BYTES);
        while (true) {
          bytes.clear();
          while (bytes.hasRemaining() && in.read(bytes) >= 0) {}
          bytes.flip();
          if (!bytes.hasRemaining()) {
            break;
          }
          LongBuffer longs = bytes.asLongBuffer();
          int length = longs.remaining();
          longs.get(block, 0, length);
          give(block, length, sink);
        }
      }
    }
    give(tail, tailLength, sink);
  }

  private void give(long[] longs, int length, RowSink sink) throws IOException {
    for (int at = 0; at < length; at += width) {
      sink.row(longs, at);
    }
  }

  @Override
  public void close() throws IOException {
    chunks.clear();
    if (channel != null) {
      channel.close();
      Files.deleteIfExists(file);
    }
  }
}
