package org.entente.rdf;

import java.util.Set;
import org.apache.jena.graph.Triple;
import org.entente.model.Row;

/**
 * A triple that a row brings along without claiming it: a type, a role node, a computed bound.
 *
 * @param triple the triple
 * @param row the row
 * @param account the account that it points to; null for rows that are no accounts
 * @param columns the columns its object is made from: it stands only while the claims that carry
 *     their values do
 */
public record Support(Triple triple, Row row, Account account, Set<String> columns) {}
