/** Claims become the accepted graph; contradictions become disagreements. */
package org.entente.resolve;
