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
  private static final int WIDTH = 1000;
  private static final int STEPS = 500;
  private static final double FONT = 13;

  private final List<Encounters.Tie> ties;
  private final List<Node> nodes;
  private final Function<Node, Piece> names;
  private final Map<Node, Integer> weights = new HashMap<>();
  private final double[] x;
  private final double[] y;
  private final int height;

  NetworkPicture(List<Encounters.Tie> ties, Function<Node, Piece> names) {
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
    height = Math.min(1400, Math.max(420, 300 + nodes.size() * 14));
    x = new double[nodes.size()];
    y = new double[nodes.size()];
    settle();
    part();
  }

  /** The picture; each tie leads to the address that is given for it. */
  String draw(String id, String title, Function<Encounters.Tie, String> address) {
    Svg svg = new Svg(id, WIDTH, height, title);
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

  /** Springs along ties, repulsion between all: Fruchterman and Reingold. */
  private void settle() {
    int n = nodes.size();
    if (n == 0) {
      return;
    }
    double area = (double) WIDTH * height;
    double k = Math.sqrt(area / n) * 0.62;
    for (int i = 0; i < n; i++) {
      double angle = i * 2.399963;
      double r = Math.sqrt((i + 0.5) / n) * Math.min(WIDTH, height) / 2.2;
      x[i] = WIDTH / 2.0 + Math.cos(angle) * r * 1.4;
      y[i] = height / 2.0 + Math.sin(angle) * r;
    }
    for (int step = 0; step < STEPS; step++) {
      double heat = WIDTH / 12.0 * (1 - step / (double) STEPS) + 0.5;
      double[] dx = new double[n];
      double[] dy = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          push(i, j, k * k, dx, dy);
        }
        dx[i] += (WIDTH / 2.0 - x[i]) * 0.16;
        dy[i] += (height / 2.0 - y[i]) * 0.28;
      }
      for (Encounters.Tie tie : ties) {
        pull(nodes.indexOf(tie.one()), nodes.indexOf(tie.other()), k, dx, dy);
      }
      for (int i = 0; i < n; i++) {
        double length = Math.max(0.01, Math.hypot(dx[i], dy[i]));
        x[i] += dx[i] / length * Math.min(length, heat);
        y[i] += dy[i] / length * Math.min(length, heat);
        keep(i);
      }
    }
  }

  private void push(int i, int j, double strength, double[] dx, double[] dy) {
    double ex = x[i] - x[j];
    double ey = y[i] - y[j];
    double distance = Math.max(1, Math.hypot(ex, ey));
    double force = strength / distance / distance;
    dx[i] += ex * force;
    dy[i] += ey * force;
    dx[j] -= ex * force;
    dy[j] -= ey * force;
  }

  private void pull(int i, int j, double k, double[] dx, double[] dy) {
    double ex = x[i] - x[j];
    double ey = y[i] - y[j];
    double force = Math.hypot(ex, ey) / k;
    dx[i] -= ex * force;
    dy[i] -= ey * force;
    dx[j] += ex * force;
    dy[j] += ey * force;
  }

  private void keep(int i) {
    double half = Svg.width(names.apply(nodes.get(i)).text(), FONT) / 2 + 8;
    x[i] = Math.max(half, Math.min(WIDTH - half, x[i]));
    y[i] = Math.max(22, Math.min(height - 40, y[i]));
  }

  /** Moves apart what would cover each other's names. */
  private void part() {
    int n = nodes.size();
    for (int round = 0; round < 200; round++) {
      boolean moved = false;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          double room =
              (Svg.width(names.apply(nodes.get(i)).text(), FONT)
                          + Svg.width(names.apply(nodes.get(j)).text(), FONT))
                      / 2
                  + 12;
          double overlapX = room - Math.abs(x[i] - x[j]);
          double overlapY = 46 - Math.abs(y[i] - y[j]);
          if (overlapX > 0 && overlapY > 0) {
            moved = true;
            double shift = Math.min(overlapY / 2, 6) + 0.5;
            double direction = y[i] < y[j] || y[i] == y[j] ? -1 : 1;
            y[i] += direction * shift;
            y[j] -= direction * shift;
            keep(i);
            keep(j);
            if (y[i] == y[j]) {
              x[i] -= overlapX / 2;
              x[j] += overlapX / 2;
            }
          }
        }
      }
      if (!moved) {
        return;
      }
    }
  }
}
