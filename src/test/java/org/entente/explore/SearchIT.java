package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.entente.explore.SearchIndex.Hit;
import org.entente.explore.SearchIndex.Rank;
import org.entente.rdf.Ent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people ask of the shipped graph in their own words. */
class SearchIT {
  private static SearchIndex index;

  @BeforeAll
  static void read() throws Exception {
    JenaSystem.init();
    index = new SearchIndex(GraphReader.of(ShippedGraph.dataset()));
  }

  private static List<String> found(String written) {
    return index.find(written, 60, any -> true).hits().stream()
        .filter(hit -> hit.rank().compareTo(Rank.MOST) < 0)
        .map(Hit::thing)
        .map(Ent::identifier)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "what did Yoon and Kishida agree in 2023?, event/summit-2023-03-tokyo",
    "what did Yoon and Kishida agree in 2023?, event/summit-2023-05-seoul",
    "yoon kishida, event/summit-2022-11-phnom-penh",
    "yoon kishida, event/summit-2023-03-tokyo",
    "Kishida Yoon summit, event/summit-2023-03-tokyo",
    "Yoon Tokyo March 2023, event/summit-2023-03-tokyo",
    "comfort women agreement 2015, agreement/comfort-women-2015",
    "岸田 尹, event/summit-2023-03-tokyo",
    "기시다 윤석열, event/summit-2023-03-tokyo",
    "prime minister of Japan 2023, person/kishida-fumio"
  })
  void findsWhatIsAskedFor(String written, String thing) {
    assertTrue(found(written).contains(thing), written + ": " + found(written));
  }

  @ParameterizedTest
  @CsvSource({
    "tokyo, place/tokyo",
    "Yun, person/yoon-suk-yeol",
    "Japan, state/japan",
    "GSOMIA, agreement/gsomia",
    "Yoon Tokyo March 2023, event/summit-2023-03-tokyo",
    "comfort women agreement 2015, agreement/comfort-women-2015"
  })
  void findsItFirst(String written, String thing) {
    assertEquals(thing, found(written).get(0));
  }

  @ParameterizedTest
  @CsvSource({"Takeshima", "Sea of Japan", "kisida", "'?'", "hyundy"})
  void takesNothingForWhatIsOnlyAlike(String written) {
    assertEquals(List.of(), found(written));
  }

  @Test
  void namesTheLikestFirst() {
    Hit hit = index.find("kisida", 9, any -> true).hits().get(0);
    assertEquals(Rank.SIMILAR, hit.rank());
    assertEquals(Ent.id("person/kishida-fumio"), hit.thing());
  }
}
