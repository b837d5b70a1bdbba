package org.entente.resolve;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.entente.rdf.CompactGraph;
import org.entente.rdf.NodeBytes;
import org.entente.spill.Blobs;
import org.entente.spill.Numbers;

/**
 * The computed bounds of dates, gathered over all accounts of a thing: of several, the tightest
 * stands. The bounds are the four time stamps of the Simple Event Model (van Hage and others 2011),
 * as xsd:date, inclusive.
 */
final class Bounds {
  private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
  private static final String EARLIEST = SEM + "hasEarliest";
  private static final String LATEST = SEM + "hasLatest";

  /** By subject and predicate the number of the tightest. */
  private final Numbers tightest = new Numbers();

  /** Subjects, predicates and values of all that was ever the tightest. */
  private final Blobs parts = new Blobs();

  static boolean isBound(Triple triple) {
    String property = triple.getPredicate().getURI();
    return property.startsWith(EARLIEST) || property.startsWith(LATEST);
  }

  void add(Triple bound) {
    String subject = bound.getSubject().getURI();
    String predicate = bound.getPredicate().getURI();
    long known = tightest.get(subject, predicate);
    if (known >= 0) {
      String before = NodeBytes.node(parts.get(known * 3 + 2)).getLiteralLexicalForm();
      int order = before.compareTo(bound.getObject().getLiteralLexicalForm());
      if ((order >= 0) == predicate.startsWith(EARLIEST)) {
        return;
      }
    }
    tightest.put(parts.size() / 3, subject, predicate);
    add(subject.getBytes(StandardCharsets.UTF_8));
    add(predicate.getBytes(StandardCharsets.UTF_8));
    add(NodeBytes.of(bound.getObject()));
  }

  private void add(byte[] part) {
    parts.add(part, part.length);
  }

  void addTo(CompactGraph.Builder graph) {
    for (long at = 0; at * 3 < parts.size(); at++) {
      String subject = new String(parts.get(at * 3), StandardCharsets.UTF_8);
      String predicate = new String(parts.get(at * 3 + 1), StandardCharsets.UTF_8);
      if (tightest.get(subject, predicate) == at) {
        Node value = NodeBytes.node(parts.get(at * 3 + 2));
        graph.add(NodeFactory.createURI(subject), NodeFactory.createURI(predicate), value);
      }
    }
  }
}
