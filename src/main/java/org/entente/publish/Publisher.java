package org.entente.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.entente.publish.tdb.BulkLoader;
import org.entente.rdf.Inferred;
import org.entente.rdf.Ontology;
import org.entente.store.DatasetFolder;

/** Publishes a graph as a new generation of a dataset folder. */
public final class Publisher {
  private static final int NAME_BYTES = 10;

  private Publisher() {}

  /**
   * What was published.
   *
   * @param generation name of the generation, which is the graph's version
   * @param quads how many quads it has
   * @param changed whether it differs from the one that was current before
   */
  public record Published(String generation, int quads, boolean changed) {}

  /**
   * Writes the graph beside what is published and makes it current. A crash at any point leaves
   * what was current before.
   */
  public static Published publish(Inferred inferred, Ontology ontology, DatasetFolder folder)
      throws IOException {
    Collection<String> lines = GraphWriter.lines(inferred, ontology);
    try (DatasetFolder.Writing writing = folder.startWriting()) {
      Path made = writing.newFolder();
      Path dump = made.resolve("data.nq.gz");
      String name = write(lines, dump);
      BulkLoader.within(made, BulkLoader.defaultMemory())
          .load(BulkLoader.lines(lines), made.resolve("tdb2"), Map.of());
      Files.writeString(
          made.resolve("build.json"),
          String.format(
              Locale.ROOT,
              "{\"generation\": \"%s\", \"quads\": %d, \"built\": \"%s\"}%n",
              name,
              lines.size(),
              java.time.Instant.now()));
      boolean changed = writing.publish(made, name);
      writing.deleteOld();
      return new Published(name, lines.size(), changed);
    }
  }

  /** Writes the lines and returns the hash of what they say. */
  private static String write(Collection<String> lines, Path dump) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    try (OutputStream file = Files.newOutputStream(dump);
        OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(new GZIPOutputStream(file, 1 << 16), digest), 1 << 16)) {
      for (String line : lines) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
  }
}
