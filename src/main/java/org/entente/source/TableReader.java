package org.entente.source;

import com.opencsv.RFC4180Parser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.input.BoundedInputStream;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Column;
import org.entente.model.Row;
import org.entente.model.RowList;
import org.entente.model.Table;
import org.entente.model.TableSchema;

/** Reads a CSV file (RFC 4180, UTF-8) as a table; what is wrong with its form goes to the log. */
final class TableReader {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Most characters of a line, and of a row that takes several. */
  private static final int LONGEST_RECORD = 1_000_000;

  private final DiagnosticLog log;

  TableReader(DiagnosticLog log) {
    this.log = log;
  }

  /**
   * What was read of a file.
   *
   * @param table the table; null when its header cannot be used
   * @param complete whether every record of the file became a row
   */
  record Result(Table table, boolean complete) {}

  /** Reads the table in a file. */
  Result read(Path file, TableSchema schema) throws IOException {
    RowList.Builder rows = new RowList.Builder();
    Result read =
        scan(
            file,
            schema,
            row -> {
              rows.add(row);
              return true;
            });
    return read.table == null ? read : new Result(read.table.withRows(rows.build()), read.complete);
  }

  /** Takes rows as long as it wants more. */
  interface Sink {
    /** Takes a row and says whether it wants another. */
    boolean row(Row row) throws IOException;
  }

  /** Hands each row of the table in a file to a sink; the table that is returned has none. */
  Result scan(Path file, TableSchema schema, Sink sink) throws IOException {
    return scan(file, schema, null, sink);
  }

  /** The same with the rows of a part of the file alone; null stands for all of it. */
  Result scan(Path file, TableSchema schema, TableScan.Part part, Sink sink) throws IOException {
    if (!isUtf8(file, part)) {
      return new Result(null, false);
    }
    try (BufferedReader whole = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        BufferedReader within =
            new BufferedReader(new InputStreamReader(open(file, part), StandardCharsets.UTF_8))) {
      Records records = new Records(file.toString(), whole);
      Record header = header(file, records, schema);
      if (header == null) {
        return new Result(null, false);
      }
      if (part != null) {
        records = new Records(file.toString(), within);
        records.line = part.line() - 1;
      }
      Table table = new Table(schema, file.toString(), header(file, schema, header), List.of());
      boolean complete = true;
      for (Record record = records.next(); record != null; record = records.next()) {
        if (record.cells == null) {
          complete = false;
          continue;
        }
        if (record.cells.length != header.cells.length) {
          log.error(
              Location.of(table.file(), record.line),
              Rule.RAGGED_ROW,
              header.cells.length + " cells, as in the header",
              record.cells.length + " cells",
              "a comma in a cell needs the cell in quotation marks");
          complete = false;
          continue;
        }
        if (!sink.row(new Row(table, record.line, record.cells, record.text))) {
          return new Result(table, false);
        }
      }
      boolean keyed = !schema.declaresIds() || table.header().containsKey("id");
      return new Result(table, complete && keyed);
    }
  }

