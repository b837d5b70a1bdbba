package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How pages look: accessible in light and dark, whole on a desk and on a phone. */
class LookIT {
  private static final Path SHOTS = Path.of("target", "screenshots");
  private static final int HIGHEST = 6000;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.open(ShippedGraph.serve().url(), true);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  static java.util.stream.Stream<String> pages() {
    return Browser.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasNoBarrierAndFitsEveryScreen(String path) throws Exception {
    String name = path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    name = name.isEmpty() ? "home" : name;
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      for (boolean dark : new boolean[] {false, true}) {
        browser.dark(dark);
        browser.go(path);
        settle(path);
        assertEquals("", browser.violations(), path + " at " + width + (dark ? " dark" : ""));
        if (!dark || path.equals("/")) {
          browser.screenshot(
              SHOTS.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"), HIGHEST);
        }
      }
      long wide = (Long) browser.script("return document.documentElement.scrollWidth");
      assertTrue(wide <= width, path + " is " + wide + " wide on a screen of " + width);
      assertEquals("", browser.script(CLIPPED), path + " clips or crosses labels");
      assertEquals("", browser.script(RAW), path + " shows a raw identifier");
    }
  }

  private static void settle(String path) {
    if (path.equals("/sparql")) {
      browser.await("return document.querySelector('.CodeMirror') !== null");
    }
  }

  /** Labels of pictures that leave their picture or cross another. */
  private static final String CLIPPED =
      """
      const found = [];
      for (const svg of document.querySelectorAll('svg.picture')) {
        const box = svg.getBoundingClientRect();
        const labels = [...svg.querySelectorAll('text.label')].map(t => [t, t.getBoundingClientRect()]);
        for (const [t, r] of labels) {
          if (r.left < box.left - 1 || r.right > box.right + 1 || r.bottom > box.bottom + 1)
            found.push('clipped: ' + t.textContent);
        }
        for (let i = 0; i < labels.length; i++) for (let j = i + 1; j < labels.length; j++) {
          const [a, p] = labels[i], [b, q] = labels[j];
          if (p.left < q.right - 2 && q.left < p.right - 2 && p.top < q.bottom - 4 && q.top < p.bottom - 4)
            found.push('crossing: ' + a.textContent + ' / ' + b.textContent);
        }
      }
      return found.slice(0, 5).join('; ');
      """;

  /** Identifiers where a name should be. */
  private static final String RAW =
      """
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (/w3id\\.org\\/entente\\/(id|ontology)/.test(node.data)
            && !node.parentElement.closest('code, pre, textarea, .CodeMirror')) found.push(node.data.trim());
      }
      return found.slice(0, 5).join('; ');
      """;
}
