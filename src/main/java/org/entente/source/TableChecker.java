package org.entente.source;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Edtf;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.model.TableSchema;
import org.entente.spill.Numbers;

/** Checks the rows of all tables against their metadata and against each other. */
final class TableChecker {
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final Map<String, SortedSet<String>> schemes;
  private final Set<String> incomplete;
  private final DiagnosticLog log;

  /**
   * A checker.
   *
   * @param schemes the values of each scheme, by the scheme's local name
   * @param incomplete names of tables that could not be read whole, so that nobody knows which
   *     identifiers they declare
   * @param log where mistakes go
   */
  TableChecker(Map<String, SortedSet<String>> schemes, Set<String> incomplete, DiagnosticLog log) {
    this.schemes = schemes;
    this.incomplete = incomplete;
    this.log = log;
  }

  void check(Collection<Table> tables) {
    Numbers declared = new Numbers();
    for (Table table : tables) {
      ids(table).forEach(id -> declared.put(0, table.schema().name(), id));
    }
    Map<String, Table> byName = new HashMap<>();
    tables.forEach(table -> byName.put(table.schema().name(), table));
    Identifiers passages = new Identifiers(List.of("passages"), byName, declared);
    for (Table table : tables) {
      List<Column> columns = table.schema().columns();
      List<Identifiers> known = new ArrayList<>();
      for (Column column : columns) {
        boolean checked = !column.references().isEmpty() && allComplete(column.references());
        Collection<String> declaring =
            column.references().equals(Column.ANYTHING) ? byName.keySet() : column.references();
        known.add(checked ? new Identifiers(declaring, byName, declared) : null);
      }
      for (Row row : table.rows()) {
        for (int i = 0; i < columns.size(); i++) {
          checkCell(row, columns.get(i), known.get(i));
        }
      }
      checkEvidenceColumns(table, passages);
      checkRows(table);
      checkDuplicates(table);
    }
    checkOneTablePerId(tables);
  }

  /** The identifiers that some tables declare. */
  private record Identifiers(
      Collection<String> tables, Map<String, Table> byName, Numbers declared) {

    boolean contains(String id) {
      return tables.stream().anyMatch(table -> declared.contains(table, id));
    }

    /** All of them, of which a person may have meant one. */
    Iterable<String> all() {
      return () ->
          tables.stream()
              .filter(byName::containsKey)
              .flatMap(table -> ids(byName.get(table)))
              .iterator();
    }
  }

  private static Stream<String> ids(Table table) {
    return table.schema().declaresIds()
        ? table.rows().stream().map(row -> row.value("id")).filter(Objects::nonNull)
        : Stream.empty();
  }

  /** Checks the cells of a row, each by itself. */
  void checkCells(Row row) {
    for (Column column : row.schema().columns()) {
      checkCell(row, column, null);
    }
  }

  private boolean allComplete(List<String> references) {
    return references.equals(Column.ANYTHING)
        ? incomplete.isEmpty()
        : references.stream().noneMatch(incomplete::contains);
  }

