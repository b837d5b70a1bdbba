package org.entente.resolve;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.rdf.CompactGraph;

/**
 * The computed bounds of dates, gathered over all accounts of a thing: of several, the tightest
 * stands. The bounds are the four time stamps of the Simple Event Model (van Hage and others 2011),
 * as xsd:date, inclusive.
 */
final class Bounds {
  private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
  private static final String EARLIEST = SEM + "hasEarliest";
  private static final String LATEST = SEM + "hasLatest";

  private record Slot(Node subject, Node predicate) {}

  private final Map<Slot, Node> tightest = new HashMap<>();

  static boolean isBound(Triple triple) {
    String property = triple.getPredicate().getURI();
    return property.startsWith(EARLIEST) || property.startsWith(LATEST);
  }

  void add(Triple bound) {
    boolean earliest = bound.getPredicate().getURI().startsWith(EARLIEST);
    tightest.merge(
        new Slot(bound.getSubject(), bound.getPredicate()),
        bound.getObject(),
        (a, b) -> {
          int order = a.getLiteralLexicalForm().compareTo(b.getLiteralLexicalForm());
          return (order >= 0) == earliest ? a : b;
        });
  }

  void addTo(CompactGraph.Builder graph) {
    tightest.forEach((slot, value) -> graph.add(slot.subject, slot.predicate, value));
  }
}
