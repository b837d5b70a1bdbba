package org.entente.model;

import java.util.List;
import java.util.Map;

/**
 * A row that somebody proposes for a table.
 *
 * @param table name of the table
 * @param candidate identifier of the thing on whose acceptance the row depends, its own or that of
 *     the thing it belongs to; empty for rows that come along with whatever rests on them
 * @param cells its cells by column, empty ones left out
 * @param confidence how likely it is right, from 0 to 1
 * @param rules what made it, for explanations
 */
public record Proposal(
    String table,
    String candidate,
    Map<String, String> cells,
    double confidence,
    List<String> rules) {}
