/** The graph becomes a generation of the dataset folder. */
package org.entente.publish;
