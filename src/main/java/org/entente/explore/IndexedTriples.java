package org.entente.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The triples of a graph in memory. A page asks thousands of times what a thing has for a property,
 * so the answers are kept as they are given: sorted, once and for all.
 */
final class IndexedTriples implements Triples {
  private final Map<Node, Map<Node, List<Node>>> objects = new HashMap<>();
  private final Map<Node, Map<Node, List<Node>>> subjects = new HashMap<>();

  /** Indexes triples; equal nodes are kept once, in a pool that several graphs share. */
  IndexedTriples(Iterator<Triple> triples, Map<Node, Node> pool) {
    while (triples.hasNext()) {
      Triple triple = triples.next();
      Node subject = one(pool, triple.getSubject());
      Node predicate = one(pool, triple.getPredicate());
      Node object = one(pool, triple.getObject());
      add(objects, subject, predicate, object);
      add(subjects, object, predicate, subject);
    }
    settle(objects);
    settle(subjects);
  }

  private static Node one(Map<Node, Node> pool, Node node) {
    Node known = pool.putIfAbsent(node, node);
    return known == null ? node : known;
  }

  private static void add(
      Map<Node, Map<Node, List<Node>>> index, Node from, Node predicate, Node to) {
    index
        .computeIfAbsent(from, node -> new HashMap<>(8))
        .computeIfAbsent(predicate, node -> new ArrayList<>(1))
        .add(to);
  }

  private static void settle(Map<Node, Map<Node, List<Node>>> index) {
    for (Map<Node, List<Node>> star : index.values()) {
      star.replaceAll(
          (predicate, nodes) -> {
            if (nodes.size() > 1) {
              nodes.sort(ORDER);
            }
            return List.copyOf(nodes);
          });
    }
  }

  private static List<Node> get(Map<Node, Map<Node, List<Node>>> index, Node from, Node predicate) {
    return index.getOrDefault(from, Map.of()).getOrDefault(predicate, List.of());
  }

  @Override
  public List<Node> objects(Node subject, Node predicate) {
    return get(objects, subject, predicate);
  }

  @Override
  public List<Node> subjects(Node predicate, Node object) {
    return get(subjects, object, predicate);
  }

  @Override
  public List<Node> subjects(Node predicate) {
    Set<Node> found = new HashSet<>();
    objects.forEach(
        (subject, star) -> {
          if (star.containsKey(predicate)) {
            found.add(subject);
          }
        });
    return found.stream().sorted(ORDER).toList();
  }

  @Override
  public List<Triple> about(Node subject) {
    List<Triple> found = new ArrayList<>();
    Map<Node, List<Node>> star = objects.getOrDefault(subject, Map.of());
    for (Node predicate : star.keySet().stream().sorted(ORDER).toList()) {
      star.get(predicate).forEach(object -> found.add(Triple.create(subject, predicate, object)));
    }
    return found;
  }

  @Override
  public List<Triple> pointingTo(Node object) {
    List<Triple> found = new ArrayList<>();
    subjects
        .getOrDefault(object, Map.of())
        .forEach(
            (predicate, nodes) ->
                nodes.forEach(subject -> found.add(Triple.create(subject, predicate, object))));
    found.sort(TRIPLES);
    return found;
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    return get(objects, subject, predicate).contains(object);
  }

  @Override
  public boolean knows(Node subject) {
    return objects.containsKey(subject);
  }
}
