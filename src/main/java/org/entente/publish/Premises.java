package org.entente.publish;

import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.rdf.Inferred.Derivation;
import org.entente.rdf.NodeBytes;
import org.entente.spill.Longs;
import org.entente.spill.Numbers;

/** The derivations that rest on a triple. */
final class Premises {
  private final List<Derivation> derivations;

  /** By triple the place of its last derivation in what follows. */
  private final Numbers last = new Numbers();

  /**
   * Numbers of derivations, and behind each the place of the one before it of its triple, or -1.
   */
  private final Longs resting = new Longs();

  private Premises(List<Derivation> derivations) {
    this.derivations = derivations;
  }

  static Premises of(List<Derivation> derivations) {
    Premises premises = new Premises(derivations);
    int number = 0;
    for (Derivation derivation : derivations) {
      for (Triple premise : derivation.premises()) {
        long before = premises.last.put(premises.resting.length(), NodeBytes.key(premise));
        premises.resting.add(number);
        premises.resting.add(before);
      }
      number++;
    }
    return premises;
  }

  boolean contains(Triple premise) {
    return last.contains(NodeBytes.key(premise));
  }

  /** Hands over the IRI of each derivation that rests on a triple. */
  void forEach(Triple premise, Consumer<Node> found) {
    for (long at = last.get(NodeBytes.key(premise)); at >= 0; at = resting.get(at + 1)) {
      found.accept(derivations.get((int) resting.get(at)).iri());
    }
  }
}
