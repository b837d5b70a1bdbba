package org.entente.explore;

import java.util.Map;

/**
 * A page before it is rendered.
 *
 * @param status HTTP status
 * @param template name of its template
 * @param model what the template shows
 * @param table the table to download; null for none
 * @param picture the picture to download; null for none
 */
record View(
    int status, String template, Map<String, Object> model, DataTable table, String picture) {
  static View of(String template, Map<String, Object> model, DataTable table, String picture) {
    return new View(200, template, model, table, picture);
  }
}
