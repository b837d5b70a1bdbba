package org.entente.summarise;

import java.util.ArrayList;
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
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

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

  /** The first rows of each value, in no order; no more of them are held at any time. */
  List<Binding> of(Iterator<Binding> rows, Comparator<Binding> order) {
    Map<Node, PriorityQueue<Binding>> kept = new HashMap<>();
    rows.forEachRemaining(
        row -> {
          PriorityQueue<Binding> first =
              kept.computeIfAbsent(row.get(key), value -> new PriorityQueue<>(order.reversed()));
          if (first.size() < count) {
            first.add(BindingFactory.copy(row));
          } else if (order.compare(row, first.peek()) < 0) {
            first.poll();
            first.add(BindingFactory.copy(row));
          }
        });
    List<Binding> all = new ArrayList<>();
    kept.values().forEach(all::addAll);
    return all;
  }
}
