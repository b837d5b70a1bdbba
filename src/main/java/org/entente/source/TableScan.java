package org.entente.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Column;
import org.entente.model.Datatype;
import org.entente.model.Row;
import org.entente.model.TableSchema;

/**
 * Reads the rows of one table one after the other and forgets each: a table of any size takes the
 * same memory. The form of the file and each cell by itself are checked; what needs other rows or
 * other tables (identifiers, duplicates, evidence) is not.
 */
public final class TableScan {
  /** Errors after which reading ends: so many are shown, and no more are remembered. */
  private static final int MOST_ERRORS = 1_000;

  private final DiagnosticLog log;

  /** A scan that reports to a log. */
  public TableScan(DiagnosticLog log) {
    this.log = log;
  }

  /** Takes rows. */
  @FunctionalInterface
  public interface Sink {
    /** Takes a row. */
    void row(Row row) throws IOException;
  }

  /**
   * How a table is described: by the metadata beside it; without any, each column of its header is
   * text. Null when the metadata cannot be used, which is then in the log.
   */
  public TableSchema schema(Path file) throws IOException {
    Path metadata = file.resolveSibling(name(file) + MetadataReader.SUFFIX);
    if (Files.exists(metadata)) {
      return new MetadataReader(log).read(metadata);
    }
    List<Column> columns =
        new TableReader(log)
            .names(file).stream()
                .distinct()
                .map(
                    name ->
                        new Column(
                            name, "", Datatype.STRING, null, false, null, null, List.of(), ""))
                .toList();
    return new TableSchema(name(file), "", "", columns, List.of(), false, false, null, null);
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
  }

  /**
   * Hands each row of a table to a sink, in the order of the file.
   *
   * @param schemes the values of each scheme, by the scheme's local name
   * @throws DataErrorException when the table has errors; the rows before them were handed over
   */
  public void forEach(
      Path file, TableSchema schema, Map<String, SortedSet<String>> schemes, Sink sink)
      throws IOException, DataErrorException {
    TableChecker checker = new TableChecker(schemes, Set.of(), log);
    new TableReader(log)
        .scan(
            file,
            schema,
            row -> {
              checker.checkCells(row);
              if (log.isEmpty()) {
                sink.row(row);
              }
              return log.size() < MOST_ERRORS;
            });
    log.throwIfErrors();
  }
}
