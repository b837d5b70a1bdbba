/** The work on tables and documents as a job for many machines. */
package org.entente.spark;
