package org.entente.rdf;

import java.util.List;
import org.entente.model.Row;

/**
 * What a row says, as RDF.
 *
 * @param row the row
 * @param account the account that it is; null when rows of its table are none
 * @param claims what it claims; none when it is no account
 * @param supports the triples that come along
 */
public record MappedRow(Row row, Account account, List<Claim> claims, List<Support> supports) {}
