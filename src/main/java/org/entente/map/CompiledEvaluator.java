package org.entente.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;

/** Evaluates a mapping query that consists of BIND and FILTER alone, each compiled once. */
final class CompiledEvaluator implements RowEvaluator {
  private record Step(String variable, CellExpression expression) {}

  private final List<Step> binds;
  private final List<CellExpression> filters;

  private CompiledEvaluator(List<Step> binds, List<CellExpression> filters) {
    this.binds = binds;
    this.filters = filters;
  }

  /** Compiles the query's pattern; null when it has anything that only ARQ can evaluate. */
  static CompiledEvaluator compile(Query query) {
    if (!(query.getQueryPattern() instanceof ElementGroup group) || query.hasAggregators()) {
      return null;
    }
    List<Step> binds = new ArrayList<>();
    List<CellExpression> filters = new ArrayList<>();
    for (Element element : group.getElements()) {
      Expr expression;
      if (element instanceof ElementBind bind) {
        expression = bind.getExpr();
      } else if (element instanceof ElementFilter filter) {
        expression = filter.getExpr();
      } else {
        return null;
      }
      CellExpression compiled = ExpressionCompiler.compile(expression);
      if (compiled == null) {
        return null;
      }
      if (element instanceof ElementBind bind) {
        binds.add(new Step(bind.getVar().getVarName(), compiled));
      } else {
        filters.add(compiled);
      }
    }
    return new CompiledEvaluator(List.copyOf(binds), List.copyOf(filters));
  }

  @Override
  public void evaluate(Map<String, Node> values, Consumer<Map<String, Node>> solutions) {
    for (Step step : binds) {
      Node value = step.expression.evaluate(values);
      if (value != null) {
        values.put(step.variable, value);
      }
    }
    for (CellExpression filter : filters) {
      if (!Boolean.TRUE.equals(ExpressionCompiler.effectiveBoolean(filter.evaluate(values)))) {
        return;
      }
    }
    solutions.accept(values);
  }
}
