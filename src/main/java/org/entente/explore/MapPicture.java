package org.entente.explore;

import java.util.ArrayList;
import java.util.List;

/** Draws places on coasts; a circle is the larger the more took place there. */
final class MapPicture {
  private static final double FONT = 13;

  /** Between a place and the edge: its circle and a line of words have room there. */
  private static final double EDGE = 24;

  /** Degrees around the places, so that coasts tell where they are. */
  private static final double MARGIN = 2.5;

  /** Points of a coast that lie closer to each other are drawn as one. */
  private static final double FINEST = 1.2;

  /** A place on the map. */
  record Spot(Piece name, double latitude, double longitude, int count) {}

  private final int width;
  private final int height;
  private final double west;
  private final double north;
  private final double scale;
  private final double squeeze;

  /** A picture that holds all spots. */
  static Picture of(String id, String title, List<Spot> spots) {
    return Picture.of(
        id, title, (name, width) -> new MapPicture(spots, width).draw(name, title, spots));
  }

  private MapPicture(List<Spot> spots, int width) {
    double minLon = spots.stream().mapToDouble(Spot::longitude).min().orElse(-180) - MARGIN;
    double maxLon = spots.stream().mapToDouble(Spot::longitude).max().orElse(180) + MARGIN;
    double minLat = spots.stream().mapToDouble(Spot::latitude).min().orElse(-60) - MARGIN;
    double maxLat = spots.stream().mapToDouble(Spot::latitude).max().orElse(80) + MARGIN;
    this.width = width;
    this.squeeze = Math.cos(Math.toRadians((minLat + maxLat) / 2));
    double degrees = (maxLon - minLon) * squeeze;
    double tall = maxLat - minLat;
    double shape = width < 700 ? 1.1 : 0.6;
    double wanted = Math.max((width - 2 * EDGE) / degrees * tall + 2 * EDGE, width * 0.42);
    this.height = (int) Math.min(wanted, width * shape);
    this.scale = Math.min((width - 2 * EDGE) / degrees, (height - 2 * EDGE) / tall);
    double centre = (minLon + maxLon) / 2;
    this.west = centre - width / scale / squeeze / 2;
    this.north = (minLat + maxLat) / 2 + height / scale / 2;
  }

  private double x(double longitude) {
    return (longitude - west) * squeeze * scale;
  }

  private double y(double latitude) {
    return (north - latitude) * scale;
  }

  private String draw(String id, String title, List<Spot> spots) {
    Svg svg = new Svg(id, width, height, title);
    svg.rect(0, 0, width, height, 10, "sea");
    for (int step = -180; step < 180; step += 10) {
      if (x(step) > 0 && x(step) < width) {
        svg.line(x(step), 0, x(step), height, "graticule");
      }
      if (y(step) > 0 && y(step) < height) {
        svg.line(0, y(step), width, y(step), "graticule");
      }
    }
    svg.raw("<path class=\"land\" d=\"" + land() + "\"/>");
    List<Spot> ordered = new ArrayList<>(spots);
    ordered.sort((a, b) -> Integer.compare(b.count(), a.count()));
    List<Box> taken = new ArrayList<>();
    for (Spot spot : ordered) {
      double r = radius(spot);
      taken.add(Box.around(x(spot.longitude()), y(spot.latitude()), r));
    }
    for (Spot spot : ordered) {
      spot(svg, spot, taken);
    }
    return svg.build();
  }

  private static double radius(Spot spot) {
    return 5 + Math.min(12, Math.sqrt(spot.count()) * 2.6);
  }

  private void spot(Svg svg, Spot spot, List<Box> taken) {
    double cx = x(spot.longitude());
    double cy = y(spot.latitude());
    double r = radius(spot);
    String hint = spot.name().text() + (spot.count() > 0 ? ": " + spot.count() : "");
    svg.open(spot.name().href(), hint, "spot");
    svg.circle(cx, cy, r, "disc");
    double w = Svg.width(spot.name().text(), FONT) + 4;
    double[][] tries = {
      {cx + r + 4, cy + 4},
      {cx - r - 4 - w, cy + 4},
      {cx - w / 2, cy - r - 6},
      {cx - w / 2, cy + r + 15},
      {cx + r + 2, cy - r - 4},
      {cx + r + 2, cy + r + 14},
      {cx - r - w, cy - r - 4},
      {cx - r - w, cy + r + 14}
    };
    for (double[] t : tries) {
      Box box = Box.words(t[0], t[1], w);
      if (box.within(width, height, 2) && taken.stream().noneMatch(box::touches)) {
        taken.add(box);
        svg.text(t[0], t[1], List.of(spot.name()), "start", "label halo");
        break;
      }
    }
    svg.close(spot.name().href());
  }

  private String land() {
    StringBuilder path = new StringBuilder();
    for (double[][] ring : Land.rings()) {
      for (int turn = -360; turn <= 360; turn += 360) {
        if (visible(ring, turn)) {
          double lastX = Double.NaN;
          double lastY = Double.NaN;
          for (int i = 0; i < ring.length; i++) {
            double px = x(ring[i][0] + turn);
            double py = y(ring[i][1]);
            if (i == 0 || Math.hypot(px - lastX, py - lastY) >= FINEST) {
              path.append(i == 0 ? 'M' : 'L').append(Svg.n(px)).append(' ').append(Svg.n(py));
              lastX = px;
              lastY = py;
            }
          }
          path.append('Z');
        }
      }
    }
    return path.toString();
  }

  private boolean visible(double[][] ring, int turn) {
    double minX = Double.MAX_VALUE;
    double maxX = -Double.MAX_VALUE;
    double minY = Double.MAX_VALUE;
    double maxY = -Double.MAX_VALUE;
    for (double[] point : ring) {
      minX = Math.min(minX, x(point[0] + turn));
      maxX = Math.max(maxX, x(point[0] + turn));
      minY = Math.min(minY, y(point[1]));
      maxY = Math.max(maxY, y(point[1]));
    }
    return maxX > 0 && minX < width && maxY > 0 && minY < height;
  }
}
