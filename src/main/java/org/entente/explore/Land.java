package org.entente.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The coasts of the world: rings of longitude and latitude, from Natural Earth (public domain). */
final class Land {
  private static final List<double[][]> RINGS = read();

  private Land() {}

  static List<double[][]> rings() {
    return RINGS;
  }

  /** Lets a ring that crosses the date line go on beyond it. */
  private static void unwrap(double[][] ring) {
    double shift = 0;
    for (int i = 1; i < ring.length; i++) {
      double before = ring[i - 1][0] - shift;
      if (ring[i][0] - before > 180) {
        shift -= 360;
      } else if (before - ring[i][0] > 180) {
        shift += 360;
      }
      ring[i][0] += shift;
    }
  }

  private static List<double[][]> read() {
    List<double[][]> rings = new ArrayList<>();
    try (InputStream in = Land.class.getResourceAsStream("/assets/land.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] points = line.split(",");
        double[][] ring = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
          String[] point = points[i].split(" ");
          ring[i] = new double[] {Double.parseDouble(point[0]), Double.parseDouble(point[1])};
        }
        unwrap(ring);
        rings.add(ring);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(rings);
  }
}
