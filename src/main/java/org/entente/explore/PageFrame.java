package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;

/** What surrounds every page: navigation, the day and language that are chosen, how to cite it. */
final class PageFrame {
  private static final Map<String, String> NAVIGATION = navigation();

  /** Parameters that say how a page is given and not what it shows. */
  private static final Set<String> NOT_CARRIED = Set.of("format", "fragment", "table", "picture");

  private PageFrame() {}

  private static Map<String, String> navigation() {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("/timeline", "Timeline");
    links.put("/network", "Network");
    links.put("/disputes", "Disputes");
    links.put("/disagreements", "Disagreements");
    links.put("/documents", "Documents");
    links.put("/map", "Map");
    links.put("/queries", "Questions");
    links.put("/sparql", "Query");
    return links;
  }

  /**
   * Adds what the layout shows to a page's model.
   *
   * @param citable whether the page is one to be cited, and not that something went wrong
   */
  static void fill(Map<String, Object> model, PageContext page, boolean citable) {
    String path = page.request().path();
    Urls urls = page.urls();
    List<Map<String, Object>> navigation = new ArrayList<>();
    NAVIGATION.forEach(
        (target, words) ->
            navigation.add(
                Map.of(
                    "href",
                    urls.page(target),
                    "words",
                    words,
                    "here",
                    path.equals(target) || path.startsWith(target + "/"))));
    model.put("navigation", navigation);
    model.put("home", urls.page("/"));
    model.put("path", urls.plain(path));
    model.put("assets", urls.plain("/assets"));
    model.put("root", urls.plain("/").replaceAll("/$", ""));
    model.put("searchAction", urls.plain("/search"));
    model.putIfAbsent("q", "");
    model.put("asof", page.asOf() == null ? "" : page.asOf().toString());
    model.put("asofWords", page.asOf() == null ? "" : DateWords.of(page.asOf()));
    model.put("vast", page.graph().isVast());
    model.put("lang", page.parameter("lang").orElse(""));
    model.put("languages", languages(page));
    model.put("language", name(shownLanguage(page)));
    model.put("version", page.snapshot().version());
    model.put("hidden", hidden(page));
    model.put("urls", urls);
    Map<String, String> now = current(page);
    model.put("take", new Downloads(urls, path, now));
    Map<String, String> without = new LinkedHashMap<>(now);
    without.remove("asof");
    model.put("withoutAsOf", new Urls(page.request().publicUrl(), Map.of()).page(path, without));
    String title = String.valueOf(model.get("title"));
    JsonObject linked =
        LinkedPage.of(title, urls.absolute(path) + query(now), page.snapshot().version());
    if (model.get("thing") instanceof JsonObject thing) {
      linked.put("mainEntity", thing);
    }
    model.put("linked", LinkedPage.text(linked));
    String identifier = model.get("iri") instanceof String iri ? iri : null;
    model.put(
        "cite",
        citable
            ? Citation.of(
                title,
                identifier,
                urls.absolute(path) + query(now),
                page.snapshot().version(),
                page.today())
            : null);
  }

  private static List<Choice> languages(PageContext page) {
    List<Choice> choices = new ArrayList<>();
    for (String language : page.graph().languages()) {
      choices.add(new Choice(language, name(language), language.equals(shownLanguage(page))));
    }
    return choices;
  }

  /** The reader's language where the graph has names in it, else English. */
  private static String shownLanguage(PageContext page) {
    return page.graph().languages().contains(page.language()) ? page.language() : "en";
  }

  /** A language by its own name. */
  private static String name(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return locale.getDisplayLanguage(locale);
  }

  /** The parameters of the request, without the format. */
  static Map<String, String> current(PageContext page) {
    Map<String, String> now = new LinkedHashMap<>();
    page.request()
        .parameters()
        .forEach(
            (name, values) -> {
              if (!values.isEmpty() && !NOT_CARRIED.contains(name)) {
                now.put(name, values.get(0));
              }
            });
    return now;
  }

  private static String query(Map<String, String> parameters) {
    String page = new Urls(java.net.URI.create("http://x"), Map.of()).page("/", parameters);
    return page.substring(1);
  }

  /** What the form of the day must carry on, besides the day itself. */
  private static List<Map<String, String>> hidden(PageContext page) {
    List<Map<String, String>> hidden = new ArrayList<>();
    current(page)
        .forEach(
            (name, value) -> {
              if (!name.equals("asof") && !name.equals("lang")) {
                hidden.add(Map.of("name", name, "value", value));
              }
            });
    return hidden;
  }
}
