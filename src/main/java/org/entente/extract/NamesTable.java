package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.model.Dossier;
import org.entente.model.Row;

/**
 * Names of the things that the tables know, in every spelling they list. It may be empty: then
 * names are typed by their surroundings alone.
 */
public final class NamesTable {
  /** The table of nothing. */
  public static final NamesTable EMPTY = new NamesTable(List.of(), Map.of());

  /**
   * A name.
   *
   * @param form the name as written
   * @param entity whom it names
   */
  record Name(String form, Entity entity) {}

  private final List<Name> names;

  private final Map<String, String> labelled;

  private NamesTable(List<Name> names, Map<String, String> labelled) {
    this.names = List.copyOf(names);
    this.labelled = Map.copyOf(labelled);
  }

  /** The names of all persons, states, organisations, places, agreements and disputes. */
  public static NamesTable of(Dossier dossier) {
    Map<String, Entity> things = new LinkedHashMap<>();
    Map<String, String> stateLabels = new LinkedHashMap<>();
    for (Row row : dossier.rows("states")) {
      if (row.text("label") != null) {
        stateLabels.putIfAbsent(row.text("id"), row.text("label"));
      }
    }
    for (Kinds table : Kinds.values()) {
      for (Row row : dossier.rows(table.name().toLowerCase(Locale.ROOT))) {
        String label = row.text("label");
        if (label != null) {
          String state = table.stateColumn == null ? null : row.text(table.stateColumn);
          String stateLabel = table == Kinds.STATES ? label : stateLabels.get(state);
          things.putIfAbsent(
              row.text("id"), new Entity(row.text("id"), label, table.kind, stateLabel));
        }
      }
    }
    List<Name> names = new ArrayList<>();
    things.values().forEach(entity -> names.add(new Name(entity.name(), entity)));
    for (Row row : dossier.rows("names")) {
      Entity entity = things.get(row.text("thing"));
      String form = row.text("form");
      if (entity == null || form == null) {
        continue;
      }
      boolean metonym = "Metonym".equals(row.text("kind"));
      boolean place = metonym && entity.kind() == Entity.Kind.STATE;
      names.add(
          new Name(
              form,
              place ? new Entity(entity.id(), form, Entity.Kind.METONYM, entity.name()) : entity));
    }
    names.sort(Comparator.comparing(Name::form).thenComparing(name -> name.entity.id()));
    Map<String, String> labelled = new TreeMap<>();
    for (String table : List.of("posts", "subjects")) {
      for (Row row : dossier.rows(table)) {
        if (row.text("label") != null) {
          labelled.putIfAbsent(key(table, row.text("label")), row.text("id"));
        }
      }
    }
    return new NamesTable(withoutNamesakes(names), labelled);
  }

  /** Two persons of one name: which of them a text means is not told by the name. */
  private static List<Name> withoutNamesakes(List<Name> names) {
    Map<String, Set<String>> persons = new TreeMap<>();
    for (Name name : names) {
      if (name.entity.kind() == Entity.Kind.PERSON) {
        persons.computeIfAbsent(name.form, k -> new TreeSet<>()).add(name.entity.id());
      }
    }
    return names.stream()
        .filter(
            name -> name.entity.kind() != Entity.Kind.PERSON || persons.get(name.form).size() == 1)
        .toList();
  }

  /** Identifier of the post or subject of a label, in any case; null where the tables have none. */
  String labelled(String table, String label) {
    return labelled.get(key(table, label));
  }

  private static String key(String table, String label) {
    return table + " " + label.toLowerCase(Locale.ROOT);
  }

  List<Name> names() {
    return names;
  }

  private enum Kinds {
    STATES(Entity.Kind.STATE, null),
    PERSONS(Entity.Kind.PERSON, "nationality"),
    ORGANISATIONS(Entity.Kind.ORGANISATION, "state"),
    ADMINISTRATIONS(Entity.Kind.ORGANISATION, "state"),
    PLACES(Entity.Kind.PLACE, "state"),
    AGREEMENTS(Entity.Kind.AGREEMENT, null),
    DISPUTES(Entity.Kind.DISPUTE, null);

    private final Entity.Kind kind;
    private final String stateColumn;

    Kinds(Entity.Kind kind, String stateColumn) {
      this.kind = kind;
      this.stateColumn = stateColumn;
    }
  }
}
