package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The accepted graph and what rules add to it.
 *
 * @param resolved what is believed
 * @param inferred the triples that rules add; none of them is accepted already
 * @param derivations how, each once
 * @param rules the rules that were run
 */
public record Inferred(
    Resolved resolved, Graph inferred, List<Derivation> derivations, List<RuleFile> rules) {

  /**
   * How a rule arrived at a triple.
   *
   * @param iri its IRI, a hash of triple, rule and premises
   * @param triple what was inferred
   * @param rule IRI of the rule
   * @param premises the triples that the rule matched, sorted; each accepted or itself inferred
   */
  public record Derivation(Node iri, Triple triple, Node rule, List<Triple> premises) {}

  /**
   * A rule.
   *
   * @param iri its IRI
   * @param name name of its file without {@code .rq}
   * @param stratum strata run one after the other, from 1
   * @param why the first comment line: what it says
   * @param text the whole query
   */
  public record RuleFile(Node iri, String name, int stratum, String why, String text) {}
}
