package org.entente.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.Dossier;
import org.entente.rdf.Claim;
import org.entente.rdf.Mapped;
import org.entente.rdf.MappedRow;
import org.entente.rdf.Ontology;
import org.entente.rdf.Support;
import org.entente.source.DossierReader;
import org.entente.testing.GraphAssert;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which triples of a row are claims, by which column and passages, and which come along. */
final class MapperTest {
  @TempDir Path folder;

  private Project project;

  @BeforeEach
  void soundProject() {
    project = Project.sound(folder);
  }

  @Test
  void valuesAreClaimsTypesAndBoundsComeAlong() throws IOException {
    Mapped mapped = map();
    assertEquals(
        """
        event/ruling-2021-05 ent:date "2021-05"^^edtf:edtf <- date [passage/ruling]
        event/ruling-2021-05 rdfs:label "Ruling of the Maritime Court"@en <- label [passage/ruling]
        """,
        claims(mapped, "events", 4));
    assertEquals(
        """
        event/ruling-2021-05 rdf:type ent:Ruling <- [type]
        event/ruling-2021-05 rdf:type sem:Event <- []
        event/ruling-2021-05 sem:hasEarliestBeginTimeStamp "2021-05-01"^^xsd:date <- [date]
        event/ruling-2021-05 sem:hasEarliestEndTimeStamp "2021-05-01"^^xsd:date <- [date]
        event/ruling-2021-05 sem:hasLatestBeginTimeStamp "2021-05-31"^^xsd:date <- [date]
        event/ruling-2021-05 sem:hasLatestEndTimeStamp "2021-05-31"^^xsd:date <- [date]
        """,
        supports(mapped, "events", 4));
  }

  @Test
  void nodesMadeOfSeveralColumnsComeAlongWhatTheyHoldIsClaimed() throws IOException {
    Mapped mapped = map();
    assertEquals(
        """
        event/summit-2023-07-04 sem:hasActor person/yamada-ren <- actor [passage/met]
        participation/summit-2023-07-04.yamada-ren.visitorRole ent:capacity post/prime-minister-of-southmark <- capacity [passage/met]
        """,
        claims(mapped, "participations", 3));
    assertEquals(
        """
        participation/summit-2023-07-04.yamada-ren.visitorRole ent:event event/summit-2023-07-04 <- []
        participation/summit-2023-07-04.yamada-ren.visitorRole ent:role ent:visitorRole <- []
        participation/summit-2023-07-04.yamada-ren.visitorRole rdf:type ent:Participation <- []
        participation/summit-2023-07-04.yamada-ren.visitorRole rdf:type sem:Role <- []
        participation/summit-2023-07-04.yamada-ren.visitorRole rdf:value person/yamada-ren <- []
        """,
        supports(mapped, "participations", 3));
  }

  @Test
  void aColumnsOwnEvidenceReplacesTheRows() throws IOException {
    assertEquals(
        """
        agreement/fisheries ent:reachedAt event/summit-2023-07-04 <- event [passage/signed]
        agreement/fisheries ent:signedOn "2023-07-04"^^edtf:edtf <- signed [passage/where]
        agreement/fisheries rdfs:label "Fisheries Agreement"@en <- label [passage/signed]
        """,
        claims(map(), "agreements", 2));
  }

  @Test
  void aTripleOfSeveralColumnsRestsOnTheEvidenceOfAll() throws IOException {
    project.write(
        "tables/authors.csv",
        """
        document,agent,role,evidence,agent.evidence,role.evidence
        document/review,person/lee-sol,editor,passage/review,passage/again;passage/july,passage/poll
        """);
    assertEquals(
        """
        document/review <https://schema.org/editor> person/lee-sol <- agent [passage/again, passage/july, passage/poll]
        """,
        claims(map(), "authors", 2));
  }

