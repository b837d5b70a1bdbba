package org.entente.explore;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The triples of a vast default graph. What points to a thing is looked up property by property, so
 * that what is rare is found beside what there is in thousands; of the events that an actor took
 * part in they are the latest, as the build summed them up.
 *
 * @param stored the default graph where it is
 * @param summaries the graph of summaries
 * @param properties the properties that the default graph has
 */
record VastTriples(Triples stored, Triples summaries, List<Node> properties) implements Triples {
  @Override
  public List<Node> objects(Node subject, Node predicate) {
    return stored.objects(subject, predicate);
  }

  @Override
  public List<Node> subjects(Node predicate, Node object) {
    if (predicate.equals(Voc.ACTOR)) {
      List<Node> latest = summaries.objects(object, Voc.LATEST_EVENT);
      if (!latest.isEmpty()) {
        return latest;
      }
    }
    return stored.subjects(predicate, object);
  }

  @Override
  public List<Node> subjects(Node predicate) {
    return stored.subjects(predicate);
  }

  @Override
  public List<Triple> about(Node subject) {
    return stored.about(subject);
  }

  @Override
  public List<Triple> pointingTo(Node object) {
    List<Triple> pointing = new ArrayList<>();
    for (Node property : properties) {
      for (Node subject : subjects(property, object)) {
        pointing.add(Triple.create(subject, property, object));
      }
    }
    pointing.sort(TRIPLES);
    return pointing;
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    return stored.contains(subject, predicate, object);
  }

  @Override
  public boolean knows(Node subject) {
    return stored.knows(subject);
  }
}
