package org.entente.serve;

import java.util.Optional;

/** Pages of the explorer, where there is one. */
interface Explorers {
  /** The explorer's answer; empty when the path is none of its pages. */
  Optional<Reply> answer(Exchange exchange);

  /** A page that says why there is no answer, with all that surrounds a page of the explorer. */
  Reply refusal(Exchange exchange, Problem problem);
}
