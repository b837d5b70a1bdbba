package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
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

  static Stream<String> pages() {
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
      assertEquals("", browser.script(CUT), path + " at " + width);
      assertEquals("", browser.script(RAW), path + " shows a raw identifier");
    }
  }

  static Stream<String> pictures() {
    Stream<String> ties = Stream.of("met", "states", "signed").map(tie -> "/network?ties=" + tie);
    Stream<String> periods =
        Stream.of(
            "from=1945-01-01&to=2026-12-31",
            "from=2021-06-01&to=2025-12-31",
            "from=2024-09-01&to=2024-11-30",
            "from=2024-10-01&to=2024-10-12",
            "from=2022-01-01&to=2025-12-31&lang=ja",
            "from=2022-01-01&to=2025-12-31&lang=ko&asof=2024-10-01",
            "certainty=plans",
            "kind=In office&from=1990-01-01&to=2030-01-01");
    Stream<String> others =
        Stream.of(
            "/network?lang=ko",
            "/network?ties=states&lang=ja",
            "/network?ties=states&from=2023-01-01&to=2023-12-31",
            "/network?ties=signed&lang=ja",
            "/map?lang=ja",
            "/map?from=2024-01-01&to=2024-12-31",
            "/map?actor=person/yoon-suk-yeol",
            "/page/post/president-of-south-korea",
            "/page/post/prime-minister-of-japan",
            "/page/person/yoon-suk-yeol",
            "/page/person/ishiba-shigeru?lang=ja",
            "/page/person/shin-kak-soo",
            "/queries/who-met-whom?view=network",
            "/queries/frequent-encounters?view=network",
            "/queries/assessments-by-kind?view=chart",
            "/queries/agreements-of-japan",
            "/queries/timeline-2022?view=timeline",
            "/queries/visits-hosts-and-visitors?view=network");
    return Stream.of(ties, periods.map(period -> "/timeline?" + period.replace(" ", "%20")), others)
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void cutsNoNameAndSetsNoneUponAnother(String path) {
    browser.dark(false);
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      browser.go(path);
      assertTrue(browser.all("svg.picture").size() > 0, path + " has no picture");
      assertEquals("", browser.script(CUT), path + " at " + width);
    }
  }

  private static void settle(String path) {
    if (path.equals("/sparql")) {
      browser.await("return document.querySelector('.CodeMirror') !== null");
    }
  }

  /** Names and circles that leave their picture, and names and numbers upon each other. */
  private static final String CUT =
      """
      const found = [];
      const wide = document.documentElement.scrollWidth;
      if (wide > innerWidth) found.push('page is ' + wide + ' wide');
      for (const svg of document.querySelectorAll('svg.picture')) {
        const box = svg.getBoundingClientRect();
        if (box.width === 0) continue;
        const port = svg.parentElement.getBoundingClientRect();
        const unit = box.width / svg.viewBox.baseVal.width;
        const texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect(), t]);
        const out = (r) => r.left < box.left - 0.5 || r.right > box.right + 0.5 || r.top < box.top - 0.5 || r.bottom > box.bottom + 0.5;
        for (const [name, r] of texts) if (out(r)) found.push('cut: ' + name);
        for (const shape of svg.querySelectorAll('circle')) if (out(shape.getBoundingClientRect())) found.push('cut circle of ' + shape.parentElement.getAttribute('aria-label'));
        // A line of words is higher than its letters: two lines may touch, not cross.
        const ease = 3 * unit;
        for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
          const [a, p] = texts[i], [b, q] = texts[j];
          if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - ease && q.top < p.bottom - ease) found.push('crossing: ' + a + ' / ' + b);
        }
        for (const badge of svg.querySelectorAll('.badge')) {
          const c = badge.getBoundingClientRect();
          for (const [name, r, t] of texts) if (!t.classList.contains('badge-text') && c.left < r.right - 1 && r.left < c.right - 1 && c.top < r.bottom - ease && r.top < c.bottom - ease) found.push('badge over ' + name);
        }
      }
      return found.slice(0, 8).join('; ');
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
