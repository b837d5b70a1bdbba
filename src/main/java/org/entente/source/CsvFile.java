package org.entente.source;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.entente.model.Row;

/** Writes tables as CSV (RFC 4180, UTF-8), each whole or not at all. */
final class CsvFile {
  private CsvFile() {}

  /** The lines of rows, the cells in the order of the columns. */
  static String lines(List<String> columns, List<Row> rows) throws IOException {
    StringWriter text = new StringWriter();
    try (ICSVWriter writer =
        new CSVWriterBuilder(text).withParser(new RFC4180Parser()).withLineEnd("\n").build()) {
      for (Row row : rows) {
        writer.writeNext(
            columns.stream()
                .map(column -> row.text(column) == null ? "" : row.text(column))
                .toArray(String[]::new),
            false);
      }
    }
    return text.toString();
  }

  /** A header line and the lines of rows. */
  static String text(List<String> columns, List<Row> rows) throws IOException {
    return String.join(",", columns) + "\n" + lines(columns, rows);
  }

  /** Puts a text in the place of a file, whatever happens meanwhile. */
  static void replace(Path file, String text) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path aside = target.resolveSibling(target.getFileName() + ".new");
    write(aside, text);
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes a file and waits until it is on the disk. */
  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
