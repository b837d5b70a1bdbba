package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.CSVReader;
import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import com.opencsv.exceptions.CsvException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody drops readouts and articles on two states into a folder, with tables made from nothing,
 * reviews some in the terminal and the rest in a spreadsheet, builds, and asks.
 */
final class NewRegionIT {
  private static final Path DOCUMENTS = Path.of("src/test/resources/new-region");
  private static final String LETTER =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:r><w:t>Visit of the President of Kenya to Tanzania</w:t></w:r></w:p>
      <w:p><w:r><w:t>Dodoma, 12 September 2024</w:t></w:r></w:p>
      <w:p><w:r><w:t>President Joseph Wanjiru of Kenya paid a state visit to Tanzania from 10 to 12\
       September 2024.</w:t></w:r></w:p>
      </w:body></w:document>
      """;
  private static final String CONTENT_TYPES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      </Types>
      """;
  private static final String RELATIONS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      </Relationships>
      """;

  /** When there was a summit, for whom its host took part, and the words that prove it. */
  private static final String QUESTION =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX id: <https://w3id.org/entente/id/>
      SELECT ?date ?state ?quote {
        ?event a ent:Summit ; ent:date ?date .
        ?part ent:event ?event ; rdf:value <https://w3id.org/entente/id/person/joseph-wanjiru> ;
          ent:representing ?state .
        GRAPH <https://w3id.org/entente/graph/claims> {
          ?claim rdf:subject ?part ; rdf:predicate ent:representing ; ent:passage ?passage
        }
        GRAPH <https://w3id.org/entente/graph/sources> { ?passage ent:quote ?quote }
      }
      """;

  /** Tables whose rows wait for a decision of their own. */
  private static final List<String> DECIDED =
      List.of(
          "agreements",
          "assessments",
          "disputes",
          "events",
          "measures",
          "plans",
          "recommendations",
          "statements");

  @TempDir Path folder;

  private String out;
  private String err;

  @BeforeEach
  void documents() throws IOException {
    assertEquals(0, run("init", "--empty", folder.resolve("region").toString()), err);
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve("region/documents").resolve(file.getFileName()));
      }
    }
    Path letter = folder.resolve("region/documents/05-visit.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(letter))) {
      put(zip, "[Content_Types].xml", CONTENT_TYPES);
      put(zip, "_rels/.rels", RELATIONS);
      put(zip, "word/document.xml", LETTER);
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.strip().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
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

  /** Runs a command on the region's tables. */
  private int tables(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--tables", folder.resolve("region/seeds/tables").toString()));
    return run(all.toArray(String[]::new));
  }

  private String work() {
    return folder.resolve("region/work").toString();
  }

  private int extract() {
    return tables("extract", folder.resolve("region/documents").toString(), "--out", work());
  }

  private int review(String... answers) {
    InputStream before = System.in;
    try {
      byte[] lines = (String.join("\n", answers) + "\n").getBytes(StandardCharsets.UTF_8);
      System.setIn(new ByteArrayInputStream(lines));
      return tables("review", work(), "--reviewer", "ann");
    } finally {
      System.setIn(before);
    }
  }

  /** What somebody does in a spreadsheet: a column of some rows is filled in. */
  private void fill(Path table, String column, String value) throws IOException, CsvException {
    List<String[]> rows;
    try (CSVReader reader = new CSVReader(Files.newBufferedReader(table))) {
      rows = reader.readAll();
    }
    List<String> header = Arrays.asList(rows.get(0));
    int at = header.indexOf(column);
    for (String[] row : rows.subList(1, rows.size())) {
      if (at >= 0 && row[at].isEmpty()) {
        row[at] = value;
      }
    }
    try (Writer out = Files.newBufferedWriter(table);
        ICSVWriter writer = new CSVWriter(out)) {
      writer.writeAll(rows, false);
    }
  }

  @Test
  void whateverIsProposedCanEnterTheTables() throws IOException, CsvException {
    assertEquals(
        0, tables("extract", "src/test/resources/extraction/corpus/docs", "--out", work()), err);
    Path work = folder.resolve("region/work");
    fill(work.resolve("documents.csv"), "kind", "NewsArticle");
    fill(work.resolve("places.csv"), "kind", "City");
    fill(work.resolve("organisations.csv"), "kind", "Association");
    for (String table : DECIDED) {
      fill(work.resolve(table + ".csv"), "decision", "accept");
    }
    assertEquals(0, tables("review", work(), "--replay"), err);
    assertTrue(out.startsWith("entered in "), out);
    assertEquals(0, tables("check"), err);
  }

  @Test
  void fromAFolderOfDocumentsToACitedGraph() throws IOException, CsvException {
    assertEquals(0, extract(), err);
    assertTrue(out.endsWith("0 decided before, 0 in the tables already\n"), out);
    assertEquals(0, review("a", "PressRelease", "r told better elsewhere", "q"), err);
    assertTrue(out.contains("kind of President Wanjiru Hosts President Mwakyusa at State House?"));
    assertTrue(out.contains("\n2 decided, "), out);

    // The rest in a spreadsheet: documents and a town get their kind, what waits is accepted.
    fill(folder.resolve("region/work/documents.csv"), "kind", "NewsArticle");
    fill(folder.resolve("region/work/places.csv"), "kind", "City");
    for (String table : List.of("events", "plans", "statements", "agreements", "measures")) {
      Path file = folder.resolve("region/work").resolve(table + ".csv");
      if (Files.exists(file)) {
        fill(file, "decision", "accept");
      }
    }
    assertEquals(
        0,
        tables(
            "build",
            "--out",
            folder.resolve("graph").toString(),
            "--with-candidates",
            work(),
            "--documents",
            folder.resolve("region/work/texts").toString()),
        err);
    assertTrue(out.contains("entered in "), out);
    assertTrue(out.contains("\ncontested       0\n"), out);
    assertTrue(out.contains(", 0 not verified") || out.contains(" verified\n"), out);

    Path question = Files.writeString(folder.resolve("question.rq"), QUESTION);
    assertEquals(
        0,
        run(
            "query",
            question.toString(),
            "--graph",
            folder.resolve("graph").toString(),
            "--results",
            "csv"),
        err);
    assertEquals(
        "date,state,quote\n"
            + "2024-03-14,https://w3id.org/entente/id/state/kenya,President Joseph Wanjiru of Kenya"
            + " received President Amina Mwakyusa of Tanzania at State House in Nairobi on"
            + " Thursday.\n",
        out.replace("\r\n", "\n"));

    String topics = Files.readString(folder.resolve("region/seeds/tables/topics.csv"));
    assertTrue(topics.contains(",topic/fisheries,"), topics);

    // What was decided is not proposed again.
    assertEquals(0, extract(), err);
    assertTrue(out.startsWith("0 candidates for review"), out);
  }
}
