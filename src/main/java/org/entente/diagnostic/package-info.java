/** Mistakes in the data, told so that a person can mend them. */
package org.entente.diagnostic;
