/**
 * Decisions on candidates. A candidate is one or more rows proposed for the tables; a decision is a
 * cell of such a row, so that a spreadsheet and the terminal make the same ones, and making them
 * again gives the same tables.
 */
package org.entente.review;
