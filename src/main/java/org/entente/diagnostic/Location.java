package org.entente.diagnostic;

import java.util.Comparator;

/**
 * A place in a file that a person can go to.
 *
 * @param file path of the file as the person knows it
 * @param line line, from 1; 0 means the file as a whole
 * @param column column in UTF-16 code units as editors count them, from 1; 0 means the line as a
 *     whole
 */
public record Location(String file, int line, int column) implements Comparable<Location> {
  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::file)
          .thenComparingInt(Location::line)
          .thenComparingInt(Location::column);

  /** The file as a whole. */
  public static Location of(String file) {
    return new Location(file, 0, 0);
  }

  /** A line as a whole. */
  public static Location of(String file, int line) {
    return new Location(file, line, 0);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }

  /** {@code file}, {@code file:line} or {@code file:line:column}. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
