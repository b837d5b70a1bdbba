package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.junit.jupiter.api.Test;

/** Pages of a graph that is too large for whole lists. */
class VastGraphTest {
  private final DatasetGraph dataset =
      RDFDataMgr.loadDatasetGraph("src/test/resources/explore/disputes.trig");
  private final GraphReader graph = GraphReader.of(dataset, 10);

  @Test
  void readsOfEventsTheLatest() {
    assertTrue(graph.isVast());
    assertEquals(List.of(Ent.id("event/one")), Things.of(graph, Voc.EVENT));
    assertEquals(List.of(Ent.id("event/one")), Things.of(graph, Voc.ent("Summit")));
    assertEquals(3, Things.of(GraphReader.of(dataset), Voc.EVENT).size());
    assertEquals(3, Things.of(graph, Voc.ent("Dispute")).size());
  }

  @Test
  void countsWithTheCatalogue() {
    Node part = NodeFactory.createURI("https://w3id.org/entente/void.ttl#class-event");
    dataset.add(Graphs.CATALOG, part, Voc.VOID_CLASS, Voc.EVENT);
    dataset.add(
        Graphs.CATALOG, part, Voc.VOID_ENTITIES, NodeFactory.createLiteralByValue(1_000_000));
    String home = home("");
    assertTrue(home.contains("<strong>1000000</strong> events"), home);
    assertTrue(home.contains("<strong>0</strong> persons"), "no partition of persons");
    assertTrue(home.contains("This graph is large"), home);
    assertTrue(!home("2022-01-01").contains("<ul class=\"counts\"><li>"), "no counts of a day");
  }

  private String home(String asOf) {
    Map<String, List<String>> parameters =
        asOf.isEmpty() ? Map.of() : Map.of("asof", List.of(asOf));
    PageContext page =
        new PageContext(
            new PageRequest("/", parameters, List.of("en"), URI.create("https://example.org/")),
            new Snapshot(dataset, "v1"),
            graph,
            LocalDate.of(2026, 1, 2));
    Map<String, Object> model =
        new java.util.LinkedHashMap<>(HomePage.view(page, Gallery.of(Path.of("queries"))).model());
    PageFrame.fill(model, page, true);
    return new Templates().render("home", model);
  }

  @Test
  void readsNoMoreThanAPageCanShow() {
    var large = GraphFactory.createDefaultGraph();
    Node state = Ent.id("state/aa");
    for (int i = 0; i < Triples.Stored.MOST + 5; i++) {
      large.add(Triple.create(Ent.id("event/" + i), Voc.ACTOR, state));
    }
    Triples stored = Triples.stored(large);
    assertEquals(Triples.Stored.MOST, stored.pointingTo(state).size());
    assertEquals(Triples.Stored.MOST, stored.subjects(Voc.ACTOR, state).size());
  }

  @Test
  void findsWhatIsRareBesideTheLatestOfWhatIsFrequent() {
    Node state = Ent.id("state/zz");
    Node rare = Ent.id("post/rare");
    for (int i = 0; i < Triples.Stored.MOST + 5; i++) {
      dataset.add(Quad.defaultGraphIRI, Ent.id("event/" + i), Voc.ACTOR, state);
    }
    dataset.add(Quad.defaultGraphIRI, rare, Voc.ent("ofState"), state);
    dataset.add(Graphs.SUMMARIES, state, Voc.LATEST_EVENT, Ent.id("event/7"));
    for (Node property : List.of(Voc.ACTOR, Voc.ent("ofState"))) {
      dataset.add(
          Graphs.CATALOG, Ent.id("part/" + property.getLocalName()), Voc.VOID_PROPERTY, property);
    }
    assertEquals(
        List.of(
            Triple.create(Ent.id("event/7"), Voc.ACTOR, state),
            Triple.create(rare, Voc.ent("ofState"), state)),
        GraphReader.of(dataset, 10).pointingTo(state));
  }

  @Test
  void countsTheEventsOfAnActorMostFirst() {
    Node state = Ent.id("state/aa");
    for (String type : List.of("Call 3", "Summit 12", "Visit 3")) {
      String[] words = type.split(" ");
      Node summary = Ent.id("summary/" + words[0]);
      dataset.add(Graphs.SUMMARIES, summary, Voc.ent("countedActor"), state);
      dataset.add(Graphs.SUMMARIES, summary, Voc.ent("eventType"), Voc.ent(words[0]));
      dataset.add(
          Graphs.SUMMARIES,
          summary,
          Voc.ent("eventCount"),
          NodeFactory.createLiteralByValue(Integer.parseInt(words[1])));
    }
    assertEquals(
        "{ent:Summit=12, ent:Call=3, ent:Visit=3}",
        graph.eventsOf(state).toString().replace(Ent.NS, "ent:"));
  }

  @Test
  void drawsTheStrongestTiesBetweenSoManyActors() {
    List<Encounters.Tie> ties = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      ties.add(
          new Encounters.Tie(
              Ent.id("person/" + i), Ent.id("person/" + (i + 1)), List.of(Ent.id("event/" + i))));
    }
    List<Encounters.Tie> drawn = NetworkPage.strongest(ties);
    assertEquals(ties.subList(0, 79), drawn);
    Set<Node> actors = new HashSet<>();
    drawn.forEach(tie -> actors.addAll(List.of(tie.one(), tie.other())));
    assertEquals(80, actors.size());
  }

  @Test
  void asksTheFullTextIndexForAllWordsAndTheBeginningOfTheLast() {
    List<String> asked = new ArrayList<>();
    TextSearch search =
        new TextSearch(
            new Snapshot(dataset, "v1"),
            (snapshot, query, values) -> {
              asked.add(query.substring(query.indexOf("text:query (")));
              return new Answer(
                  List.of("thing", "score", "name"),
                  List.of(
                      Map.of(
                          "thing", Ent.id("person/a"),
                          "name", NodeFactory.createLiteralLang("Ann B", "en")),
                      Map.of("thing", Ent.id("passage/x"))));
            });
    SearchIndex.Found found = search.find(" Ann \"b\" ", 10, thing -> true);
    assertTrue(
        asked.get(0).startsWith("text:query (\"+\\\"Ann\\\" +(\\\"b\\\" b*)\" 200)"), asked.get(0));
    assertEquals(1, found.total());
    assertEquals(Ent.id("person/a"), found.hits().get(0).thing());
    assertEquals(0, search.find("\" ! ?", 10, thing -> true).total());
    assertEquals(1, asked.size(), "signs alone are not asked for");
  }
}
