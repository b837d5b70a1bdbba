package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** Where things took place. */
final class MapPage {
  /** How many degrees away is near. */
  private static final double NEAR = 12;

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
                    name,
                    Double.parseDouble(latitude),
                    Double.parseDouble(longitude),
                    there.size()));
          }
          List<Piece> state =
              graph.objects(place, Voc.ent("inState")).stream().map(page.names()::link).toList();
          table.row(
              name,
              Cell.list(state),
              latitude,
              longitude,
              Cell.list(there.stream().map(page.names()::link).toList()));
        });
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Map");
    Picture world = spots.isEmpty() ? null : MapPicture.of("map-picture", "Map of places", spots);
    List<MapPicture.Spot> busiest = busiest(spots);
    Picture near =
        busiest.size() < 3 || busiest.size() == spots.size()
            ? null
            : MapPicture.of("near-picture", "Map of where most took place", busiest);
    DataTable places = table.build();
    model.put("picture", world);
    model.put("near", near);
    model.put("table", places);
    model.put("placed", spots.size());
    model.put("unplaced", events.size() - spots.size());
    Filters filters = new Filters(page);
    List<Field> fields = new ArrayList<>();
    fields.add(filters.actors(Things.of(graph, Voc.EVENT)));
    fields.add(
        filters.choice(
            "kind",
            "Kind",
            "everything",
            Marks.eventLanes().stream().map(lane -> new String[] {lane, lane}).toList()));
    fields.add(filters.disputes());
    fields.add(filters.documents());
    fields.add(filters.certainty(false));
    fields.addAll(filters.days());
    model.put("fields", fields);
    return View.of("map", model).with(places).with(near).with(world);
  }

  /** The places around the one around which most took place. */
  private static List<MapPicture.Spot> busiest(List<MapPicture.Spot> spots) {
    List<MapPicture.Spot> best = List.of();
    int most = 0;
    for (MapPicture.Spot centre : spots) {
      List<MapPicture.Spot> around =
          spots.stream()
              .filter(
                  spot ->
                      Math.abs(spot.longitude() - centre.longitude()) < NEAR
                          && Math.abs(spot.latitude() - centre.latitude()) < NEAR)
              .toList();
      int count = around.stream().mapToInt(MapPicture.Spot::count).sum();
      if (count > most) {
        most = count;
        best = around;
      }
    }
    return best;
  }

  /** Places with what took place there, the busiest first. */
  private static Map<Node, List<Node>> events(PageContext page) {
    GraphReader graph = page.graph();
    Map<Node, List<Node>> events = new LinkedHashMap<>();
    Filters filters = new Filters(page);
    Marks marks = new Marks(page);
    String kind = page.parameter("kind").orElse("");
    for (Node event : Things.of(graph, Voc.EVENT)) {
      Span span = Span.of(graph, event);
      if (filters.passes(event)
          && filters.passes(span)
          && (kind.isEmpty() || kind.equals(marks.lane(event)))) {
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
