package org.entente.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell that never ends is an error with a place, whatever the heap is. */
final class LongLinesTest {
  private static final int PIECES = 64;
  private static final String PIECE = "x".repeat(1 << 20);

  @TempDir Path folder;

  private List<String> scan(String begin, String separator, String end) throws IOException {
    Path file = folder.resolve("rows.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(begin);
      for (int i = 0; i < PIECES; i++) {
        out.write(PIECE, 0, separator.isEmpty() ? PIECE.length() : 1 << 15);
        out.write(separator);
      }
      out.write(end);
    }
    DiagnosticLog log = new DiagnosticLog();
    TableScan scan = new TableScan(log);
    TableSchema schema = scan.schema(file);
    DataErrorException e =
        assertThrows(
            DataErrorException.class, () -> scan.forEach(file, schema, Map.of(), row -> {}));
    return e.diagnostics().stream()
        .map(Diagnostic::toString)
        .map(line -> line.replace(folder + "/", ""))
        .toList();
  }

  @Test
  void aLineOfHundredsOfMegabytes() throws IOException {
    assertEquals(
        List.of(
            "rows.csv:3: error: expected lines of at most 1000000 characters but found a longer one"
                + " [file] (does the file hold a table, with a line for each row?)"),
        scan("id\na\n\"", "", "\"\n"));
  }

  @Test
  void aHeaderOfHundredsOfMegabytes() throws IOException {
    assertEquals(
        List.of(
            "rows.csv:1: error: expected lines of at most 1000000 characters but found a longer one"
                + " [file] (does the file hold a table, with a line for each row?)"),
        scan("id,", "", "\n"));
  }

  @Test
  void aQuotationMarkThatIsNeverClosed() throws IOException {
    List<String> found = scan("id\na\n\"", "\n", "");
    assertEquals(
        "rows.csv:3: error: expected every quotation mark closed but found one that is open for more than"
            + " 1000000 characters [stray-quote] (write a quotation mark inside a cell as two)",
        found.get(0));
  }
}
