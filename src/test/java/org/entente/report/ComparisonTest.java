package org.entente.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Dossier;
import org.entente.model.Proposal;
import org.entente.source.DossierReader;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What curators have and extraction missed, and the reverse. */
final class ComparisonTest {
  @TempDir Path folder;

  private final List<Proposal> proposals = new ArrayList<>();
  private Dossier dossier;

  @BeforeEach
  void soundProject() throws IOException {
    Project project = Project.sound(folder);
    dossier = new DossierReader(Map.of(), new DiagnosticLog()).read(project.tables(), null);
  }

  /** A row with its passage, and who takes part. */
  private void extracted(
      String table, String id, String type, String date, int start, int end, String... actors) {
    String passage = "passage/" + id.replace('/', '-');
    propose(
        "passages",
        "",
        Map.of(
            "id", passage,
            "document", "document/gazette",
            "quote", "words " + start,
            "start", "" + start,
            "end", "" + end));
    Map<String, String> cells = new LinkedHashMap<>(Map.of("id", id, "evidence", passage));
    cells.put("type", type);
    cells.put("label", "label of " + id);
    if (!date.isEmpty()) {
      cells.put("date", date);
    }
    propose(table, id, cells);
    for (String actor : actors) {
      propose("participations", id, Map.of("event", id, "actor", actor, "evidence", passage));
    }
  }

  private void propose(String table, String candidate, Map<String, String> cells) {
    proposals.add(new Proposal(table, candidate, cells, 0.9, List.of()));
  }

  @Test
  void theSameWordsAreTheSameThing() {
    extracted("events", "event/a", "Summit", "2023-07-04", 70, 150, "person/vik-ada", "person/new");
    extracted("events", "event/b", "Meeting", "", 300, 330);
    extracted("plans", "plan/c", "Visit", "2024", 600, 640, "person/vik-ada");
    assertEquals(
        """
        type             curated  found   as another  missed  extracted  matched      new
        Meeting                0      0            0       0          1        0        1
        Ruling                 1      0            0       1          0        0        0
        Summit                 1      1            0       0          1        1        0
        agreements             1      0            0       1          0        0        0
        disputes               1      0            0       1          0        0        0
        measures               1      0            0       1          0        0        0
        plans                  1      0            0       1          1        0        1
        statements             1      0            0       1          0        0        0
        all                    7      1            0       6          3        1        2
        organisations          2      0            0       2          0        0        0
        persons                2      1            0       1          2        1        1
        places                 1      0            0       1          0        0        0
        states                 2      0            0       2          0        0        0

        missed
          Ruling  event/ruling-2021-05 (2021-05)  “a ruling of the Maritime Court in May 2021”
          agreements  agreement/fisheries (2023-07-04)  “The two leaders signed the Fisheries Agreement”
          disputes  dispute/fishing  “The fishing dispute between Norland and Southmark”
          measures  measure/import-ban (2021-06)  “Southmark banned imports in June 2021 in answer to the ruling”
          plans  plan/vik-visit-2024 (2024)  “Vik plans to visit Southmark in 2024”
          statements  statement/vik-sea  ““We’ll share the sea,” Vik said”

        new: extracted and not in the tables
          Meeting  event/b  “words 300”
          plans  plan/c (2024)  “words 600”
        """,
        Comparison.of(
            dossier, List.of(new Comparison.Read(Set.of("document/gazette"), true, proposals))));
  }

  @Test
  void whatRetellsASourceIsComparedByWhatItSays() {
    extracted(
        "events", "event/a", "Summit", "2023-07", 0, 9, "person/vik-ada", "person/yamada-ren");
    extracted(
        "events", "event/b", "Summit", "2021-07", 20, 29, "person/vik-ada", "person/yamada-ren");
    assertEquals(
        """
        type             curated  found   as another  missed  extracted  matched      new
        Ruling                 1      0            0       1          0        0        0
        Summit                 1      1            0       0          2        1        1
        agreements             1      0            0       1          0        0        0
        disputes               1      0            0       1          0        0        0
        measures               1      0            0       1          0        0        0
        plans                  1      0            0       1          0        0        0
        statements             1      0            0       1          0        0        0
        all                    7      1            0       6          2        1        1
        organisations          2      0            0       2          0        0        0
        persons                2      2            0       0          2        2        0
        places                 1      0            0       1          0        0        0
        states                 2      0            0       2          0        0        0

        missed
          Ruling  event/ruling-2021-05 (2021-05)  “a ruling of the Maritime Court in May 2021”
          agreements  agreement/fisheries (2023-07-04)  “The two leaders signed the Fisheries Agreement”
          disputes  dispute/fishing  “The fishing dispute between Norland and Southmark”
          measures  measure/import-ban (2021-06)  “Southmark banned imports in June 2021 in answer to the ruling”
          plans  plan/vik-visit-2024 (2024)  “Vik plans to visit Southmark in 2024”
          statements  statement/vik-sea  ““We’ll share the sea,” Vik said”

        new: extracted and not in the tables
          Summit  event/b (2021-07)  “words 20”
        """,
        Comparison.of(
            dossier, List.of(new Comparison.Read(Set.of("document/gazette"), false, proposals))));
  }
}
