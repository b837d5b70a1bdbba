package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader writes is found by names, by what is involved and by when it was. */
class SearchTest {
  private static final SearchIndex INDEX = index();

  private static SearchIndex index() {
    JenaSystem.init();
    DatasetGraph dataset = RDFDataMgr.loadDatasetGraph("src/test/resources/explore/search.ttl");
    dataset.addGraph(Graphs.ONTOLOGY, RDFDataMgr.loadGraph("ontology/search-words.ttl"));
    return new SearchIndex(GraphReader.of(dataset));
  }

  private static String found(String written) {
    return String.join(
        " ",
        INDEX.find(written, 20, any -> true).hits().stream()
            .map(hit -> Ent.identifier(hit.thing()) + ":" + hit.rank())
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    // A name as a whole; what is only called so after something else comes last.
    "yoon, person/yoon:EXACT event/yoon-visit:WORDS",
    "Tokyo, place/tokyo:EXACT state/japan:EXACT organisation/tokyo-shimbun:WORDS",
    "tokyo shimbun, organisation/tokyo-shimbun:EXACT",
    "尹, person/yoon:EXACT",
    // Words that begin so.
    "kishi, person/kishida:BEGINNINGS",
    "hiro, place/hiroshima:BEGINNINGS",
    // Two names find what involves both, and both.
    "'yoon, Kishida', event/may:TOGETHER event/march:TOGETHER undertaking/resume:TOGETHER"
        + " person/yoon:NAMED person/kishida:NAMED",
    "尹 岸田, event/may:TOGETHER event/march:TOGETHER undertaking/resume:TOGETHER"
        + " person/yoon:NAMED person/kishida:NAMED",
    "Kishida Yoon summits, event/may:TOGETHER event/march:TOGETHER"
        + " person/kishida:NAMED person/yoon:NAMED",
    // Words without spaces are split along names, kinds and particles.
    "岸田と尹の首脳会談はいつ, event/may:TOGETHER event/march:TOGETHER"
        + " person/kishida:NAMED person/yoon:NAMED",
    "尹の訪日, event/march:MOST event/yoon-visit:MOST person/yoon:NAMED state/japan:NAMED",
    "岸田総理, person/kishida:WORDS",
    "岸田氏, person/kishida:WORDS",
    // A place and a time narrow it.
    "Yoon Tokyo March 2023, event/march:TOGETHER undertaking/resume:TOGETHER"
        + " person/yoon:NAMED place/tokyo:NAMED",
    "yoon 2024, event/yoon-visit:TOGETHER person/yoon:NAMED",
    "yoon 2019, person/yoon:NAMED",
    "2024年5月, event/yoon-visit:TOGETHER",
    "2024-05-03, event/yoon-visit:TOGETHER",
    // The words of a question that carry nothing are left out; a verb comes first where it fits.
    "what did Yoon and Kishida agree in 2023?, event/march:TOGETHER undertaking/resume:TOGETHER"
        + " event/may:TOGETHER person/yoon:NAMED person/kishida:NAMED",
    "who was prime minister in 2022, person/kishida:TOGETHER post/pm:NAMED",
    // Spelled almost so, and only when nothing is found otherwise.
    "kisida, person/kishida:SIMILAR",
    "Kihsida Fumio, person/kishida:SIMILAR",
    // Some of the words.
    "Yoon Kishida breakfast Tokyo, event/march:MOST undertaking/resume:MOST"
        + " event/may:MOST person/yoon:NAMED person/kishida:NAMED place/tokyo:NAMED",
    "Sea of Japan, state/japan:NAMED"
  })
  void findsTheBestFirst(String written, String things) {
    assertEquals(things, found(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "?", "!?", "Takeshima", "xyz", "of the", "shimb oon", "竹島", "독도"})
  void findsNothingThatIsNotMeant(String written) {
    assertEquals("", found(written));
  }

  @Test
  void saysWhichWordsNothingHas() {
    assertEquals(
        List.of("breakfast"), INDEX.find("Yoon Kishida breakfast", 9, any -> true).unknown());
    assertEquals(List.of(), INDEX.find("Yoon Kishida", 9, any -> true).unknown());
  }

  @Test
  void readsTheTimeThatIsNamed() {
    assertEquals(
        new SearchWords.Period(LocalDate.of(2023, 3, 16), LocalDate.of(2023, 3, 16)),
        SearchWords.of("Yoon, 16 March 2023").time());
    assertEquals(SearchWords.of("16 March 2023").time(), SearchWords.of("March 16th, 2023").time());
    assertEquals(SearchWords.of("2023-03-16").time(), SearchWords.of("2023년 3월 16일").time());
    assertEquals(
        new SearchWords.Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)),
        SearchWords.of("Feb 2024").time());
    assertNull(SearchWords.of("2023년 99월").time());
    assertNull(SearchWords.of("yoon in march").time());
  }

  @Test
  void offersQuestionsWithMostOfTheWords() {
    Gallery gallery = Gallery.of(Path.of("queries"));
    List<String> names =
        gallery.fitting("what did Yoon and Kishida agree in 2023?", 8).stream()
            .map(Gallery.Entry::name)
            .toList();
    assertTrue(names.contains("summits-kishida-yoon"), names.toString());
    assertEquals("who-met-whom", gallery.fitting("who met whom", 8).get(0).name());
    assertEquals(List.of(), gallery.fitting("?", 8));
    assertFalse(SearchWords.isQuestion("Kishida"));
    assertTrue(SearchWords.isQuestion("when did he resign"));
  }
}
