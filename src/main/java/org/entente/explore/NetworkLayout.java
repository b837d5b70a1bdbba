package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;

/**
 * Places the nodes of a network: each group of connected nodes by itself, by springs and repulsion
 * (Fruchterman and Reingold), then the groups beside each other. The same ties give the same
 * places.
 */
final class NetworkLayout {
  private static final int STEPS = 400;
  private static final double LENGTH = 105;
  private static final double LINE = 52;
  private static final double GAP = 36;
  private static final int ROUNDS = 40;

  /** How far a line stays from a node that is not its own. */
  private static final double CLEAR = 30;

  private final List<int[]> ties = new ArrayList<>();

  /** How wide each node is with its name. */
  private final double[] room;

  private final double width;

  NetworkLayout(
      List<Node> nodes, List<Encounters.Tie> ties, ToDoubleFunction<Node> room, double width) {
    this.room = nodes.stream().mapToDouble(room).toArray();
    this.width = width;
    Map<Node, Integer> index = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      index.put(nodes.get(i), i);
    }
    for (Encounters.Tie tie : ties) {
      this.ties.add(new int[] {index.get(tie.one()), index.get(tie.other())});
    }
  }

  /** Connected nodes, with the ties between them. */
  private record Component(int[] members, List<int[]> ties) {}

  /** A group of connected nodes with the box that it fills. */
  private record Group(int[] members, double left, double top, double wide, double tall) {}

  /** Fills in the places and returns the height of the picture. */
  int place(double[] x, double[] y) {
    List<Group> groups = new ArrayList<>();
    for (Component component : components()) {
      settle(component, x, y);
      for (int round = 0; round < ROUNDS; round++) {
        part(component.members(), x, y);
        clear(component, x, y);
      }
      part(component.members(), x, y);
      groups.add(box(component.members(), x, y));
    }
    groups.sort(Comparator.comparingInt((Group group) -> -group.members().length));
    return pack(groups, x, y);
  }

  private List<Component> components() {
    int[] root = new int[room.length];
    for (int i = 0; i < root.length; i++) {
      root[i] = i;
    }
    for (int[] tie : ties) {
      int from = find(root, tie[0]);
      int to = find(root, tie[1]);
      root[Math.max(from, to)] = Math.min(from, to);
    }
    Map<Integer, List<int[]>> tiesOf = new HashMap<>();
    for (int[] tie : ties) {
      tiesOf.computeIfAbsent(find(root, tie[0]), r -> new ArrayList<>()).add(tie);
    }
    return IntStream.range(0, root.length)
        .filter(i -> root[i] == i)
        .mapToObj(
            first ->
                new Component(
                    IntStream.range(first, root.length)
                        .filter(i -> find(root, i) == first)
                        .toArray(),
                    tiesOf.getOrDefault(first, List.of())))
        .toList();
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }

  private void settle(Component component, double[] x, double[] y) {
    int[] members = component.members();
    int n = members.length;
    double k = LENGTH * (n > 12 ? 1.25 : 1);
    for (int i = 0; i < n; i++) {
      double angle = i * 2.399963 + 0.3;
      double r = k * Math.sqrt(i + 0.5) * 0.8;
      x[members[i]] = Math.cos(angle) * r * 1.5;
      y[members[i]] = Math.sin(angle) * r;
    }
    for (int step = 0; step < STEPS; step++) {
      double heat = k * (1 - step / (double) STEPS) + 0.5;
      double[] dx = new double[x.length];
      double[] dy = new double[x.length];
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          push(members[a], members[b], k, x, y, dx, dy);
        }
        dx[members[a]] -= x[members[a]] * 0.02;
        dy[members[a]] -= y[members[a]] * 0.08;
      }
      for (int[] tie : component.ties()) {
        pull(tie[0], tie[1], k, x, y, dx, dy);
      }
      for (int i : members) {
        double length = Math.max(0.01, length(dx[i], dy[i]));
        x[i] += dx[i] / length * Math.min(length, heat);
        y[i] += dy[i] / length * Math.min(length, heat);
        double edge = width / 2 - room[i] / 2 - 4;
        x[i] = Math.max(-edge, Math.min(edge, x[i]));
      }
    }
  }

  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private static void push(
      int i, int j, double k, double[] x, double[] y, double[] dx, double[] dy) {
    double ex = x[i] - x[j];
    double ey = y[i] - y[j];
    double distance = Math.max(1, length(ex, ey));
    double force = k * k / distance / distance;
    dx[i] += ex * force;
    dy[i] += ey * force;
    dx[j] -= ex * force;
    dy[j] -= ey * force;
  }

  private static void pull(
      int i, int j, double k, double[] x, double[] y, double[] dx, double[] dy) {
    double ex = x[i] - x[j];
    double ey = y[i] - y[j];
    double force = length(ex, ey) / k;
    dx[i] -= ex * force;
    dy[i] -= ey * force;
    dx[j] += ex * force;
    dy[j] += ey * force;
  }

  /** Moves apart what would cover each other's names. */
  private void part(int[] members, double[] x, double[] y) {
    boolean moved = true;
    for (int round = 0; round < 300 && moved; round++) {
      moved = false;
      for (int a = 0; a < members.length; a++) {
        for (int b = a + 1; b < members.length; b++) {
          int i = members[a];
          int j = members[b];
          double need = (room[i] + room[j]) / 2;
          double overX = need - Math.abs(x[i] - x[j]);
          double overY = LINE - Math.abs(y[i] - y[j]);
          if (overX > 0 && overY > 0) {
            moved = true;
            double shift = Math.min(overY / 2, 6) + 0.5;
            double way = y[i] <= y[j] ? -1 : 1;
            y[i] += way * shift;
            y[j] -= way * shift;
          }
        }
      }
    }
  }

  /** Moves nodes off the lines between others. */
  private void clear(Component component, double[] x, double[] y) {
    for (int[] tie : component.ties()) {
      double ex = x[tie[1]] - x[tie[0]];
      double ey = y[tie[1]] - y[tie[0]];
      double length = Math.max(1, length(ex, ey));
      for (int i : component.members()) {
        double along = ((x[i] - x[tie[0]]) * ex + (y[i] - y[tie[0]]) * ey) / length;
        double beside = ((y[i] - y[tie[0]]) * ex - (x[i] - x[tie[0]]) * ey) / length;
        if (i != tie[0] && i != tie[1] && along > 0 && along < length && Math.abs(beside) < CLEAR) {
          double shift = (CLEAR - Math.abs(beside)) / 3 * (beside < 0 ? -1 : 1);
          double edge = width / 2 - room[i] / 2 - 4;
          x[i] = Math.max(-edge, Math.min(edge, x[i] - ey / length * shift));
          y[i] += ex / length * shift;
        }
      }
    }
  }

  private Group box(int[] members, double[] x, double[] y) {
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i : members) {
      double half = room[i] / 2;
      left = Math.min(left, x[i] - half);
      right = Math.max(right, x[i] + half);
      top = Math.min(top, y[i] - 22);
      bottom = Math.max(bottom, y[i] + 40);
    }
    return new Group(members, left, top, right - left, bottom - top);
  }

  /** Sets the groups in rows, each row in the middle of the width. */
  private int pack(List<Group> groups, double[] x, double[] y) {
    double top = GAP / 2;
    int next = 0;
    while (next < groups.size()) {
      List<Group> row = new ArrayList<>();
      double used = 0;
      double tall = 0;
      while (next < groups.size()
          && (row.isEmpty() || used + groups.get(next).wide() + GAP <= width - GAP)) {
        row.add(groups.get(next));
        used += groups.get(next).wide() + (row.size() > 1 ? GAP : 0);
        tall = Math.max(tall, groups.get(next).tall());
        next++;
      }
      double gap = Math.max(GAP, (width - used) / (row.size() + 1));
      double left =
          row.size() == 1
              ? (width - used) / 2
              : Math.max(8, (width - used - gap * (row.size() - 1)) / 2);
      for (Group group : row) {
        for (int i : group.members()) {
          x[i] += left - group.left();
          y[i] += top - group.top() + (tall - group.tall()) / 2;
        }
        left += group.wide() + gap;
      }
      top += tall + GAP;
    }
    return (int) Math.ceil(Math.max(top, 120));
  }
}
