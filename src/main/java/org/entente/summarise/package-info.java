/** Counts and selections that are made once, so that nobody waits for them. */
package org.entente.summarise;
