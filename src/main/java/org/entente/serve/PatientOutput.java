package org.entente.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Output to a client that may read slowly, but not so slowly that it holds a thread for ever. The
 * container knows only whether anything at all is read.
 */
final class PatientOutput extends OutputStream {
  private static final int PART = 32 << 10;
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
  private static final double SLOWEST_BYTES_A_SECOND = 10_000;

  private final OutputStream out;
  private final LongSupplier clock;
  private final long start;
  private long written;

  PatientOutput(OutputStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    for (int from = offset; from < end; from += PART) {
      int part = Math.min(PART, end - from);
      out.write(bytes, from, part);
      written += part;
      long passed = clock.getAsLong() - start;
      if (passed > PATIENCE && written < passed / 1e9 * SLOWEST_BYTES_A_SECOND) {
        throw new IOException("the client reads too slowly");
      }
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
