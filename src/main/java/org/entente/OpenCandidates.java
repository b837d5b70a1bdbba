package org.entente;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Dossier;
import org.entente.model.Passage;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.rdf.Ontology;
import org.entente.review.Candidates;
import org.entente.review.Settlement;
import org.entente.source.DossierReader;
import org.entente.source.TableSet;
import org.entente.source.WorkFolder;

/**
 * The candidates of a work folder that are not in the tables, checked as rows of the tables are.
 *
 * @param dossier their rows alone, with the passages that these rest on
 * @param undecided how many things wait for a decision
 * @param accepted how many rows were accepted and are not in the tables yet
 */
record OpenCandidates(Dossier dossier, int undecided, int accepted) {

  /** Reads and checks them; what is wrong goes to the log. */
  static OpenCandidates read(
      Path workFolder, Path tablesFolder, Ontology ontology, DiagnosticLog log)
      throws IOException, DataErrorException {
    DossierReader reader = new DossierReader(ontology.schemes(), log);
    TableSet tables = reader.readTables(tablesFolder);
    Dossier curated = reader.check(tables, List.of());
    WorkFolder work = new WorkFolder(workFolder, reader.readSchemas(tablesFolder));
    Candidates candidates = Candidates.of(work.read(log));
    log.throwIfErrors();
    SortedMap<String, Table> rows = Settlement.open(candidates, curated, log);
    SortedMap<String, Table> accepted = Settlement.accepted(candidates, curated, log);
    log.throwIfErrors();
    TableSet combined = reader.combine(tables, rows, List.of(work.texts()));
    Dossier all = reader.check(combined, List.of(work.texts()));
    log.throwIfErrors();
    return new OpenCandidates(
        alone(rows, all),
        candidates.undecided().size(),
        accepted.values().stream().mapToInt(table -> table.rows().size()).sum());
  }

  private static Dossier alone(SortedMap<String, Table> rows, Dossier all) {
    Set<String> proof = new HashSet<>();
    SortedMap<String, Table> tables = new TreeMap<>();
    rows.forEach(
        (name, table) -> {
          tables.put(name, table);
          for (Row row : table.rows()) {
            proof.addAll(row.items("evidence"));
            if (name.equals("passages")) {
              proof.add(row.value("id"));
            }
          }
        });
    Map<String, Passage> passages = new HashMap<>();
    Map<String, Row> files = new HashMap<>();
    for (String id : proof) {
      Passage passage = all.passages().get(id);
      if (passage != null) {
        passages.put(id, passage);
        if (all.fileOfDocument().containsKey(passage.document())) {
          files.put(passage.document(), all.fileOfDocument().get(passage.document()));
        }
      }
    }
    return new Dossier(
        tables, passages, files, all.withdrawn(), all.merged(), all.quotesVerified(), 0);
  }
}
