package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.opencsv.CSVReaderHeaderAware;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.entente.rdf.Ent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the shipped tables are found by what other scripts make of them. */
class SoundTest {
  private static SearchIndex index;

  @BeforeAll
  static void readNames() throws Exception {
    DatasetGraph dataset = DatasetGraphFactory.create();
    for (String table : List.of("persons", "places", "states", "organisations", "events")) {
      for (Map<String, String> row : rows(table)) {
        add(dataset, row.get("id"), Voc.LABEL, row.get("label"));
      }
    }
    for (Map<String, String> row : rows("names")) {
      add(dataset, row.get("thing"), Voc.ALT_LABEL, row.get("form"));
    }
    index = new SearchIndex(GraphReader.of(dataset));
  }

  private static List<Map<String, String>> rows(String table) throws Exception {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CSVReaderHeaderAware reader =
        new CSVReaderHeaderAware(
            Files.newBufferedReader(Path.of("seeds/tables", table + ".csv")))) {
      for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static void add(DatasetGraph dataset, String thing, Node property, String name) {
    dataset.getDefaultGraph().add(Ent.id(thing), property, NodeFactory.createLiteralString(name));
  }

  @ParameterizedTest
  @CsvSource({
    // Japanese in Hangul, as the South Korean rules for foreign names write them.
    "기시다, person/kishida-fumio",
    "기시다 후미오, person/kishida-fumio",
    "이시바 시게루, person/ishiba-shigeru",
    "아베 신조, person/abe-shinzo",
    "하야시 요시마사, person/hayashi-yoshimasa",
    "노다 요시히코, person/noda-yoshihiko",
    "오부치 게이조, person/obuchi-keizo",
    "니시노 준야, person/nishino-junya",
    "사사에 겐이치로, person/sasae-kenichiro",
    "미즈시마 고이치, person/mizushima-koichi",
    "다카이치 사나에, person/takaichi-sanae",
    "구라시게 아쓰로, person/kurashige-atsuro",
    "야스쿠니, place/yasukuni-shrine",
    // Japanese in katakana.
    "キシダ, person/kishida-fumio",
    "キシダ フミオ, person/kishida-fumio",
    "イシバ・シゲル, person/ishiba-shigeru",
    "タカイチ, person/takaichi-sanae",
    // Koreans in katakana, as Japanese newspapers write them.
    "ユン・ソンニョル, person/yoon-suk-yeol",
    "ユン・ソクヨル, person/yoon-suk-yeol",
    "イ・ジェミョン, person/lee-jae-myung",
    "イ・ミョンバク, person/lee-myung-bak",
    "ムン・ジェイン, person/moon-jae-in",
    "キム・デジュン, person/kim-dae-jung",
    "キム・ムンス, person/kim-moon-soo",
    "キム・ジョンウン, person/kim-jong-un",
    "チェ・ウンミ, person/choi-eunmi",
    "ハン・ドンフン, person/han-dong-hoon",
    "カン・ユジョン, person/kang-yu-jung",
    "シン・ガクス, person/shin-kak-soo",
    "ヨ・ハング, person/yeo-han-koo",
    "パク・チン, person/park-jin",
    // Others in both.
    "바이든, person/biden-joe",
    "バイデン, person/biden-joe",
    "트럼프, person/trump-donald",
    "トランプ, person/trump-donald",
    "푸틴, person/putin-vladimir",
    "プーチン, person/putin-vladimir",
    "마르코스, person/marcos-ferdinand-jr",
    "マルコス, person/marcos-ferdinand-jr",
    "ヒロシマ, place/hiroshima",
    "ピョンヤン, place/pyongyang",
    "텍사스, place/texas",
    "テキサス, place/texas"
  })
  void findsWhoIsMeantFirst(String written, String thing) {
    List<SearchIndex.Hit> hits = index.find(written, 5, any -> true).hits();
    assertFalse(hits.isEmpty(), written + " finds nothing: " + Sound.of(written));
    assertEquals(Ent.id(thing), hits.get(0).thing(), Sound.of(written) + " " + hits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "오바마",
        "부시",
        "ブッシュ",
        "클린턴",
        "クリントン",
        "アンドン",
        "강릉",
        "ヨコハマ",
        "부산",
        "プサン",
        "オバマ",
        "모리 요시로",
        "스가 요시히데",
        "スズキ",
        "タナカ・カクエイ",
        "박근혜",
        "パク・クネ",
        "노무현",
        "ノ・ムヒョン",
        "고이즈미 준이치로",
        "マクロン",
        "숄츠",
        "시진핑",
        "シュウキンペイ",
        "런던",
        "パリ",
        "외교",
        "について",
        "정상회담",
        "サミット"
      })
  void findsNobodyWhoIsNotMeant(String written) {
    List<String> found =
        index.find(written, 5, any -> true).hits().stream()
            .filter(hit -> Ent.identifier(hit.thing()).matches("(person|place|state)/.*"))
            .map(hit -> Ent.identifier(hit.thing()) + " as " + hit.name())
            .toList();
    assertEquals(List.of(), found, Sound.of(written).toString());
  }

  @Test
  void namesWhatIsWrittenSoBeforeWhoSoundsSo() {
    assertEquals(
        List.of(Ent.id("agreement/joint-declaration-1998"), Ent.id("person/obuchi-keizo")),
        index.find("오부치", 2, any -> true).hits().stream().map(SearchIndex.Hit::thing).toList());
  }

  @Test
  void ranksWhatIsWrittenSoAboveWhatSoundsSo() {
    assertEquals(SearchIndex.Rank.EXACT, index.find("윤석열", 1, any -> true).hits().get(0).rank());
    assertEquals(
        SearchIndex.Rank.SOUND, index.find("ユン・ソンニョル", 1, any -> true).hits().get(0).rank());
  }
}
