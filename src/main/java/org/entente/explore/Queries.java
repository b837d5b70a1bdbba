package org.entente.explore;

import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/** Parts of the queries that pages link, to show how they were made. */
final class Queries {
  private Queries() {}

  /** Terms side by side, as SPARQL writes them. */
  static String terms(Collection<Node> terms) {
    return terms.stream().map(NodeFmtLib::strNT).collect(Collectors.joining(" "));
  }

  /** A line of a query by which a variable is none of some terms. */
  static String without(String variable, Collection<Node> terms) {
    return "  MINUS { VALUES ?%s { %s } }\n".formatted(variable, terms(terms));
  }

  /** A line of a query that lets a variable be one of some things only. */
  static String only(String variable, Collection<Node> things) {
    return "  VALUES ?%s {\n%s  }\n"
        .formatted(
            variable,
            things.stream()
                .map(thing -> "    <" + thing.getURI() + ">\n")
                .collect(Collectors.joining()));
  }
}
