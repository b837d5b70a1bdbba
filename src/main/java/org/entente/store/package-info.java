/** The dataset folder: generations, the current one, opening and closing. */
package org.entente.store;
