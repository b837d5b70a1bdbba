package org.entente.serve;

import java.io.ByteArrayOutputStream;

/** Collects an answer, up to a limit. */
final class BoundedOutput extends ByteArrayOutputStream {
  private final int limit;

  BoundedOutput(int limit) {
    this.limit = limit;
  }

  @Override
  public synchronized void write(int b) {
    check(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    check(length);
    super.write(bytes, offset, length);
  }

  private void check(int more) {
    Budget.check();
    if (size() > limit - more) {
      throw Problem.tooLarge(
          "the answer has more than " + limit + " bytes; ask for less, with LIMIT and OFFSET");
    }
  }
}
