package org.entente.explore;

import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/** Finds things by what readers write. */
interface NameSearch {
  /** The best things for what a reader wrote, of those that are wanted. */
  SearchIndex.Found find(String query, int most, Predicate<Node> wanted);

  /** Whether a word is what a kind of thing is called. */
  boolean isKind(String word);
}
