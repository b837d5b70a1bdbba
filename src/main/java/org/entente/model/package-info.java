/** Immutable values that every stage shares: tables, rows, passages, dates. */
package org.entente.model;
