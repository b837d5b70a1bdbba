package org.entente.explore;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * A cell of a table.
 *
 * @param values what is in it: one, or for a list any number
 * @param list whether the column has lists
 */
record Cell(List<Value> values, boolean list) {
  /** Between values where a cell can have but one. */
  private static final String SEPARATOR = " | ";

  /**
   * One value.
   *
   * @param words what a reader sees
   * @param data what a program reads, such as a date as EDTF; the words where they are as good
   */
  record Value(List<Piece> words, String data) {
    static Value of(List<Piece> words) {
      return new Value(words, Piece.plain(words));
    }

    /** Where it leads; null for nowhere. */
    String href() {
      return words.stream().map(Piece::href).filter(h -> h != null).findFirst().orElse(null);
    }
  }

  static Cell of(List<Piece> words) {
    return new Cell(List.of(Value.of(words)), false);
  }

  /** A date: in words for a reader, as the graph has it in EDTF for a program. */
  static Cell date(String words, String edtf) {
    return new Cell(List.of(new Value(List.of(Piece.of(words)), edtf)), false);
  }

  static Cell date(LocalDate day) {
    return date(DateWords.of(day), day.toString());
  }

  /** A date of the graph; nothing for null. */
  static Cell date(Node edtf) {
    String text = edtf == null ? "" : GraphReader.text(edtf);
    return date(text.isEmpty() ? "" : DateWords.plain(text), text);
  }

  /** Names that are as many values. */
  static Cell list(List<Piece> names) {
    return new Cell(names.stream().map(name -> Value.of(List.of(name))).toList(), true);
  }

  /** As one text for a program. */
  String data() {
    return values.stream().map(Value::data).collect(Collectors.joining(SEPARATOR));
  }

  /** Whether a reader sees several links or texts. */
  public boolean many() {
    return values.size() > 1 || values.stream().anyMatch(value -> value.words().size() > 1);
  }
}
