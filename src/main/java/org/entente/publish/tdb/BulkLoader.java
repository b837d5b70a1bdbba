package org.entente.publish.tdb;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Builds a TDB2 database from nothing. An incremental loader puts each quad into nine B+trees where
 * it falls; here every term is written once in the order it comes, each index is sorted as a whole
 * and packed into its tree from the bottom up. What comes out is an ordinary database.
 *
 * <p>Three steps: terms get ids and statements become rows of ids; rows whose terms were put off
 * for want of memory get theirs; each index takes the rows in its own order of columns, sorts and
 * packs them, several at a time.
 */
public final class BulkLoader {
  private static final int READ_BYTES = 1 << 18;
  private static final String ROW = "GSPO";

  /** Stands for the default graph in a row; no term has this id. */
  private static final long DEFAULT_GRAPH = -1;

  private final Path scratch;
  private final long memory;
  private final int threads;

  private BulkLoader(Path scratch, long memory, int threads) {
    this.scratch = scratch;
    this.memory = memory;
    this.threads = threads;
  }

  /**
   * A loader that keeps within an amount of memory and puts what does not fit into a folder.
   *
   * @param scratch folder for temporary files
   * @param memory how many bytes terms and rows may take; past it they go to the folder
   */
  public static BulkLoader within(Path scratch, long memory) {
    return new BulkLoader(
        scratch, memory, Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
  }

  /** How much memory a loader takes when nobody says: a third of what the JVM may have. */
  public static long defaultMemory() {
    return Runtime.getRuntime().maxMemory() / 3;
  }

  /** Lines of N-Quads. */
  public interface Lines {
    /** Gives all lines, without their ends, to a sink. */
    void forEach(LineSink sink) throws IOException;
  }

  /** Takes lines. */
  public interface LineSink {
    /** Takes the line in a part of an array, which changes afterwards. */
    void line(byte[] bytes, int from, int to) throws IOException;
  }

  /**
   * What was loaded.
   *
   * @param triples statements of the default graph
   * @param quads statements of named graphs
   * @param terms terms in the node table
   */
  public record Loaded(long triples, long quads, long terms) {}

  /** Lines of text. */
  public static Lines lines(Iterable<String> lines) {
    return sink -> {
      for (String line : lines) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        sink.line(bytes, 0, bytes.length);
      }
    };
  }

