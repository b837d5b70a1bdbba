package org.entente.explore;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/** How to cite a page: as text, BibTeX and CSL. */
record Citation(String text, String bibtex, String csl) {
  private static final String WORK = "Entente: a knowledge graph of diplomacy";
  private static final int SHORT = 12;
  private static final Pattern AS_OF = Pattern.compile("[?&]asof=([0-9-]+)");

  /**
   * The citation of a page of a version of the graph, as seen on a day.
   *
   * @param identifier the identifier of the thing that the page is about, which stays the same
   *     wherever the graph is served; null for a page of no thing
   * @param address where the page was seen
   */
  static Citation of(
      String title, String identifier, String address, String version, LocalDate seen) {
    String lasting = identifier == null ? address : identifier;
    String edition = version.length() > SHORT ? version.substring(0, SHORT) : version;
    String accessed = DateWords.of(seen);
    String text =
        identifier == null
            ? "“%s.” %s, version %s. %s (accessed %s)."
                .formatted(title, WORK, edition, address, accessed)
            : "“%s.” %s, version %s. %s. Page: %s (accessed %s)."
                .formatted(title, WORK, edition, identifier, address, accessed);
    String bibtex =
        """
        @misc{%s,
          author       = {{Entente}},
          title        = {%s},
          year         = {%s},
          howpublished = {%s, version %s},
          url          = {%s},
          urldate      = {%s}%s
        }
        """
            .formatted(
                key(identifier, address),
                bibtex(title),
                seen.getYear(),
                WORK,
                version,
                lasting,
                seen,
                identifier == null ? "" : ",\n  note         = {Page: \\url{" + address + "}}");
    JsonObject csl = new JsonObject();
    csl.put("id", new JsonString(key(identifier, address)));
    csl.put("type", new JsonString("webpage"));
    JsonObject author = new JsonObject();
    author.put("literal", new JsonString("Entente"));
    JsonArray authors = new JsonArray();
    authors.add(author);
    csl.put("author", authors);
    csl.put("title", new JsonString(title));
    csl.put("container-title", new JsonString(WORK));
    csl.put("version", new JsonString(version));
    csl.put("URL", new JsonString(lasting));
    if (identifier != null) {
      csl.put("note", new JsonString("Page: " + address));
    }
    JsonArray parts = new JsonArray();
    parts.add(JsonNumber.value(seen.getYear()));
    parts.add(JsonNumber.value(seen.getMonthValue()));
    parts.add(JsonNumber.value(seen.getDayOfMonth()));
    JsonArray dates = new JsonArray();
    dates.add(parts);
    JsonObject day = new JsonObject();
    day.put("date-parts", dates);
    csl.put("accessed", day);
    JsonArray items = new JsonArray();
    items.add(csl);
    return new Citation(text, bibtex, JSON.toString(items));
  }

  /** A key that is the same for the same thing or address, and the same day as of which it is. */
  private static String key(String identifier, String address) {
    return identifier == null
        ? "entente-" + Integer.toHexString(address.hashCode())
        : "entente-"
            + identifier.replaceFirst("^.*/id/", "").replaceAll("[^A-Za-z0-9]+", "-")
            + AS_OF
                .matcher(address)
                .results()
                .map(day -> "-as-of-" + day.group(1))
                .findFirst()
                .orElse("");
  }

  private static String bibtex(String title) {
    return title.replaceAll("([\\\\{}$&#%_^~])", "\\\\$1");
  }
}
