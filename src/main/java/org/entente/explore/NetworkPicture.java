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

  private final List<Encounters.Tie> ties;
  private final List<Node> nodes;
  private final Function<Node, Piece> names;
  private final Map<Node, Integer> weights = new HashMap<>();
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
    for (Encounters.Tie tie : ties) {
      int a = nodes.indexOf(tie.one());
      int b = nodes.indexOf(tie.other());
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
      if (count > 1) {
        double mx = (x[a] + x[b]) / 2;
        double my = (y[a] + y[b]) / 2;
        svg.circle(mx, my, 10, "badge")
            .text(mx, my + 4, Integer.toString(count), "middle", "badge-text");
      }
      svg.close(href);
    }
    for (int i = 0; i < nodes.size(); i++) {
      Piece name = names.apply(nodes.get(i));
      svg.open(name.href(), name.text(), "node");
      svg.circle(x[i], y[i], radius(i), "disc");
      svg.text(x[i], y[i] + radius(i) + 15, name.text(), "middle", "label halo");
      svg.close(name.href());
    }
    return svg.build();
  }

  private double radius(int i) {
    return 6 + Math.min(10, Math.sqrt(weights.get(nodes.get(i))) * 2.2);
  }

  /** How much room a node needs for its name. */
  private double room(Node node) {
    return Svg.width(names.apply(node).text(), FONT) + 16;
  }
}
