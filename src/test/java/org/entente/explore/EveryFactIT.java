package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.rdf.Ent;
import org.junit.jupiter.api.Test;

/** Every sentence on the page of everything in the shipped graph opens to what it rests on. */
class EveryFactIT {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(<p class=\"lede\">|<li class=\"fact\">)(.*?)</p>(<details class=\"evidence\">)?",
          Pattern.DOTALL);

  @Test
  void everySentenceOpensToWhatItRestsOn() throws Exception {
    Snapshot snapshot = new Snapshot(ShippedGraph.dataset(), "shipped");
    Explorer explorer = new Explorer(() -> snapshot, Path.of("queries"));
    Set<String> things = new TreeSet<>();
    ShippedGraph.dataset()
        .getDefaultGraph()
        .find()
        .forEachRemaining(
            triple -> things.add(String.valueOf(Ent.identifier(triple.getSubject()))));
    Map<String, String> bare = new TreeMap<>();
    int sentences = 0;
    for (String thing : things) {
      PageResponse page =
          explorer
              .respond(
                  new PageRequest(
                      "/page/" + thing, Map.of(), List.of("en"), URI.create("http://localhost")))
              .orElseThrow();
      if (page.status() != 200) {
        continue;
      }
      Matcher matcher = SENTENCE.matcher(page.text());
      while (matcher.find()) {
        sentences++;
        if (matcher.group(3) == null) {
          bare.put(thing, matcher.group(2).replaceAll("<[^>]+>", ""));
        }
      }
    }
    assertEquals(Map.of(), bare);
    assertTrue(sentences > 5_000, sentences + " sentences");
  }
}
