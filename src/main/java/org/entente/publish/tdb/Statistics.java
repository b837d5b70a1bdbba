package org.entente.publish.tdb;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.vocabulary.RDF;

/**
 * How often each predicate and each class is used, in all graphs together, for the query optimiser.
 */
final class Statistics {
  private static final int MAX_CLASSES = 10_000;
  private static final byte[] TYPE =
      ("<" + RDF.type.getURI() + ">").getBytes(StandardCharsets.UTF_8);

  private final Map<Long, Counted> predicates = new HashMap<>();
  private final Map<Long, Counted> classes = new HashMap<>();
  private long statements;
  private long lastId = -1;
  private Counted last;

  private static final class Counted {
    private final String term;
    private final boolean isType;
    private long count;

    Counted(byte[] bytes, int from, int to) {
      term = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      isType = Arrays.equals(bytes, from, to, TYPE, 0, TYPE.length);
    }
  }

  /** Counts a statement, given the ids and the bytes of its predicate and object. */
  void count(byte[] line, Statement at, long predicate, long object) {
    statements++;
    if (last == null || predicate != lastId) {
      last = predicates.computeIfAbsent(predicate, p -> new Counted(line, at.start(1), at.end(1)));
      lastId = predicate;
    }
    last.count++;
    if (last.isType && line[at.start(2)] == '<' && classes.size() < MAX_CLASSES) {
      classes.computeIfAbsent(object, o -> new Counted(line, at.start(2), at.end(2))).count++;
    }
  }

  /** Writes the counts as TDB2 reads them. */
  void write(Path file) throws IOException {
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), false)) {
      out.print("(stats\n  (meta (count " + statements + "))\n");
      sorted(classes)
          .forEach(
              (term, count) ->
                  out.print("  ((VAR <" + RDF.type.getURI() + "> " + term + ") " + count + ")\n"));
      sorted(predicates).forEach((term, count) -> out.print("  (" + term + " " + count + ")\n"));
      out.print("  (other 0))\n");
    }
  }

  private static Map<String, Long> sorted(Map<Long, Counted> counts) {
    Map<String, Long> sorted = new TreeMap<>();
    counts.values().forEach(counted -> sorted.merge(counted.term, counted.count, Long::sum));
    return sorted;
  }
}
