package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.testing.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table as plain N-Quads, row by row. */
final class MapCommandTest {
  @TempDir private Path folder;

  private Project.Run map(Project project, String table, String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("map", table));
    arguments.addAll(List.of("--ontology", project.ontology().toString()));
    arguments.addAll(List.of("--to", folder.resolve("out.nq").toString()));
    arguments.addAll(List.of(more));
    return project.run(Main::execute, arguments.toArray(String[]::new));
  }

  @Test
  void aTableWithItsMetadataAndItsMapping() throws Exception {
    Project project = Project.sound(folder.resolve("p"));
    Project.Run run =
        map(
            project,
            project.tables().resolve("places.csv").toString(),
            "--named",
            "https://example.org/g");
    assertEquals(new Project.Run(0, "", ""), run);
    String place = "<https://w3id.org/entente/id/place/harbour-city> ";
    String end = " <https://example.org/g> .\n";
    assertEquals(
        place
            + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://semanticweb.cs.vu.nl/2009/11/sem/Place>"
            + end
            + place
            + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/entente/ontology#City>"
            + end
            + place
            + "<http://www.w3.org/2000/01/rdf-schema#label> \"Harbour City\"@en"
            + end
            + place
            + "<https://w3id.org/entente/ontology#inState> <https://w3id.org/entente/id/state/norland>"
            + end,
        Files.readString(folder.resolve("out.nq")));
  }

  @Test
  void withoutMetadataEveryColumnIsText() throws Exception {
    Project project = Project.sound(folder.resolve("p"));
    project.write("any.csv", "a,b\n1,\"x, \"\"y\"\"\"\n,z\n2,\n");
    project.write(
        "any.rq",
        "# Any.\nBASE <https://example.org/>\nCONSTRUCT { ?s <p> ?b } WHERE { BIND(IRI(?a) AS ?s) }");
    Project.Run run =
        map(
            project,
            project.root().resolve("any.csv").toString(),
            "--mapping",
            project.root().resolve("any.rq").toString());
    assertEquals(new Project.Run(0, "", ""), run);
    assertEquals(
        "<https://example.org/1> <https://example.org/p> \"x, \\\"y\\\"\" .\n",
        Files.readString(folder.resolve("out.nq")));
  }

  @Test
  void mistakesAreReportedAndNoFileIsLeft() {
    Project project = Project.sound(folder.resolve("p"));
    project.append("tables/events.csv", "event/x,Summit,X,2022-13,,passage/city");
    Project.Run run = map(project, project.tables().resolve("events.csv").toString());
    assertEquals(1, run.code());
    assertTrue(
        run.err().contains("expected a date or interval in EDTF level 1 in column date"),
        run.err());
    assertFalse(Files.exists(folder.resolve("out.nq")));
    assertFalse(Files.exists(folder.resolve("out.nq.partial")));
  }

  @Test
  void aTableOfNoKnownMapping() throws Exception {
    Project project = Project.sound(folder.resolve("p"));
    project.write("any.csv", "a,b\n1,2\n");
    Project.Run run = map(project, project.root().resolve("any.csv").toString());
    assertEquals(3, run.code());
    assertEquals(
        "entente: any.rq: the ontology has no such mapping; --mapping names one\n", run.err());
  }
}
