/** Published graphs go to any store that speaks the SPARQL graph store protocol. */
package org.entente.push;
