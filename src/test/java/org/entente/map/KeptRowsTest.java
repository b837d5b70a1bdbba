package org.entente.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Dossier;
import org.entente.rdf.Mapped;
import org.entente.rdf.MappedRow;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;
import org.entente.source.DossierReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows say comes out of what is kept as it comes out of mapping them. */
class KeptRowsTest {
  private static final FileTime BEFORE = FileTime.fromMillis(0);

  @TempDir private Path folder;
  private Path tables;
  private Path kept;

  @BeforeEach
  void copyTables() throws IOException {
    tables = Files.createDirectory(folder.resolve("tables"));
    kept = folder.resolve("mapped");
    try (Stream<Path> shipped = Files.list(Path.of("seeds/tables"))) {
      for (Path file : shipped.toList()) {
        Files.copy(file, tables.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void saysTheSameInEveryWalkAndInTheNextBuild() throws IOException {
    List<String> expected = said(mapped(null, Integer.MAX_VALUE, null));
    Mapped first = mapped(kept, 0, null);
    assertEquals(expected, said(first));
    assertEquals(expected, said(first));
    assertEquals(expected, saidOneByOne(first, expected.size()));
    age();
    Mapped second = mapped(kept, 0, null);
    assertEquals(expected, said(second));
    assertEquals(expected, saidOneByOne(second, expected.size()));
    assertEquals(Set.of(), mappedAnew());
    assertEquals(expected, saidOneByOne(mapped(kept, 0, null), expected.size()));
  }

  @Test
  void mapsTheTableAgainInWhichARowChanged() throws IOException {
    said(mapped(kept, 0, null));
    age();
    replace(tables.resolve("events.csv"), "First Kishida-Yoon summit", "The first summit of both");
    List<String> expected = said(mapped(null, Integer.MAX_VALUE, null));
    assertTrue(expected.stream().anyMatch(row -> row.contains("The first summit of both")));
    assertEquals(expected, said(mapped(kept, 0, null)));
    assertEquals(Set.of("events.rows"), mappedAnew());
  }

  @Test
  void takesTheDocumentOfAPassageFromItsTable() throws IOException {
    List<String> before = said(mapped(kept, 0, null));
    age();
    replace(
        tables.resolve("passages.csv"),
        "passage/003-serial,document/choi-2022-tasks",
        "passage/003-serial,document/choi-2024-sado");
    List<String> expected = said(mapped(null, Integer.MAX_VALUE, null));
    assertNotEquals(before, expected);
    assertEquals(expected, said(mapped(kept, 0, null)));
    assertEquals(Set.of(), mappedAnew());
  }

  @Test
  void mapsTheTableAgainWhoseQueryOrMetadataChanged() throws IOException {
    said(mapped(kept, 0, null));
    age();
    assertEquals(said(mapped(null, Integer.MAX_VALUE, "places")), said(mapped(kept, 0, "places")));
    assertEquals(Set.of("places.rows"), mappedAnew());
    age();
    replace(
        tables.resolve("events.csv-metadata.json"),
        "\"name\": \"label\"",
        "\"name\": \"label\", \"default\": \"without a name\"");
    assertEquals(said(mapped(null, Integer.MAX_VALUE, "places")), said(mapped(kept, 0, "places")));
    assertEquals(Set.of("events.rows"), mappedAnew());
  }

  @Test
  void believesNothingThatIsNotAsItWasWritten() throws IOException {
    List<String> expected = said(mapped(kept, 0, null));
    Path file = kept.resolve("events.rows");
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 40, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(expected, said(mapped(kept, 0, null)));
      assertEquals(whole.length, Files.size(file));
    }
    for (int at = 1; at < whole.length; at += whole.length / 3) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 0x10;
      Files.write(file, wrong);
      assertEquals(expected, said(mapped(kept, 0, null)));
    }
    assertEquals(expected, said(mapped(kept, 0, null)));
  }

  @Test
  void leavesNothingHalfWrittenWhenAWalkIsBrokenOff() throws IOException {
    Mapped mapped = mapped(kept, 0, null);
    List<MappedRow> seen = new ArrayList<>();
    try {
      mapped.forEach(
          row -> {
            seen.add(row);
            if (row.row().schema().name().equals("events")) {
              throw new IllegalStateException("broken off");
            }
          });
    } catch (IllegalStateException expected) {
      assertFalse(Files.exists(kept.resolve("events.rows")));
      assertTrue(Files.exists(kept.resolve("agreements.rows")));
    }
    // A build that was killed while it wrote leaves this.
    Files.writeString(kept.resolve("events.rows.new"), "half");
    assertEquals(said(mapped(null, Integer.MAX_VALUE, null)), said(mapped(kept, 0, null)));
    assertEquals(said(mapped(null, Integer.MAX_VALUE, null)), said(mapped));
  }

  /** What is mapped; one query may have another prefix than the shipped one. */
  private Mapped mapped(Path keptIn, int small, String changed) throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    Ontology ontology = Ontology.read(Path.of("ontology"), log);
    Dossier dossier = new DossierReader(ontology.schemes(), log).read(tables, null);
    SortedMap<String, QueryFile> queries = new TreeMap<>(ontology.mappings());
    if (changed != null) {
      QueryFile query = queries.get(changed);
      queries.put(
          changed,
          QueryFile.of(changed, query.path(), query.text().replace("\"en\"", "\"en-GB\"")));
    }
    Mapped mapped = new Mapper(queries, log, keptIn, small).map(dossier);
    assertFalse(log.hasErrors(), () -> log.sorted().toString());
    return mapped;
  }

  private static List<String> said(Mapped mapped) {
    List<String> said = new ArrayList<>();
    mapped.forEach(row -> said.add(text(row)));
    return said;
  }

  private static List<String> saidOneByOne(Mapped mapped, int rows) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      said.add(text(mapped.at(i)));
    }
    return said;
  }

  private static String text(MappedRow row) {
    StringBuilder text = new StringBuilder().append(row.number()).append(row.row());
    if (row.account() != null) {
      text.append(row.account().iri()).append(row.account().documents());
    }
    row.claims()
        .forEach(
            claim ->
                text.append('\n')
                    .append(claim.triple())
                    .append(claim.iri())
                    .append(claim.column())
                    .append(claim.passages()));
    row.supports()
        .forEach(
            support ->
                text.append('\n')
                    .append(support.triple())
                    .append(new TreeSet<>(support.columns())));
    return text.toString();
  }

  /** Makes all files that are kept old. */
  private void age() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, BEFORE);
      }
    }
  }

  /** The files that were written since. */
  private Set<String> mappedAnew() throws IOException {
    Set<String> anew = new TreeSet<>();
    try (Stream<Path> files = Files.list(kept)) {
      for (Path file : files.toList()) {
        if (!Files.getLastModifiedTime(file).equals(BEFORE)) {
          anew.add(file.getFileName().toString());
        }
      }
    }
    return anew;
  }

  private static void replace(Path file, String old, String changed) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(old), () -> file + " has no " + old);
    Files.writeString(file, text.replace(old, changed));
  }
}
