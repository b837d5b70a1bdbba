package org.entente.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who takes part in the things of the tables: in events, agreements and disputes. */
public final class Participants {
  private final Map<String, Set<String>> byThing = new HashMap<>();

  /** The participants that the rows of a dossier tell. */
  public Participants(Dossier dossier) {
    add(dossier, "participations", "event", "actor");
    add(dossier, "agreement_parties", "agreement", "party");
    add(dossier, "dispute_parties", "dispute", "party");
  }

  private void add(Dossier dossier, String table, String thing, String who) {
    for (Row row : dossier.rows(table)) {
      byThing
          .computeIfAbsent(row.value(thing), t -> new TreeSet<>())
          .add(String.valueOf(row.value(who)));
    }
  }

  /** Identifiers of those who take part in a thing, sorted; empty when nobody is told. */
  public Set<String> of(String thing) {
    return byThing.getOrDefault(thing, Set.of());
  }
}
