/** Rows become claims, by one SPARQL CONSTRUCT per table. */
package org.entente.map;
