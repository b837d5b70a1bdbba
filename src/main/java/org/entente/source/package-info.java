/** Tables and document texts, read and checked. */
package org.entente.source;
