package org.entente.publish.tdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;

/**
 * Gives each term its id in a TDB2 database. A small value is its own id; any other term is
 * appended to the node file when it comes for the first time, and its id is where it lies there.
 *
 * <p>TDB2 knows terms by their MD5, so the table holds that and the id: 24 bytes a term, and not
 * the term. A cache in front of it knows terms that come often, such as predicates, by their bytes.
 * When the table is full, terms that are not in it are put off: they go to one of {@link
 * #PARTITIONS} files by their hash, and the row gets a mark that names the file. Later each file is
 * read with an empty table that its terms fit into, and gives the ids in the order of the marks; so
 * memory stays bounded and nothing is sorted.
 */
final class TermTable implements AutoCloseable {
  static final int PARTITIONS = 64;

  private static final long MARK = 1L << 62;
  private static final int CACHE_BITS = 15;
  private static final int MAX_CACHED_BYTES = 256;
  private static final byte[] IRI = "|||uri".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  private static final byte[] LITERAL =
      "|||literal".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private final BinaryDataFile file;
  private final HashTable table;
  private final long maxTerms;
  private final PutOff[] putOff = new PutOff[PARTITIONS];
  private final Path scratch;
  private final MessageDigest md5;
  private final TSerializer serializer;
  private final Hash nodeHash = new Hash(Long.BYTES * 2);
  private final byte[] digest = new byte[Long.BYTES * 2];
  private final ByteBuffer digestLongs = ByteBuffer.wrap(digest);
  private final byte[] idBytes = new byte[Long.BYTES];
  private final byte[] buffer = new byte[1 << 16];
  private int buffered;
  private long position;
  private boolean anyPutOff;

  private final byte[][] cachedBytes = new byte[1 << CACHE_BITS][];
  private final long[] cachedIds = new long[1 << CACHE_BITS];
  private final long[] cachedHigh = new long[1 << CACHE_BITS];
  private final long[] cachedLow = new long[1 << CACHE_BITS];

