package org.entente.extract;

import java.util.Locale;

/** How a text stands to what it tells; only what is asserted may become an event. */
public enum Certainty {
  /** Told as a fact. */
  ASSERTED,
  /** Scheduled, decided, expected. */
  PLANNED,
  /** Did not happen, was declined, cancelled or denied. */
  NEGATED,
  /** May, if, alleged, proposed. */
  HYPOTHETICAL;

  /** The name in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
