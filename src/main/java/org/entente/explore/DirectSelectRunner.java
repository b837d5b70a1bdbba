package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;

/** Answers queries with ARQ, within a time and a number of rows; SERVICE is refused. */
final class DirectSelectRunner implements SelectRunner {
  private static final int SECONDS = 10;
  private static final int ROWS = 5_000;

  @Override
  public Answer select(Snapshot snapshot, String query, Map<String, Node> values)
      throws QueryRefusedException {
    Query parsed = parse(query);
    try {
      Answer answer = Txn.calculateRead(snapshot.dataset(), () -> run(snapshot, parsed, values));
      if (answer.rows().size() > ROWS) {
        throw new QueryRefusedException(422, "The answer has more than " + ROWS + " rows.");
      }
      return answer;
    } catch (QueryCancelledException e) {
      throw new QueryRefusedException(503, "The query took longer than " + SECONDS + " seconds.");
    }
  }

  private static Query parse(String text) throws QueryRefusedException {
    Query query;
    try {
      query = QueryFactory.create(text);
    } catch (QueryParseException e) {
      throw new QueryRefusedException(400, e.getMessage());
    }
    if (!query.isSelectType()) {
      throw new QueryRefusedException(400, "Only SELECT queries are shown as a page.");
    }
    boolean[] service = new boolean[1];
    Walker.walk(
        Algebra.compile(query),
        new OpVisitorBase() {
          @Override
          public void visit(OpService op) {
            service[0] = true;
          }
        });
    if (service[0] || query.hasDatasetDescription()) {
      throw new QueryRefusedException(403, "SERVICE and FROM are not allowed here.");
    }
    return query;
  }

  private static Answer run(Snapshot snapshot, Query query, Map<String, Node> values) {
    var builder =
        QueryExec.dataset(snapshot.dataset()).query(query).timeout(SECONDS, TimeUnit.SECONDS);
    values.forEach((name, value) -> builder.substitution(Var.alloc(name), value));
    try (QueryExec execution = builder.build()) {
      RowSet rows = execution.select();
      List<String> variables = rows.getResultVars().stream().map(Var::getVarName).toList();
      List<Map<String, Node>> answer = new ArrayList<>();
      while (rows.hasNext() && answer.size() <= ROWS) {
        Binding row = rows.next();
        Map<String, Node> cells = new LinkedHashMap<>();
        for (String variable : variables) {
          Node value = row.get(variable);
          if (value != null) {
            cells.put(variable, value);
          }
        }
        answer.add(cells);
      }
      return new Answer(variables, answer);
    }
  }
}
