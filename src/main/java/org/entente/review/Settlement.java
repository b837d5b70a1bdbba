package org.entente.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Dossier;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/**
 * Makes rows of the tables from candidates. What a row names comes with it; what was merged is
 * named by what was kept; what was rejected is named no more.
 */
public final class Settlement {
  private static final Set<String> NAMED_THINGS =
      Set.of("persons", "states", "organisations", "places");

  /** Tables whose rows nobody decides on. */
  private static final Set<String> COME_ALONG = Set.of("files", "passages");

  private final Candidates candidates;
  private final Dossier curated;
  private final Identities identities;
  private final Decision wanted;
  private final DiagnosticLog log;
  private final Set<Row> chosen = new LinkedHashSet<>();
  private final SortedMap<String, List<Row>> made = new TreeMap<>();

  private Settlement(Candidates candidates, Dossier curated, Decision wanted, DiagnosticLog log) {
    this.candidates = candidates;
    this.curated = curated;
    this.identities = new Identities(candidates, curated);
    this.wanted = wanted;
    this.log = log;
  }

  /** The rows of everything that was accepted or merged and that the tables do not have yet. */
  public static SortedMap<String, Table> accepted(
      Candidates candidates, Dossier curated, DiagnosticLog log) {
    return new Settlement(candidates, curated, Decision.ACCEPT, log).settle();
  }

  /**
   * The rows of everything that the tables do not have and that nobody has rejected, as far as they
   * are filled in.
   */
  public static SortedMap<String, Table> open(
      Candidates candidates, Dossier curated, DiagnosticLog log) {
    return new Settlement(candidates, curated, Decision.NONE, log).settle();
  }

  private SortedMap<String, Table> settle() {
    candidates.tables().values().forEach(this::checkDecisions);
    if (log.hasErrors()) {
      return new TreeMap<>();
    }
    for (Table table : candidates.tables().values()) {
      for (Row row : table.rows()) {
        boolean asked = wanted != Decision.NONE || !Candidates.comesAlong(row);
        if (Candidates.candidate(row) != null && asked && isWanted(candidates.decision(row))) {
          choose(row);
        }
      }
    }
    chosen.forEach(this::make);
    SortedMap<String, Table> tables = new TreeMap<>();
    made.forEach(
        (name, rows) -> {
          Table curatedTable = curated.tables().get(name);
          tables.put(
              name,
              new Table(curatedTable.schema(), curatedTable.file(), Map.of(), List.copyOf(rows)));
        });
    return tables;
  }

  /** What a decision says, that it is on a candidate, and that a row has one alone. */
  private void checkDecisions(Table table) {
    Map<List<String>, Row> decided = new HashMap<>();
    for (Row row : table.rows()) {
      Decision decision = Decision.of(row);
      if (decision == null) {
        log.error(
            row.location(ReviewColumns.DECISION),
            Rule.SCHEME,
            "accept, reject, merge or nothing in column decision",
            Diagnostic.quote(row.text(ReviewColumns.DECISION)),
            "");
        continue;
      }
      String candidate = Candidates.candidate(row);
      String proposed = row.text(ReviewColumns.PROPOSED);
      if (decision == Decision.NONE || COME_ALONG.contains(table.schema().name())) {
        continue;
      }
      if (candidate == null) {
        log.error(
            row.location(ReviewColumns.CANDIDATE),
            Rule.REQUIRED,
            "the identifier of what is decided on in column candidate",
            "an empty cell",
            "write it there as extract did, or take the decision out");
        continue;
      }
      List<String> words = List.copyOf(new TreeSet<>(row.items("evidence")));
      List<String> key = List.of(candidate, String.valueOf(proposed), words.toString());
      Row other = decided.putIfAbsent(key, row);
      if (other != null && Decision.of(other) != decision) {
        log.error(
            row.location(ReviewColumns.DECISION),
            Rule.DUPLICATE,
            "one decision on a row",
            Diagnostic.quote(decision.key())
                + " here and "
                + Diagnostic.quote(Decision.of(other).key())
                + " in line "
                + other.line(),
            "keep one of the two rows");
      }
    }
  }

  private boolean isWanted(Decision decision) {
    return wanted == Decision.NONE ? decision != Decision.REJECT : decision.enters();
  }

