package org.entente.extract;

/** How high an office stands; two of the highest make a meeting a summit. */
enum Rank {
  HEAD,
  DEPUTY,
  MINISTER,
  DIPLOMAT,
  MILITARY,
  OFFICIAL,
  EXPERT,
  PLAIN,
  NONE
}
