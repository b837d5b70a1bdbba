package org.entente;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.infer.RuleEngine;
import org.entente.map.Mapper;
import org.entente.model.Dossier;
import org.entente.publish.Publisher;
import org.entente.publish.tdb.BulkLoader;
import org.entente.rdf.Inferred;
import org.entente.rdf.Mapped;
import org.entente.rdf.Ontology;
import org.entente.rdf.Resolved;
import org.entente.resolve.Resolver;
import org.entente.source.DossierReader;
import org.entente.source.TableSet;
import org.entente.store.DatasetFolder;
import org.entente.summarise.Summariser;
import org.entente.validate.ShapeValidator;

/**
 * The way from tables to a published graph, as a list of verbs: read, map, resolve, infer,
 * validate, summarise, publish. Each stage takes an immutable value and returns a new one; a stage
 * with errors ends the way, after it has reported all of them.
 */
final class Pipeline {
  private final DiagnosticLog log;
  private final Consumer<String> progress;
  private final Map<String, Duration> times = new LinkedHashMap<>();

  /** A pipeline that tells of each stage as it begins. */
  Pipeline(DiagnosticLog log, Consumer<String> progress) {
    this.log = log;
    this.progress = progress;
  }

  /** Everything that checking makes, on the way to publishing. */
  record Checked(Ontology ontology, Dossier dossier, Inferred graph, Summariser summariser) {}

  /** What a build did; how many candidates it published beside the graph, null for none asked. */
  record Built(Checked checked, OpenCandidates candidates, Publisher.Published published) {}

  /** Reads, maps, resolves, infers and validates; publishes nothing. */
  Checked check(Path tables, Path ontologyFolder, Path documents)
      throws IOException, DataErrorException {
    return check(tables, ontologyFolder, documents, null);
  }

  /** The same; what large tables say is kept in a folder from one time to the next. */
  private Checked check(Path tables, Path ontologyFolder, Path documents, Path kept)
      throws IOException, DataErrorException {
    if (documents != null && !Files.isDirectory(documents)) {
      throw new NoSuchFileException(documents.toString(), null, "no such folder of documents");
    }
    DiagnosticLog tableLog = new DiagnosticLog();
    // Rows are no RDF yet: they are read while Jena starts and reads the ontology.
    FutureTask<TableSet> reading =
        new FutureTask<>(() -> new DossierReader(Map.of(), tableLog).readTables(tables));
    new Thread(reading, "tables").start();
    Ontology ontology = timed("read ontology", () -> Ontology.read(ontologyFolder, log));
    log.throwIfErrors();
    Dossier dossier =
        timed(
            "read tables",
            () -> {
              TableSet read = await(reading);
              tableLog.sorted().forEach(log::add);
              return new DossierReader(ontology.schemes(), log)
                  .check(read, documents == null ? List.of() : List.of(documents));
            });
    if (dossier.tables().isEmpty() && !log.hasErrors()) {
      log.error(
          Location.of(tables.toString()),
          Rule.FILE,
          "tables, each with its metadata beside it",
          "a folder without any",
          "name the folder that holds them; init makes one");
    }
    log.throwIfErrors();
    return check(ontology, dossier, kept);
  }

  /** Maps, resolves, infers and validates what was read. */
  Checked check(Ontology ontology, Dossier dossier) throws IOException, DataErrorException {
    return check(ontology, dossier, null);
  }

  private Checked check(Ontology ontology, Dossier dossier, Path kept)
      throws IOException, DataErrorException {
    Mapped mapped = timed("map", () -> new Mapper(ontology.mappings(), log, kept).map(dossier));
    RuleEngine rules = new RuleEngine(ontology.rules(), log);
    Summariser summariser = new Summariser(ontology.summaries(), log);
    log.throwIfErrors();
    Resolved resolved =
        timed("resolve", () -> new Resolver(ontology.functional(), dossier, log).resolve(mapped));
    Inferred graph = timed("infer", () -> rules.infer(resolved, ontology.terms()));
    log.throwIfErrors();
    timed(
        "validate",
        () -> {
          new ShapeValidator(ontology, log).validate(graph);
          return null;
        });
    log.throwIfErrors();
    return new Checked(ontology, dossier, graph, summariser);
  }

  /**
   * Checks, and publishes what was found sound.
   *
   * @param tables the tables
   * @param ontologyFolder the ontology
   * @param documents folder of the documents' texts; null when they are not at hand
   * @param work work folder whose candidates are published in their own graph; null for none
   * @param out where to publish
   */
  Built build(Path tables, Path ontologyFolder, Path documents, Path work, DatasetFolder out)
      throws IOException, DataErrorException {
    return build(tables, ontologyFolder, documents, work, out, BulkLoader.defaultMemory());
  }

  /** The same; what passes an amount of memory, in bytes, is sorted on disk. */
  Built build(
      Path tables, Path ontologyFolder, Path documents, Path work, DatasetFolder out, long memory)
      throws IOException, DataErrorException {
    Checked checked = check(tables, ontologyFolder, documents, out.mapped());
    Graph summaries = timed("summarise", () -> checked.summariser().summarise(checked.graph()));
    OpenCandidates candidates =
        work == null
            ? null
            : timed(
                "read candidates",
                () -> OpenCandidates.read(work, tables, checked.ontology(), log));
    Mapped mapped =
        candidates == null
            ? Mapped.NOTHING
            : timed(
                "map candidates",
                () -> new Mapper(checked.ontology().mappings(), log).map(candidates.dossier()));
    log.throwIfErrors();
    Publisher.Published published =
        timed(
            "publish",
            () ->
                Publisher.publish(
                    checked.graph(), summaries, mapped, checked.ontology(), out, memory));
    return new Built(checked, candidates, published);
  }

  private static <T> T await(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while tables were read");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure) {
        throw failure;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) cause;
    }
  }

  /** How long each stage took, in the order they ran. */
  Map<String, Duration> times() {
    return times;
  }

  private interface Stage<T> {
    T run() throws IOException, DataErrorException;
  }

  private <T> T timed(String name, Stage<T> stage) throws IOException, DataErrorException {
    progress.accept(name);
    long start = System.nanoTime();
    try {
      return stage.run();
    } finally {
      times.put(name, Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
