package org.entente.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.diagnostic.Location;
import org.entente.model.Column;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;
import org.entente.model.Table;

/** The candidates of a work folder, with the decisions on them. */
public final class Candidates {
  private final SortedMap<String, Table> tables;
  private final Map<String, Row> mains = new HashMap<>();
  private final Map<String, Row> byId = new HashMap<>();
  private final Map<String, Row> passages = new HashMap<>();

  private Candidates(SortedMap<String, Table> tables) {
    this.tables = tables;
    for (Table table : tables.values()) {
      for (Row row : table.rows()) {
        String candidate = candidate(row);
        if (candidate != null && table.schema().declaresIds()) {
          mains.putIfAbsent(candidate, row);
          byId.putIfAbsent(candidate, row);
          byId.putIfAbsent(row.value("id"), row);
        }
      }
    }
    rows("passages").forEach(row -> passages.putIfAbsent(row.value("id"), row));
  }

  /** The candidates in tables that were read from a work folder. */
  public static Candidates of(SortedMap<String, Table> tables) {
    return new Candidates(new TreeMap<>(tables));
  }

  /** The tables, to be written. */
  public SortedMap<String, Table> tables() {
    return tables;
  }

  /** The rows of a table. */
  public List<Row> rows(String table) {
    return tables.containsKey(table) ? tables.get(table).rows() : List.of();
  }

  /** What a row's decision depends on; null for rows that come along with others. */
  static String candidate(Row row) {
    return row.text(ReviewColumns.CANDIDATE);
  }

  /** The row of the thing that was proposed under an identifier; null when there is none. */
  Row main(String candidate) {
    return mains.get(candidate);
  }

  /** The passage of that identifier; null when there is none. */
  Row passage(String id) {
    return passages.get(id);
  }

  /** What another row of the same thing has in a column; null when none has anything. */
  String told(Row row, String column) {
    return rows(row.schema().name()).stream()
        .filter(other -> candidate(row).equals(candidate(other)))
        .map(other -> other.text(column))
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  /** The passages that prove a row, the first first. */
  List<Row> passagesOf(Row row) {
    return Stream.concat(
            row.items("evidence").stream(),
            row.table().header().keySet().stream()
                .filter(name -> name.endsWith(Column.EVIDENCE_SUFFIX))
                .sorted()
                .flatMap(name -> row.items(name).stream()))
        .distinct()
        .map(this::passage)
        .filter(p -> p != null)
        .toList();
  }

  /** A row's decision; one that has none of its own follows the row it belongs to. */
  public Decision decision(Row row) {
    Decision own = Decision.of(row);
    Row main = candidate(row) == null ? null : mains.get(candidate(row));
    if (own == Decision.NONE && main != null && main != row) {
      own = inherited(row, Decision.of(main));
    }
    return own == Decision.NONE && isFromRejected(row) ? Decision.REJECT : own;
  }

  /** Another document's words for an accepted name enter when something in it needs the name. */
  private static Decision inherited(Row row, Decision decision) {
    if (comesAlong(row)) {
      return decision == Decision.ACCEPT ? Decision.NONE : decision;
    }
    boolean part = !row.schema().declaresIds();
    return decision == Decision.MERGE && part ? Decision.ACCEPT : decision;
  }

  private boolean isFromRejected(Row row) {
    List<Row> proof = row.schema().name().equals("documents") ? List.of() : passagesOf(row);
    return !proof.isEmpty()
        && proof.stream()
            .map(passage -> mains.get(String.valueOf(passage.value("document"))))
            .allMatch(document -> document != null && Decision.of(document) == Decision.REJECT);
  }

  /** Whether a row only says what something is called, so that it matters when it is named. */
  static boolean comesAlong(Row row) {
    return switch (row.schema().name()) {
      case "documents", "persons", "states", "organisations", "places", "posts", "subjects" -> true;
      default -> false;
    };
  }

  /** The undecided rows of things that the rows of an item name, and that those name in turn. */
  List<Row> named(Item item) {
    List<Row> named = new ArrayList<>();
    Set<Row> seen = new HashSet<>(item.rows());
    List<Row> open = new ArrayList<>(item.rows());
    for (int i = 0; i < open.size(); i++) {
      for (String id : names(open.get(i))) {
        for (Row row : namedBy(open.get(i), id)) {
          if (decision(row) == Decision.NONE && seen.add(row)) {
            named.add(row);
            open.add(row);
          }
        }
      }
    }
    return named;
  }

  /** What a row names, its passages' documents included. */
  private Set<String> names(Row row) {
    Set<String> names = new LinkedHashSet<>();
    if (Decision.of(row) == Decision.REJECT) {
      return names;
    }
    for (Column column : row.schema().columns()) {
      boolean refers = !column.references().isEmpty() && !column.name().equals("evidence");
      if (refers && row.text(column.name()) != null) {
        names.addAll(row.items(column.name()));
      }
    }
    passagesOf(row).forEach(passage -> names.add(passage.value("document")));
    return names;
  }

  /**
   * The rows of a thing that a row names: those that rest on its documents, or the first; none when
   * the thing is no candidate.
   */
  List<Row> namedBy(Row row, String id) {
    Row main = byId.get(id);
    if (main == null) {
      return List.of();
    }
    Set<String> documents = documentsOf(row);
    List<Row> found =
        rows(main.schema().name()).stream()
            .filter(other -> candidate(main).equals(candidate(other)))
            .filter(other -> !Collections.disjoint(documents, documentsOf(other)))
            .toList();
    return found.isEmpty() ? List.of(main) : found;
  }

  private Set<String> documentsOf(Row row) {
    Set<String> documents = new HashSet<>();
    passagesOf(row).forEach(passage -> documents.add(passage.value("document")));
    return documents;
  }

  /** What is to be decided or was, in the order of the texts; what others name comes before. */
  public List<Item> items() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    mains.forEach((candidate, main) -> rows.put(candidate, new ArrayList<>(List.of(main))));
    for (Table table : tables.values()) {
      for (Row row : table.rows()) {
        if (candidate(row) != null && mains.get(candidate(row)) != row) {
          rows.computeIfAbsent(candidate(row), c -> new ArrayList<>()).add(row);
        }
      }
    }
    List<Item> items = new ArrayList<>();
    rows.forEach((candidate, own) -> items.add(new Item(candidate, List.copyOf(own))));
    items.sort(
        Comparator.comparing((Item item) -> file(item.main()))
            .thenComparingInt(item -> start(item.main()))
            .thenComparingInt(item -> rank(item.main().schema().name()))
            .thenComparing(Item::candidate));
    return List.copyOf(items);
  }

