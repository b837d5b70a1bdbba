package org.entente.source;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.entente.model.Passage;
import org.entente.model.Row;
import org.entente.spill.Longs;
import org.entente.spill.Numbers;

/**
 * The passages of rows by identifier, each made when it is asked for. Of several rows with one
 * identifier the first counts.
 */
final class PassageRows extends AbstractMap<String, Passage> {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final List<Row> rows;

  /** Places of the rows that count, in their order, and by identifier. */
  private final Longs places = new Longs();

  private final Numbers byId = new Numbers();

  /** No passages yet of the rows of a table. */
  PassageRows(List<Row> rows) {
    this.rows = rows;
  }

  /** Adds the passage of the row at a place. */
  void add(int place, String id) {
    if (byId.putIfAbsent(place, id) < 0) {
      places.add(place);
    }
  }

  @Override
  public boolean containsKey(Object id) {
    return id instanceof String text && byId.contains(text);
  }

  @Override
  public Passage get(Object id) {
    long place = id instanceof String text ? byId.get(text) : -1;
    return place < 0 ? null : passage(rows.get((int) place));
  }

  @Override
  public Set<Map.Entry<String, Passage>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return (int) places.length();
      }

      @Override
      public Iterator<Map.Entry<String, Passage>> iterator() {
        PrimitiveIterator.OfLong each = LongStream.range(0, places.length()).iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return each.hasNext();
          }

          @Override
          public Map.Entry<String, Passage> next() {
            Passage passage = passage(rows.get((int) places.get(each.nextLong())));
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
    return text == null || !NUMBER.matcher(text).matches() ? -1 : Integer.parseInt(text);
  }
}
