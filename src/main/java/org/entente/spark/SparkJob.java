package org.entente.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.extract.CandidateTsv;
import org.entente.extract.DocumentReader;
import org.entente.extract.Extractor;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;
import org.entente.map.RowWriter;
import org.entente.model.TableSchema;
import org.entente.publish.tdb.BulkLoader;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;
import org.entente.source.DossierReader;
import org.entente.source.TableScan;

/**
 * Maps a table or reads documents on many machines. Tables are divided into parts of whole records,
 * documents file by file; each part is done by the stages that a single process runs, and becomes a
 * file of its own. One after the other, the files are what a single process writes, whatever the
 * number of parts. Inputs and outputs are folders that every machine sees.
 *
 * <pre>
 * spark-submit --class org.entente.spark.SparkJob entente.jar map TABLE QUERY ONTOLOGY OUT PARTS
 * spark-submit --class org.entente.spark.SparkJob entente.jar extract DOCUMENTS TABLES ONTOLOGY OUT PARTS
 * spark-submit --class org.entente.spark.SparkJob entente.jar load OUT DATABASE
 * </pre>
 */
public final class SparkJob {
  private static final String PART = "part-%05d";

  private SparkJob() {}

  /** Runs a job; what went wrong ends it with an exception. */
  public static void main(String[] args) throws Exception {
    if (args.length == 3 && args[0].equals("load")) {
      load(Path.of(args[1]), Path.of(args[2]));
      return;
    }
    if (args.length != 6 || !args[0].equals("map") && !args[0].equals("extract")) {
      throw new IllegalArgumentException(
          "expected map TABLE QUERY ONTOLOGY OUT PARTS, extract DOCUMENTS TABLES ONTOLOGY OUT PARTS"
              + " or load OUT DATABASE");
    }
    Path out = Path.of(args[4]);
    int parts = Integer.parseInt(args[5]);
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("entente"))) {
      if (args[0].equals("map")) {
        map(spark, Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), out, parts);
      } else {
        extract(spark, Path.of(args[1]), Path.of(args[2]), Path.of(args[3]), out, parts);
      }
    }
  }

  /** A piece of work, its inputs named so that any machine finds them. */
  private record Task(int number, List<String> inputs, TableScan.Part part)
      implements Serializable {}

  /** Maps a table to files of N-Quads. */
  public static void map(
      JavaSparkContext spark, Path table, Path query, Path ontology, Path out, int parts)
      throws IOException {
    List<Task> tasks = new ArrayList<>();
    for (TableScan.Part part : TableScan.parts(table, parts)) {
      tasks.add(new Task(tasks.size(), List.of(), part));
    }
    String tableName = table.toAbsolutePath().toString();
    String queryName = query.toAbsolutePath().toString();
    String ontologyName = ontology.toAbsolutePath().toString();
    run(
        spark,
        tasks,
        out,
        ".nq",
        (task, to) ->
            map(Path.of(tableName), Path.of(queryName), Path.of(ontologyName), task.part, to));
  }

  private static void map(
      Path table, Path query, Path ontology, TableScan.Part part, OutputStream to)
      throws IOException, DataErrorException {
    DiagnosticLog log = new DiagnosticLog();
    Map<String, SortedSet<String>> schemes = Ontology.read(ontology, log).schemes();
    TableScan scan = new TableScan(log);
    TableSchema schema = scan.schema(table);
    log.throwIfErrors();
    RowWriter writer = RowWriter.of(schema, QueryFile.read(query), null, log);
    log.throwIfErrors();
    scan.forEach(table, schema, part, schemes, row -> writer.write(row, to));
  }

  /** Reads documents and writes what they tell as tables of candidates. */
  public static void extract(
      JavaSparkContext spark, Path documents, Path tables, Path ontology, Path out, int parts)
      throws IOException {
    List<String> files;
    try (Stream<Path> listed = Files.list(documents)) {
      files =
          listed
              .filter(file -> Files.isRegularFile(file))
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .map(file -> file.toAbsolutePath().toString())
              .toList();
    }
    List<Task> tasks = new ArrayList<>();
    int number = Math.max(1, Math.min(parts, files.size()));
    for (int i = 0; i < number; i++) {
      int from = (int) ((long) files.size() * i / number);
      int to = (int) ((long) files.size() * (i + 1) / number);
      tasks.add(new Task(i, new ArrayList<>(files.subList(from, to)), null));
    }
    String tablesName = tables.toAbsolutePath().toString();
    String ontologyName = ontology.toAbsolutePath().toString();
    run(
        spark,
        tasks,
        out,
        ".tsv",
        (task, to) -> extract(task, Path.of(tablesName), Path.of(ontologyName), to));
  }

  private static void extract(Task task, Path tables, Path ontology, OutputStream to)
      throws IOException, DataErrorException {
    DiagnosticLog log = new DiagnosticLog();
    Ontology terms = Ontology.read(ontology, log);
    Extractor extractor =
        Extractor.of(
            Lexicon.load(ontology),
            NamesTable.of(new DossierReader(terms.schemes(), log).read(tables, null)));
    log.throwIfErrors();
    DocumentReader reader = new DocumentReader();
    StringWriter lines = new StringWriter();
    if (task.number == 0) {
      CandidateTsv.header(lines);
    }
    for (String input : task.inputs) {
      DocumentReader.Outcome outcome = reader.read(Path.of(input));
      if (!outcome.isText()) {
        throw new IOException(outcome.problem().toString());
      }
      String name = Path.of(input).getFileName().toString();
      int dot = name.lastIndexOf('.');
      CandidateTsv.rows(
          lines,
          name,
          extractor
              .read("document/" + (dot > 0 ? name.substring(0, dot) : name), outcome, null)
              .candidates());
    }
    to.write(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What is done with a task, on whatever machine. */
  @FunctionalInterface
  private interface Work extends Serializable {
    void write(Task task, OutputStream to) throws IOException, DataErrorException;
  }

  /**
   * Runs tasks; each writes its file aside and moves it into its place, so that a task that is run
   * twice, or fails, leaves nothing but whole files.
   */
  private static void run(
      JavaSparkContext spark, List<Task> tasks, Path out, String suffix, Work work)
      throws IOException {
    Files.createDirectories(out);
    try (Stream<Path> old = Files.list(out)) {
      if (old.findAny().isPresent()) {
        throw new IOException(out + " is not empty; name a new folder");
      }
    }
    String folder = out.toAbsolutePath().toString();
    spark
        .parallelize(tasks, Math.max(1, tasks.size()))
        .foreach(
            task -> {
              Path file = Path.of(folder, PART.formatted(task.number) + suffix);
              Path aside = Files.createTempFile(Path.of(folder), ".part", null);
              try {
                try (OutputStream to =
                    new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16)) {
                  work.write(task, to);
                }
                Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
              } catch (DataErrorException e) {
                throw new IOException(
                    e.diagnostics().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
              } finally {
                Files.deleteIfExists(aside);
              }
            });
  }

  /** Loads the files of N-Quads of a folder, in their order, into a new TDB2 database. */
  public static BulkLoader.Loaded load(Path parts, Path database) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(parts)) {
      files = listed.filter(file -> file.toString().endsWith(".nq")).sorted().toList();
    }
    BulkLoader.Lines lines =
        sink -> {
          for (Path file : files) {
            try (var in = Files.newInputStream(file)) {
              BulkLoader.lines(in).forEach(sink);
            }
          }
        };
    return BulkLoader.within(database.toAbsolutePath().getParent(), BulkLoader.defaultMemory())
        .load(lines, database, new HashMap<>());
  }
}
