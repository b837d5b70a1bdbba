package org.entente.publish.tdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterNT;

/**
 * Gathers statements and gives them as lines of N-Quads, each once, sorted by their bytes.
 *
 * <p>Each term is written once, the terms are sorted, and a statement is four numbers, those of its
 * terms in that order. Sorting the numbers sorts the lines: no term is the beginning of another
 * that goes on with a character below the space or the full stop that follow a term in a line. What
 * passes the memory given goes to disk as sorted lines, which are merged.
 */
public final class Statements implements AutoCloseable {
  private static final int ROW = 3;

  /** What a statement takes: its row, a copy when rows grow or are sorted, one without repeats. */
  private static final int ROW_BYTES = 3 * ROW * Long.BYTES;

  /** What a term takes beside its text, which is held as a node and as bytes. */
  private static final int TERM_BYTES = 200;

  private final Path scratch;
  private final long memory;
  private final NodeFormatterNT formatter = new NodeFormatterNT();
  private final List<Path> files = new ArrayList<>();
  private Map<Node, Integer> numbers = new HashMap<>();
  private List<byte[]> terms = new ArrayList<>();
  private long[] rows = new long[ROW << 10];
  private int length;
  private long used;

  private Statements(Path scratch, long memory) {
    this.scratch = scratch;
    this.memory = memory;
  }

  /**
   * Statements that keep within an amount of memory.
   *
   * @param scratch folder for what passes it
   * @param memory how many bytes they may take
   */
  public static Statements within(Path scratch, long memory) {
    return new Statements(scratch, memory);
  }

  /** Adds a statement; a null graph is the default graph. */
  public void add(Node subject, Node predicate, Node object, Node graph) throws IOException {
    if (used > memory) {
      spill();
    }
    if (length == rows.length) {
      rows = Arrays.copyOf(rows, Math.multiplyExact(length, 2));
    }
    rows[length] = number(subject);
    rows[length + 1] = (long) number(predicate) << Integer.SIZE | number(object);
    // The default graph comes first, as the full stop is below the bracket of an IRI.
    rows[length + 2] = graph == null ? 0 : number(graph) + 1;
    length += ROW;
    used += ROW_BYTES;
  }

  private int number(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    StringWriterI text = new StringWriterI();
    formatter.format(text, node);
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    int number = terms.size();
    terms.add(bytes);
    numbers.put(node, number);
    used += TERM_BYTES + 2L * bytes.length;
    return number;
  }

  private void spill() throws IOException {
    Path file = Files.createTempFile(scratch, "lines", ".tmp");
    files.add(file);
    InMemory sorted = sortedInMemory();
    try (LineRun.Writer writer = new LineRun.Writer(file, null)) {
      sorted.forEach(writer::line);
    }
  }

  /** The statements, sorted; to be called once. They are there until this is closed. */
  public Sorted sorted() throws IOException {
    if (files.isEmpty()) {
      InMemory sorted = sortedInMemory();
      return new Sorted(sorted, sorted.length / ROW, null);
    }
    spill();
    MessageDigest digest = sha256();
    Path whole = Files.createTempFile(scratch, "lines", ".tmp");
    try (LineRun.Writer writer = new LineRun.Writer(whole, digest)) {
      LineRun.merge(files, writer);
      deleteFiles();
      files.add(whole);
      return new Sorted(sink -> LineRun.forEach(whole, sink), writer.lines(), digest.digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void deleteFiles() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    files.clear();
  }

  /** Deletes what lies on disk. */
  @Override
  public void close() throws IOException {
    deleteFiles();
  }

  /** Sorts what is in memory, and forgets it here. */
  private InMemory sortedInMemory() throws IOException {
    Integer[] order = new Integer[terms.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(terms.get(a), terms.get(b)));
    byte[][] sortedTerms = new byte[order.length][];
    int[] ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
      sortedTerms[i] = terms.get(order[i]);
    }
    numbers = new HashMap<>();
    terms = new ArrayList<>();
    try (TupleSorter sorter = new TupleSorter(ROW, length / ROW, Long.MAX_VALUE, scratch)) {
      for (int at = 0; at < length; at += ROW) {
        int to = sorter.next();
        long[] array = sorter.array();
        array[to] = ranks[(int) rows[at]];
        array[to + 1] =
            (long) ranks[(int) (rows[at + 1] >>> Integer.SIZE)] << Integer.SIZE
                | ranks[(int) rows[at + 1]];
        array[to + 2] = rows[at + 2] == 0 ? 0 : ranks[(int) rows[at + 2] - 1] + 1;
      }
      // The rows that were gathered make room for those without repeats.
      int count = 0;
      TupleSorter.Rows sorted = sorter.sorted();
      while (sorted.next()) {
        System.arraycopy(sorted.array(), sorted.offset(), rows, count, ROW);
        count += ROW;
      }
      InMemory made = new InMemory(sortedTerms, rows, count);
      rows = new long[ROW << 10];
      length = 0;
      used = 0;
      return made;
    }
  }

  /** Sorted statements; immutable, so that several threads can read them. */
  public static final class Sorted implements BulkLoader.Lines {
    private final BulkLoader.Lines lines;
    private final long size;

    /** Made on the way when the lines are merged, else when it is asked for. */
    private byte[] hash;

    private Sorted(BulkLoader.Lines lines, long size, byte[] hash) {
      this.lines = lines;
      this.size = size;
      this.hash = hash;
    }

    /** How many statements there are. */
    public long size() {
      return size;
    }

    /**
     * A SHA-256 of the lines, each told by what it does not share with the one before: the same for
     * the same statements, however much memory there was.
     */
    public synchronized byte[] hash() throws IOException {
      if (hash == null) {
        MessageDigest digest = sha256();
        try (LineRun.Writer writer = new LineRun.Writer(null, digest)) {
          lines.forEach(writer::line);
        }
        hash = digest.digest();
      }
      return hash.clone();
    }

    @Override
    public void forEach(BulkLoader.LineSink sink) throws IOException {
      lines.forEach(sink);
    }
  }

  /** Sorted statements as numbers of sorted terms. */
  private record InMemory(byte[][] terms, long[] rows, int length) implements BulkLoader.Lines {
    @Override
    public void forEach(BulkLoader.LineSink sink) throws IOException {
      byte[] line = new byte[1 << 12];
      for (int at = 0; at < length; at += ROW) {
        byte[] subject = terms[(int) rows[at]];
        byte[] predicate = terms[(int) (rows[at + 1] >>> Integer.SIZE)];
        byte[] object = terms[(int) rows[at + 1]];
        byte[] graph = rows[at + 2] == 0 ? null : terms[(int) rows[at + 2] - 1];
        int most =
            subject.length
                + predicate.length
                + object.length
                + (graph == null ? 0 : graph.length)
                + 5;
        if (line.length < most) {
          line = new byte[most * 2];
        }
        int end = put(subject, line, 0);
        end = put(predicate, line, end);
        end = put(object, line, end);
        if (graph != null) {
          end = put(graph, line, end);
        }
        line[end++] = '.';
        sink.line(line, 0, end);
      }
    }

    private static int put(byte[] term, byte[] line, int at) {
      System.arraycopy(term, 0, line, at, term.length);
      line[at + term.length] = ' ';
      return at + term.length + 1;
    }
  }
}
