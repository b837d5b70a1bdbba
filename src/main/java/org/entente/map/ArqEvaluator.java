package org.entente.map;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableN;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/**
 * Evaluates any mapping query by ARQ: the row stands wherever the query begins with nothing, as if
 * the query had a VALUES block with it.
 */
final class ArqEvaluator implements RowEvaluator {
  private static final DatasetGraph EMPTY = DatasetGraphFactory.empty();

  private final Op pattern;

  ArqEvaluator(Query query) {
    this.pattern = Algebra.compile(query.getQueryPattern());
  }

  @Override
  public void evaluate(Map<String, Node> values, Consumer<Map<String, Node>> solutions) {
    BindingBuilder row = Binding.builder();
    values.forEach((name, node) -> row.add(Var.alloc(name), node));
    TableN rows = new TableN();
    rows.addBinding(row.build());
    Op table = OpTable.create(rows);
    Op op =
        Transformer.transform(
            new TransformCopy() {
              @Override
              public Op transform(OpTable opTable) {
                return opTable.isJoinIdentity() ? table : opTable;
              }
            },
            pattern);
    QueryIterator results = Algebra.exec(op, EMPTY);
    try {
      while (results.hasNext()) {
        Map<String, Node> solution = new HashMap<>();
        results.next().forEach((variable, node) -> solution.put(variable.getVarName(), node));
        solutions.accept(solution);
      }
    } finally {
      results.close();
    }
  }
}
