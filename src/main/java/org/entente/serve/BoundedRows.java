package org.entente.serve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows up to a limit; one more ends the answer with an error. Values are as the format they are
 * written in can say them.
 */
final class BoundedRows implements RowSet {
  private final RowSet rows;
  private final int limit;
  private final Lang lang;
  private final Map<Node, Node> blanks = new HashMap<>();
  private long read;

  BoundedRows(RowSet rows, int limit, Lang lang) {
    this.rows = rows;
    this.limit = limit;
    this.lang = lang;
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
    if (ResultSetLang.RS_XML.equals(lang)) {
      row.forEach((variable, value) -> checkXml(value));
    } else if (ResultSetLang.RS_CSV.equals(lang)) {
      return withMarkedBlanks(row);
    }
    return row;
  }

  /** The format wants {@code _:} before the label of a blank node; the engine leaves it out. */
  private Binding withMarkedBlanks(Binding row) {
    BindingBuilder marked = BindingBuilder.create();
    row.forEach(
        (variable, value) ->
            marked.add(
                variable,
                value.isBlank()
                    ? blanks.computeIfAbsent(
                        value, b -> NodeFactory.createLiteralString("_:b" + blanks.size()))
                    : value));
    return marked.build();
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
