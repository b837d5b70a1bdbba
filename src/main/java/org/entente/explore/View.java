package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page before it is rendered.
 *
 * @param status HTTP status
 * @param template name of its template
 * @param model what the template shows
 * @param tables its tables, each of which can be downloaded by its name
 * @param pictures its pictures, each of which can be downloaded by its name
 */
record View(
    int status,
    String template,
    Map<String, Object> model,
    List<DataTable> tables,
    List<Picture> pictures) {

  static View of(String template, Map<String, Object> model) {
    return new View(200, template, model, List.of(), List.of());
  }

  /** What is wrong with the parameters that this page takes, by their names. */
  Map<String, String> faults(PageContext page) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (model.get("faults") instanceof Map<?, ?> found) {
      found.forEach((name, fault) -> faults.put((String) name, (String) fault));
      return faults;
    }
    if (model.get("fields") instanceof List<?> fields) {
      for (Object each : fields) {
        Field field = (Field) each;
        field.fault().ifPresent(fault -> faults.put(field.name(), fault));
      }
    }
    String format = page.parameter("format").orElse("html");
    if (format.equals("svg")) {
      none(faults, page, "picture", pictures.stream().map(Picture::id).toList());
    } else if (!format.equals("html")) {
      none(faults, page, "table", tables.stream().map(DataTable::name).toList());
    }
    return faults;
  }

  /** Notes that the file that is asked for is not on this page. */
  private static void none(
      Map<String, String> faults, PageContext page, String what, List<String> there) {
    String name = page.parameter(what).orElse("");
    if (there.isEmpty()) {
      faults.put(
          "format",
          PageRequest.expected(
              "format", "html, for this page has no " + what, page.parameter("format").orElse("")));
    } else if (!name.isEmpty() && !there.contains(name)) {
      faults.put(what, PageRequest.expected(what, PageRequest.oneOf(there), name));
    }
  }

  /** The same with another status. */
  View status(int other) {
    return new View(other, template, model, tables, pictures);
  }

  /** The same with something more for the template. */
  View with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(model);
    all.put(name, value);
    return new View(status, template, all, tables, pictures);
  }

  /** The same with a table, which the template finds by its name. */
  View with(DataTable table) {
    if (table == null) {
      return this;
    }
    List<DataTable> all = new ArrayList<>(tables);
    all.add(table);
    return new View(status, template, model, List.copyOf(all), pictures);
  }

  /** The same with a picture; null adds none. */
  View with(Picture picture) {
    List<Picture> all = new ArrayList<>(pictures);
    if (picture != null) {
      all.add(picture);
    }
    return new View(status, template, model, tables, List.copyOf(all));
  }
}
