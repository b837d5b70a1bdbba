/** The pages on which people look at the graph before they query it. */
package org.entente.explore;
