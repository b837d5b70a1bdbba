/** What a published graph says, for people to read. */
package org.entente.report;
