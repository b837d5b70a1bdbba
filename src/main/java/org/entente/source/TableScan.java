package org.entente.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * A part of a table: whole records, without the header.
   *
   * @param from its first byte
   * @param to the byte after its last
   * @param line the line on which it begins, from 1
   */
  public record Part(long from, long to, int line) implements Serializable {}

  /**
   * Divides a table into parts of about the same size, in order, which together are all of it but
   * its header. It has fewer parts when it has few rows.
   */
  public static List<Part> parts(Path file, int number) throws IOException {
    long size = Files.size(file);
    List<Part> parts = new ArrayList<>();
    long start = -1;
    int startLine = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[1 << 18];
      long at = 0;
      int line = 1;
      boolean quoted = false;
      boolean content = false;
      for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
        for (int i = 0; i < read; i++) {
          byte b = bytes[i];
          at++;
          if (b == '"') {
            quoted ^= true;
          }
          content |= b != '\n' && b != '\r' && b != ',';
          if (b != '\n') {
            continue;
          }
          line++;
          if (quoted) {
            continue;
          }
          if (start < 0 && content) {
            start = at;
            startLine = line;
          } else if (start >= 0 && at >= size / number * (parts.size() + 1)) {
            parts.add(new Part(start, at, startLine));
            start = at;
            startLine = line;
          }
        }
      }
    }
    if (start >= 0 && start < size) {
      parts.add(new Part(start, size, startLine));
    }
    return parts;
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
    forEach(file, schema, null, schemes, sink);
  }

  /** The same for the rows of a part of a table. */
  public void forEach(
      Path file, TableSchema schema, Part part, Map<String, SortedSet<String>> schemes, Sink sink)
      throws IOException, DataErrorException {
    TableChecker checker = new TableChecker(schemes, Set.of(), log);
    new TableReader(log)
        .scan(
            file,
            schema,
            part,
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
