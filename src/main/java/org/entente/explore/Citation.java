package org.entente.explore;

import java.time.LocalDate;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;

/** How to cite a page: as text, BibTeX and CSL. */
record Citation(String text, String bibtex, String csl) {
  /** The citation of a page of a version of the graph, as seen on a day. */
  static Citation of(String title, String address, String version, LocalDate seen) {
    String shortVersion = version.length() > 12 ? version.substring(0, 12) : version;
    String text =
        "“%s.” Entente: a knowledge graph of diplomacy, version %s. %s (accessed %s)."
            .formatted(title, shortVersion, address, DateWords.of(seen));
    String bibtex =
        """
        @misc{entente-%s,
          title        = {%s},
          howpublished = {Entente: a knowledge graph of diplomacy, version %s},
          url          = {%s},
          urldate      = {%s}
        }
        """
            .formatted(
                Integer.toHexString(address.hashCode()), bibtex(title), version, address, seen);
    JsonObject csl = new JsonObject();
    csl.put("type", new JsonString("webpage"));
    csl.put("title", new JsonString(title));
    csl.put("container-title", new JsonString("Entente: a knowledge graph of diplomacy"));
    csl.put("version", new JsonString(version));
    csl.put("URL", new JsonString(address));
    JsonArray parts = new JsonArray();
    parts.add(JsonNumber.value(seen.getYear()));
    parts.add(JsonNumber.value(seen.getMonthValue()));
    parts.add(JsonNumber.value(seen.getDayOfMonth()));
    JsonArray dates = new JsonArray();
    dates.add(parts);
    JsonObject accessed = new JsonObject();
    accessed.put("date-parts", dates);
    csl.put("accessed", accessed);
    return new Citation(text, bibtex, JSON.toString(csl));
  }

  private static String bibtex(String title) {
    return title.replaceAll("([\\\\{}$&#%_^~])", "\\\\$1");
  }
}
