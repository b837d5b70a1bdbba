package org.entente.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;

/**
 * A table of tab-separated values in UTF-8, with or without a byte order mark, its first line the
 * header.
 */
final class TabTable {
  private TabTable() {}

  /** A row. */
  record Row(String file, int line, Map<String, Integer> header, String[] cells) {

    /** The text of a cell; empty when the table has no such column. */
    String text(String column) {
      Integer at = header.get(column);
      return at == null ? "" : cells[at];
    }

    /** Where a cell begins; the line when the table has no such column. */
    Location location(String column) {
      Integer at = header.get(column);
      if (at == null) {
        return Location.of(file, line);
      }
      int start = 1;
      for (int i = 0; i < at; i++) {
        start += cells[i].length() + 1;
      }
      return new Location(file, line, start);
    }
  }

  /**
   * A table's rows.
   *
   * @param header the places of its columns; null when they cannot be used
   */
  record Content(Map<String, Integer> header, List<Row> rows) {}

  /**
   * The rows of a table; those that cannot be used are left out and logged.
   *
   * @param file the table's file
   * @param needed columns that the table must have
   * @param log where mistakes go
   * @throws IOException when the file is not there or cannot be read
   */
  static Content read(Path file, List<String> needed, DiagnosticLog log) throws IOException {
    String text = text(file, log);
    if (text == null) {
      return new Content(null, List.of());
    }
    String[] lines = text.split("\r?\n", -1);
    Map<String, Integer> header = header(file, lines[0], needed, log);
    List<Row> rows = new ArrayList<>();
    for (int i = 1; header != null && i < lines.length; i++) {
      String[] cells = lines[i].split("\t", -1);
      if (lines[i].isBlank()) {
        continue;
      }
      if (cells.length == header.size()) {
        rows.add(new Row(file.toString(), i + 1, header, cells));
      } else {
        log.error(
            Location.of(file.toString(), i + 1),
            Rule.RAGGED_ROW,
            header.size() + " cells, as in the header",
            cells.length + (cells.length == 1 ? " cell" : " cells"),
            "write a tab for each cell, also for an empty one");
      }
    }
    return new Content(header, rows);
  }

  /** The text of a file, without a byte order mark; null when it is none, which is logged. */
  static String text(Path file, DiagnosticLog log) throws IOException {
    if (Files.isDirectory(file)) {
      log.error(Location.of(file.toString()), Rule.FILE, "a file", "a folder", "name a file in it");
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    boolean wrong = decoder.decode(bytes, chars, true).isError();
    String text = chars.flip().toString();
    if (wrong) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      log.error(
          new Location(file.toString(), line, column),
          Rule.ENCODING,
          "UTF-8",
          "bytes that are not UTF-8",
          "save the file as UTF-8");
      return null;
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The places of the columns; null when one is missing, which is logged. */
  private static Map<String, Integer> header(
      Path file, String line, List<String> needed, DiagnosticLog log) {
    Location first = Location.of(file.toString(), 1);
    String all = String.join(", ", needed);
    if (line.isBlank()) {
      log.error(
          first, Rule.MISSING_COLUMN, "a header line", "an empty one", "its columns are: " + all);
      return null;
    }
    String separator =
        line.indexOf('\t') >= 0
            ? ""
            : line.indexOf(',') >= 0 ? "commas" : line.indexOf(';') >= 0 ? "semicolons" : "";
    if (!separator.isEmpty()) {
      log.error(
          first,
          Rule.MISSING_COLUMN,
          "cells separated by tabs",
          separator,
          "save the table with tabs as separators");
      return null;
    }
    Map<String, Integer> header = new HashMap<>();
    String[] names = line.split("\t", -1);
    boolean sound = true;
    for (int i = 0; i < names.length; i++) {
      if (header.putIfAbsent(names[i].strip(), i) != null) {
        sound = false;
        log.error(
            first,
            Rule.MISSING_COLUMN,
            "each column once",
            "column " + Diagnostic.quote(names[i]) + " twice",
            "remove one of them");
      }
    }
    for (String column : needed) {
      if (!header.containsKey(column)) {
        sound = false;
        log.error(
            first,
            Rule.MISSING_COLUMN,
            "column " + Diagnostic.quote(column),
            "a header without it",
            "the columns that are needed: " + all);
      }
    }
    return sound ? header : null;
  }
}
