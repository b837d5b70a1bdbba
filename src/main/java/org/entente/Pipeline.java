package org.entente;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** What a build did. */
  record Built(Checked checked, Publisher.Published published) {}

  /** Reads, maps, resolves, infers and validates; publishes nothing. */
  Checked check(Path tables, Path ontologyFolder, Path documents)
      throws IOException, DataErrorException {
    Ontology ontology = timed("read ontology", () -> Ontology.read(ontologyFolder, log));
    log.throwIfErrors();
    Dossier dossier =
        timed(
            "read tables",
            () -> new DossierReader(ontology.schemes(), log).read(tables, documents));
    if (dossier.tables().isEmpty() && !log.hasErrors()) {
      log.error(
          Location.of(tables.toString()),
          Rule.FILE,
          "tables, each with its metadata beside it",
          "a folder without any",
          "name the folder that holds them; init makes one");
    }
    log.throwIfErrors();
    Mapped mapped = timed("map", () -> new Mapper(ontology.mappings(), log).map(dossier));
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

  /** Checks, and publishes what was found sound. */
  Built build(Path tables, Path ontologyFolder, Path documents, DatasetFolder out)
      throws IOException, DataErrorException {
    return build(tables, ontologyFolder, documents, out, BulkLoader.defaultMemory());
  }

  /** The same; what passes an amount of memory, in bytes, is sorted on disk. */
  Built build(Path tables, Path ontologyFolder, Path documents, DatasetFolder out, long memory)
      throws IOException, DataErrorException {
    Checked checked = check(tables, ontologyFolder, documents);
    Graph summaries = timed("summarise", () -> checked.summariser().summarise(checked.graph()));
    Publisher.Published published =
        timed(
            "publish",
            () -> Publisher.publish(checked.graph(), summaries, checked.ontology(), out, memory));
    return new Built(checked, published);
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
