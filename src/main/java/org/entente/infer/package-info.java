/** Rules that add triples, each with its premises. */
package org.entente.infer;
