package org.entente.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.entente.spill.Blobs;

/** The rows of a large table, outside of the heap; a row is made each time it is asked for. */
public final class RowList extends AbstractList<Row> implements RandomAccess {
  /** So many rows stay in the heap, as they are. */
  private static final int SMALL = 5_000;

  private final List<Table> tables = new ArrayList<>();
  private final Blobs rows = new Blobs();

  private RowList() {}

  /** Gathers rows. */
  public static final class Builder {
    private List<Row> small = new ArrayList<>();
    private RowList large;

    /** Adds a row. */
    public void add(Row row) {
      if (large != null) {
        large.enter(row);
        return;
      }
      small.add(row.packed());
      if (small.size() > SMALL) {
        large = new RowList();
        small.forEach(large::enter);
        small = null;
      }
    }

    /** The rows; to be called once. */
    public List<Row> build() {
      return large == null ? List.copyOf(small) : large;
    }
  }

  /** The same rows. */
  public static List<Row> of(Iterable<Row> rows) {
    Builder builder = new Builder();
    rows.forEach(builder::add);
    return builder.build();
  }

  private void enter(Row row) {
    // Rows of one table come together.
    if (tables.isEmpty() || tables.get(tables.size() - 1) != row.table()) {
      tables.add(row.table());
    }
    Row packed = row.packed();
    byte[] cells = packed.packedCells().getBytes(StandardCharsets.UTF_8);
    byte[] record =
        packed.record() == null ? new byte[0] : packed.record().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(3 * Integer.BYTES + Character.BYTES + cells.length + record.length)
            .putInt(tables.size() - 1)
            .putInt(packed.line())
            .putInt(cells.length)
            .putChar(packed.between())
            .put(cells)
            .put(record);
    rows.add(bytes.array(), bytes.position());
  }

  @Override
  public Row get(int index) {
    ByteBuffer bytes = ByteBuffer.wrap(rows.get(index));
    Table table = tables.get(bytes.getInt());
    int line = bytes.getInt();
    int cells = bytes.getInt();
    char between = bytes.getChar();
    int start = bytes.position();
    byte[] array = bytes.array();
    int rest = array.length - start - cells;
    return new Row(
        table,
        line,
        new String(array, start, cells, StandardCharsets.UTF_8),
        between,
        rest == 0 ? null : new String(array, start + cells, rest, StandardCharsets.UTF_8));
  }

  @Override
  public int size() {
    return (int) rows.size();
  }
}
