package org.entente.serve;

import java.util.Optional;

/** Pages of the explorer, where there is one. */
interface Explorers {
  /** The explorer's answer; empty when the path is none of its pages. */
  Optional<Reply> answer(Exchange exchange);

  /** No explorer. */
  static Explorers none() {
    return exchange -> Optional.empty();
  }
}
