package org.entente.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;

/** Compares graphs and prints the difference. */
public final class GraphAssert {
  private static final PrefixMap PREFIXES = PrefixMapFactory.create();

  static {
    PREFIXES.add("", "https://w3id.org/entente/id/");
    PREFIXES.add("ent", "https://w3id.org/entente/ontology#");
    PREFIXES.add("edtf", "http://id.loc.gov/datatypes/");
    PREFIXES.add("org", "http://www.w3.org/ns/org#");
    PREFIXES.add("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    PREFIXES.add("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    PREFIXES.add("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/");
    PREFIXES.add("skos", "http://www.w3.org/2004/02/skos/core#");
    PREFIXES.add("xsd", "http://www.w3.org/2001/XMLSchema#");
  }

  private GraphAssert() {}

  /** Fails, printing missing and surplus triples, when two graphs differ. */
  public static void assertSame(Graph expected, Graph actual) {
    assertSame(expected.find().toList(), actual.find().toList());
  }

  /** Fails, printing missing and surplus triples, when two sets of triples differ. */
  public static void assertSame(Collection<Triple> expected, Collection<Triple> actual) {
    SortedSet<String> missing = lines(expected);
    SortedSet<String> surplus = lines(actual);
    missing.removeAll(lines(actual));
    surplus.removeAll(lines(expected));
    if (!missing.isEmpty() || !surplus.isEmpty()) {
      StringBuilder message = new StringBuilder("the graphs differ\n");
      missing.forEach(line -> message.append("missing  ").append(line).append('\n'));
      surplus.forEach(line -> message.append("surplus  ").append(line).append('\n'));
      fail(message.toString());
    }
  }

  /** The triples as lines with prefixes, sorted. */
  public static SortedSet<String> lines(Collection<Triple> triples) {
    SortedSet<String> lines = new TreeSet<>();
    triples.forEach(triple -> lines.add(line(triple)));
    return lines;
  }

  /** A triple as a line with prefixes. */
  public static String line(Triple triple) {
    return text(triple.getSubject())
        + " "
        + text(triple.getPredicate())
        + " "
        + text(triple.getObject());
  }

  private static String text(Node node) {
    if (node.isURI() && node.getURI().startsWith("https://w3id.org/entente/id/")) {
      return node.getURI().substring("https://w3id.org/entente/id/".length());
    }
    return NodeFmtLib.str(node, PREFIXES);
  }
}
