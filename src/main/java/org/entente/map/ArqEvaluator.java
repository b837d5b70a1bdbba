package org.entente.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;

/**
 * Evaluates any mapping query by ARQ, as if every group of the query began with a VALUES block that
 * holds the row. The algebra is compiled once, with a marker in the row's place.
 */
final class ArqEvaluator implements RowEvaluator {
  private static final DatasetGraph EMPTY = DatasetGraphFactory.empty();
  private static final Var ROW = Var.alloc(".row");

  private final Op pattern;

  ArqEvaluator(Query query) {
    this.pattern = Algebra.compile(rowInEveryGroup(query.getQueryPattern()));
  }

  private static Element rowInEveryGroup(Element pattern) {
    RowInEveryGroup transform = new RowInEveryGroup();
    return ElementTransformer.transform(
        pattern, transform, new ExprTransformApplyElementTransform(transform));
  }

  private static final class RowInEveryGroup extends ElementTransformCopyBase {
    @Override
    public Element transform(ElementGroup group, List<Element> elements) {
      ElementGroup marked = new ElementGroup();
      ElementData row = new ElementData(List.of(ROW), new ArrayList<>());
      row.add(BindingFactory.binding(ROW, NodeValue.TRUE.asNode()));
      marked.addElement(row);
      elements.forEach(marked::addElement);
      return marked;
    }
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
                return opTable.getTable().getVars().contains(ROW) ? table : opTable;
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
