package org.entente.explore;

import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A published graph as it is at the moment of a request.
 *
 * @param dataset its quads; reads run in its transactions
 * @param version name of its version; two snapshots of one version have the same quads
 */
public record Snapshot(DatasetGraph dataset, String version) {}
