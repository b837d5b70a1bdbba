package org.entente.publish.tdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
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
 * that goes on with a character below the space or the full stop that follow a term in a line.
 */
public final class Statements {
  private static final int ROW = 3;

  private final Map<Node, Integer> numbers = new HashMap<>();
  private final List<byte[]> terms = new ArrayList<>();
  private final NodeFormatterNT formatter = new NodeFormatterNT();
  private long[] rows = new long[ROW << 10];
  private int length;

  /** Adds a statement; a null graph is the default graph. */
  public void add(Node subject, Node predicate, Node object, Node graph) {
    if (length == rows.length) {
      rows = Arrays.copyOf(rows, Math.multiplyExact(length, 2));
    }
    rows[length] = number(subject);
    rows[length + 1] = (long) number(predicate) << Integer.SIZE | number(object);
    // The default graph comes first, as the full stop is below the bracket of an IRI.
    rows[length + 2] = graph == null ? 0 : number(graph) + 1;
    length += ROW;
  }

  private int number(Node node) {
    Integer known = numbers.get(node);
    if (known != null) {
      return known;
    }
    StringWriterI text = new StringWriterI();
    formatter.format(text, node);
    int number = terms.size();
    terms.add(text.toString().getBytes(StandardCharsets.UTF_8));
    numbers.put(node, number);
    return number;
  }

  /** The statements so far, sorted. */
  public Sorted sorted() throws IOException {
    byte[][] sortedTerms = terms.toArray(byte[][]::new);
    Integer[] order = new Integer[sortedTerms.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(terms.get(a), terms.get(b)));
    int[] ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
      sortedTerms[i] = terms.get(order[i]);
    }
    try (TupleSorter sorter =
        new TupleSorter(ROW, length / ROW, Long.MAX_VALUE, Path.of("unused"))) {
      for (int at = 0; at < length; at += ROW) {
        int to = sorter.next();
        long[] array = sorter.array();
        array[to] = ranks[(int) rows[at]];
        array[to + 1] =
            (long) ranks[(int) (rows[at + 1] >>> Integer.SIZE)] << Integer.SIZE
                | ranks[(int) rows[at + 1]];
        array[to + 2] = rows[at + 2] == 0 ? 0 : ranks[(int) rows[at + 2] - 1] + 1;
      }
      long[] unique = new long[length];
      int count = 0;
      TupleSorter.Rows sorted = sorter.sorted();
      while (sorted.next()) {
        System.arraycopy(sorted.array(), sorted.offset(), unique, count, ROW);
        count += ROW;
      }
      return new Sorted(sortedTerms, unique, count);
    }
  }

  /** Sorted statements; immutable, so that several threads can read them. */
  public static final class Sorted implements BulkLoader.Lines {
    private final byte[][] terms;
    private final long[] rows;
    private final int length;

    private Sorted(byte[][] terms, long[] rows, int length) {
      this.terms = terms;
      this.rows = rows;
      this.length = length;
    }

    /** How many statements there are. */
    public int size() {
      return length / ROW;
    }

    /**
     * Adds what the statements say to a hash: the terms and then the rows, which is a fifth of the
     * bytes of the lines and the same for the same lines.
     */
    public void addTo(MessageDigest digest) {
      ByteBuffer numbers = ByteBuffer.allocate(1 << 12);
      for (byte[] term : terms) {
        digest.update(numbers.clear().putInt(term.length).flip());
        digest.update(term);
      }
      numbers.clear();
      for (int at = 0; at < length; at++) {
        if (!numbers.hasRemaining()) {
          digest.update(numbers.flip());
          numbers.clear();
        }
        numbers.putLong(rows[at]);
      }
      digest.update(numbers.flip());
    }

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
