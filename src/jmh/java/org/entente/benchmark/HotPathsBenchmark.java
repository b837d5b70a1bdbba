package org.entente.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Triple;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.infer.RuleEngine;
import org.entente.map.Mapper;
import org.entente.map.RowWriter;
import org.entente.model.Dossier;
import org.entente.model.Row;
import org.entente.publish.tdb.BulkLoader;
import org.entente.publish.tdb.Statements;
import org.entente.rdf.Inferred;
import org.entente.rdf.Mapped;
import org.entente.rdf.Ontology;
import org.entente.rdf.Resolved;
import org.entente.resolve.Resolver;
import org.entente.source.DossierReader;
import org.entente.store.DatasetFolder;
import org.entente.validate.ShapeValidator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The stages of a build and their hot paths on the shipped tables, each by itself, by JMH.
 *
 * <pre>mvn -Pbenchmark test-compile exec:exec -Dbenchmark=HotPaths -Dbenchmark.runs=5</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HotPathsBenchmark {
  private final DiagnosticLog log = new DiagnosticLog();
  private Ontology ontology;
  private Dossier dossier;
  private Mapped mapped;
  private Resolved resolved;
  private Inferred inferred;
  private RowWriter events;
  private byte[] lines;
  private Path scratch;

  /** Runs all of them; the arguments are a size, which says nothing here, and how many rounds. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[1]);
    new Runner(
            new OptionsBuilder()
                .include(HotPathsBenchmark.class.getName())
                .forks(1)
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx2g")
                .warmupIterations(rounds)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.seconds(2))
                .build())
        .run();
  }

  @Setup
  public void read() throws IOException {
    ontology = Ontology.read(Path.of("ontology"), log);
    dossier = new DossierReader(ontology.schemes(), log).read(Path.of("seeds/tables"), null);
    mapped = new Mapper(ontology.mappings(), log).map(dossier);
    resolved = resolve();
    inferred = infer();
    events =
        RowWriter.of(
            dossier.tables().get("events").schema(), ontology.mappings().get("events"), null, log);
    scratch = Files.createTempDirectory("entente-benchmark");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Statements statements = statements()) {
      statements
          .sorted()
          .forEach(
              (line, from, to) -> {
                out.write(line, from, to - from);
                out.write('\n');
              });
    }
    lines = out.toByteArray();
  }

  @TearDown
  public void delete() throws IOException {
    DatasetFolder.delete(scratch);
  }

  @Benchmark
  public Dossier readTables() throws IOException {
    return new DossierReader(ontology.schemes(), log).read(Path.of("seeds/tables"), null);
  }

  /** 120 rows, plain triples as bytes. */
  @Benchmark
  public void rowsToBytes() throws IOException {
    for (Row row : dossier.rows("events")) {
      events.write(row, OutputStream.nullOutputStream());
    }
  }

  @Benchmark
  public long rowsToClaims() {
    long[] claims = new long[1];
    mapped.forEach(row -> claims[0] += row.claims().size());
    return claims[0];
  }

  @Benchmark
  public Resolved resolve() {
    return new Resolver(ontology.functional(), dossier, log).resolve(mapped);
  }

  @Benchmark
  public Inferred infer() {
    return new RuleEngine(ontology.rules(), log).infer(resolved, ontology.terms());
  }

  @Benchmark
  public void validate() {
    new ShapeValidator(ontology, log).validate(inferred);
  }

  /** The accepted triples in two graphs, as sorted lines. */
  @Benchmark
  public long sortStatements() throws IOException {
    try (Statements statements = statements()) {
      return statements.sorted().size();
    }
  }

  /** The same lines to a database. */
  @Benchmark
  public BulkLoader.Loaded load() throws IOException {
    Path folder = Files.createTempDirectory(scratch, "load");
    try {
      return BulkLoader.within(folder, 64L << 20)
          .load(
              BulkLoader.lines(List.of(new String(lines, StandardCharsets.UTF_8).split("\n"))),
              folder.resolve("tdb2"),
              Map.of());
    } finally {
      DatasetFolder.delete(folder);
    }
  }

  private Statements statements() throws IOException {
    Statements statements = Statements.within(scratch, 1L << 30);
    for (Triple triple : resolved.accepted().find().toList()) {
      statements.add(triple.getSubject(), triple.getPredicate(), triple.getObject(), null);
      statements.add(
          triple.getSubject(), triple.getPredicate(), triple.getObject(), triple.getPredicate());
    }
    return statements;
  }
}
