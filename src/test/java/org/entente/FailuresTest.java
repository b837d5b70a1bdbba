package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user meets who gives the program something that it cannot use. */
final class FailuresTest {
  @TempDir Path folder;

  private Project project;
  private String out;
  private String err;

  @BeforeEach
  void copy() {
    project = Project.sound(folder.resolve("project"));
  }

  private int run(String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int code =
        Main.execute(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            args);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private int check() {
    return run("check", "--tables", project.tables().toString());
  }

  @ParameterizedTest
  @CsvSource({"';', semicolons", "'\t', tabs"})
  void aSpreadsheetsOtherSeparatorIsNamedOnce(String separator, String name) throws IOException {
    Path events = project.tables().resolve("events.csv");
    Files.writeString(events, Files.readString(events).replace(",", separator));
    assertEquals(1, check());
    assertEquals(
        events
            + ":1: error: expected cells separated by commas but found "
            + name
            + " [missing-column] (save the sheet as CSV with commas as separators)\n1 error\n",
        err);
  }

  @Test
  void aColumnSpelledOtherwiseIsSuggested() throws IOException {
    Path events = project.tables().resolve("events.csv");
    Files.writeString(events, Files.readString(events).replaceFirst("place", " Place"));
    assertEquals(1, check());
    assertTrue(err.contains("found ' Place' [unknown-column] (did you mean place?)"), err);
  }

  @Test
  void aMarkThatIsNeverClosedIsFoundInTimeThatGrowsWithTheFile() throws IOException {
    Path events = project.tables().resolve("events.csv");
    Files.writeString(events, Files.readString(events) + "\"" + "a,b,c\n".repeat(300_000));
    assertEquals(1, assertTimeoutPreemptively(Duration.ofSeconds(60), this::check));
    assertTrue(err.contains("[stray-quote]"), err);
  }

  @Test
  void aFolderThatHoldsNoTablesIsNoProject() {
    assertEquals(1, run("check", "--tables", folder.toString()));
    assertTrue(err.startsWith(folder + ": error: expected tables, each with its metadata"), err);
    assertEquals("", out);
  }

  @Test
  void candidatesNeedTablesToEnter() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("readouts"));
    Files.writeString(
        documents.resolve("01.txt"),
        "Readout\n\nLisbon, 4 May 2025\n\nForeign Minister Ana Prata met Foreign Minister Karim"
            + " Bennani in Lisbon on 3 May 2025.\n");
    Path tables = Files.createDirectory(folder.resolve("tables"));
    List<String> command =
        List.of("extract", documents.toString(), "--tables", tables.toString(), "--out");
    String out = folder.resolve("work").toString();
    assertEquals(1, run(Stream.concat(command.stream(), Stream.of(out)).toArray(String[]::new)));
    assertEquals(
        tables
            + ": error: expected tables for the candidates to enter, each with its metadata beside"
            + " it but found a folder without any [file] (init makes one; with --format tsv none"
            + " are needed)\n1 error\n",
        err);
    Path metadata = project.tables().resolve("events.csv-metadata.json");
    Files.copy(metadata, tables.resolve("events.csv-metadata.json"));
    String header = Files.readAllLines(project.tables().resolve("events.csv")).get(0);
    Files.writeString(tables.resolve("events.csv"), header + "\n");
    assertEquals(1, run(Stream.concat(command.stream(), Stream.of(out)).toArray(String[]::new)));
    assertTrue(
        err.contains(
            tables.resolve("passages.csv-metadata.json")
                + ": error: expected metadata of a table that rows are proposed for but found no"
                + " such file [file] (init makes a folder that has it, and its table)"),
        err);
  }

  @Test
  void extractSaysWhichOfItsPathsIsOfAnotherKind() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("readouts"));
    Path file = Files.writeString(documents.resolve("01.txt"), "Fiji slept.\n");
    String tables = project.tables().toString();
    String text = file.toString();
    assertEquals(3, run("extract", text, "--tables", tables, "--out", text));
    assertEquals(
        "entente: "
            + file
            + ": expected a folder for the candidates but found a file (name another with --out)\n",
        err);
    String folderName = documents.toString();
    assertEquals(
        3, run("extract", text, "--tables", tables, "--format", "tsv", "--dates", folderName));
    assertEquals(
        "entente: "
            + documents
            + ": expected a table of dates but found a folder (name a file in it)\n",
        err);
  }

  @Test
  void aLineBreakInTheNameOfAFileMakesNoRow() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("readouts"));
    Files.writeString(
        documents.resolve("a\tb\nc.txt"),
        "Foreign Minister Ana Prata met Foreign Minister Karim Bennani in Lisbon on 3 May 2025.\n");
    String tables = project.tables().toString();
    assertEquals(
        0, run("extract", documents.toString(), "--tables", tables, "--format", "tsv"), err);
    assertEquals(2, out.lines().count(), out);
    assertTrue(out.lines().toList().get(1).startsWith("a b c.txt\tmeeting\t"), out);
  }

  @Test
  void aFolderInPlaceOfATable() throws IOException {
    Path events = project.tables().resolve("events.csv");
    Files.delete(events);
    Files.createDirectory(events);
    assertEquals(1, check());
    assertTrue(err.contains(events + ": error: expected the table its metadata describes"), err);
  }

  @Test
  void pinWritesThroughALink() throws IOException {
    Path passages = project.tables().resolve("passages.csv");
    Path elsewhere = folder.resolve("elsewhere.csv");
    String sound = Files.readString(passages);
    Files.writeString(elsewhere, sound.replaceAll(",\\d+,\\d+\n", ",,\n"));
    Files.delete(passages);
    Files.createSymbolicLink(passages, elsewhere);
    int code =
        run(
            "pin",
            "--tables",
            project.tables().toString(),
            "--documents",
            project.documents().toString());
    assertEquals(0, code, err);
    assertTrue(Files.isSymbolicLink(passages));
    assertEquals(sound, Files.readString(elsewhere));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } | SERVICE is refused",
        "ASK { { SELECT * { SERVICE SILENT <http://127.0.0.1:9/> {} } } } | SERVICE is refused",
        "ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> {} } } | SERVICE is refused",
        "DROP ALL | an update, and the graph is read-only",
        "JSON { 'a': ?s } WHERE { ?s ?p ?o } | a JSON query",
        "SELECT * { ?s ?p | Encountered \"<EOF>\" at line 1",
      })
  void aQueryThatIsNotAnsweredSaysWhyInALine(String query, String why) throws IOException {
    Path graph = folder.resolve("graph");
    assertEquals(
        0, run("build", "--tables", project.tables().toString(), "--out", graph.toString()), err);
    Path file = Files.writeString(folder.resolve("q.rq"), query);
    assertEquals(2, run("query", file.toString(), "--graph", graph.toString()));
    assertTrue(err.startsWith(file + ": " + why), err);
    assertEquals(1, err.lines().count(), err);
    assertEquals("", out);
  }

  @Test
  void aQueryThatIsNestedTooDeeply() throws IOException {
    Path graph = folder.resolve("graph");
    assertEquals(
        0, run("build", "--tables", project.tables().toString(), "--out", graph.toString()), err);
    Path file =
        Files.writeString(folder.resolve("q.rq"), "ASK " + "{".repeat(50_000) + "}".repeat(50_000));
    assertEquals(2, run("query", file.toString(), "--graph", graph.toString()));
    assertTrue(err.endsWith("nested too deeply?\n"), err);
  }

  @Test
  void aQueryOfAnotherEncoding() throws IOException {
    Path file = Files.write(folder.resolve("q.rq"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'S'});
    assertEquals(3, run("query", file.toString(), "--graph", folder.toString()));
    assertEquals("entente: " + file + ": not UTF-8; save the file as UTF-8\n", err);
  }

  @Test
  void anOutputThatIsFullIsAFailureAndOneThatIsClosedIsNone() {
    Main.Output full = new Main.Output(failing("No space left on device"));
    full.write(new byte[3], 0, 3);
    assertEquals("No space left on device", full.failure().getMessage());
    Main.Output closed = new Main.Output(failing("Broken pipe"));
    closed.write('a');
    closed.write('b');
    assertNull(closed.failure());
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
