package org.entente.explore;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * The answer to a SELECT query.
 *
 * @param variables the columns
 * @param rows the rows; an unbound variable is absent
 */
public record Answer(List<String> variables, List<Map<String, Node>> rows) {}
