package org.entente.serve;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows up to a limit; one more ends the answer with an error. */
final class BoundedRows implements RowSet {
  private final RowSet rows;
  private final int limit;
  private final boolean xml;
  private long read;

  BoundedRows(RowSet rows, int limit, boolean xml) {
    this.rows = rows;
    this.limit = limit;
    this.xml = xml;
  }

  @Override
  public boolean hasNext() {
    Budget.check();
    return rows.hasNext();
  }

  @Override
  public Binding next() {
    Binding row = rows.next();
    if (++read > limit) {
      throw tooMany(limit);
    }
    if (xml) {
      for (Iterator<Var> vars = row.vars(); vars.hasNext(); ) {
        checkXml(row.get(vars.next()));
      }
    }
    return row;
  }

  static Problem tooMany(int limit) {
    return Problem.tooLarge(
        "the answer has more than " + limit + " rows; ask for less, with LIMIT and OFFSET");
  }

  /** Refuses a literal with characters that XML cannot say, which would end in a broken answer. */
  static void checkXml(Node node) {
    if (node != null && node.isLiteral()) {
      String text = node.getLiteralLexicalForm();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF') {
          throw new Problem(
              422,
              "Not expressible",
              "the answer has a character that XML cannot hold; ask for JSON");
        }
      }
    }
  }

  @Override
  public List<Var> getResultVars() {
    return rows.getResultVars();
  }

  @Override
  public long getRowNumber() {
    return rows.getRowNumber();
  }

  @Override
  public void close() {
    rows.close();
  }
}
