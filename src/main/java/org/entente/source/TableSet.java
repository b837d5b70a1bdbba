package org.entente.source;

import java.util.Set;
import java.util.SortedMap;
import org.entente.model.Table;

/**
 * The tables of a folder as they stand in their files.
 *
 * @param tables the tables, by name
 * @param incomplete names of those that could not be read whole
 */
public record TableSet(SortedMap<String, Table> tables, Set<String> incomplete) {}
