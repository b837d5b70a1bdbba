package org.entente.explore;

import java.util.Optional;

/** The texts of documents, where they are at hand on this machine. */
@FunctionalInterface
public interface Texts {
  /** No texts at all. */
  Texts NONE = identifier -> Optional.empty();

  /** The text of the document with that identifier, {@code document/slug}, as it was read. */
  Optional<String> text(String identifier);
}
