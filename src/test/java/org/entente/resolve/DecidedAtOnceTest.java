package org.entente.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.map.Mapper;
import org.entente.model.Dossier;
import org.entente.rdf.Mapped;
import org.entente.rdf.Ontology;
import org.entente.rdf.Resolved;
import org.entente.source.DossierReader;
import org.junit.jupiter.api.Test;

/** What is said once is decided without waiting for the rest: the outcome must be the same. */
class DecidedAtOnceTest {
  private static final class Everything extends Slots {
    @Override
    boolean isShared(Triple triple) {
      return true;
    }
  }

  @Test
  void theShippedTablesComeOutAsWhenAllIsDecidedTogether() throws IOException {
    Resolved atOnce = resolve(new Slots());
    Resolved together = resolve(new Everything());
    assertTrue(atOnce.accepted().isIsomorphicWith(together.accepted()));
    assertEquals(atOnce.contradictions(), together.contradictions());
    assertEquals(atOnce.claims(), together.claims());
    assertEquals(verdicts(together), verdicts(atOnce));
  }

  private static Resolved resolve(Slots slots) throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    Ontology ontology = Ontology.read(Path.of("ontology"), log);
    Dossier dossier =
        new DossierReader(ontology.schemes(), log).read(Path.of("seeds/tables"), null);
    Mapped mapped = new Mapper(ontology.mappings(), log).map(dossier);
    return new Resolver(ontology.functional(), dossier, log).resolve(mapped, slots);
  }

  /** What became of each claim and of each triple that comes along. */
  private static Set<String> verdicts(Resolved resolved) {
    Set<String> verdicts = new TreeSet<>();
    resolved
        .mapped()
        .forEach(
            row -> {
              row.claims()
                  .forEach(
                      claim ->
                          verdicts.add(
                              claim.iri() + " " + resolved.verdicts().corroboration(claim)));
              row.supports()
                  .forEach(
                      support ->
                          verdicts.add(
                              row.row().location()
                                  + " "
                                  + support.triple()
                                  + " "
                                  + resolved.verdicts().stands(row, support)));
            });
    return verdicts;
  }
}
