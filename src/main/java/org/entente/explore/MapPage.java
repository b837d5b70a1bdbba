package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Where things took place. */
final class MapPage {
  private MapPage() {}

  static View view(PageContext page) {
    GraphReader graph = page.graph();
    List<MapPicture.Spot> spots = new ArrayList<>();
    DataTable.Builder table =
        new DataTable.Builder(
            "map", "Where things took place", "Place", "In", "Latitude", "Longitude", "Events");
    Map<Node, List<Node>> events = events(page);
    events.forEach(
        (place, there) -> {
          String latitude = graph.object(place, Voc.LATITUDE).map(GraphReader::text).orElse("");
          String longitude = graph.object(place, Voc.LONGITUDE).map(GraphReader::text).orElse("");
          Piece name = page.names().link(place);
          if (!latitude.isEmpty() && !longitude.isEmpty()) {
            spots.add(
                new MapPicture.Spot(
                    name.text(),
                    name.href(),
                    Double.parseDouble(latitude),
                    Double.parseDouble(longitude),
                    there.size()));
          }
          List<Piece> state =
              graph.objects(place, Voc.ent("inState")).stream().map(page.names()::link).toList();
          table.row(
              name,
              DataTable.joined(state),
              latitude,
              longitude,
              DataTable.joined(there.stream().map(page.names()::link).toList()));
        });
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Map");
    String picture =
        spots.isEmpty()
            ? null
            : new MapPicture(spots, 1100).draw("map-picture", "Map of places", spots);
    List<MapPicture.Spot> near =
        spots.stream()
            .filter(
                s ->
                    s.longitude() > 100
                        && s.longitude() < 150
                        && s.latitude() > 8
                        && s.latitude() < 50)
            .toList();
    model.put("picture", picture);
    model.put(
        "near",
        near.size() < 3 || near.size() == spots.size()
            ? null
            : new MapPicture(near, 1100).draw("near-picture", "Map of places in East Asia", near));
    model.put("table", table.build());
    model.put("placed", spots.size());
    model.put("unplaced", events.size() - spots.size());
    return View.of("map", model, table.build(), picture);
  }

  /** Places with what took place there, the busiest first. */
  private static Map<Node, List<Node>> events(PageContext page) {
    GraphReader graph = page.graph();
    Map<Node, List<Node>> events = new LinkedHashMap<>();
    for (Node event : Things.of(graph, Voc.EVENT)) {
      if (page.shows(Span.of(graph, event))) {
        for (Node place : graph.objects(event, Voc.PLACE)) {
          events.computeIfAbsent(place, p -> new ArrayList<>()).add(event);
        }
      }
    }
    Map<Node, List<Node>> sorted = new LinkedHashMap<>();
    events.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
