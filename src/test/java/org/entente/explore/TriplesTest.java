package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.entente.rdf.Graphs;
import org.junit.jupiter.api.Test;

/** A graph that is read where it is and one that is indexed in memory answer alike. */
class TriplesTest {
  @Test
  void answersAlikeWhereverTheGraphIs() {
    var dataset = RDFDataMgr.loadDatasetGraph("src/test/resources/explore/small.trig");
    for (Graph graph : List.of(dataset.getDefaultGraph(), dataset.getGraph(Graphs.CLAIMS))) {
      Triples stored = Triples.stored(graph);
      Triples indexed = new IndexedTriples(graph.find(), new HashMap<>());
      List<Triple> all = graph.find().toList();
      assertTrue(all.size() > 10);
      for (Triple triple : all) {
        Node s = triple.getSubject();
        Node p = triple.getPredicate();
        Node o = triple.getObject();
        assertEquals(stored.objects(s, p), indexed.objects(s, p));
        assertEquals(stored.subjects(p, o), indexed.subjects(p, o));
        assertEquals(stored.subjects(p), indexed.subjects(p));
        assertEquals(stored.about(s), indexed.about(s));
        assertEquals(stored.pointingTo(o), indexed.pointingTo(o));
        assertTrue(indexed.contains(s, p, o) && stored.contains(s, p, o));
        assertTrue(indexed.knows(s) && stored.knows(s));
        assertEquals(stored.contains(o, p, s), indexed.contains(o, p, s));
      }
      assertFalse(indexed.knows(Voc.ent("nothing")) || stored.knows(Voc.ent("nothing")));
    }
  }
}