  private static InputStream open(Path file, TableScan.Part part) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (part == null) {
      return in;
    }
    in.skipNBytes(part.from());
    return BoundedInputStream.builder()
        .setInputStream(in)
        .setMaxCount(part.to() - part.from())
        .get();
  }

  /** The names in the header of a file, for a table that nothing describes; empty for none. */
  List<String> names(Path file) throws IOException {
    if (!new TableReader(new DiagnosticLog()).isUtf8(file, null)) {
      return List.of();
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Record header = new Records(file.toString(), reader).next();
      return header == null || header.cells == null ? List.of() : List.of(header.cells);
    }
  }

  /** The header of a file; null when it cannot be used, which is then in the log. */
  private Record header(Path file, Records records, TableSchema schema) throws IOException {
    Record header = records.next();
    if (header != null && header.cells == null) {
      return null;
    }
    if (header == null) {
      log.error(
          Location.of(file.toString(), 1),
          Rule.MISSING_COLUMN,
          "a header line",
          "an empty file",
          "the header is: " + String.join(",", names(schema)));
      return null;
    }
    String separator = otherSeparator(header);
    if (separator != null) {
      log.error(
          Location.of(file.toString(), header.line),
          Rule.MISSING_COLUMN,
          "cells separated by commas",
          separator,
          "save the sheet as CSV with commas as separators");
      return null;
    }
    return header;
  }

  /** What separates the names of a header instead of commas; null when nothing else does. */
  private static String otherSeparator(Record header) {
    if (header.cells.length > 1) {
      return null;
    }
    if (header.cells[0].indexOf(';') >= 0) {
      return "semicolons";
    }
    return header.cells[0].indexOf('\t') >= 0 ? "tabs" : null;
  }

  private static List<String> names(TableSchema schema) {
    return schema.columns().stream().map(Column::name).toList();
  }

  private Map<String, Integer> header(Path file, TableSchema schema, Record header) {
    Map<String, Integer> positions = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < header.cells.length; i++) {
      all.putIfAbsent(header.cells[i], i);
    }
    Row headerRow =
        new Row(
            new Table(schema, file.toString(), all, List.of()),
            header.line,
            header.cells,
            header.text);
    for (int i = 0; i < header.cells.length; i++) {
      String name = header.cells[i];
      if (positions.containsKey(name)) {
        log.error(
            Location.of(file.toString(), header.line),
            Rule.MISSING_COLUMN,
            "each column once",
            "column " + Diagnostic.quote(name) + " twice",
            "remove one of them");
      } else if (schema.column(name) == null && !isEvidenceOfColumn(schema, name)) {
        log.error(
            headerRow.location(name),
            Rule.UNKNOWN_COLUMN,
            "a column of table " + schema.name(),
            Diagnostic.quote(name),
            Suggestion.nearest(name.strip().toLowerCase(Locale.ROOT), names(schema))
                .map(near -> "did you mean " + near + "?")
                .orElse("known columns: " + String.join(", ", names(schema))));
      } else {
        positions.put(name, i);
      }
    }
    for (Column column : schema.columns()) {
      if (column.required() && !positions.containsKey(column.name())) {
        log.error(
            Location.of(file.toString(), header.line),
            Rule.MISSING_COLUMN,
            "column " + Diagnostic.quote(column.name()),
            "a header without it",
            "add the column; it holds: " + column.description());
      }
    }
    return Map.copyOf(positions);
  }

  /** {@code X.evidence} may stand beside any column X of an account. */
  private static boolean isEvidenceOfColumn(TableSchema schema, String name) {
    return schema.account()
        && name.endsWith(Column.EVIDENCE_SUFFIX)
        && schema.column(name.substring(0, name.length() - Column.EVIDENCE_SUFFIX.length()))
            != null;
  }

  private boolean isUtf8(Path file, TableScan.Part part) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int line = part == null ? 1 : part.line();
    int column = 1;
    boolean first = true;
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = open(file, part)) {
      boolean end = false;
      while (!end) {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        chars.flip();
        if (first && chars.hasRemaining()) {
          first = false;
          if (chars.get(0) == BYTE_ORDER_MARK) {
            log.error(
                Location.of(file.toString(), 1),
                Rule.BYTE_ORDER_MARK,
                "a file without a byte order mark",
                "U+FEFF at its beginning",
                "save it as UTF-8 without BOM");
            return false;
          }
        }
        char[] decoded = chars.array();
        for (int i = 0; i < chars.limit(); i++) {
          char c = decoded[i];
          if (c == 0) {
            log.error(
                new Location(file.toString(), line, column),
                Rule.ENCODING,
                "UTF-8",
                "a null character, as in UTF-16",
                "save the file as UTF-8");
            return false;
          }
          if (c == '\n') {
            line++;
            column = 1;
          } else if (++column > LONGEST_RECORD) {
            log.error(
                Location.of(file.toString(), line),
                Rule.FILE,
                "lines of at most " + LONGEST_RECORD + " characters",
                "a longer one",
                "does the file hold a table, with a line for each row?");
            return false;
          }
        }
        chars.clear();
        if (result.isError()) {
          log.error(
              new Location(file.toString(), line, column),
              Rule.ENCODING,
              "UTF-8",
              "bytes that are not UTF-8",
              "save the file as UTF-8");
          return false;
        }
        bytes.compact();
      }
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("the decoder reports, it does not throw", e);
    }
    return true;
  }

  /**
   * A record of a file.
   *
   * @param cells its cells; null when its quotation marks do not tell where they end
   * @param text the record as it stands in the file; null when it has no quotation marks
   */
  private record Record(int line, String[] cells, String text) {}

  /** The records of a file, blank lines and rows of empty cells passed over. */
  private final class Records {
    private final String file;
    private final BufferedReader reader;
    private final RFC4180Parser parser = new RFC4180Parser();
    private int line;
    private int width;

    Records(String file, BufferedReader reader) {
      this.file = file;
      this.reader = reader;
    }

    /** The next record, or null at the end. */
    Record next() throws IOException {
      String text = reader.readLine();
      line++;
      while (text != null && isBlank(text)) {
        text = reader.readLine();
        line++;
      }
      if (text == null) {
        return null;
      }
      int start = line;
      if (text.indexOf('"') < 0) {
        return new Record(start, split(text), null);
      }
      StringBuilder record = new StringBuilder(text);
      boolean open = countQuotes(text) % 2 == 1;
      while (open) {
        String more = reader.readLine();
        line++;
        if (more == null) {
          return unclosed(start, record, "until the end of the file");
        }
        record.append('\n').append(more);
        if (record.length() > LONGEST_RECORD) {
          return unclosed(start, record, "for more than " + LONGEST_RECORD + " characters");
        }
        open ^= countQuotes(more) % 2 == 1;
      }
      String whole = record.toString();
      return new Record(start, checkQuotes(start, whole) ? parser.parseLine(whole) : null, whole);
    }

    private Record unclosed(int start, StringBuilder record, String howLong) {
      log.error(
          Location.of(file, start),
          Rule.STRAY_QUOTE,
          "every quotation mark closed",
          "one that is open " + howLong,
          "write a quotation mark inside a cell as two");
      return new Record(start, null, record.toString());
    }

    /** The cells of a record without quotation marks. */
    private String[] split(String text) {
      String[] cells = new String[width];
      int count = 0;
      int from = 0;
      for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
        if (count + 1 >= cells.length) {
          cells = Arrays.copyOf(cells, Math.max(8, cells.length * 2));
        }
        cells[count++] = text.substring(from, comma);
        from = comma + 1;
      }
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, count + 1);
      }
      cells[count++] = text.substring(from);
      width = count;
      return count == cells.length ? cells : Arrays.copyOf(cells, count);
    }

    /** Spreadsheets save rows that were emptied as commas alone. */
    private static boolean isBlank(String text) {
      return text.chars().allMatch(c -> c == ',');
    }

    private boolean checkQuotes(int start, String record) {
      boolean quoted = false;
      boolean cellStart = true;
      boolean closed = false;
      int lineOffset = 0;
      int lineStart = 0;
      for (int i = 0; i < record.length(); i++) {
        char c = record.charAt(i);
        boolean stray = false;
        if (quoted) {
          if (c == '"' && i + 1 < record.length() && record.charAt(i + 1) == '"') {
            i++;
          } else if (c == '"') {
            quoted = false;
            closed = true;
          }
        } else if (c == ',') {
          cellStart = true;
          closed = false;
        } else {
          stray = closed || c == '"' && !cellStart;
          quoted = c == '"' && cellStart;
          cellStart = false;
        }
        if (stray) {
          log.error(
              new Location(file, start + lineOffset, i + 1 - lineStart),
              Rule.STRAY_QUOTE,
              "quotation marks around a whole cell, doubled inside",
              Diagnostic.quote(record.substring(i, Math.min(record.length(), i + 20))),
              "write a quotation mark inside a cell as two, and quote the cell");
          return false;
        }
        if (c == '\n') {
          lineOffset++;
          lineStart = i + 1;
        }
      }
      return true;
    }
  }

  private static int countQuotes(CharSequence text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '"') {
        count++;
      }
    }
    return count;
  }
}
