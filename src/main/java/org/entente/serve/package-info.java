/** The HTTP server. */
package org.entente.serve;
