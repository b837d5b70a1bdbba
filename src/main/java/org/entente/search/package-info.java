/** Full-text search over a dataset, for SPARQL and for whoever looks a name up. */
package org.entente.search;
