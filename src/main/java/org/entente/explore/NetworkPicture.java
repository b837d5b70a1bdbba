package org.entente.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/** Draws who is tied to whom: the more often, the thicker. The same ties give the same picture. */
final class NetworkPicture {
  private static final double FONT = 13;
  private static final double BADGE = 10;
  private static final double EDGE = 6;

  private final List<Encounters.Tie> ties;
  private final List<Node> nodes;
  private final Function<Node, Piece> names;
  private final Map<Node, Integer> weights = new HashMap<>();
  private final Map<Node, Integer> index = new HashMap<>();
  private final double[] x;
  private final double[] y;
  private final int width;
  private final int height;

  private NetworkPicture(List<Encounters.Tie> ties, Function<Node, Piece> names, int width) {
    this.width = width;
    this.ties = ties;
    this.names = names;
    TreeSet<Node> all = new TreeSet<>(GraphReader.ORDER);
    for (Encounters.Tie tie : ties) {
      all.add(tie.one());
      all.add(tie.other());
      weights.merge(tie.one(), tie.events().size(), Integer::sum);
      weights.merge(tie.other(), tie.events().size(), Integer::sum);
    }
    nodes = new ArrayList<>(all);
    nodes.sort(Collections.reverseOrder((a, b) -> Integer.compare(weights.get(a), weights.get(b))));
    for (int i = 0; i < nodes.size(); i++) {
      index.put(nodes.get(i), i);
    }
    x = new double[nodes.size()];
    y = new double[nodes.size()];
    height = new NetworkLayout(nodes, ties, this::room, width).place(x, y);
  }

  /** The picture; each tie leads to the address that is given for it. */
  static Picture of(
      String id,
      String title,
      List<Encounters.Tie> ties,
      Function<Node, Piece> names,
      Function<Encounters.Tie, String> address) {
    return Picture.of(
        id,
        title,
        (name, width) -> new NetworkPicture(ties, names, width).draw(name, title, address));
  }

  private String draw(String id, String title, Function<Encounters.Tie, String> address) {
    Svg svg = new Svg(id, width, height, title);
    List<Place> labels = labels();
    List<Box> taken = new ArrayList<>(labels.stream().map(Place::box).toList());
    for (int i = 0; i < nodes.size(); i++) {
      taken.add(Box.around(x[i], y[i], radius(i) + 1));
    }
    for (Encounters.Tie tie : ties) {
      int a = index.get(tie.one());
      int b = index.get(tie.other());
      int count = tie.events().size();
      String hint =
          names.apply(tie.one()).text()
              + " and "
              + names.apply(tie.other()).text()
              + ": "
              + count
              + (count == 1 ? " time" : " times");
      String href = address.apply(tie);
      svg.open(href, hint, "edge w" + Math.min(count, 8));
      svg.line(x[a], y[a], x[b], y[b], "hit");
      svg.line(x[a], y[a], x[b], y[b], "tie");
      svg.close(href);
    }
    // Names hide the lines beneath them, and nothing hides a name or a number.
    for (Place label : labels) {
      Box box = label.box();
      svg.rect(box.x(), box.y(), box.width(), box.height(), 4, "ground");
    }
    for (Encounters.Tie tie : ties) {
      if (tie.events().size() > 1) {
        badge(svg, tie, taken);
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      Piece name = names.apply(nodes.get(i));
      svg.open(name.href(), name.text(), "node");
      svg.circle(x[i], y[i], radius(i), "disc");
      svg.text(labels.get(i).x(), labels.get(i).y(), words(i), "start", "label");
      svg.close(name.href());
    }
    return svg.build();
  }

  /** Where a name stands. */
  private record Place(double x, double y, Box box) {}

  /** The name of a node; on a narrow picture it may have to be cut. */
  private List<Piece> words(int i) {
    return Svg.fit(names.apply(nodes.get(i)), FONT, width - 2 * EDGE - 2 * radius(i) - 8);
  }

  /** Each name where it crosses the least: below its node, above it, or beside it. */
  private List<Place> labels() {
    List<Box> taken = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      taken.add(Box.around(x[i], y[i], radius(i) + 1));
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      double w = Svg.width(words(i), FONT);
      double r = radius(i);
      double middle = Math.max(EDGE, Math.min(x[i] - w / 2, width - EDGE - w));
      double[][] tries = {
        {middle, y[i] + r + 15},
        {middle, y[i] - r - 7},
        {x[i] + r + 5, y[i] + 4},
        {x[i] - r - 5 - w, y[i] + 4},
        {x[i] + r, y[i] + r + 13},
        {x[i] - r - w, y[i] + r + 13},
        {x[i] + r, y[i] - r - 4},
        {x[i] - r - w, y[i] - r - 4}
      };
      Place best = null;
      double least = Double.MAX_VALUE;
      for (double[] at : tries) {
        Place place = new Place(at[0], at[1], Box.words(at[0], at[1], w));
        double cost = cost(place.box(), taken, i);
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
      places.add(best);
      taken.add(best.box());
    }
    return places;
  }

  /** How much a box covers of what it should not; leaving the picture is worst. */
  private double cost(Box box, List<Box> taken, int own) {
    double cost = box.within(width, height, 2) ? 0 : 1000;
    for (int i = 0; i < taken.size(); i++) {
      cost += i != own && box.touches(taken.get(i)) ? 50 : 0;
    }
    for (Encounters.Tie tie : ties) {
      int a = index.get(tie.one());
      int b = index.get(tie.other());
      cost += box.crossedBy(x[a], y[a], x[b], y[b]) ? 1 : 0;
      Box badge = Box.around((x[a] + x[b]) / 2, (y[a] + y[b]) / 2, BADGE);
      cost += tie.events().size() > 1 && box.touches(badge) ? 5 : 0;
    }
    return cost;
  }

  /** How often, on the line, as near to its middle as there is room. */
  private void badge(Svg svg, Encounters.Tie tie, List<Box> taken) {
    int a = index.get(tie.one());
    int b = index.get(tie.other());
    double[] best = null;
    double least = Double.MAX_VALUE;
    for (double share : new double[] {0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8}) {
      double bx = x[a] + (x[b] - x[a]) * share;
      double by = y[a] + (y[b] - y[a]) * share;
      Box box = Box.around(bx, by, BADGE);
      double cost = taken.stream().filter(box::touches).count() * 10.0;
      for (Encounters.Tie other : ties) {
        int c = index.get(other.one());
        int d = index.get(other.other());
        cost += other != tie && box.crossedBy(x[c], y[c], x[d], y[d]) ? 1 : 0;
      }
      if (cost < least) {
        least = cost;
        best = new double[] {bx, by};
      }
    }
    taken.add(Box.around(best[0], best[1], BADGE));
    svg.circle(best[0], best[1], BADGE, "badge")
        .text(best[0], best[1] + 4, Integer.toString(tie.events().size()), "middle", "badge-text");
  }

  private double radius(int i) {
    return 6 + Math.min(10, Math.sqrt(weights.get(nodes.get(i))) * 2.2);
  }

  /** How much room a node needs for its name. */
  private double room(Node node) {
    return Math.min(Svg.width(names.apply(node).text(), FONT) + 16, width - 2 * EDGE);
  }
}
