package org.entente.rdf;

import java.util.function.Consumer;
import org.apache.jena.graph.Triple;

/**
 * What the tables say, as RDF, before anything is believed. Where it is much, it is made anew, row
 * by row, each time it is walked through, and nothing of it is kept: what is held of a graph does
 * not grow with what was said of it.
 */
public interface Mapped {
  /** What no table says. */
  Mapped NOTHING =
      new Mapped() {
        @Override
        public void forEach(Consumer<MappedRow> rows) {}

        @Override
        public MappedRow at(long number) {
          throw new IndexOutOfBoundsException(number);
        }

        @Override
        public void forEachSource(Consumer<Triple> triples) {}
      };

  /** Hands over what each row says, in the order of tables and rows; the same each time. */
  void forEach(Consumer<MappedRow> rows);

  /** What the row of a number says. */
  MappedRow at(long number);

  /** Hands over the triples of the sources graph: documents' versions and passages. */
  void forEachSource(Consumer<Triple> triples);
}