  /** The items that wait for a decision. Names and documents wait with those that name them. */
  public List<Item> undecided() {
    return items().stream()
        .filter(item -> !comesAlong(item.main()) && decision(item.main()) == Decision.NONE)
        .toList();
  }

  private String file(Row row) {
    List<Row> proof = passagesOf(row);
    return proof.isEmpty() ? "" : String.valueOf(fileOf(proof.get(0).value("document")));
  }

  /** The file of a document that is a candidate itself; else the document stands for it. */
  String fileOf(String document) {
    for (Row row : rows("documents")) {
      if (document.equals(row.value("id")) && row.value("file") != null) {
        return row.value("file");
      }
    }
    return document;
  }

  private int start(Row row) {
    List<Row> proof = passagesOf(row);
    String start = proof.isEmpty() ? null : proof.get(0).text("start");
    boolean document = row.schema().name().equals("documents");
    return document || start == null || !start.matches("\\d{1,9}") ? 0 : Integer.parseInt(start);
  }

  private static int rank(String table) {
    return switch (table) {
      case "documents" -> 0;
      case "states" -> 1;
      case "persons", "organisations", "places", "subjects" -> 2;
      default -> 3;
    };
  }

  /**
   * These candidates, the decisions on what stands in some places taken back.
   *
   * @param places files and lines of rows that cannot enter the tables
   */
  public Candidates reopened(Collection<Location> places) {
    Set<String> lines = new HashSet<>();
    places.forEach(place -> lines.add(place.file() + ":" + place.line()));
    Candidates reopened = this;
    for (Item item : items()) {
      boolean wrong =
          item.rows().stream()
              .anyMatch(row -> lines.contains(row.location().file() + ":" + row.line()));
      if (wrong) {
        for (Row row : item.rows()) {
          if (decision(row).enters()) {
            reopened = reopened.with(row, row.with(ReviewColumns.DECISION, ""));
          }
        }
      }
    }
    return reopened;
  }

  /** These candidates with one row in the place of another. */
  Candidates with(Row old, Row changed) {
    SortedMap<String, Table> other = new TreeMap<>(tables);
    String name = old.schema().name();
    List<Row> rows = new ArrayList<>(other.get(name).rows());
    rows.set(rows.indexOf(old), changed);
    other.put(name, other.get(name).withRows(List.copyOf(rows)));
    return new Candidates(other);
  }
}
