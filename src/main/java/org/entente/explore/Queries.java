package org.entente.explore;

import java.time.LocalDate;
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

  /** Lines of a query by which a variable is none of what is later than a day; none for nothing. */
  static String later(String variable, Collection<Node> later, LocalDate day) {
    return later.isEmpty()
        ? ""
        : "  # Later than %s.\n  MINUS { VALUES ?%s { %s } }\n"
            .formatted(day, variable, terms(later));
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
