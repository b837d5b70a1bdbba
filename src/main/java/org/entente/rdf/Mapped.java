package org.entente.rdf;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * What the tables say, as RDF, before anything is believed.
 *
 * @param accounts one for each row that is an account
 * @param claims what they claim
 * @param supports the triples that come along
 * @param sources quads-to-be of the sources graph: documents' versions and passages
 */
public record Mapped(
    List<Account> accounts, List<Claim> claims, List<Support> supports, List<Triple> sources) {

  /** What no table says. */
  public static final Mapped NOTHING = new Mapped(List.of(), List.of(), List.of(), List.of());
}
