/** What grows with the data and does not stay in the heap: past a small size it lies in files. */
package org.entente.spill;
