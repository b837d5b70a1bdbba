package org.entente.summarise;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The declaration {@code # first: 20 of each ?actor}: of the rows that have the same value of a
 * variable only the first in the query's order count. SPARQL has a LIMIT for all rows only.
 *
 * @param count how many rows
 * @param key the variable
 */
record FirstOfEach(int count, Var key) {
  static final String DECLARATION = "first";
  private static final Pattern FORM = Pattern.compile("(\\d{1,4}) of each \\?(\\w+)");

  /** Reads the value of a declaration; empty when it is none. */
  static Optional<FirstOfEach> parse(String declaration) {
    Matcher matcher = FORM.matcher(declaration);
    return matcher.matches()
        ? Optional.of(
            new FirstOfEach(Integer.parseInt(matcher.group(1)), Var.alloc(matcher.group(2))))
        : Optional.empty();
  }

  /** A row with the values that it is ordered by, evaluated once: that takes long for dates. */
  private record Ordered(Binding row, NodeValue[] values) {}

  /** The first rows of each value, in no order; no more of them are held at any time. */
  List<Binding> of(Iterator<Binding> rows, List<SortCondition> order) {
    Comparator<Ordered> comparator = (one, other) -> compare(one, other, order);
    Map<Node, PriorityQueue<Ordered>> kept = new HashMap<>();
    rows.forEachRemaining(
        row -> {
          Ordered next = new Ordered(row, values(row, order));
          PriorityQueue<Ordered> first =
              kept.computeIfAbsent(
                  row.get(key), value -> new PriorityQueue<>(comparator.reversed()));
          if (first.size() == count) {
            if (comparator.compare(next, first.peek()) >= 0) {
              return;
            }
            first.poll();
          }
          first.add(new Ordered(BindingFactory.copy(row), next.values));
        });
    return kept.values().stream().flatMap(Collection::stream).map(Ordered::row).toList();
  }

  /** Null for a value that can't be evaluated, which comes first, as in SPARQL. */
  private static NodeValue[] values(Binding row, List<SortCondition> order) {
    NodeValue[] values = new NodeValue[order.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ExprLib.evalOrNull(order.get(i).getExpression(), row, null);
    }
    return values;
  }

  private static int compare(Ordered one, Ordered other, List<SortCondition> order) {
    for (int i = 0; i < order.size(); i++) {
      NodeValue a = one.values[i];
      NodeValue b = other.values[i];
      int compared =
          a == null || b == null
              ? Boolean.compare(a != null, b != null)
              : NodeValue.compareAlways(a, b);
      if (compared != 0) {
        return order.get(i).getDirection() == Query.ORDER_DESCENDING ? -compared : compared;
      }
    }
    return 0;
  }
}
