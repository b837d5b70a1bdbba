package org.entente.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/** Asks the query behind each section of a page, and compares it with what the section shows. */
final class SectionQueries {
  private final Snapshot snapshot;
  private final GraphReader graph;

  SectionQueries(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.graph = GraphReader.of(snapshot.dataset());
  }

  /** Compares all sections of a thing's page; gives how many there are. */
  int compare(Node thing, String asOf) throws QueryRefusedException {
    List<Section> sections = sections(thing, asOf, "");
    for (Section cut : sections) {
      Section section =
          cut.more() == null
              ? cut
              : sections(thing, asOf, cut.id()).stream()
                  .filter(each -> each.id().equals(cut.id()))
                  .findFirst()
                  .orElseThrow();
      List<Map<String, Node>> rows =
          new DirectSelectRunner().select(snapshot, section.query(), Map.of()).rows();
      String where = thing + "#" + section.id() + " " + asOf + "\n" + section.query();
      switch (section.id()) {
        case "facts" -> {
          long properties = rows.stream().map(row -> row.get("property")).distinct().count();
          assertEquals(section.facts().size(), properties, where);
        }
        case "over-time", "met" -> assertEquals(section.table().rows().size(), rows.size(), where);
        case "not-accepted" -> assertEquals(section.facts().size(), rows.size(), where);
        default -> {
          String variable =
              switch (section.id()) {
                case "roles" -> "participation";
                case "names" -> "name";
                default -> "thing";
              };
          List<String> found = new ArrayList<>();
          rows.forEach(row -> found.add(row.get(variable).toString()));
          List<String> shown = section.facts().stream().map(Fact::about).toList();
          assertEquals(shown.size(), found.size(), where);
          assertEquals(new TreeSet<>(shown), new TreeSet<>(found), where);
          assertEquals(section.total(), found.size(), where);
        }
      }
    }
    return sections.size();
  }

  private List<Section> sections(Node thing, String asOf, String show) {
    PageRequest request =
        new PageRequest(
            "/page/x",
            Map.of("asof", List.of(asOf), "show", List.of(show)),
            List.of("en"),
            URI.create("https://example.org"));
    PageContext page = new PageContext(request, snapshot, graph, LocalDate.of(2026, 1, 2));
    List<Section> sections = new ArrayList<>();
    for (Object each : (List<?>) new EntityPage(page, thing).model().get("sections")) {
      sections.add((Section) each);
    }
    return sections;
  }
}
