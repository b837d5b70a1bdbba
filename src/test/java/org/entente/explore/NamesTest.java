package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.rdf.Ent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of its names a thing is called by. */
class NamesTest {
  private static final String GRAPH =
      """
      @prefix ent: <https://w3id.org/entente/ontology#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <https://w3id.org/entente/id/person/yoon> rdfs:label "Yoon"@en ;
        skos:altLabel "윤"@ko , "윤석열"@ko , "Yun"@ko-Latn , "尹錫悅"@ko-Hani ;
        ent:hasName [ ent:form "윤석열"@ko ; ent:nameKind ent:NativeName ] ,
          [ ent:form "윤"@ko ; ent:nameKind ent:ShortName ] .
      <https://w3id.org/entente/id/administration/yoon> rdfs:label "Yoon administration"@en ;
        skos:altLabel "차기정부"@ko ;
        ent:hasName [ ent:form "차기정부"@ko ; ent:nameKind ent:Description ] .
      <https://w3id.org/entente/id/dispute/labour> rdfs:label "Labour issue"@en ;
        skos:altLabel "徴用工問題"@ja ;
        ent:hasName [ ent:form "徴用工問題"@ja ; ent:nameKind ent:ContestedName ] .
      """;

  @ParameterizedTest
  @CsvSource({
    "person/yoon, ko, 윤석열",
    "person/yoon, ja, 尹錫悅",
    "person/yoon, zh, 尹錫悅",
    "person/yoon, fr, Yoon",
    "administration/yoon, ko, Yoon administration",
    "dispute/labour, ja, 徴用工問題",
  })
  void callsAThingByItsMostProperNameInTheReadersLanguage(
      String thing, String language, String expected) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFDataMgr.read(dataset, new StringReader(GRAPH), null, Lang.TURTLE);
    Names names =
        new Names(
            GraphReader.of(dataset),
            new Urls(URI.create("https://example.org/"), Map.of()),
            List.of(language),
            node -> Optional.empty());
    assertEquals(expected, names.text(Ent.id(thing)));
  }
}
