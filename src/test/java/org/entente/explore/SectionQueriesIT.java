package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query behind every section of everything in the shipped graph gives the section's rows. */
class SectionQueriesIT {
  @ParameterizedTest
  @ValueSource(strings = {"", "2022-08-15"})
  void everyQueryGivesWhatItsSectionShows(String asOf) throws Exception {
    SectionQueries queries = new SectionQueries(new Snapshot(ShippedGraph.dataset(), "shipped"));
    Set<Node> things = new TreeSet<>(Triples.ORDER);
    ShippedGraph.dataset()
        .getDefaultGraph()
        .find()
        .forEachRemaining(
            triple -> {
              String identifier = Ent.identifier(triple.getSubject());
              if (identifier != null && !identifier.matches("(name|claim|account)/.*")) {
                things.add(triple.getSubject());
              }
            });
    int sections = 0;
    for (Node thing : things) {
      sections += queries.compare(thing, asOf);
    }
    // What is later than the day has none.
    assertTrue(sections > (asOf.isEmpty() ? 2_000 : 1_000), sections + " sections");
  }
}
