/** SHACL shapes and competency questions. */
package org.entente.validate;