  /** Chooses a row and, as far as nobody has decided on it, what it names. */
  private void choose(Row row) {
    if (!curated.tables().containsKey(row.schema().name()) || !chosen.add(row)) {
      return;
    }
    for (Column column : row.schema().columns()) {
      for (String id : references(row, column)) {
        candidates.namedBy(row, id).stream().filter(this::isChosenAlong).forEach(this::choose);
      }
    }
    for (String id : evidence(row)) {
      Row passage = candidates.passage(id);
      if (passage != null) {
        choose(passage);
      }
    }
    String file = row.schema().name().equals("documents") ? row.text("file") : null;
    String document = row.schema().name().equals("passages") ? row.value("document") : null;
    for (Row other : candidates.rows("files")) {
      if (other.value("id").equals(file)
          || document != null && other.value("id").equals(fileOf(document))) {
        choose(other);
      }
    }
  }

  /** The file of a document, in the candidates or in the tables. */
  private String fileOf(String document) {
    Row known = curated.fileOfDocument().get(document);
    return known == null ? candidates.fileOf(document) : known.value("id");
  }

  private boolean isChosenAlong(Row named) {
    Decision decision = candidates.decision(named);
    return decision == Decision.NONE || wanted == Decision.NONE && decision.enters();
  }

  private static List<String> references(Row row, Column column) {
    String text = row.text(column.name());
    boolean refers = !column.references().isEmpty() && !column.name().equals("evidence");
    if (!refers || text == null) {
      return List.of();
    }
    return column.datatype() == Datatype.LIST ? row.items(column.name()) : List.of(text);
  }

  private static Set<String> evidence(Row row) {
    Set<String> evidence = new LinkedHashSet<>(row.items("evidence"));
    row.table().header().keySet().stream()
        .filter(name -> name.endsWith(Column.EVIDENCE_SUFFIX))
        .forEach(name -> evidence.addAll(row.items(name)));
    return evidence;
  }

  private void make(Row row) {
    TableSchema schema = curated.tables().get(row.schema().name()).schema();
    Row settled = row;
    for (Column column : schema.columns()) {
      boolean missing = column.required() && row.has(column.name());
      if (missing && row.text(column.name()) == null && Candidates.candidate(row) != null) {
        String told = candidates.told(row, column.name());
        settled = told == null ? settled : settled.with(column.name(), told);
      }
      List<String> named = references(row, column);
      if (named.isEmpty()) {
        continue;
      }
      List<String> kept =
          named.stream().map(identities::resolve).filter(id -> id != null).distinct().toList();
      boolean needed = column.required() || schema.primaryKey().contains(column.name());
      if (kept.isEmpty() && needed) {
        fall(row, column, named.get(0));
        return;
      }
      settled = settled.with(column.name(), String.join(";", kept));
    }
    if (candidates.decision(row) == Decision.MERGE && schema.declaresIds()) {
      settled = merged(settled, schema);
      if (settled == null) {
        return;
      }
    }
    add(settled, schema);
  }

  /** A row that names what was rejected: one that belongs to another is not missed. */
  private void fall(Row row, Column column, String named) {
    boolean thing = row.schema().declaresIds();
    if (thing && wanted != Decision.NONE) {
      log.error(
          row.location(column.name()),
          Rule.UNKNOWN_ID,
          "something that was not rejected in column " + column.name(),
          Diagnostic.quote(named),
          "name another, or reject the row");
    }
  }

  /** A merged row: another account of what is kept; of a person or the like, another name. */
  private Row merged(Row row, TableSchema schema) {
    String with = row.text(ReviewColumns.MERGE_WITH);
    if (with == null) {
      return refused(row, schema, "an empty cell", "name the thing that it is");
    }
    String named = Diagnostic.quote(with);
    if (identities.isCircular(row)) {
      return refused(row, schema, named + ", which is merged with this", "accept one of them");
    }
    String kept = identities.resolve(with.strip());
    if (kept == null || !identities.isDeclared(kept) && identities.candidate(kept) == null) {
      return refused(row, schema, named, "name the thing that it is");
    }
    Row first = first(schema.name(), kept);
    if (first == null) {
      return refused(row, schema, named, "a thing is merged with one of its own table");
    }
    if (!identities.isDeclared(kept) && !enters(first)) {
      return refused(row, schema, named + ", which waits for a decision", "accept that too");
    }
    if (NAMED_THINGS.contains(schema.name())) {
      name(row, kept, first);
      return null;
    }
    Row other = row.with("id", kept);
    for (Column column : schema.columns()) {
      boolean own = column.name().equals("id") || column.name().equals("evidence");
      boolean same = column.required() || column.name().equals("label");
      if (!own && same && row.has(column.name()) && first.text(column.name()) != null) {
        other = other.with(column.name(), first.text(column.name()));
      }
    }
    return other;
  }

