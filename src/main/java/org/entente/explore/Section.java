package org.entente.explore;

import java.util.List;

/**
 * A part of a page.
 *
 * @param id its name within the page
 * @param title its heading
 * @param intro a line below the heading; null for none
 * @param facts sentences
 * @param total how many there are in all
 * @param more where all of them are shown; null when they are
 * @param wider what leads to a list of these and others; empty for nothing
 * @param picture a picture; null for none
 * @param table a table; null for none
 * @param query the SPARQL that gives the same; null for none
 */
record Section(
    String id,
    String title,
    String intro,
    List<Fact> facts,
    int total,
    String more,
    List<Piece> wider,
    Picture picture,
    DataTable table,
    String query) {
  /** The heading in quotation marks. */
  public String quoted() {
    return "“" + title + "”";
  }

  static Section of(String id, String title, List<Fact> facts, String query) {
    return new Section(id, title, null, facts, facts.size(), null, List.of(), null, null, query);
  }
}
