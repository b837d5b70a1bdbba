package org.entente.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

/** What an inference rests on is told once. */
final class ExplanationTest {
  private static final String GRAPH =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX id: <https://w3id.org/entente/id/>
      PREFIX g: <https://w3id.org/entente/graph/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX : <urn:x:>
      :tonga rdfs:label "Tonga" . :post rdfs:label "Post" .
      g:inferred {
        :derivation rdf:subject :event ; rdf:predicate ent:participatingState ; rdf:object :tonga ;
          ent:derivedBy :rule ; ent:premise :claim1, :claim2, :account1, :account2, :account3 .
        :rule rdfs:label "rule" ; rdfs:comment "Why." .
      }
      g:claims {
        :claim1 rdf:subject :post ; rdf:predicate ent:ofState ; rdf:object :tonga ;
          ent:account :account1 .
        :claim2 rdf:subject :post ; rdf:predicate ent:ofState ; rdf:object :tonga ;
          ent:account :account2 .
        :account1 ent:table "posts" ; ent:line 1 .
        :account2 ent:table "posts" ; ent:line 2 .
        :account3 ent:table "events" ; ent:line 3 .
      }
      """;

  @Test
  void claimsOfOneStatementStandTogetherAndTheirAccountsOnce() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFParser.fromString(GRAPH, Lang.TRIG).parse(dataset);
    assertEquals(
        """
          by rule rule: Why.
            from Post ofState: Tonga
              ; ?; posts.csv line 1
              ; ?; posts.csv line 2
            ; ?; events.csv line 3
        """,
        Explanation.of("urn:x:event", dataset)
            .lines()
            .skip(3)
            .map(l -> l + "\n")
            .reduce("", String::concat));
  }
}
