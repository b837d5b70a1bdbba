package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
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
  private static DatasetGraph dataset;
  private static SearchIndex index;

  @BeforeAll
  static void read() throws Exception {
    JenaSystem.init();
    dataset = ShippedGraph.dataset();
    index = new SearchIndex(GraphReader.of(dataset));
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

  /** The first that are found, in their order. */
  @ParameterizedTest
  @CsvSource({
    // Titles, particles, compounds; Korean and Japanese.
    "尹大統領, person/yoon-suk-yeol",
    "石破総理, person/ishiba-shigeru",
    "기시다 총리, person/kishida-fumio",
    "윤석열 대통령은 언제 일본을 방문했나, event/visit-2023-03-yoon-tokyo",
    "岸田と尹の会談はいつ, event/summit-2024-09-06-seoul event/summit-2023-05-seoul"
        + " event/summit-2023-03-tokyo event/summit-2022-11-phnom-penh",
    "日韓首脳会談, event/summit-2023-08-camp-david event/summit-2023-03-tokyo",
    "일한 정상회담, event/summit-2023-08-camp-david event/summit-2023-03-tokyo",
    "한일 정상회담, event/summit-2023-08-camp-david event/summit-2023-03-tokyo",
    "한·일 정상회담, event/summit-2023-08-camp-david event/summit-2023-03-tokyo",
    "輸出規制, dispute/export-controls measure/export-controls-2019",
    "수출규제, dispute/export-controls measure/export-controls-2019",
    "위안부 합의, agreement/comfort-women-2015",
    "대륙붕 협정, dispute/continental-shelf agreement/continental-shelf-1974",
    "佐渡金山, place/sado-mine dispute/sado-mine",
    "강제동원, dispute/wartime-labour",
    "徴用工, dispute/wartime-labour",
    "文在寅大統領, person/moon-jae-in",
    "バイデン大統領, person/biden-joe",
    "이시바 총리, person/ishiba-shigeru",
    "President Yoon visit Tokyo, event/visit-2023-03-yoon-tokyo",
    "靖国参拝, dispute/yasukuni",
    "北核問題, dispute/north-korea-nuclear",
    "北朝鮮の核問題, dispute/north-korea-nuclear",
    "韓国大統領選挙, event/presidential-election-2022-03-09",
    "2023年3月の首脳会談, event/summit-2023-03-tokyo",
    "尹 訪日, event/visit-2023-03-yoon-tokyo",
    // Other words for the same.
    "comfort women deal, agreement/comfort-women-2015",
    "Fukushima water release, dispute/fukushima-water",
    // What has all the words comes first.
    "Visit to Tokyo 2023, event/visit-2023-03-yoon-tokyo event/summit-2023-03-tokyo",
    "Kishida Yoon summit Tokyo, event/summit-2023-03-tokyo",
    // The day that is asked for.
    "2023-03-06, event/announcement-2023-03-06-third-party-compensation"
        + " measure/third-party-compensation",
    "March 2023, event/summit-2023-03-tokyo"
        + " event/announcement-2023-03-06-third-party-compensation"
        + " measure/third-party-compensation event/visit-2023-03-yoon-tokyo"
  })
  void findsInThisOrder(String written, String things) {
    List<String> all = found(written);
    List<String> first = List.of(things.split(" "));
    assertEquals(first, all.subList(0, Math.min(first.size(), all.size())));
  }

  @ParameterizedTest
  @CsvSource({"2023-03-06", "March 2023"})
  void namesNoAdministrationOfADay(String written) {
    assertTrue(found(written).stream().noneMatch(thing -> thing.startsWith("administration/")));
  }

  @ParameterizedTest
  @CsvSource({"Dokdo", "独島", "독도", "竹島", "Quad", "white list"})
  void findsNothingOfWhatIsNowhere(String written) {
    assertEquals(List.of(), index.find(written, 9, any -> true).hits());
  }

  @Test
  void namesConsultedDocumentsLast() {
    List<Hit> hits = index.find("Yoon", 60, any -> true).hits();
    GraphReader graph = GraphReader.of(dataset);
    List<Boolean> consulted =
        hits.stream().map(hit -> graph.isAny(hit.thing(), "ExternalReference")).toList();
    assertEquals(consulted.stream().sorted().toList(), consulted);
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
