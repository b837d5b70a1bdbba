/**
 * Documents become candidates: what a text tells, with the passage, the date and the doubt.
 *
 * <p>The stages, each with its own immutable value: the text with its offsets, its parts,
 * sentences, mentions, dates, chunks, events with their status, statements, candidates. What is
 * known of a language lies in the lexicon, as data.
 */
package org.entente.extract;