  private void checkCell(Row row, Column column, Identifiers known) {
    String text = row.text(column.name());
    if (text == null) {
      if (column.required() && row.has(column.name())) {
        error(row, column, Rule.REQUIRED, "a value", "an empty cell", whatItHolds(column));
      }
      return;
    }
    if (column.datatype() != Datatype.STRING && hasSpaceAround(text)) {
      error(row, column, Rule.DATATYPE, "no space around it", Diagnostic.quote(text), "remove it");
      return;
    }
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      error(row, column, Rule.DATATYPE, "text in NFC", Diagnostic.quote(text), "normalise it");
      return;
    }
    List<String> items = column.datatype() == Datatype.LIST ? row.items(column.name()) : null;
    if (items != null) {
      for (String item : items) {
        checkReference(row, column, item, known);
      }
      if (new HashSet<>(items).size() < items.size()) {
        error(row, column, Rule.DUPLICATE, "each item once", Diagnostic.quote(text), "");
      }
      return;
    }
    if (checkDatatype(row, column, text)) {
      checkScheme(row, column, text);
      checkReference(row, column, text, known);
    }
  }

  /** What a column is for, and its values where these are known. */
  private String whatItHolds(Column column) {
    SortedSet<String> values = column.scheme() == null ? null : schemes.get(column.scheme());
    return values == null
        ? column.description()
        : column.description().replaceFirst("\\.$", ": ") + String.join(", ", values);
  }

  private static boolean hasSpaceAround(String text) {
    int first = text.codePointAt(0);
    int last = text.codePointBefore(text.length());
    return isSpace(first) || isSpace(last);
  }

  /** Java's notion of white space leaves no-break spaces out, Unicode's control characters. */
  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  private boolean checkDatatype(Row row, Column column, String text) {
    String expected =
        switch (column.datatype()) {
          case STRING, TOKEN, LIST -> null;
          case INTEGER -> INTEGER.matcher(text).matches() ? null : "a whole number";
          case DECIMAL -> isDecimal(text) ? null : "a decimal number";
          case DATE -> isDate(text) ? null : "a day such as 2024-10-01";
          case ANY_URI -> isAbsoluteIri(text) ? null : "an absolute IRI";
          case EDTF -> Edtf.parse(text).isPresent() ? null : "a date or interval in EDTF level 1";
        };
    if (expected != null) {
      boolean edtf = column.datatype() == Datatype.EDTF;
      error(
          row,
          column,
          edtf ? Rule.EDTF : Rule.DATATYPE,
          expected,
          Diagnostic.quote(text),
          edtf ? "such as 2022-11, 2022-04-24/2022-04-28, 2025-22 for summer" : "");
      return false;
    }
    if (column.format() != null && !column.format().matcher(text).matches()) {
      error(
          row,
          column,
          Rule.DATATYPE,
          "text like " + Diagnostic.quote(column.example()),
          Diagnostic.quote(text),
          "the form is " + column.format());
      return false;
    }
    return true;
  }

  private void checkScheme(Row row, Column column, String text) {
    if (column.scheme() == null) {
      return;
    }
    SortedSet<String> values = schemes.get(column.scheme());
    if (values == null) {
      error(
          row,
          column,
          Rule.SCHEME,
          "scheme " + column.scheme() + " in the vocabulary",
          "no such scheme",
          "declare it in vocabulary.ttl");
    } else if (!values.contains(text)) {
      error(
          row,
          column,
          Rule.SCHEME,
          "a value of scheme " + column.scheme(),
          Diagnostic.quote(text),
          hint(text, values, String.join(", ", values)));
    }
  }

  private void checkReference(Row row, Column column, String text, Identifiers known) {
    if (known == null || known.contains(text)) {
      return;
    }
    String tables =
        column.references().equals(Column.ANYTHING)
            ? "any table"
            : column.references().stream()
                .map(table -> table + ".csv")
                .collect(Collectors.joining(" or "));
    error(
        row,
        column,
        Rule.UNKNOWN_ID,
        "an identifier of " + tables,
        Diagnostic.quote(text),
        hint(text, known.all(), "add the row it names, or correct it"));
  }

  private static String hint(String text, Iterable<String> known, String otherwise) {
    return Suggestion.nearest(text, known)
        .map(near -> "did you mean " + near + "?")
        .orElse(otherwise);
  }

  private void checkEvidenceColumns(Table table, Identifiers passages) {
    if (incomplete.contains("passages")) {
      return;
    }
    for (String name : table.header().keySet()) {
      if (table.schema().column(name) == null && name.endsWith(Column.EVIDENCE_SUFFIX)) {
        for (Row row : table.rows()) {
          for (String item : row.items(name)) {
            if (!passages.contains(item)) {
              log.error(
                  row.location(name),
                  Rule.UNKNOWN_ID,
                  "an identifier of passages.csv",
                  Diagnostic.quote(item),
                  hint(item, passages.all(), "add the passage, or correct it"));
            }
          }
        }
      }
    }
  }

  private void checkRows(Table table) {
    TableSchema schema = table.schema();
    for (Row row : table.rows()) {
      if (schema.account()) {
        checkEvidence(row, schema);
        checkRank(row);
      }
      checkInterval(row, "start", "end");
      checkInterval(row, "since", "until");
    }
  }

  private void checkEvidence(Row row, TableSchema schema) {
    boolean exempt =
        schema.outsideKnowledge() && row.text("reference") != null
            || schema.exemptColumn() != null
                && schema.exemptValue().equals(row.text(schema.exemptColumn()));
    if (row.items("evidence").isEmpty() && !exempt) {
      log.error(
          row.location("evidence"),
          Rule.EVIDENCE,
          "the passages that prove the row",
          "none",
          schema.outsideKnowledge()
              ? "name passages of passages.csv in evidence, or an external reference in reference"
              : "name passages of passages.csv in evidence");
    }
  }

  private void checkRank(Row row) {
    if (row.text("rank") != null
        && !row.text("rank").equals("normal")
        && row.text("rank_reason") == null) {
      log.error(
          row.location("rank_reason"),
          Rule.RANK,
          "a reason for rank " + Diagnostic.quote(row.text("rank")),
          "an empty cell",
          "say in rank_reason why the row is " + row.text("rank"));
    }
  }

  private void checkInterval(Row row, String from, String to) {
    if (row.text(from) == null || row.text(to) == null) {
      return;
    }
    Edtf start = Edtf.parse(row.text(from)).orElse(null);
    Edtf end = Edtf.parse(row.text(to)).orElse(null);
    if (start != null
        && end != null
        && start.earliestBegin() != null
        && end.latestEnd() != null
        && end.latestEnd().isBefore(start.earliestBegin())) {
      log.error(
          row.location(to),
          Rule.EDTF,
          "an end that is not before the beginning " + Diagnostic.quote(start.text()),
          Diagnostic.quote(end.text()),
          "exchange or correct them");
    }
  }

  private void checkDuplicates(Table table) {
    TableSchema schema = table.schema();
    Numbers seen = new Numbers();
    Numbers labels = new Numbers();
    boolean unique =
        !schema.account() || schema.name().equals("passages") || schema.name().equals("files");
    int number = -1;
    for (Row row : table.rows()) {
      number++;
      if (schema.primaryKey().stream().anyMatch(column -> row.value(column) == null)) {
        continue;
      }
      List<String> key = schema.primaryKey().stream().map(row::value).toList();
      List<String> account = new ArrayList<>(key);
      if (!unique) {
        account.add(String.valueOf(row.text("attributed_to")));
        account.add(String.valueOf(row.text("quoting")));
        account.add(row.items("evidence").stream().sorted().toList().toString());
        account.add(String.valueOf(row.text("reference")));
      }
      long first = seen.putIfAbsent(row.line(), account.toArray(String[]::new));
      if (first >= 0) {
        log.error(
            row.location(schema.primaryKey().get(0)),
            Rule.DUPLICATE,
            unique
                ? String.join(", ", schema.primaryKey()) + " once"
                : "rows of one thing to differ in attribution or evidence",
            Diagnostic.quote(String.join(" ", key)) + ", as on line " + first,
            "merge the rows, or remove one");
      }
      String label = row.text("label");
      if (label != null && schema.declaresIds()) {
        long before = labels.putIfAbsent(number, row.value("id"));
        Row named = before < 0 ? row : table.rows().get((int) before);
        if (!label.equals(named.text("label"))) {
          log.error(
              row.location("label"),
              Rule.DUPLICATE,
              "label "
                  + Diagnostic.quote(named.text("label"))
                  + ", as on line "
                  + named.line()
                  + " for the same identifier",
              Diagnostic.quote(label),
              "use one label, or another identifier; other names go to names.csv");
        }
      }
    }
  }

  private void checkOneTablePerId(Collection<Table> tables) {
    List<Table> declaring =
        tables.stream()
            .filter(table -> table.schema().declaresIds())
            .filter(table -> !table.schema().name().equals("withdrawals"))
            .toList();
    Numbers declared = new Numbers();
    for (int i = 0; i < declaring.size(); i++) {
      long number = (long) i << Integer.SIZE;
      for (Row row : declaring.get(i).rows()) {
        long before = row.value("id") == null ? -1 : declared.putIfAbsent(number, row.value("id"));
        if (before >= 0 && before >>> Integer.SIZE != i) {
          Row other = declaring.get((int) (before >>> Integer.SIZE)).rows().get((int) before);
          log.error(
              row.location("id"),
              Rule.DUPLICATE,
              "an identifier in one table",
              Diagnostic.quote(row.value("id")) + ", also at " + other.location(),
              "rename one of them");
        }
        number++;
      }
    }
  }

  private void error(
      Row row, Column column, Rule rule, String expected, String found, String hint) {
    Location at = row.location(column.name());
    log.error(at, rule, expected + " in column " + column.name(), found, hint);
  }

  private static boolean isDecimal(String text) {
    try {
      new BigDecimal(text);
      return DECIMAL.matcher(text).matches();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean isAbsoluteIri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
