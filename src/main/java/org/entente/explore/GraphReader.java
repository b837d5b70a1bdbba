package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.entente.rdf.Graphs;

/** Reads a graph in index lookups; what it returns is in a fixed order. */
final class GraphReader {
  static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

  private final DatasetGraph dataset;
  private final Map<Node, Set<Node>> types = new HashMap<>();
  private final Map<Node, Set<Node>> ancestors = new HashMap<>();

  GraphReader(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /** What a thing has for a property in the default graph. */
  List<Node> objects(Node subject, Node predicate) {
    return objects(Quad.defaultGraphIRI, subject, predicate);
  }

  /** The first of what a thing has for a property. */
  Optional<Node> object(Node subject, Node predicate) {
    return objects(subject, predicate).stream().findFirst();
  }

  /** What has a thing for a property in the default graph. */
  List<Node> subjects(Node predicate, Node object) {
    return subjects(Quad.defaultGraphIRI, predicate, object);
  }

  List<Node> objects(Node graph, Node subject, Node predicate) {
    List<Node> found = new ArrayList<>();
    dataset
        .find(graph, subject, predicate, Node.ANY)
        .forEachRemaining(q -> found.add(q.getObject()));
    found.sort(ORDER);
    return found;
  }

  Optional<Node> object(Node graph, Node subject, Node predicate) {
    return objects(graph, subject, predicate).stream().findFirst();
  }

  List<Node> subjects(Node graph, Node predicate, Node object) {
    List<Node> found = new ArrayList<>();
    dataset
        .find(graph, Node.ANY, predicate, object)
        .forEachRemaining(quad -> found.add(quad.getSubject()));
    found.sort(ORDER);
    return found;
  }

  /** All triples of a thing in the default graph. */
  List<Triple> about(Node subject) {
    return find(subject, Node.ANY, Node.ANY);
  }

  /** All triples of the default graph with a thing as object. */
  List<Triple> pointingTo(Node object) {
    return find(Node.ANY, Node.ANY, object);
  }

  private List<Triple> find(Node s, Node p, Node o) {
    List<Triple> found = new ArrayList<>();
    dataset.find(Quad.defaultGraphIRI, s, p, o).forEachRemaining(q -> found.add(q.asTriple()));
    found.sort(Comparator.comparing(Triple::toString));
    return found;
  }

  boolean has(Node subject, Node predicate, Node object) {
    return dataset.contains(Quad.defaultGraphIRI, subject, predicate, object);
  }

  boolean inferred(Triple triple) {
    return dataset.contains(
        Graphs.INFERRED, triple.getSubject(), triple.getPredicate(), triple.getObject());
  }

  /** Whether anything is told of a node. */
  boolean knows(Node subject) {
    return dataset.contains(Quad.defaultGraphIRI, subject, Node.ANY, Node.ANY);
  }

  /** The classes of a thing, without what they are subclasses of. */
  Set<Node> types(Node thing) {
    return types.computeIfAbsent(thing, node -> Set.copyOf(objects(node, Voc.TYPE)));
  }

  /** Whether a thing belongs to a class or one below it. */
  boolean is(Node thing, Node type) {
    for (Node own : types(thing)) {
      if (own.equals(type) || ancestors(own).contains(type)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thing belongs to one of the classes of the ontology with these names. */
  boolean isAny(Node thing, String... names) {
    for (String name : names) {
      if (is(thing, Voc.ent(name))) {
        return true;
      }
    }
    return false;
  }

  /** The most special class of a thing. */
  Optional<Node> kind(Node thing) {
    Set<Node> all = types(thing);
    return all.stream()
        .filter(type -> all.stream().noneMatch(other -> ancestors(other).contains(type)))
        .min(ORDER);
  }

  private Set<Node> ancestors(Node type) {
    Set<Node> known = ancestors.get(type);
    if (known == null) {
      known = new HashSet<>();
      List<Node> open = new ArrayList<>(objects(type, Voc.SUBCLASS));
      while (!open.isEmpty()) {
        Node next = open.remove(open.size() - 1);
        if (known.add(next)) {
          open.addAll(objects(next, Voc.SUBCLASS));
        }
      }
      known.remove(type);
      ancestors.put(type, known);
    }
    return known;
  }

  /** The lexical form of a literal, or the IRI. */
  static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }
}
