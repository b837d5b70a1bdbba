package org.entente.explore;

import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The triples of a graph without those that lead to a later thing. What a later thing itself has is
 * answered, so that its page can say what it will be.
 */
record EarlierTriples(Triples all, Predicate<Node> later) implements Triples {
  @Override
  public List<Node> objects(Node subject, Node predicate) {
    return earlier(all.objects(subject, predicate));
  }

  @Override
  public List<Node> subjects(Node predicate, Node object) {
    return earlier(all.subjects(predicate, object));
  }

  @Override
  public List<Node> subjects(Node predicate) {
    return earlier(all.subjects(predicate));
  }

  @Override
  public List<Triple> about(Node subject) {
    return all.about(subject).stream().filter(each -> !later.test(each.getObject())).toList();
  }

  @Override
  public List<Triple> pointingTo(Node object) {
    return all.pointingTo(object).stream().filter(each -> !later.test(each.getSubject())).toList();
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    return all.contains(subject, predicate, object) && !later.test(object);
  }

  @Override
  public boolean knows(Node subject) {
    return all.knows(subject);
  }

  private List<Node> earlier(List<Node> nodes) {
    return nodes.stream().noneMatch(later) ? nodes : nodes.stream().filter(later.negate()).toList();
  }
}
