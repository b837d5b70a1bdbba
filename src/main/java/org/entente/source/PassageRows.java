package org.entente.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.model.Passage;
import org.entente.model.Row;

/**
 * The passages of rows by identifier, each made when it is asked for: what is held beside the rows
 * is eight to sixteen bytes a passage. Of several rows with one identifier the first counts.
 */
final class PassageRows extends AbstractMap<String, Passage> {
  private final List<Row> rows;

  /** Numbers of rows plus one, each at the first free place after that of its identifier's hash. */
  private final int[] table;

  /** The passages of rows, all of which have an identifier. */
  PassageRows(List<Row> passages) {
    rows = new ArrayList<>(passages.size());
    table = new int[Integer.highestOneBit(Math.max(1, passages.size())) * 4];
    for (Row row : passages) {
      int at = place(row.value("id"));
      if (table[at] == 0) {
        rows.add(row);
        table[at] = rows.size();
      }
    }
  }

  private int place(String id) {
    int hash = id.hashCode() * 0x9E37_79B9;
    int at = (hash ^ hash >>> Short.SIZE) & table.length - 1;
    while (table[at] != 0 && !rows.get(table[at] - 1).value("id").equals(id)) {
      at = at + 1 & table.length - 1;
    }
    return at;
  }

  @Override
  public boolean containsKey(Object id) {
    return id instanceof String text && table[place(text)] != 0;
  }

  @Override
  public Passage get(Object id) {
    int number = id instanceof String text ? table[place(text)] : 0;
    return number == 0 ? null : passage(rows.get(number - 1));
  }

  @Override
  public Set<Map.Entry<String, Passage>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return rows.size();
      }

      @Override
      public Iterator<Map.Entry<String, Passage>> iterator() {
        Iterator<Row> each = rows.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Map.Entry<String, Passage> next() {
            Passage passage = passage(each.next());
            return Map.entry(passage.id(), passage);
          }
        };
      }
    };
  }

  private static Passage passage(Row row) {
    return new Passage(
        row.value("id"),
        row.value("document"),
        row.value("quote"),
        row.text("prefix") == null ? "" : row.text("prefix"),
        row.text("suffix") == null ? "" : row.text("suffix"),
        number(row.text("start")),
        number(row.text("end")));
  }

  private static int number(String text) {
    return text == null || !text.matches("\\d{1,9}") ? -1 : Integer.parseInt(text);
  }
}
