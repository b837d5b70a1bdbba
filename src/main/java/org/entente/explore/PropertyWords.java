package org.entente.explore;

import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;

/** What a property is called at the head of a sentence. */
final class PropertyWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("hasParticipatingState", "States that took part"),
          Map.entry("inState", "In"),
          Map.entry("series", "One of the series"),
          Map.entry("session", "Number in its series"),
          Map.entry("hasPlace", "Took place in"),
          Map.entry("subEventOf", "Part of"),
          Map.entry("onSidelineOf", "On the sidelines of"),
          Map.entry("formality", "Format"),
          Map.entry("hasActor", "Took part"),
          Map.entry("ofState", "Of"),
          Map.entry("subOrganizationOf", "Part of"),
          Map.entry("postIn", "Post in"),
          Map.entry("about", "About"),
          Map.entry("issued", "Published"),
          Map.entry("isPartOf", "Part of"),
          Map.entry("creator", "Written by"),
          Map.entry("publisher", "Published by"),
          Map.entry("cites", "Cites"),
          Map.entry("dateBasis", "How its date is known"),
          Map.entry("seriesName", "Series"),
          Map.entry("number", "Number"),
          Map.entry("language", "Language"),
          Map.entry("url", "To be read at"),
          Map.entry("answers", "Answers"),
          Map.entry("plannedDate", "Planned for"),
          Map.entry("planOf", "What is planned"),
          Map.entry("realisedBy", "Came about in"),
          Map.entry("locatedIn", "Lies in"),
          Map.entry("broader", "Belongs to"),
          Map.entry("host", "Host"),
          Map.entry("visitor", "Visitor"),
          Map.entry("lat", "Latitude and longitude"),
          Map.entry("party", "Parties"),
          Map.entry("signatory", "Signed by"),
          Map.entry("over", "Over"),
          Map.entry("cause", "Cause"),
          Map.entry("inDispute", "In the dispute"),
          Map.entry("toward", "Toward"));

  private PropertyWords() {}

  /** The words for a property; its label when there are none. */
  static String of(Node property, Names names) {
    String words = WORDS.get(EntityGroups.local(property));
    if (words != null) {
      return words;
    }
    String label = names.text(property);
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
