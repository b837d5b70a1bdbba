package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The triples of one graph as pages look them up; every list is in a fixed order. */
interface Triples {
  Comparator<Node> ORDER = Comparator.comparing(Node::toString);

  Comparator<Triple> TRIPLES =
      Comparator.comparing(Triple::getSubject, ORDER)
          .thenComparing(Triple::getPredicate, ORDER)
          .thenComparing(Triple::getObject, ORDER);

  /** What a thing has for a property. */
  List<Node> objects(Node subject, Node predicate);

  /** What has a thing for a property. */
  List<Node> subjects(Node predicate, Node object);

  /** What has a property at all. */
  List<Node> subjects(Node predicate);

  /** All triples of a thing. */
  List<Triple> about(Node subject);

  /** All triples with a thing as object. */
  List<Triple> pointingTo(Node object);

  boolean contains(Node subject, Node predicate, Node object);

  /** Whether a thing has anything. */
  boolean knows(Node subject);

  /** Reads a graph where it is. */
  static Triples stored(Graph graph) {
    return new Stored(graph);
  }

  /**
   * Looks up in the indexes of a graph, each time anew. A graph that is read so is large: of each
   * answer the first {@link #MOST} are given, in the order of the index.
   */
  record Stored(Graph graph) implements Triples {
    static final int MOST = 1_000;

    @Override
    public List<Node> objects(Node subject, Node predicate) {
      List<Node> found = new ArrayList<>();
      read(subject, predicate, Node.ANY, triple -> found.add(triple.getObject()));
      found.sort(ORDER);
      return found;
    }

    @Override
    public List<Node> subjects(Node predicate, Node object) {
      List<Node> found = new ArrayList<>();
      read(Node.ANY, predicate, object, triple -> found.add(triple.getSubject()));
      found.sort(ORDER);
      return found;
    }

    @Override
    public List<Node> subjects(Node predicate) {
      return subjects(predicate, Node.ANY).stream().distinct().toList();
    }

    @Override
    public List<Triple> about(Node subject) {
      return find(subject, Node.ANY);
    }

    @Override
    public List<Triple> pointingTo(Node object) {
      return find(Node.ANY, object);
    }

    private List<Triple> find(Node subject, Node object) {
      List<Triple> found = new ArrayList<>();
      read(subject, Node.ANY, object, found::add);
      found.sort(TRIPLES);
      return found;
    }

    private void read(Node subject, Node predicate, Node object, Consumer<Triple> reader) {
      Iterator<Triple> triples = graph.find(subject, predicate, object);
      try {
        Iter.limit(triples, MOST).forEachRemaining(reader);
      } finally {
        Iter.close(triples);
      }
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
      return graph.contains(subject, predicate, object);
    }

    @Override
    public boolean knows(Node subject) {
      return graph.contains(subject, Node.ANY, Node.ANY);
    }
  }
}
