package org.entente.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/** The results of a search, and suggestions while one writes. */
final class SearchPage {
  private static final int RESULTS = 60;
  private static final int SUGGESTIONS = 8;
  private static final int QUESTIONS = 8;

  private SearchPage() {}

  /** Why things are shown together: they fit alike. */
  private enum Fit {
    ALL("fits", null),
    MOST("most words", "With most of these words"),
    NAMED("named", "What these words name"),
    SIMILAR("similar", "Similar names"),
    CONSULTED("consulted", "Documents that were only consulted");

    private final String word;
    private final String title;

    Fit(String word, String title) {
      this.word = word;
      this.title = title;
    }

    static Fit of(PageContext page, SearchIndex.Hit hit) {
      if (page.graph().isAny(hit.thing(), "ExternalReference")) {
        return CONSULTED;
      }
      return switch (hit.rank()) {
        case EXACT, WORDS, BEGINNINGS, SOUND, TOGETHER -> ALL;
        case MOST -> MOST;
        case NAMED -> NAMED;
        case SIMILAR -> SIMILAR;
      };
    }
  }

  /**
   * Something found.
   *
   * @param as the name by which it was, when that is not what it is called; else empty
   * @param when when it was, in words; empty for what has no date
   */
  record Item(Piece name, String kind, String as, String when, Span span, Fit fit) {}

  /**
   * What fits alike.
   *
   * @param title null for what fits in full, which needs none
   */
  record Group(String id, String title, List<Item> items) {}

  static View view(PageContext page, NameSearch index, Gallery gallery) {
    String query = page.parameter("q").orElse("");
    SearchIndex.Found result = index.find(query, RESULTS, page::shows);
    List<Item> all = items(page, result.hits());
    String kind = page.parameter("kind").orElse("");
    List<Item> shown =
        all.stream().filter(each -> kind.isEmpty() || kind.equals(each.kind())).toList();
    List<Gallery.Entry> questions = gallery.fitting(query, QUESTIONS);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", query.isEmpty() ? "Search" : "Search: " + Svg.fit(query, 1, 40));
    model.put("q", cut(query));
    model.put("groups", groups(shown));
    model.put("heading", heading(cut(query), all, shown, result, questions));
    model.put("more", result.total() - result.hits().size());
    model.put("unknown", result.unknown().stream().map(SearchPage::cut).toList());
    model.put("asking", SearchWords.isQuestion(query));
    model.put("questions", questions);
    Set<String> kinds = new TreeSet<>(all.stream().map(Item::kind).toList());
    if (index.isKind(kind)) {
      kinds.add(kind);
    }
    model.put(
        "fields",
        all.isEmpty() && kind.isEmpty()
            ? List.of()
            : List.of(
                Field.words("q", "Search", query),
                new Filters(page)
                    .choice(
                        "kind",
                        "Kind",
                        "every kind",
                        kinds.stream().map(k -> new String[] {k, k}).toList())));
    DataTable.Builder builder =
        new DataTable.Builder(
            "search", "Found", "Name", "Kind", "Found as", "Earliest", "Latest", "Fit");
    shown.forEach(
        each ->
            builder.row(
                each.name(),
                each.kind(),
                each.as(),
                each.span().first(),
                each.span().last(),
                each.fit().word));
    DataTable table = builder.build();
    model.put("table", table);
    return View.of("search", model).with(table);
  }

  /** What was found, in a few words; of what the documents don't speak, it says so. */
  private static String heading(
      String query,
      List<Item> all,
      List<Item> shown,
      SearchIndex.Found result,
      List<Gallery.Entry> questions) {
    if (query.isEmpty()) {
      return "Search";
    }
    long found = shown.stream().filter(each -> each.fit() == Fit.ALL).count();
    if (found > 0) {
      return found + result.total() - result.hits().size() + " found for “" + query + "”";
    }
    if (shown.isEmpty() && !all.isEmpty()) {
      return "Nothing of this kind for “" + query + "”";
    }
    boolean near = shown.stream().anyMatch(each -> each.fit() != Fit.CONSULTED);
    return near || !questions.isEmpty()
        ? "No exact match for “" + query + "”; what comes near is below"
        : "The documents do not speak of “" + query + "” under that name";
  }

  private static String cut(String words) {
    return Svg.fit(words, 1, 40);
  }

  private static List<Group> groups(List<Item> items) {
    Map<Fit, List<Item>> groups = new EnumMap<>(Fit.class);
    items.forEach(item -> groups.computeIfAbsent(item.fit(), f -> new ArrayList<>()).add(item));
    return groups.entrySet().stream()
        .map(
            group ->
                new Group(
                    group.getKey().name().toLowerCase(Locale.ROOT),
                    group.getKey().title,
                    group.getValue()))
        .toList();
  }

  private static List<Item> items(PageContext page, List<SearchIndex.Hit> hits) {
    Marks marks = new Marks(page);
    List<Item> items = new ArrayList<>();
    for (SearchIndex.Hit hit : hits) {
      Piece name = page.names().link(hit.thing());
      Span span = Span.of(page.graph(), hit.thing());
      items.add(
          new Item(
              name,
              page.names().kind(hit.thing()),
              hit.name() == null || hit.name().equals(name.text()) ? "" : hit.name(),
              span.isUnknown() ? "" : marks.when(hit.thing(), span),
              span,
              Fit.of(page, hit)));
    }
    return items;
  }

  /** Suggestions as JSON. */
  static String suggestions(PageContext page, NameSearch index) {
    JsonArray array = new JsonArray();
    String query = page.parameter("q").orElse("");
    for (Item each : items(page, index.find(query, SUGGESTIONS, page::shows).hits())) {
      JsonObject object = new JsonObject();
      object.put("name", new JsonString(each.name().text()));
      object.put("kind", new JsonString(each.kind()));
      object.put("as", new JsonString(each.as()));
      object.put("when", new JsonString(each.when()));
      object.put("fit", new JsonString(each.fit() == Fit.ALL ? "" : each.fit().title));
      object.put("href", new JsonString(String.valueOf(each.name().href())));
      array.add(object);
    }
    return JSON.toString(array);
  }
}
