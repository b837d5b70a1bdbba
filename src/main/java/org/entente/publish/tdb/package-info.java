/** Builds a TDB2 database from nothing: sorted indexes packed from the bottom up. */
package org.entente.publish.tdb;
