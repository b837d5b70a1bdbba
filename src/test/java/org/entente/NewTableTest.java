package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new kind of fact is a table with its metadata, a mapping, terms and a shape: no Java. */
final class NewTableTest {
  @TempDir Path folder;

  private Project project;

  @BeforeEach
  void projectWithSisterCities() {
    project = Project.sound(folder);
    String metadata =
        project
            .read("tables/topics.csv-metadata.json")
            .replace("topics.csv", "sister_cities.csv")
            .replace("\"topic\"", "\"sister\"")
            .replace("\"thing\"", "\"city\"")
            .replaceAll(
                "(\"name\": \"(city|sister)\"(?s:.)*?)\"ent:references\": \"\\*\"",
                "$1\"ent:references\": [\"places.csv\"]");
    project
        .write("tables/sister_cities.csv-metadata.json", metadata)
        .append(
            "tables/places.csv", "place/south-bay,South Bay,City,state/southmark,passage/yamada")
        .write(
            "tables/sister_cities.csv",
            """
            city,sister,evidence
            place/harbour-city,place/south-bay,passage/city
            """)
        .write(
            "ontology/mapping/sister_cities.rq",
            """
            # Cities that are partners.
            BASE <https://w3id.org/entente/id/>
            PREFIX ent: <https://w3id.org/entente/ontology#>

            CONSTRUCT { ?one ent:sisterCity ?other . }
            WHERE { BIND(IRI(?city) AS ?one) BIND(IRI(?sister) AS ?other) }
            """)
        .write(
            "ontology/sister-cities.ttl",
            """
            @prefix ent: <https://w3id.org/entente/ontology#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

            ent:sisterCity a owl:ObjectProperty , owl:SymmetricProperty ;
                rdfs:label "sister city"@en ;
                skos:definition "A city that is the partner of a city."@en ;
                skos:example "Seoul and Tokyo."@en ;
                rdfs:isDefinedBy <https://w3id.org/entente/ontology> .
            """)
        .write(
            "ontology/rules/sister-cities.rq",
            """
            # A partner has a partner.
            # stratum: 1
            PREFIX ent: <https://w3id.org/entente/ontology#>

            CONSTRUCT { ?other ent:sisterCity ?one . }
            WHERE { ?one ent:sisterCity ?other . }
            """)
        .append(
            "ontology/shapes.ttl",
            """
            ent-shape:SisterCity a sh:NodeShape ;
                rdfs:label "A sister city"@en ;
                sh:targetSubjectsOf ent:sisterCity ;
                sh:property ent-shape:SisterCity-city .

            ent-shape:SisterCity-city a sh:PropertyShape ;
                sh:path ent:sisterCity ;
                sh:class ent:City ;
                sh:message "a city in column \\"sister\\" of sister_cities.csv"@en .
            """);
  }

  @Test
  void isBuiltQueriedAndExplained() {
    Project.Run built = project.run(Main::execute, project.buildArguments());
    assertEquals("", built.err());
    assertEquals(0, built.code());
    project.write(
        "q.rq",
        """
        PREFIX ent: <https://w3id.org/entente/ontology#>
        SELECT ?city ?sister WHERE { ?city ent:sisterCity ?sister } ORDER BY ?city
        """);
    assertEquals(
        """
        city,sister
        https://w3id.org/entente/id/place/harbour-city,https://w3id.org/entente/id/place/south-bay
        https://w3id.org/entente/id/place/south-bay,https://w3id.org/entente/id/place/harbour-city
        """
            .replace("\n", "\r\n"),
        project
            .run(
                Main::execute,
                "query",
                folder.resolve("q.rq").toString(),
                "--graph",
                project.out().toString(),
                "--results",
                "csv")
            .out());
    String explained =
        project
            .run(Main::execute, "explain", "place/south-bay", "--graph", project.out().toString())
            .out();
    assertEquals(
        """
        sister city: Harbour City
          by rule sister-cities: A partner has a partner.
            from Harbour City sister city: South Bay
              Leaders meet in Harbour City; asserted; sister_cities.csv line 2
                “Harbour City lies in Norland”
        """,
        explained.substring(explained.indexOf("sister city: ")));
  }

  @Test
  void isChecked() {
    project.append("tables/sister_cities.csv", "place/harbour-city,place/south-bai,passage/city");
    assertEquals(
        """
        tables/sister_cities.csv:3:20: error: expected an identifier of places.csv in column sister but found 'place/south-bai' [unknown-id] (did you mean place/south-bay?)
        1 error
        """,
        project.run(Main::execute, project.buildArguments()).err());
  }

  @Test
  void isValidated() {
    project.append("tables/places.csv", "place/moor,The Moor,Region,,passage/city");
    project.append("tables/sister_cities.csv", "place/harbour-city,place/moor,passage/city");
    Project.Run run = project.run(Main::execute, project.buildArguments());
    assertEquals(
        "tables/sister_cities.csv:3:20: error: expected a city in column \"sister\" of sister_cities.csv but found place/moor of place/harbour-city [shape] (shape SisterCity-city)",
        run.err().lines().findFirst().orElse(""));
    assertEquals(1, run.code());
  }
}
