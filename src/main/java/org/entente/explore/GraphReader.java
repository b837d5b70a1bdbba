package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Graphs;

/** Reads a graph in index lookups; what it returns is in a fixed order. */
final class GraphReader {
  static final Comparator<Node> ORDER = Comparator.comparing(Node::toString);

  private static final int SMALL = 1_500_000;

  private final Function<Node, Graph> graphs;
  private final Map<Node, Set<Node>> types = new ConcurrentHashMap<>();
  private final Map<Node, Set<Node>> ancestors = new ConcurrentHashMap<>();

  private GraphReader(Function<Node, Graph> graphs) {
    this.graphs = graphs;
  }

  /**
   * Reads a dataset. A small one is copied into memory once, so that every page is quick; a large
   * one is read where it is. To be called within a transaction.
   */
  static GraphReader of(DatasetGraph dataset) {
    if (!isSmall(dataset)) {
      return new GraphReader(name -> graph(dataset, name));
    }
    Map<Node, Graph> copies = new HashMap<>();
    for (Node name :
        List.of(
            Quad.defaultGraphIRI,
            Graphs.INFERRED,
            Graphs.CLAIMS,
            Graphs.SOURCES,
            Graphs.ONTOLOGY)) {
      Graph copy = GraphFactory.createDefaultGraph();
      graph(dataset, name).find().forEachRemaining(copy::add);
      copies.put(name, copy);
    }
    return new GraphReader(copies::get);
  }

  private static Graph graph(DatasetGraph dataset, Node name) {
    return name.equals(Quad.defaultGraphIRI) ? dataset.getDefaultGraph() : dataset.getGraph(name);
  }

  private static boolean isSmall(DatasetGraph dataset) {
    int count = 0;
    for (var quads = dataset.find(); quads.hasNext() && count <= SMALL; quads.next()) {
      count++;
    }
    return count <= SMALL;
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
    graphs
        .apply(graph)
        .find(subject, predicate, Node.ANY)
        .forEachRemaining(t -> found.add(t.getObject()));
    found.sort(ORDER);
    return found;
  }

  Optional<Node> object(Node graph, Node subject, Node predicate) {
    return objects(graph, subject, predicate).stream().findFirst();
  }

  List<Node> subjects(Node graph, Node predicate, Node object) {
    List<Node> found = new ArrayList<>();
    graphs
        .apply(graph)
        .find(Node.ANY, predicate, object)
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
    graphs.apply(Quad.defaultGraphIRI).find(s, p, o).forEachRemaining(found::add);
    found.sort(Comparator.comparing(Triple::toString));
    return found;
  }

  boolean has(Node subject, Node predicate, Node object) {
    return graphs.apply(Quad.defaultGraphIRI).contains(subject, predicate, object);
  }

  boolean inferred(Triple triple) {
    return graphs.apply(Graphs.INFERRED).contains(triple);
  }

  /** Whether a thing can have only one value of a property. */
  boolean isFunctional(Node property) {
    return graphs
        .apply(Graphs.ONTOLOGY)
        .contains(property, Voc.TYPE, Voc.iri("http://www.w3.org/2002/07/owl#FunctionalProperty"));
  }

  /** Whether anything is told of a node. */
  boolean knows(Node subject) {
    return graphs.apply(Quad.defaultGraphIRI).contains(subject, Node.ANY, Node.ANY);
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
