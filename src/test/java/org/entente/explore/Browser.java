package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The system's Chromium without a window, with a fresh profile. */
final class Browser implements AutoCloseable {
  private static final List<String> BINARIES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;
  private final String root;

  private Browser(ChromeDriver driver, String root) {
    this.driver = driver;
    this.root = root;
  }

  /** Starts it on a site; without a browser on this machine the test is skipped, or fails in CI. */
  static Browser open(String root, boolean script) {
    Path binary =
        BINARIES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    boolean present = binary != null && Files.isExecutable(DRIVER);
    if (Boolean.getBoolean("entente.browser.required")) {
      assertTrue(present, "Chromium and chromedriver are required here and not installed");
    }
    Assumptions.assumeTrue(
        present, "skipped: no Chromium with chromedriver (apt-get install chromium-driver)");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1280,900");
    if (!script) {
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    }
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options), root);
  }

  Browser go(String path) {
    driver.get(root + path);
    return this;
  }

  /** The address without host. */
  String path() {
    return driver.getCurrentUrl().replace(root, "");
  }

  String text(String css) {
    return find(css).getText();
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /**
   * At least so many elements, waited for: a key that sends a form does not wait for its answer.
   */
  List<WebElement> await(String css, int least) throws InterruptedException {
    List<WebElement> found = all(css);
    for (int i = 0; i < 300 && found.size() < least; i++) {
      Thread.sleep(50);
      found = all(css);
    }
    return found;
  }

  /** Presses what a reader would click: links, buttons and summaries take the Enter key. */
  Browser click(String css) {
    find(css).sendKeys(Keys.ENTER);
    return this;
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Waits until a script says true. */
  void await(String script) {
    for (int i = 0; i < 300; i++) {
      if (Boolean.TRUE.equals(script(script))) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    assertTrue(false, "waited in vain for: " + script);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Shows pages as on a screen of that width. */
  void width(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 700));
  }

  /** Shows pages in dark or light. */
  void dark(boolean dark) {
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** Writes a picture of the whole page, at most so high. */
  void screenshot(Path file, int highest) throws IOException {
    long height = (Long) script("return document.documentElement.scrollHeight");
    long width = (Long) script("return window.innerWidth");
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", width, "height", Math.min(height, highest), "scale", 1);
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
  }

  /** What axe-core finds wrong with the page, a line each. */
  String violations() {
    script(axe());
    return (String)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: {type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}})
              .then(r => done(r.violations.map(v => v.id + ': '
                  + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary.slice(0, 200)).join(' | '))
                  .join('\\n')))
              .catch(e => done('axe failed: ' + e));
            """);
  }

  private static String axe() {
    try (InputStream in =
        Browser.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What went wrong on the page according to its console. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  static Stream<String> pages() {
    return Stream.of(
        "/",
        "/timeline",
        "/network",
        "/disputes",
        "/disagreements",
        "/documents",
        "/map",
        "/queries",
        "/queries/bilateral-summits",
        "/sparql",
        "/search?q=kishida",
        "/search?q=what%20did%20Yoon%20and%20Kishida%20agree%20in%202023%3F",
        "/search?q=kisida",
        "/timeline?actor=nobody",
        "/page/person/kishida-fumio",
        "/page/event/summit-2022-11-phnom-penh",
        "/page/dispute/wartime-labour",
        "/page/document/choi-2024-sado",
        "/page/state/japan",
        "/page/gap/author-of-kh-leadership-change",
        "/queries/who-met-whom?lang=ko",
        "/?asof=2022-12-31&lang=ja");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
