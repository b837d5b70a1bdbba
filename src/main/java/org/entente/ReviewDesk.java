package org.entente;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Dossier;
import org.entente.model.FolderLock;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.rdf.Ontology;
import org.entente.report.Known;
import org.entente.review.Candidates;
import org.entente.review.Settlement;
import org.entente.review.Surroundings;
import org.entente.source.DossierReader;
import org.entente.source.TableFiles;
import org.entente.source.TableSet;
import org.entente.source.WorkFolder;
import org.entente.store.DatasetFolder;

/** What a review works with: the tables, the ontology, the candidates, their texts, the graph. */
final class ReviewDesk implements Surroundings, AutoCloseable {
  private final Path tablesFolder;
  private final Path documents;
  private final Ontology ontology;
  private final TableSet tables;
  private final Dossier curated;
  private final WorkFolder work;
  private final FolderLock held;
  private final Candidates candidates;
  private final Known graph;
  private final Map<String, String> texts = new HashMap<>();
  private Candidates sound;
  private Dossier settled;

  private ReviewDesk(
      Path tablesFolder,
      Path documents,
      Ontology ontology,
      TableSet tables,
      Dossier curated,
      WorkFolder work,
      FolderLock held,
      Candidates candidates,
      Known graph) {
    this.tablesFolder = tablesFolder;
    this.documents = documents;
    this.ontology = ontology;
    this.tables = tables;
    this.curated = curated;
    this.work = work;
    this.held = held;
    this.candidates = candidates;
    this.graph = graph;
  }

  /**
   * Reads everything. Nobody else changes the work folder until the result is closed.
   *
   * @param workFolder folder of the candidates
   * @param tablesFolder the tables
   * @param ontologyFolder the ontology
   * @param documents folder of the documents' texts; null when they are not at hand
   * @param graph where the graph is published, if it is; null for one that nobody looks at
   */
  static ReviewDesk open(
      Path workFolder, Path tablesFolder, Path ontologyFolder, Path documents, DatasetFolder graph)
      throws IOException, DataErrorException {
    DiagnosticLog log = new DiagnosticLog();
    Ontology ontology = Ontology.read(ontologyFolder, log);
    log.throwIfErrors();
    DossierReader reader = new DossierReader(ontology.schemes(), log);
    TableSet tables = reader.readTables(tablesFolder);
    Dossier curated = reader.check(tables, List.of());
    log.throwIfErrors();
    WorkFolder work = new WorkFolder(workFolder, reader.readSchemas(tablesFolder));
    work.requireCandidates();
    FolderLock held = work.hold();
    try {
      Candidates candidates = Candidates.of(work.read(log));
      log.throwIfErrors();
      Known known =
          graph == null || graph.current().isEmpty() ? null : new Known(graph.loadCurrent());
      ReviewDesk desk =
          new ReviewDesk(
              tablesFolder, documents, ontology, tables, curated, work, held, candidates, known);
      desk.readTexts();
      return desk;
    } catch (IOException | DataErrorException | RuntimeException e) {
      held.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
  }

  private void readTexts() throws IOException {
    Map<String, String> names = new TreeMap<>();
    curated.rows("files").forEach(file -> names.put(file.value("name"), file.value("id")));
    candidates.rows("files").forEach(file -> names.put(file.value("name"), file.value("id")));
    work.readTexts(names.keySet()).forEach((name, text) -> texts.put(names.get(name), text));
    curated
        .fileOfDocument()
        .forEach(
            (document, file) -> {
              if (texts.containsKey(file.value("id"))) {
                texts.put(document, texts.get(file.value("id")));
              }
            });
  }

  Candidates candidates() {
    return candidates;
  }

  @Override
  public Dossier curated() {
    return curated;
  }

  @Override
  public Map<String, SortedSet<String>> schemes() {
    return ontology.schemes();
  }

  @Override
  public String text(String file) {
    return texts.get(file);
  }

  @Override
  public List<String> known(String id) {
    return graph == null ? List.of() : graph.of(id);
  }

  @Override
  public Dossier settled(Candidates decided) throws IOException {
    if (decided != sound) {
      check(decided);
    }
    return decided == sound ? settled : curated;
  }

  @Override
  public List<Diagnostic> check(Candidates decided) throws IOException {
    return mistakes(
        log -> {
          settled = read(decided, log).dossier();
          sound = decided;
        });
  }

  /** What would keep accepted rows out of the tables, looked for all the way to the shapes. */
  List<Diagnostic> obstacles() throws IOException {
    return mistakes(log -> combined(candidates, log));
  }

  private interface Check {
    void run(DiagnosticLog log) throws IOException, DataErrorException;
  }

  private static List<Diagnostic> mistakes(Check check) throws IOException {
    try {
      check.run(new DiagnosticLog());
      return List.of();
    } catch (DataErrorException e) {
      return e.diagnostics().stream()
          .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
          .toList();
    }
  }

  @Override
  public void save(Candidates decided) throws IOException {
    work.write(decided.tables());
  }

  /** What was read of the tables with what was accepted. */
  private record Combined(TableSet tables, Dossier dossier) {}

  /** The tables with what was accepted, found sound as tables. */
  private Combined read(Candidates decided, DiagnosticLog log)
      throws IOException, DataErrorException {
    SortedMap<String, Table> addition = Settlement.accepted(decided, curated, log);
    log.throwIfErrors();
    if (addition.isEmpty()) {
      return new Combined(tables, curated);
    }
    DossierReader reader = new DossierReader(ontology.schemes(), log);
    List<Path> folders = new ArrayList<>(List.of(work.texts()));
    if (documents != null) {
      folders.add(documents);
    }
    TableSet combined = reader.combine(tables, addition, folders);
    Dossier dossier = reader.check(combined, folders);
    log.throwIfErrors();
    return new Combined(combined, dossier);
  }

  /** The same, found sound all the way to the shapes. */
  private TableSet combined(Candidates decided, DiagnosticLog log)
      throws IOException, DataErrorException {
    Combined read = read(decided, log);
    if (read.tables() != tables) {
      new Pipeline(log, stage -> {}).check(ontology, read.dossier());
    }
    return read.tables();
  }

  /**
   * What was entered.
   *
   * @param rows how many rows, by table
   */
  record Entered(SortedMap<String, Integer> rows) {}

  /** Enters what was accepted in the tables, and the texts it quotes among the documents. */
  Entered enter(Candidates decided, DiagnosticLog log) throws IOException, DataErrorException {
    TableSet combined = combined(decided, log);
    SortedMap<String, Integer> entered = new TreeMap<>();
    combined
        .tables()
        .forEach(
            (name, table) -> {
              int more = table.rows().size() - tables.tables().get(name).rows().size();
              if (more > 0) {
                entered.put(name, more);
              }
            });
    if (documents != null) {
      for (Row file : combined.tables().get("files").rows()) {
        Path kept = work.texts().resolve(file.value("name"));
        Path target = documents.resolve(file.value("name"));
        if (Files.isRegularFile(kept) && !Files.exists(target)) {
          Files.copy(kept, target);
        }
      }
    }
    TableFiles.write(tablesFolder, tables.tables(), combined.tables());
    return new Entered(entered);
  }
}
