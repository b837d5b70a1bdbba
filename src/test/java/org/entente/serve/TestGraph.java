package org.entente.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.infer.RuleEngine;
import org.entente.map.Mapper;
import org.entente.model.Dossier;
import org.entente.publish.Publisher;
import org.entente.rdf.Inferred;
import org.entente.rdf.Mapped;
import org.entente.rdf.Ontology;
import org.entente.rdf.Resolved;
import org.entente.resolve.Resolver;
import org.entente.source.DossierReader;
import org.entente.store.DatasetFolder;
import org.entente.summarise.Summariser;

/** A small graph from tables of its own, built by the engine. */
final class TestGraph {
  private static final Path TABLES = Path.of("src/test/resources/org/entente/serve/tables");
  private static final Path SCHEMAS = Path.of("seeds/tables");
  private static final Path ONTOLOGY = Path.of("ontology");

  private TestGraph() {}

  /** Copies the tables to a folder: the test's own, and the others with their headers only. */
  static void copyTables(Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.newDirectoryStream(SCHEMAS)) {
      for (Path file : files) {
        Path copy = to.resolve(file.getFileName().toString());
        if (file.toString().endsWith(".csv")) {
          List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
          Files.writeString(copy, lines.get(0) + "\n");
        } else if (file.toString().endsWith(".json")) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    try (var files = Files.newDirectoryStream(TABLES)) {
      for (Path file : files) {
        Files.copy(
            file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Builds tables and publishes the graph. */
  static DatasetFolder publish(Path tables, Path out) throws IOException {
    return publish(tables, ONTOLOGY, out);
  }

  /** Builds tables with an ontology of their own. */
  static DatasetFolder publish(Path tables, Path terms, Path out) throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    try {
      Ontology ontology = Ontology.read(terms, log);
      Dossier dossier = new DossierReader(ontology.schemes(), log).read(tables, null);
      log.throwIfErrors();
      Mapped mapped = new Mapper(ontology.mappings(), log).map(dossier);
      log.throwIfErrors();
      Resolved resolved = new Resolver(ontology.functional(), dossier, log).resolve(mapped);
      Inferred graph = new RuleEngine(ontology.rules(), log).infer(resolved, ontology.terms());
      log.throwIfErrors();
      DatasetFolder folder = DatasetFolder.at(out);
      Publisher.publish(
          graph,
          new Summariser(ontology.summaries(), log).summarise(graph),
          Mapped.NOTHING,
          ontology,
          folder);
      return folder;
    } catch (DataErrorException e) {
      throw new IllegalStateException(e.diagnostics().toString(), e);
    }
  }

  /** Publishes any quads, without the engine. */
  static DatasetFolder publish(DatasetGraph data, Path out) throws IOException {
    DatasetFolder folder = DatasetFolder.at(out);
    try (DatasetFolder.Writing writing = folder.startWriting()) {
      Path made = writing.newFolder();
      DatasetGraph store =
          DatabaseMgr.connectDatasetGraph(
              Location.create(Files.createDirectory(made.resolve("tdb2"))));
      store.executeWrite(() -> data.find().forEachRemaining(store::add));
      DatasetFolder.close(store);
      try (OutputStream quads =
          new GZIPOutputStream(Files.newOutputStream(made.resolve("data.nq.gz")))) {
        RDFDataMgr.write(quads, data, Lang.NQUADS);
      }
      writing.publish(made, "made-by-hand");
    }
    return folder;
  }
}
