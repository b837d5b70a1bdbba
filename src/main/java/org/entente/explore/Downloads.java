package org.entente.explore;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where the tables and pictures of a page are downloaded; templates call only what is public. */
public final class Downloads {
  private final Urls urls;
  private final String path;
  private final Map<String, String> parameters;

  Downloads(Urls urls, String path, Map<String, String> parameters) {
    this.urls = urls;
    this.path = path;
    this.parameters = parameters;
  }

  /** A table in a format, by its name. */
  public String table(String name, String format) {
    return address("table", name, format);
  }

  /** A picture as SVG, by its name. */
  public String picture(String id) {
    return address("picture", id, "svg");
  }

  private String address(String what, String name, String format) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put(what, name);
    all.put("format", format);
    return urls.page(path, all);
  }
}
