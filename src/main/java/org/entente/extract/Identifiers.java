package org.entente.extract;

import java.util.HashMap;
import java.util.Map;

/** Gives names identifiers: the same name always the same, two names never one. */
public final class Identifiers {
  private final Map<String, String> names = new HashMap<>();

  /** Identifiers of which none is taken. */
  public Identifiers() {}

  /** Takes an identifier for a name. */
  public void take(String id, String name) {
    names.putIfAbsent(id, name);
  }

  /** The identifier of a name: the wanted one, or with a number behind it. */
  String of(String wanted, String name) {
    String free = wanted;
    for (int i = 2; !names.getOrDefault(free, name).equals(name); i++) {
      free = wanted + "-" + i;
    }
    names.put(free, name);
    return free;
  }
}