  TermTable(BinaryDataFile file, long memory, Path scratch) {
    this.file = file;
    this.scratch = scratch;
    maxTerms = HashTable.termsWithin(memory);
    table = new HashTable();
    position = file.length();
    try {
      md5 = MessageDigest.getInstance("MD5");
      serializer = new TSerializer(new TCompactProtocol.Factory());
    } catch (NoSuchAlgorithmException | TException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The id of a term, or a mark that {@link #isMark} knows. */
  long id(byte[] bytes, int from, int to) throws IOException {
    int slot = slot(bytes, from, to);
    byte[] cached = cachedBytes[slot];
    if (cached != null && Arrays.equals(cached, 0, cached.length, bytes, from, to)) {
      long id = cachedIds[slot];
      if (isMark(id)) {
        putOff[partition(id)].again(cachedHigh[slot], cachedLow[slot]);
      }
      return id;
    }
    long id = find(bytes, from, to);
    if (to - from <= MAX_CACHED_BYTES) {
      cachedBytes[slot] = Arrays.copyOfRange(bytes, from, to);
      cachedIds[slot] = id;
      cachedHigh[slot] = digestLongs.getLong(0);
      cachedLow[slot] = digestLongs.getLong(Long.BYTES);
    }
    return id;
  }

  /** Whether an id is but the mark of a term that was put off. */
  static boolean isMark(long id) {
    return (id & (MARK | Long.MIN_VALUE)) == MARK;
  }

  static int partition(long mark) {
    return (int) (mark & PARTITIONS - 1);
  }

  /** How many terms are in the table. */
  int size() {
    return table.size();
  }

  /** Whether there are marks. */
  boolean hasMarks() {
    return anyPutOff;
  }

  private long find(byte[] bytes, int from, int to) throws IOException {
    Node node = null;
    if (bytes[from] == '<' && bytes[from + 1] != '<' && isPlain(bytes, from, to)) {
      md5.update(bytes, from + 1, to - from - 2);
      md5.update(IRI);
      digest();
    } else if (bytes[from] == '"' && bytes[to - 1] == '"' && isPlain(bytes, from, to)) {
      md5.update(bytes, from + 1, to - from - 2);
      md5.update(LITERAL);
      digest();
    } else {
      node = Terms.node(bytes, from, to);
      NodeId inline = NodeId.inline(node);
      if (inline != null) {
        NodeIdFactory.set(inline, idBytes, 0);
        return ByteBuffer.wrap(idBytes).getLong(0);
      }
      NodeLib.setHash(nodeHash, node);
      System.arraycopy(nodeHash.getBytes(), 0, digest, 0, digest.length);
    }
    long high = digestLongs.getLong(0);
    long low = digestLongs.getLong(Long.BYTES);
    long known = table.get(high, low);
    if (known >= 0) {
      return known;
    }
    byte[] stored = serialize(node == null ? Terms.node(bytes, from, to) : node);
    if (table.size() < maxTerms) {
      long id = append(stored);
      table.put(high, low, id);
      return id;
    }
    anyPutOff = true;
    int partition = (int) (high >>> Long.SIZE - 6);
    if (putOff[partition] == null) {
      putOff[partition] = new PutOff(scratch);
    }
    putOff[partition].first(high, low, stored);
    return MARK | partition;
  }

  private void digest() {
    try {
      md5.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPlain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private byte[] serialize(Node node) throws IOException {
    RDF_Term term = ThriftConvert.convert(node, false);
    try {
      return serializer.serialize(term);
    } catch (TException e) {
      throw new IOException(e);
    }
  }

  private long append(byte[] stored) {
    long id = position;
    if (buffered + stored.length > buffer.length) {
      flush();
    }
    if (stored.length > buffer.length) {
      file.write(stored);
    } else {
      System.arraycopy(stored, 0, buffer, buffered, stored.length);
      buffered += stored.length;
    }
    position += stored.length;
    return id;
  }

  private void flush() {
    if (buffered > 0) {
      file.write(buffer, 0, buffered);
      buffered = 0;
    }
  }

  /**
   * Ends the gathering: gives every term's hash and id to the sorter.
   *
   * @return the ids of the terms that were put off, by partition, in the order of the marks
   */
  PutOff.Ids[] finish(TupleSorter index) throws IOException {
    table.drainTo(index);
    Arrays.fill(cachedBytes, null);
    PutOff.Ids[] ids = new PutOff.Ids[PARTITIONS];
    for (int i = 0; i < PARTITIONS; i++) {
      if (putOff[i] != null) {
        HashTable ofPartition = new HashTable();
        ids[i] = putOff[i].resolve(ofPartition, this::append);
        ofPartition.drainTo(index);
      }
    }
    flush();
    return ids;
  }

  @Override
  public void close() throws IOException {
    for (PutOff file : putOff) {
      if (file != null) {
        file.close();
      }
    }
  }

  private static final java.lang.invoke.VarHandle LONGS =
      java.lang.invoke.MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Where in the cache a term belongs. */
  private static int slot(byte[] bytes, int from, int to) {
    long hash = to - from;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(bytes, i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    for (; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x9E3779B97F4A7C15L;
    }
    hash ^= hash >>> 29;
    return (int) ((hash * 0xBF58476D1CE4E5B9L) >>> Long.SIZE - CACHE_BITS);
  }

  /** Hash and id of terms, in an open table of longs. */
  static final class HashTable {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int ENTRY = 3;

    private long[] slots = new long[FIRST_CAPACITY * ENTRY];
    private int mask = FIRST_CAPACITY - 1;
    private int size;

    /** How many terms a table may have that takes no more memory than given while it grows. */
    static long termsWithin(long memory) {
      long capacity = FIRST_CAPACITY;
      while (capacity * 2 * ENTRY * Long.BYTES * 3 / 2 <= memory && capacity < 1 << 29) {
        capacity *= 2;
      }
      return capacity / 4 * 3 - 1;
    }

    int size() {
      return size;
    }

    /** The id of a term, or -1. */
    long get(long high, long low) {
      for (int i = (int) low & mask; ; i = i + 1 & mask) {
        int at = i * ENTRY;
        // Ids are stored one higher, so that zero means that nothing is here.
        if (slots[at + 2] == 0) {
          return -1;
        }
        if (slots[at] == high && slots[at + 1] == low) {
          return slots[at + 2] - 1;
        }
      }
    }

    void put(long high, long low, long id) {
      if (size >= (mask + 1L) / 4 * 3) {
        grow();
      }
      insert(high, low, id + 1);
      size++;
    }

    private void insert(long high, long low, long stored) {
      int i = (int) low & mask;
      while (slots[i * ENTRY + 2] != 0) {
        i = i + 1 & mask;
      }
      slots[i * ENTRY] = high;
      slots[i * ENTRY + 1] = low;
      slots[i * ENTRY + 2] = stored;
    }

    private void grow() {
      long[] old = slots;
      slots = new long[Math.multiplyExact(old.length, 2)];
      mask = mask * 2 + 1;
      for (int at = 0; at < old.length; at += ENTRY) {
        if (old[at + 2] != 0) {
          insert(old[at], old[at + 1], old[at + 2]);
        }
      }
    }

    /** Gives hash and id of every term to a sorter and forgets them. */
    void drainTo(TupleSorter sorter) throws IOException {
      for (int at = 0; at < slots.length; at += ENTRY) {
        if (slots[at + 2] != 0) {
          int to = sorter.next();
          long[] array = sorter.array();
          array[to] = slots[at];
          array[to + 1] = slots[at + 1];
          array[to + 2] = slots[at + 2] - 1;
        }
      }
      slots = new long[ENTRY];
      mask = 0;
      size = 0;
    }
  }
}
