package org.entente.rdf;

import java.util.List;
import org.entente.model.Row;

/**
 * What a row says, as RDF.
 *
 * @param number its place among all rows that are mapped, from 0
 * @param row the row
 * @param account the account that it is; null when rows of its table are none
 * @param claims what it claims; none when it is no account
 * @param supports the triples that come along
 */
public record MappedRow(
    long number, Row row, Account account, List<Claim> claims, List<Support> supports) {}
