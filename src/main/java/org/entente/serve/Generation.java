package org.entente.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.entente.store.DatasetFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A published graph that is open, and what was computed from it once. */
final class Generation {
  private static final Pattern BUILT = Pattern.compile("\"built\": *\"([^\"]+)\"");

  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  private final String version;
  private final DatasetGraph dataset;
  private final Path quads;
  private final Path shapes;
  private final Instant modified;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

  private Generation(
      String version, DatasetGraph dataset, Path quads, Path shapes, Instant modified) {
    this.version = version;
    this.dataset = dataset;
    this.quads = quads;
    this.shapes = shapes;
    this.modified = modified;
  }

  static Generation open(DatasetFolder folder, String name) throws IOException {
    Path quads = folder.quads(name);
    Instant modified = built(folder.generation(name).resolve("build.json"));
    return new Generation(
        name,
        folder.open(name),
        quads,
        folder.generation(name).resolve(DatasetFolder.SHAPES),
        (modified == null ? Files.getLastModifiedTime(quads).toInstant() : modified)
            .truncatedTo(ChronoUnit.SECONDS));
  }

  private static Instant built(Path facts) throws IOException {
    if (!Files.exists(facts)) {
      return null;
    }
    Matcher matcher = BUILT.matcher(Files.readString(facts));
    try {
      return matcher.find() ? Instant.parse(matcher.group(1)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Name of the generation, which every answer carries. */
  String version() {
    return version;
  }

  DatasetGraph dataset() {
    return dataset;
  }

  /** The sorted quads, gzipped. */
  Path quads() {
    return quads;
  }

  /** The shapes that it keeps to, in Turtle; the file need not be there. */
  Path shapes() {
    return shapes;
  }

  /** When it was built, in whole seconds. */
  Instant modified() {
    return modified;
  }

  /** Reads in a transaction. */
  <T> T read(Supplier<T> reading) {
    return dataset.isInTransaction() ? reading.get() : Txn.calculateRead(dataset, reading);
  }

  /** What a function makes of this generation; made once, in a transaction. */
  <T> T derived(Class<T> type, Function<Generation, T> maker) {
    Object known = derived.get(type);
    if (known == null) {
      synchronized (derived) {
        known = derived.get(type);
        if (known == null) {
          known = read(() -> maker.apply(this));
          derived.put(type, known);
        }
      }
    }
    return type.cast(known);
  }

  /** Closes the store and what was made of it. */
  void close() {
    DatasetFolder.close(dataset);
    synchronized (derived) {
      for (Object made : derived.values()) {
        if (made instanceof AutoCloseable closeable) {
          try {
            closeable.close();
          } catch (Exception e) {
            LOG.warn("what was made of a generation cannot be closed", e);
          }
        }
      }
    }
  }
}
