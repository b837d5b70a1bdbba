package org.entente.rdf;

import java.util.List;

/**
 * What the tables say, as RDF, before anything is believed.
 *
 * @param accounts one for each row that is an account
 * @param claims what they claim
 * @param supports the triples that come along
 * @param sources quads-to-be of the sources graph: documents' versions and passages
 */
public record Mapped(
    List<Account> accounts,
    List<Claim> claims,
    List<Support> supports,
    List<org.apache.jena.graph.Triple> sources) {}