  @Test
  void theValueOfSeveralColumnsIsOfTheFirst() throws IOException {
    assertEquals(
        """
        person/yamada-ren skos:altLabel "Ren 山田"@ja <- form [passage/yamada]
        """,
        claims(map(), "names", 2)
            .lines()
            .filter(line -> line.contains("altLabel"))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void eachItemOfAListIsATripleOfItsOwn() throws IOException {
    assertEquals(
        """
        gap/day-of-ruling ent:about event/ruling-2021-05 <- [thing]
        gap/day-of-ruling ent:documentRead document/gazette <- [documents_read]
        gap/day-of-ruling ent:documentRead document/review <- [documents_read]
        gap/day-of-ruling ent:nearestPassage passage/ruling <- [nearest]
        gap/day-of-ruling ent:onProperty ent:date <- [property]
        gap/day-of-ruling ent:question "On which day of May 2021 was the ruling?"@en <- [question]
        gap/day-of-ruling rdf:type ent:Gap <- []
        gap/day-of-ruling rdfs:label "On which day of May 2021 was the ruling?"@en <- [question]
        """,
        supports(map())
            .filter(s -> GraphAssert.line(s.triple()).startsWith("gap/"))
            .map(MapperTest::line)
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void identifiersComeFromContentNotFromPlace() throws IOException {
    String before = identifiers(map(), "events");
    String text = project.read("tables/events.csv");
    List<String> lines = text.lines().toList();
    project.write(
        "tables/events.csv",
        String.join("\n", lines.get(0), "", lines.get(3), lines.get(2), lines.get(1)) + "\n");
    assertEquals(before, identifiers(map(), "events"));
    project.replace(
        "tables/events.csv",
        "passage/met;passage/where;passage/first",
        "passage/first;passage/where;passage/met");
    assertEquals(before, identifiers(map(), "events"));
  }

  @Test
  void anotherStatusIsAnotherClaimOfTheSameAccount() throws IOException {
    project.write(
        "tables/topics.csv",
        "thing,topic,status,evidence\ndispute/fishing,topic/fishing,denied,passage/dispute\n");
    String denied = identifiers(map(), "topics");
    project.write(
        "tables/topics.csv",
        "thing,topic,status,evidence\ndispute/fishing,topic/fishing,asserted,passage/dispute\n");
    String asserted = identifiers(map(), "topics");
    assertEquals(denied.lines().findFirst(), asserted.lines().findFirst());
    assertEquals(false, denied.equals(asserted));
  }

  private Mapped map() throws IOException {
    DiagnosticLog log = new DiagnosticLog();
    Ontology ontology = Ontology.read(project.ontology(), log);
    Dossier dossier =
        new DossierReader(ontology.schemes(), log).read(project.tables(), project.documents());
    Mapped mapped = new Mapper(ontology.mappings(), log).map(dossier);
    assertEquals(List.of(), log.sorted());
    return mapped;
  }

  private static Stream<MappedRow> rows(Mapped mapped) {
    List<MappedRow> rows = new ArrayList<>();
    mapped.forEach(rows::add);
    return rows.stream();
  }

  private static Stream<Claim> claims(Mapped mapped) {
    return rows(mapped).flatMap(row -> row.claims().stream());
  }

  private static Stream<Support> supports(Mapped mapped) {
    return rows(mapped).flatMap(row -> row.supports().stream());
  }

  private static String claims(Mapped mapped, String table, int line) {
    return claims(mapped)
        .filter(c -> c.account().table().equals(table) && c.account().row().line() == line)
        .map(MapperTest::line)
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String supports(Mapped mapped, String table, int line) {
    return supports(mapped)
        .filter(s -> s.account() != null)
        .filter(s -> s.account().table().equals(table) && s.account().row().line() == line)
        .map(MapperTest::line)
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Accounts of a table, then their claims. */
  private static String identifiers(Mapped mapped, String table) {
    return rows(mapped)
            .map(MappedRow::account)
            .filter(Objects::nonNull)
            .filter(a -> a.table().equals(table))
            .map(a -> a.iri().getURI())
            .sorted()
            .collect(Collectors.joining(" "))
        + "\n"
        + claims(mapped)
            .filter(c -> c.account().table().equals(table))
            .map(c -> c.iri().getURI())
            .sorted()
            .collect(Collectors.joining(" "));
  }

  private static String line(Claim claim) {
    return GraphAssert.line(claim.triple()) + " <- " + claim.column() + " " + claim.passages();
  }

  private static String line(Support support) {
    return GraphAssert.line(support.triple()) + " <- " + support.columns();
  }
}
