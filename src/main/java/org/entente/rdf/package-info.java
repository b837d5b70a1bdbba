/** Names of graphs and terms, claims and accounts as RDF, query files. */
package org.entente.rdf;
