package org.entente.publish.tdb;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorted lines as a sequence of bytes in which each line is told by what it shares with the one
 * before it: how many bytes, how many others, and those. Sorted lines share two thirds.
 */
final class LineRun {
  private static final int BUFFER = 1 << 16;

  private LineRun() {}

  /** Tells lines, each different from the one before. */
  static final class Writer implements AutoCloseable {
    private final OutputStream out;
    private final MessageDigest digest;
    private final byte[] head = new byte[10];
    private byte[] last = new byte[1 << 10];
    private int lastLength = -1;
    private long lines;

    /**
     * A writer.
     *
     * @param file where to; null for nowhere
     * @param digest takes in what is written; null for none
     */
    Writer(Path file, MessageDigest digest) throws IOException {
      this.out =
          file == null
              ? OutputStream.nullOutputStream()
              : new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
      this.digest = digest;
    }

    /** Writes a line, unless it is the one before once more. */
    void line(byte[] line, int from, int to) throws IOException {
      int length = to - from;
      int shared = 0;
      if (lastLength >= 0) {
        int differs = Arrays.mismatch(last, 0, lastLength, line, from, to);
        if (differs < 0) {
          return;
        }
        shared = differs;
      }
      int end = number(shared, 0);
      end = number(length - shared, end);
      out.write(head, 0, end);
      out.write(line, from + shared, length - shared);
      if (digest != null) {
        digest.update(head, 0, end);
        digest.update(line, from + shared, length - shared);
      }
      if (last.length < length) {
        last = Arrays.copyOf(last, length * 2);
      }
      System.arraycopy(line, from + shared, last, shared, length - shared);
      lastLength = length;
      lines++;
    }

    /** How many lines were written. */
    long lines() {
      return lines;
    }

    private int number(int number, int at) {
      int rest = number;
      int end = at;
      while (rest >= 0x80) {
        head[end++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      head[end++] = (byte) rest;
      return end;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /** Reads what a writer wrote into a file. */
  static final class Reader implements AutoCloseable {
    private final InputStream in;
    private byte[] line = new byte[1 << 10];
    private int length;

    Reader(Path file) throws IOException {
      in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
      int first = in.read();
      if (first < 0) {
        return false;
      }
      int shared = number(first);
      int more = number(in.read());
      length = shared + more;
      if (line.length < length) {
        line = Arrays.copyOf(line, length * 2);
      }
      if (in.readNBytes(line, shared, more) < more) {
        throw new EOFException("a file of sorted lines ends within a line");
      }
      return true;
    }

    private int number(int first) throws IOException {
      int number = first & 0x7F;
      int last = first;
      for (int shift = 7; (last & 0x80) != 0; shift += 7) {
        last = in.read();
        number |= (last & 0x7F) << shift;
      }
      return number;
    }

    private int compareTo(Reader other) {
      return Arrays.compareUnsigned(line, 0, length, other.line, 0, other.length);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Hands the lines of a file to a sink. */
  static void forEach(Path file, BulkLoader.LineSink sink) throws IOException {
    try (Reader reader = new Reader(file)) {
      while (reader.next()) {
        sink.line(reader.line, 0, reader.length);
      }
    }
  }

  /** Merges files into what a writer writes. */
  static void merge(Iterable<Path> files, Writer writer) throws IOException {
    PriorityQueue<Reader> queue = new PriorityQueue<>(Reader::compareTo);
    List<Reader> open = new ArrayList<>();
    try {
      for (Path file : files) {
        Reader reader = new Reader(file);
        open.add(reader);
        if (reader.next()) {
          queue.add(reader);
        }
      }
      while (!queue.isEmpty()) {
        Reader head = queue.poll();
        writer.line(head.line, 0, head.length);
        if (head.next()) {
          queue.add(head);
        }
      }
    } finally {
      for (Reader reader : open) {
        reader.close();
      }
    }
  }
}
