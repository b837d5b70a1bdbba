package org.entente.serve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.entente.rdf.Ent;

/** Things by the path of their identifier: there, merged into another, withdrawn, or unknown. */
final class Things {
  private static final Node REPLACED_BY =
      NodeFactory.createURI("http://purl.org/dc/terms/isReplacedBy");
  private static final Node WITHDRAWN = Ent.term("Withdrawn");
  private static final int LONGEST_CHAIN = 20;

  private Things() {}

  /**
   * The thing of a path such as {@code person/kishida-fumio}.
   *
   * @throws Problem 404 when it is unknown, 410 when it was withdrawn, and a redirect's target when
   *     it was merged
   */
  static Node require(Exchange exchange, String path) {
    Generation generation = exchange.generation();
    Node thing = Description.find(generation.dataset(), "id/" + path);
    if (thing == null) {
      throw Problem.notFound("the graph says nothing of this identifier");
    }
    if (generation.dataset().contains(Quad.defaultGraphIRI, thing, RDF.type.asNode(), WITHDRAWN)) {
      throw new Problem(410, "Withdrawn", reason(generation, thing));
    }
    return thing;
  }

  /** What a thing was merged into; null when it was not. */
  static Node replacement(Generation generation, Node thing) {
    Node current = thing;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Iterator<Quad> found =
          generation.dataset().find(Quad.defaultGraphIRI, current, REPLACED_BY, Node.ANY);
      if (!found.hasNext()) {
        break;
      }
      current = found.next().getObject();
    }
    return current.equals(thing) ? null : current;
  }

  private static String reason(Generation generation, Node thing) {
    List<String> reasons = new ArrayList<>();
    generation
        .dataset()
        .find(Quad.defaultGraphIRI, thing, Ent.term("reason"), Node.ANY)
        .forEachRemaining(quad -> reasons.add(quad.getObject().getLiteralLexicalForm()));
    return reasons.isEmpty()
        ? "this identifier was withdrawn"
        : "this identifier was withdrawn: " + String.join("; ", reasons);
  }
}
