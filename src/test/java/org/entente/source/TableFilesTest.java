package org.entente.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows enter all tables or none. */
final class TableFilesTest {
  @TempDir Path folder;

  private Project project;
  private DossierReader reader;

  @BeforeEach
  void soundProject() {
    project = Project.sound(folder);
    reader = new DossierReader(Map.of(), new DiagnosticLog());
  }

  private SortedMap<String, Table> addition(String table, Map<String, String> cells)
      throws IOException {
    Table known = reader.readTables(project.tables()).tables().get(table);
    Map<String, Integer> header = new LinkedHashMap<>();
    cells.keySet().forEach(column -> header.put(column, header.size()));
    String[] values = header.keySet().stream().map(cells::get).toArray(String[]::new);
    Table added = new Table(known.schema(), "work/" + table + ".csv", header, java.util.List.of());
    return new TreeMap<>(
        Map.of(table, added.withRows(java.util.List.of(new Row(added, 2, values, "")))));
  }

  @Test
  void addedRowsLeaveEveryOtherByteAlone() throws IOException {
    String before = project.read("tables/subjects.csv");
    SortedMap<String, Table> tables = reader.readTables(project.tables()).tables();
    TableFiles.write(
        project.tables(),
        tables,
        TableFiles.with(
            tables,
            addition(
                "subjects",
                Map.of(
                    "id", "topic/tides", "label", "Tides, \"high\"", "evidence", "passage/sea"))));
    assertEquals(
        before + "topic/tides,\"Tides, \"\"high\"\"\",passage/sea\n",
        project.read("tables/subjects.csv"));
    assertFalse(Files.exists(project.tables().resolve("entering")));
    assertFalse(Files.exists(project.tables().resolve("entering.new")));
  }

  @Test
  void aColumnThatOnlyTheNewRowHasIsAdded() throws IOException {
    SortedMap<String, Table> tables = reader.readTables(project.tables()).tables();
    TableFiles.write(
        project.tables(),
        tables,
        TableFiles.with(
            tables,
            addition(
                "subjects",
                Map.of(
                    "id", "topic/tides",
                    "label", "Tides",
                    "evidence", "passage/sea",
                    "reviewer", "ann"))));
    String text = project.read("tables/subjects.csv");
    assertEquals("id,label,evidence,reviewer", text.lines().findFirst().orElseThrow());
    assertEquals(true, text.endsWith("topic/tides,Tides,passage/sea,ann\n"), text);
  }

  @Test
  void whatACrashLeftUndoneIsFinished() throws IOException {
    String subjects = project.read("tables/subjects.csv") + "topic/tides,Tides,passage/sea\n";
    project.write("tables/entering/subjects.csv", subjects);
    reader.readTables(project.tables());
    assertEquals(subjects, project.read("tables/subjects.csv"));
    assertFalse(Files.exists(project.tables().resolve("entering")));
  }

  @Test
  void whatACrashLeftUndecidedIsForgotten() throws IOException {
    String subjects = project.read("tables/subjects.csv");
    project.write("tables/entering.new/subjects.csv", "half a ta");
    SortedMap<String, Table> tables = reader.readTables(project.tables()).tables();
    assertEquals(subjects, project.read("tables/subjects.csv"));
    TableFiles.write(
        project.tables(),
        tables,
        TableFiles.with(
            tables,
            addition(
                "subjects",
                Map.of("id", "topic/tides", "label", "Tides", "evidence", "passage/sea"))));
    assertEquals(subjects + "topic/tides,Tides,passage/sea\n", project.read("tables/subjects.csv"));
  }
}
