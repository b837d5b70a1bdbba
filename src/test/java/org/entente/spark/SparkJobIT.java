package org.entente.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.map.RowWriter;
import org.entente.model.TableSchema;
import org.entente.rdf.QueryFile;
import org.entente.source.TableScan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job for many machines writes what one process writes, whatever the number of parts. */
class SparkJobIT {
  private static final Path ONTOLOGY = Path.of("ontology");
  private static final String QUERY =
      """
      # Rows.
      BASE <https://w3id.org/entente/id/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      CONSTRUCT { ?thing ent:about ?other ; ent:content ?said }
      WHERE {
        BIND(IRI(?id) AS ?thing)
        BIND(IRI(?about) AS ?other)
        BIND(STRLANG(?words, "en") AS ?said)
      }
      """;

  private static JavaSparkContext spark;
  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark =
        new JavaSparkContext(
            new SparkConf()
                .setAppName("test")
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void aTableIsMappedToTheSameBytesWhateverTheParts() throws Exception {
    Path table = table(3_000);
    Path query = Files.writeString(folder.resolve("rows.rq"), QUERY);
    byte[] single = single(table, query);
    for (int parts : new int[] {1, 2, 7, 40}) {
      Path out = folder.resolve("out" + parts);
      SparkJob.map(spark, table, query, ONTOLOGY, out, parts);
      try (Stream<Path> files = Files.list(out)) {
        assertEquals(parts, files.count());
      }
      assertArrayEquals(single, together(out), parts + " parts");
    }
  }

  @Test
  void whatWasMappedIsLoaded() throws Exception {
    Path table = table(500);
    Path query = Files.writeString(folder.resolve("rows.rq"), QUERY);
    Path out = folder.resolve("out");
    SparkJob.map(spark, table, query, ONTOLOGY, out, 5);
    long lines =
        new String(single(table, query), StandardCharsets.UTF_8).lines().distinct().count();
    assertEquals(lines, SparkJob.load(out, folder.resolve("tdb2")).triples());
    DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(folder.resolve("tdb2")));
    try {
      assertEquals(lines, store.calculateRead(() -> (long) store.getDefaultGraph().size()));
    } finally {
      TDBInternal.expel(store);
    }
  }

  @Test
  void aMistakeInOnePartNamesItsPlaceInTheTable() throws Exception {
    Path table = table(200);
    Files.writeString(table, Files.readString(table) + "thing/last,x\n");
    Path query = Files.writeString(folder.resolve("rows.rq"), QUERY);
    long line = Files.readString(table).lines().count();
    Exception failed =
        assertThrows(
            Exception.class,
            () -> SparkJob.map(spark, table, query, ONTOLOGY, folder.resolve("out"), 3));
    assertTrue(
        failed.getMessage().contains("rows.csv:" + line + ": error: expected 3 cells"),
        failed.getMessage());
  }

  @Test
  void documentsAreReadToTheSameBytesWhateverTheParts() throws Exception {
    Path documents = Path.of("seeds", "documents");
    byte[] single = null;
    for (int parts : new int[] {1, 3}) {
      Path out = folder.resolve("out" + parts);
      SparkJob.extract(spark, documents, Path.of("seeds", "tables"), ONTOLOGY, out, parts);
      byte[] found = together(out);
      if (single == null) {
        single = found;
        assertTrue(new String(found, StandardCharsets.UTF_8).lines().count() > 10);
      }
      assertArrayEquals(single, found, parts + " parts");
    }
  }

  private static byte[] single(Path table, Path query) throws Exception {
    DiagnosticLog log = new DiagnosticLog();
    TableScan scan = new TableScan(log);
    TableSchema schema = scan.schema(table);
    RowWriter writer = RowWriter.of(schema, QueryFile.read(query), null, log);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    scan.forEach(table, schema, Map.of(), row -> writer.write(row, out));
    return out.toByteArray();
  }

  private static byte[] together(Path out) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.list(out)) {
      List<Path> sorted = files.sorted().toList();
      for (Path file : sorted) {
        bytes.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  /** Rows of which some have cells of several lines, quotation marks and commas. */
  private Path table(int rows) throws Exception {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("id,about,words\n");
    for (int i = 0; i < rows; i++) {
      String words =
          switch (random.nextInt(5)) {
            case 0 -> "\"two\nlines, and a \"\"mark\"\"\"";
            case 1 -> "\"\n\n\"";
            case 2 -> "말씀 " + i;
            default -> "words " + random.nextInt(9);
          };
      text.append("thing/t%d,thing/t%d,%s\n".formatted(i, random.nextInt(50), words));
      if (random.nextInt(30) == 0) {
        text.append(",,\n\n");
      }
    }
    return Files.writeString(folder.resolve("rows.csv"), text);
  }
}
