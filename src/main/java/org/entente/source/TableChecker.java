package org.entente.source;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    Map<String, Set<String>> ids = new HashMap<>();
    for (Table table : tables) {
      Set<String> declared = new HashSet<>();
      if (table.schema().declaresIds()) {
        for (Row row : table.rows()) {
          if (row.value("id") != null) {
            declared.add(row.value("id"));
          }
        }
      }
      ids.put(table.schema().name(), declared);
    }
    Set<String> anything = new HashSet<>();
    ids.values().forEach(anything::addAll);
    for (Table table : tables) {
      for (Column column : table.schema().columns()) {
        Set<String> known = null;
        if (!column.references().isEmpty() && allComplete(column.references())) {
          known = column.references().equals(Column.ANYTHING) ? anything : union(ids, column);
        }
        for (Row row : table.rows()) {
          checkCell(row, column, known);
        }
      }
      checkEvidenceColumns(table, ids.getOrDefault("passages", Set.of()));
      checkRows(table);
      checkDuplicates(table);
    }
    checkOneTablePerId(tables);
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

  private static Set<String> union(Map<String, Set<String>> ids, Column column) {
    Set<String> union = new HashSet<>();
    for (String table : column.references()) {
      union.addAll(ids.getOrDefault(table, Set.of()));
    }
    return union;
  }

  private void checkCell(Row row, Column column, Set<String> known) {
    String text = row.text(column.name());
    if (text == null) {
      if (column.required() && row.has(column.name())) {
        error(row, column, Rule.REQUIRED, "a value", "an empty cell", column.description());
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

  private void checkReference(Row row, Column column, String text, Set<String> known) {
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
        hint(text, known, "add the row it names, or correct it"));
  }

  private static String hint(String text, Collection<String> known, String otherwise) {
    return Suggestion.nearest(text, known)
        .map(near -> "did you mean " + near + "?")
        .orElse(otherwise);
  }

  private void checkEvidenceColumns(Table table, Set<String> passages) {
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
                  hint(item, passages, "add the passage, or correct it"));
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
    Map<List<String>, Row> seen = new HashMap<>();
    Map<String, Row> labels = new HashMap<>();
    boolean unique =
        !schema.account() || schema.name().equals("passages") || schema.name().equals("files");
    for (Row row : table.rows()) {
      if (schema.primaryKey().stream().anyMatch(column -> row.value(column) == null)) {
        continue;
      }
      List<String> key = schema.primaryKey().stream().map(row::value).toList();
      List<String> account =
          unique
              ? key
              : List.of(
                  key.toString(),
                  String.valueOf(row.text("attributed_to")),
                  String.valueOf(row.text("quoting")),
                  row.items("evidence").stream().sorted().toList().toString()
                      + row.text("reference"));
      Row first = seen.putIfAbsent(account, row);
      if (first != null) {
        log.error(
            row.location(schema.primaryKey().get(0)),
            Rule.DUPLICATE,
            unique
                ? String.join(", ", schema.primaryKey()) + " once"
                : "rows of one thing to differ in attribution or evidence",
            Diagnostic.quote(String.join(" ", key)) + ", as on line " + first.line(),
            "merge the rows, or remove one");
      }
      String label = row.text("label");
      if (label != null && schema.declaresIds()) {
        Row named = labels.putIfAbsent(row.value("id"), row);
        if (named != null && !label.equals(named.text("label"))) {
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
    Map<String, Row> declared = new HashMap<>();
    for (Table table : tables) {
      if (!table.schema().declaresIds() || table.schema().name().equals("withdrawals")) {
        continue;
      }
      for (Row row : table.rows()) {
        if (row.value("id") == null) {
          continue;
        }
        Row other = declared.putIfAbsent(row.value("id"), row);
        if (other != null && !other.schema().name().equals(row.schema().name())) {
          log.error(
              row.location("id"),
              Rule.DUPLICATE,
              "an identifier in one table",
              Diagnostic.quote(row.value("id")) + ", also at " + other.location(),
              "rename one of them");
        }
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
