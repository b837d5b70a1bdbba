package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader does, done in a real browser on the shipped graph. */
class ExplorerIT {
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

  @ParameterizedTest
  @CsvSource({
    "Kishida, Kishida Fumio",
    "岸田文雄, Kishida Fumio",
    "최은미, Choi Eunmi",
    "kisida fumio, Kishida Fumio",
    "KISHIDA-FUMIO, Kishida Fumio"
  })
  void searchesInAnyScriptAndSpelling(String name, String found) {
    browser.go("/");
    browser.find("#ask").sendKeys(name);
    browser.find("#ask").sendKeys(Keys.ENTER);
    browser.await("return location.pathname === '/search'");
    assertEquals(found, browser.text(".results li a"));
  }

  @Test
  void suggestsWhileOneWrites() {
    browser.go("/");
    browser.find("#ask").sendKeys("phnom");
    browser.await("return document.querySelectorAll('.ask .suggest li').length > 0");
    browser.find("#ask").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    browser.await("return location.pathname.startsWith('/page/')");
    assertTrue(browser.text("h1").contains("Phnom Penh"), browser.text("h1"));
  }

  @Test
  void opensASummitAndReadsItsEvidence() {
    browser.go("/page/event/summit-2022-11-phnom-penh");
    assertEquals(
        "Kishida Fumio and Yoon Suk Yeol met in Phnom Penh in November 2022 — their first summit.",
        browser.text(".lede"));
    assertFalse(browser.find(".leadin blockquote").isDisplayed());
    browser.click(".leadin summary");
    WebElement quote = browser.find(".leadin blockquote");
    assertTrue(quote.isDisplayed());
    assertTrue(quote.getText().contains("Phnom Penh"), quote.getText());
    assertTrue(browser.text(".leadin .place").startsWith("characters "));
    assertTrue(browser.text(".leadin .from").contains("Nishino Junya"));
    browser.click(".leadin .place a");
    browser.await("return location.pathname.startsWith('/page/document/')");
    assertTrue(browser.find(".reading > li:target").isDisplayed());
  }

  @Test
  void filtersTheTimelineAndGoesBack() {
    browser.go("/timeline");
    int all = browser.all("#timeline-picture .mark").size();
    browser.find("select[name=kind]").sendKeys("Summits");
    browser.click(".filters button");
    browser.await("return location.search.includes('kind=Summits')");
    int summits = browser.all("#timeline-picture .mark").size();
    assertTrue(summits > 3 && summits < all, summits + " of " + all);
    browser.script("document.activeElement.blur()");
    browser.find("body").sendKeys("0");
    browser.await("return !location.search.includes('from=2022-01-01')");
    assertTrue(browser.path().contains("kind=Summits"));
    browser.driver().navigate().back();
    browser.driver().navigate().back();
    browser.await("return !location.search.includes('kind=Summits')");
    assertEquals(all, browser.all("#timeline-picture .mark").size());
  }

