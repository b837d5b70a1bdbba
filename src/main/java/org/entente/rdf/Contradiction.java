package org.entente.rdf;

import java.util.List;
import java.util.SortedMap;
import org.apache.jena.graph.Node;

/**
 * Claims that cannot hold together.
 *
 * @param iri its IRI, a hash of thing and property, and of the value where there can be several
 * @param thing what they are about
 * @param property the property on which they differ
 * @param sides the claims, by the value they give, as N-Triples writes it
 * @param explanation why the values cannot hold together, one English sentence
 * @param resolved whether ranks settle it
 * @param namedBy identifier of the row of the disagreements table that names it; null when none
 */
public record Contradiction(
    Node iri,
    Node thing,
    Node property,
    SortedMap<String, List<Claim>> sides,
    String explanation,
    boolean resolved,
    String namedBy) {}