  /** The lines of a stream in UTF-8, which is read once and not closed. */
  public static Lines lines(InputStream in) {
    return sink -> {
      byte[] buffer = new byte[READ_BYTES];
      int length = 0;
      long number = 0;
      while (true) {
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, length, buffer.length - length);
        if (read < 0) {
          break;
        }
        int from = 0;
        int scan = length;
        length += read;
        for (; scan < length; scan++) {
          if (buffer[scan] == '\n') {
            number++;
            give(sink, buffer, from, scan, number);
            from = scan + 1;
          }
        }
        System.arraycopy(buffer, from, buffer, 0, length - from);
        length -= from;
      }
      give(sink, buffer, 0, length, number + 1);
    };
  }

  private static void give(LineSink sink, byte[] bytes, int from, int to, long number)
      throws IOException {
    try {
      sink.line(bytes, from, to);
    } catch (IOException e) {
      throw new IOException("line " + number + ": " + e.getMessage(), e);
    }
  }

  /**
   * Loads statements into a database that is new.
   *
   * @param folder an empty folder, or one that is not there yet
   * @param prefixes prefixes that the database keeps
   */
  public Loaded load(Lines lines, Path folder, Map<String, String> prefixes) throws IOException {
    Files.createDirectories(folder);
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(folder));
    try {
      DatasetGraphTDB database = TDBInternal.getDatasetGraphTDB(store);
      store.executeWrite(() -> prefixes.forEach(store.prefixes()::add));
      return load(lines, database);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      TDBInternal.expel(store);
    }
  }

  private Loaded load(Lines lines, DatasetGraphTDB database) throws IOException {
    Statistics statistics = new Statistics();
    long[] terms = new long[1];
    try (TupleStore rows = gather(lines, database, statistics, terms)) {
      Counts counts = index(database, rows);
      statistics.write(Path.of(database.getLocation().getPath(Names.optStats)));
      return new Loaded(counts.triples, counts.quads, terms[0]);
    }
  }

  // ---- Terms and rows

  /** Fills the node table; the rows that come out are graph, subject, predicate, object. */
  private TupleStore gather(
      Lines lines, DatasetGraphTDB database, Statistics statistics, long[] terms)
      throws IOException {
    NodeTable nodes = database.getTripleTable().getNodeTupleTable().getNodeTable();
    NodeTableTRDF base = (NodeTableTRDF) nodes.baseNodeTable();
    TransactionCoordinator coordinator = CoLib.newCoordinator();
    CoLib.add(coordinator, nodes);
    coordinator.start();
    TupleStore rows = new TupleStore(4, memory / 4, scratch);
    Transaction transaction = coordinator.begin(TxnType.WRITE);
    try (TermTable table = new TermTable(base.getData(), memory / 4, scratch)) {
      encode(lines, table, rows, statistics);
      try (TupleSorter sorter = new TupleSorter(3, table.size(), memory / 4, scratch)) {
        PutOff.Ids[] ids = table.finish(sorter);
        if (table.hasMarks()) {
          rows = resolve(rows, ids);
        }
        terms[0] = pack((BPlusTree) base.getIndex(), sorter);
      }
      transaction.commit();
      return rows;
    } catch (IOException | RuntimeException e) {
      transaction.abort();
      rows.close();
      throw e;
    } finally {
      transaction.end();
    }
  }

  private static void encode(Lines lines, TermTable table, TupleStore rows, Statistics statistics)
      throws IOException {
    Statement statement = new Statement();
    lines.forEach(
        (line, from, to) -> {
          int count = statement.split(line, from, to);
          if (count == 0) {
            return;
          }
          long subject = table.id(line, statement.start(0), statement.end(0));
          long predicate = table.id(line, statement.start(1), statement.end(1));
          long object = table.id(line, statement.start(2), statement.end(2));
          long graph =
              count == 4 ? table.id(line, statement.start(3), statement.end(3)) : DEFAULT_GRAPH;
          statistics.count(line, statement, predicate, object);
          rows.add(graph, subject, predicate, object);
        });
  }

  /** Puts ids where marks are. */
  private TupleStore resolve(TupleStore marked, PutOff.Ids[] ids) throws IOException {
    TupleStore rows = new TupleStore(4, memory / 4, scratch);
    marked.forEach(
        (row, at) -> {
          // In the order in which the terms were asked for.
          long subject = resolve(row[at + 1], ids);
          long predicate = resolve(row[at + 2], ids);
          long object = resolve(row[at + 3], ids);
          rows.add(resolve(row[at], ids), subject, predicate, object);
        });
    marked.close();
    return rows;
  }

  private static long resolve(long id, PutOff.Ids[] ids) throws IOException {
    return TermTable.isMark(id) ? ids[TermTable.partition(id)].next() : id;
  }

  // ---- Indexes

  private record Counts(long triples, long quads) {}

  private Counts index(DatasetGraphTDB database, TupleStore rows) throws IOException {
    long[] quads = new long[1];
    rows.forEach((row, at) -> quads[0] += row[at] == DEFAULT_GRAPH ? 0 : 1);
    long triples = rows.rows() - quads[0];
    List<Callable<Long>> tasks = new ArrayList<>();
    for (TupleIndex index :
        database.getTripleTable().getNodeTupleTable().getTupleTable().getIndexes()) {
      tasks.add(() -> build(index, rows, triples, columns(index.getName(), ROW)));
    }
    for (TupleIndex index :
        database.getQuadTable().getNodeTupleTable().getTupleTable().getIndexes()) {
      tasks.add(() -> build(index, rows, quads[0], columns(index.getName(), ROW)));
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> built = new ArrayList<>();
      tasks.forEach(task -> built.add(workers.submit(task)));
      List<Long> counts = new ArrayList<>();
      for (Future<Long> index : built) {
        counts.add(index.get());
      }
      // The primary index comes first.
      return new Counts(
          counts.get(0),
          counts.get(
              database.getTripleTable().getNodeTupleTable().getTupleTable().getIndexes().length));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while indexes were built");
    } finally {
      workers.shutdownNow();
    }
  }

  /** Where the columns of an index are in a row. */
  private static int[] columns(String index, String row) {
    return index.chars().map(row::indexOf).toArray();
  }

  private long build(TupleIndex index, TupleStore rows, long expected, int[] columns)
      throws IOException {
    int width = columns.length;
    boolean ofTriples = width == 3;
    try (TupleSorter sorter = new TupleSorter(width, expected, memory / 2 / threads, scratch)) {
      rows.forEach(
          (row, at) -> {
            if (row[at] == DEFAULT_GRAPH == ofTriples) {
              int to = sorter.next();
              long[] array = sorter.array();
              for (int i = 0; i < width; i++) {
                array[to + i] = row[at + columns[i]];
              }
            }
          });
      TransactionCoordinator coordinator = CoLib.newCoordinator();
      CoLib.add(coordinator, index);
      coordinator.start();
      Transaction transaction = coordinator.begin(TxnType.WRITE);
      try {
        BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
        long count = pack(tree, sorter);
        transaction.commit();
        return count;
      } catch (IOException | RuntimeException e) {
        transaction.abort();
        throw e;
      } finally {
        transaction.end();
      }
    }
  }

  /** Packs sorted rows into an empty tree: first the key, then the value, if it has any. */
  private static long pack(BPlusTree tree, TupleSorter sorter) throws IOException {
    Records records = new Records(sorter.sorted(), tree.getRecordFactory());
    try {
      BPlusTreeRewriter.packIntoBPlusTree(
          records,
          tree.getParams(),
          tree.getRecordFactory(),
          tree.getStateManager().getBufferChannel(),
          tree.getNodeManager().getBlockMgr(),
          tree.getRecordsMgr().getBlockMgr());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return records.count;
  }

  /** Sorted rows as records of a tree. */
  private static final class Records implements Iterator<Record> {
    private final TupleSorter.Rows rows;
    private final RecordFactory factory;
    private long count;
    private boolean has;

    Records(TupleSorter.Rows rows, RecordFactory factory) throws IOException {
      this.rows = rows;
      this.factory = factory;
      has = rows.next();
    }

    @Override
    public boolean hasNext() {
      return has;
    }

    @Override
    public Record next() {
      if (!has) {
        throw new NoSuchElementException();
      }
      byte[] key = new byte[factory.keyLength()];
      byte[] value = factory.valueLength() == 0 ? null : new byte[factory.valueLength()];
      long[] array = rows.array();
      int at = rows.offset();
      for (int i = 0; i < key.length; i += Long.BYTES) {
        Bytes.setLong(array[at++], key, i);
      }
      for (int i = 0; value != null && i < value.length; i += Long.BYTES) {
        Bytes.setLong(array[at++], value, i);
      }
      count++;
      try {
        has = rows.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return factory.create(key, value);
    }
  }
}
