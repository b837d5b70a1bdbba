package org.entente.spill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file without a name, in the folder for temporary files, that is mapped into memory piece by
 * piece. It takes room on disk until the pieces are forgotten, or the process ends in whatever way.
 */
final class Spill {
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(1 << 16).asReadOnlyBuffer();

  private final FileChannel channel;
  private long length;

  Spill() {
    try {
      Path file = Files.createTempFile("entente", ".tmp");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next piece of the file, zeros.
   *
   * @throws UncheckedIOException when the disk is full: room is taken now, as a write into memory
   *     could not fail well
   */
  MappedByteBuffer next(int bytes) {
    try {
      for (int written = 0; written < bytes; ) {
        ByteBuffer zeros = ZEROS.duplicate();
        zeros.limit(Math.min(zeros.capacity(), bytes - written));
        written += channel.write(zeros, length + written);
      }
      MappedByteBuffer piece = channel.map(FileChannel.MapMode.READ_WRITE, length, bytes);
      length += bytes;
      return piece;
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              "cannot write to the folder for temporary files, "
                  + System.getProperty("java.io.tmpdir")
                  + ": "
                  + e.getMessage()
                  + "; -Djava.io.tmpdir names another",
              e));
    }
  }
}
