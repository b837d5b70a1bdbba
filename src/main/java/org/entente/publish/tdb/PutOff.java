package org.entente.publish.tdb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** The occurrences of terms whose ids are given later, in a file, in the order they came. */
final class PutOff implements AutoCloseable {
  private static final int BUFFER = 1 << 15;
  private static final int AGAIN = -1;

  private final Path file;
  private final Path idFile;
  private final DataOutputStream out;
  private DataInputStream in;

  PutOff(Path scratch) throws IOException {
    file = Files.createTempFile(scratch, "terms", ".tmp");
    idFile = Files.createTempFile(scratch, "ids", ".tmp");
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  /** A term that may not have come before, with the bytes to store. */
  void first(long high, long low, byte[] stored) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
    out.writeInt(stored.length);
    out.write(stored);
  }

  /** A term that has surely come before. */
  void again(long high, long low) throws IOException {
    out.writeLong(high);
    out.writeLong(low);
    out.writeInt(AGAIN);
  }

  /** Gives every occurrence its id; the table gets all terms. */
  Ids resolve(TermTable.HashTable table, ToLongFunction<byte[]> append) throws IOException {
    out.close();
    try (DataInputStream terms = open(file);
        DataOutputStream ids =
            new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(idFile), BUFFER))) {
      while (true) {
        long high;
        try {
          high = terms.readLong();
        } catch (EOFException e) {
          break;
        }
        long low = terms.readLong();
        int length = terms.readInt();
        byte[] stored = length == AGAIN ? null : terms.readNBytes(length);
        long id = table.get(high, low);
        if (id < 0) {
          id = append.applyAsLong(stored);
          table.put(high, low, id);
        }
        ids.writeLong(id);
      }
    }
    Files.delete(file);
    in = open(idFile);
    return in::readLong;
  }

  /** Ids, one for each occurrence. */
  interface Ids {
    /** The id of the next occurrence. */
    long next() throws IOException;
  }

  private static DataInputStream open(Path path) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER));
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (in != null) {
      in.close();
    }
    Files.deleteIfExists(file);
    Files.deleteIfExists(idFile);
  }
}
