package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/** The results of a search, and suggestions while one writes. */
final class SearchPage {
  private static final int RESULTS = 60;
  private static final int SUGGESTIONS = 8;

  private SearchPage() {}

  /** Something found. */
  record Found(Piece name, String kind, String as) {}

  static View view(PageContext page, SearchIndex index, Gallery gallery) {
    String query = page.parameter("q").orElse("");
    List<Found> all = found(page, index, query, RESULTS);
    String kind = page.parameter("kind").orElse("");
    List<Found> found =
        all.stream().filter(each -> kind.isEmpty() || kind.equals(each.kind())).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", query.isEmpty() ? "Search" : "Search: " + Svg.fit(query, 1, 40));
    model.put("q", query);
    model.put("found", found);
    model.put(
        "questions",
        query.isEmpty()
            ? List.of()
            : gallery.entries().stream()
                .filter(entry -> entry.mentions(query))
                .limit(SUGGESTIONS)
                .toList());
    List<String[]> kinds =
        all.stream().map(Found::kind).distinct().sorted().map(k -> new String[] {k, k}).toList();
    model.put(
        "fields",
        query.isEmpty()
            ? List.of()
            : List.of(
                Field.words("q", "Search", query),
                new Filters(page).choice("kind", "Kind", "every kind", kinds)));
    DataTable.Builder builder =
        new DataTable.Builder("search", "Found", "Name", "Kind", "Found as");
    found.forEach(each -> builder.row(each.name(), each.kind(), each.as()));
    DataTable table = builder.build();
    model.put("table", table);
    return View.of("search", model).with(table);
  }

  private static List<Found> found(PageContext page, SearchIndex index, String query, int most) {
    List<Found> found = new ArrayList<>();
    for (SearchIndex.Hit hit : index.find(query, most, page::shows)) {
      Piece name = page.names().link(hit.thing());
      found.add(
          new Found(
              name,
              page.names().kind(hit.thing()),
              hit.name().equals(name.text()) ? "" : hit.name()));
    }
    return found;
  }

  /** Suggestions as JSON. */
  static String suggestions(PageContext page, SearchIndex index) {
    JsonArray array = new JsonArray();
    for (Found each : found(page, index, page.parameter("q").orElse(""), SUGGESTIONS)) {
      JsonObject object = new JsonObject();
      object.put("name", new JsonString(each.name().text()));
      object.put("kind", new JsonString(each.kind()));
      object.put("as", new JsonString(each.as()));
      object.put("href", new JsonString(String.valueOf(each.name().href())));
      array.add(object);
    }
    return JSON.toString(array);
  }
}