  /** Says why a row is merged with nothing; there is then no row. */
  private Row refused(Row row, TableSchema schema, String found, String hint) {
    log.error(
        row.location(ReviewColumns.MERGE_WITH),
        Rule.UNKNOWN_ID,
        "an identifier of " + schema.name() + ".csv in column merge_with",
        found,
        hint);
    return null;
  }

  /** Whether a candidate's thing enters, for itself or along with what names it. */
  private boolean enters(Row main) {
    String candidate = Candidates.candidate(main);
    return chosen.stream()
        .anyMatch(
            row ->
                row.schema().declaresIds()
                    && candidate.equals(Candidates.candidate(row))
                    && candidates.decision(row) != Decision.MERGE);
  }

  private Row first(String table, String id) {
    for (Row row : curated.rows(table)) {
      if (id.equals(row.value("id"))) {
        return row;
      }
    }
    Row candidate = identities.candidate(id);
    return candidate != null && candidate.schema().name().equals(table) ? candidate : null;
  }

  private void name(Row row, String thing, Row kept) {
    Table names = curated.tables().get("names");
    String form = row.text("label");
    boolean known =
        names == null
            || form == null
            || form.equals(kept.text("label"))
            || names.rows().stream()
                .anyMatch(n -> thing.equals(n.text("thing")) && form.equals(n.text("form")));
    if (known) {
      return;
    }
    Map<String, String> cells = new HashMap<>();
    cells.put("thing", thing);
    cells.put("form", form);
    // The extractor reads English.
    cells.put("language", "en");
    cells.put("kind", "VariantSpelling");
    for (String column : List.of("evidence", "producer", ReviewColumns.REVIEWER)) {
      cells.put(column, row.text(column) == null ? "" : row.text(column));
    }
    Map<String, Integer> header = new HashMap<>();
    String[] values = new String[cells.size()];
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      values[header.size()] = cell.getValue();
      header.put(cell.getKey(), header.size());
    }
    Table table = new Table(names.schema(), row.table().file(), Map.copyOf(header), List.of());
    add(new Row(table, row.line(), values, ""), names.schema());
  }

  private void add(Row row, TableSchema schema) {
    Map<String, Integer> header = new HashMap<>();
    row.table()
        .header()
        .forEach(
            (name, position) -> {
              boolean own = schema.column(name) != null || name.endsWith(Column.EVIDENCE_SUFFIX);
              boolean open = wanted == Decision.NONE;
              boolean told = open && name.equals(ReviewColumns.CONFIDENCE);
              if (told || own && (!open || row.text(name) != null)) {
                header.put(name, position);
              }
            });
    Row added = row.in(new Table(schema, row.table().file(), Map.copyOf(header), List.of()));
    List<Row> rows = made.computeIfAbsent(schema.name(), n -> new ArrayList<>());
    if (!isAmong(added, curated.rows(schema.name())) && !isAmong(added, rows)) {
      rows.add(added);
    }
    if (rows.isEmpty()) {
      made.remove(schema.name());
    }
  }

  /** Whether rows hold this one: the same thing on the strength of the same words. */
  private static boolean isAmong(Row row, List<Row> rows) {
    Set<String> proof = new HashSet<>(row.items("evidence"));
    boolean version = row.schema().name().equals("files");
    for (Row other : rows) {
      boolean key =
          row.schema().primaryKey().stream()
              .allMatch(c -> String.valueOf(row.value(c)).equals(String.valueOf(other.value(c))));
      boolean proved =
          proof.isEmpty() || other.items("evidence").stream().anyMatch(proof::contains);
      if (key && proved && (!version || row.value("sha256").equals(other.value("sha256")))) {
        return true;
      }
    }
    return false;
  }
}