  @Test
  void followsAnEdgeToTheMeetings() {
    browser.go("/network");
    browser.script(
        "document.querySelector('#network-picture a.edge[aria-label*=\"Kishida Fumio\"]')"
            + ".dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    browser.await("return location.hash === '#edge'");
    assertEquals("Kishida Fumio and Yoon Suk Yeol", browser.text("#edge-title"));
    assertTrue(browser.text("#edge").contains("their first summit"));
  }

  @Test
  void comparesBothSidesOfADisagreement() {
    browser.go("/disagreements");
    WebElement first = browser.find(".board");
    assertEquals(2, first.findElements(org.openqa.selenium.By.cssSelector(".holder")).size());
    assertTrue(browser.all(".board blockquote").size() > 20);
    assertFalse(browser.text(".board .verdict").isBlank());
  }

  @Test
  void showsTheGraphAsOfADay() {
    browser.go("/page/person/kishida-fumio?asof=2022-12-31");
    assertTrue(browser.text(".asof-note").startsWith("As of 31 December 2022"));
    assertEquals(1, browser.all("#summits .fact").size());
    browser.click(".asof-note a");
    browser.await("return !location.search.includes('asof')");
    assertTrue(browser.all("#summits .fact").size() >= 4);
  }

  @Test
  void keepsTheDayFromPageToPage() {
    browser.go("/?asof=2022-12-31");
    browser.click("header nav li:nth-child(1) a");
    browser.await("return location.pathname === '/timeline'");
    assertTrue(browser.path().contains("asof=2022-12-31"));
  }

  @Test
  void runsAQuestionAndSharesIt() {
    browser.go("/queries");
    browser.click(".card a[href*='bilateral-summits']");
    browser.await("return location.pathname === '/queries/bilateral-summits'");
    assertTrue(browser.all("tbody tr").size() > 1);
    List<WebElement> views = browser.all(".views a");
    assertFalse(views.isEmpty());
    views.get(views.size() - 1).sendKeys(Keys.ENTER);
    browser.await("return location.search.includes('view=table')");
    String shared = browser.path();
    browser.go("/").go(shared);
    assertEquals("table", browser.text(".views a[aria-current]"));
    assertTrue(browser.all("tbody tr").size() > 1);
  }

  @Test
  void completesWhileOneTypes() {
    browser.go("/sparql");
    write("SELECT ?s WHERE { ?s a foaf:Pers");
    browser.await("return document.querySelector('.CodeMirror-hints') !== null");
    assertTrue(browser.text(".CodeMirror-hints").contains("foaf:Person"));
    keys(Keys.ENTER);
    assertEquals(
        "PREFIX foaf: <http://xmlns.com/foaf/0.1/>\nSELECT ?s WHERE { ?s a foaf:Person", query());
    keys(" ; bilat");
    browser.await("return document.querySelector('.CodeMirror-hints') !== null");
    assertTrue(
        browser.text(".CodeMirror-hints").contains("ent:BilateralSummit"),
        browser.text(".CodeMirror-hints"));
    keys(Keys.ESCAPE);
    keys(" . ?");
    keys("s");
    assertTrue(browser.all(".CodeMirror-hints").isEmpty());
  }

  private static void write(String text) {
    browser.await("return document.querySelector('.CodeMirror') !== null");
    browser.script(
        "const e = document.querySelector('.CodeMirror').CodeMirror; e.setValue(''); e.focus();");
    keys(text);
  }

  private static void keys(CharSequence keys) {
    browser.driver().switchTo().activeElement().sendKeys(keys);
  }

  private static String query() {
    return (String)
        browser.script("return document.querySelector('.CodeMirror').CodeMirror.getValue()");
  }

  @Test
  void showsAnswersInEveryViewAndGoesBack() {
    browser.go("/sparql");
    browser.await("return document.querySelector('.CodeMirror') !== null");
    assertFalse(browser.find("#query").isDisplayed());
    browser.click("#editor button[type=submit]");
    browser.await("return document.querySelectorAll('#result tbody tr').length > 3");
    assertTrue(browser.path().startsWith("/sparql?query="));
    assertEquals(1, browser.all("#result .desk svg").size());
    browser.click("#result .views li:last-child a");
    browser.await("return location.search.includes('view=table')");
    browser.await("return document.querySelectorAll('#result svg').length === 0");
    browser.driver().navigate().back();
    browser.await("return document.querySelectorAll('#result .desk svg').length === 1");
    String shared = browser.path();
    browser.go("/").go(shared);
    browser.await("return document.querySelectorAll('#result tbody tr').length > 3");
  }

  @ParameterizedTest
  @CsvSource({
    "who-met-whom, network",
    "bilateral-summits, timeline",
    "frequent-encounters, chart",
    "persons-by-number-of-files, chart",
    "summits-kishida-yoon, timeline"
  })
  void showsAnswersAsWhatTheyAre(String question, String view) {
    browser.go("/queries/" + question + "?view=" + view);
    assertEquals(view, browser.text(".views a[aria-current]"));
    assertEquals(1, browser.all(".desk svg").size());
    assertFalse(browser.all("tbody td a").isEmpty(), "no row leads to its things");
  }

  @Test
  void aMarkLeadsToTheWordsThatProveItWithoutScriptToo() throws Exception {
    try (Browser plain = Browser.open(ShippedGraph.serve().url(), false)) {
      for (Browser each : List.of(browser, plain)) {
        each.go("/timeline?kind=Summits");
        each.click(".desk a[aria-label^='First Kishida-Yoon summit']");
        each.await("return location.hash === '#evidence'");
        assertTrue(each.find("#evidence blockquote").isDisplayed());
      }
    }
  }

  @Test
  void theDayIsChosenOnEveryPage() {
    browser.go("/disagreements");
    int all = browser.all(".board").size();
    browser.click(".when summary");
    browser.script("document.querySelector('.when input[name=asof]').value = '2022-12-31'");
    browser.click(".when button");
    browser.await("return location.search.includes('asof=2022-12-31')");
    int then = browser.all(".board").size();
    assertTrue(then > 0 && then < all, then + " of " + all);
    browser.click("header nav a[href*='/documents']");
    browser.await("return location.pathname === '/documents'");
    assertEquals(2, browser.all(".cards.wide .card").size());
  }

  @Test
  void theKeyboardAloneLeadsToAQuote() {
    browser.go("/page/person/kishida-fumio");
    keys(Keys.TAB);
    assertEquals("To the content", browser.driver().switchTo().activeElement().getText());
    keys(Keys.ENTER);
    browser.await("return location.hash === '#main'");
    for (int i = 0; i < 12; i++) {
      keys(Keys.TAB);
      if (browser.driver().switchTo().activeElement().getTagName().equals("summary")) {
        break;
      }
    }
    keys(Keys.SPACE);
    assertTrue(browser.find(".leadin blockquote").isDisplayed());
  }

  @Test
  void picturesFitATelephoneAndNothingMovesForThoseWhoAskForRest() {
    try {
      browser.width(390);
      browser.go("/timeline");
      assertFalse(browser.find(".desk").isDisplayed());
      assertTrue(browser.find(".hand svg").isDisplayed());
      browser
          .driver()
          .executeCdpCommand(
              "Emulation.setEmulatedMedia",
              java.util.Map.of(
                  "features",
                  List.of(java.util.Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
      assertEquals(
          "auto",
          browser.script("return getComputedStyle(document.documentElement).scrollBehavior"));
    } finally {
      browser.width(1280);
      browser.dark(false);
    }
  }

  @Test
  void everythingCanBeReadWithoutScript() throws Exception {
    try (Browser plain = Browser.open(ShippedGraph.serve().url(), false)) {
      plain.go("/timeline");
      assertTrue(plain.all("#timeline-picture .mark").size() > 20);
      plain.click(".twin summary");
      assertTrue(plain.find(".twin tbody tr").isDisplayed());
      plain.go("/page/event/summit-2022-11-phnom-penh").click(".leadin summary");
      assertTrue(plain.find(".leadin blockquote").isDisplayed());
      plain.go("/").find("#ask").sendKeys("尹錫悦", Keys.ENTER);
      assertEquals("Yoon Suk Yeol", plain.await(".results li a", 1).get(0).getText());
      plain.go("/sparql").click("#editor button[type=submit]");
      assertTrue(plain.await("tbody tr", 4).size() > 3);
    }
  }
}
