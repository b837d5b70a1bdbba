package org.entente.map;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;

/** Tells this program from another version of it, by the size and time of the files it is. */
final class ProgramVersion {
  private static final byte[] BYTES = find();

  private ProgramVersion() {}

  /** Bytes that differ for another version; null when the program's files are not at hand. */
  static byte[] bytes() {
    return BYTES == null ? null : BYTES.clone();
  }

  private static byte[] find() {
    CodeSource source = ProgramVersion.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return null;
    }
    StringBuilder version = new StringBuilder(ARQ.VERSION);
    try (Stream<Path> files = Files.walk(Path.of(source.getLocation().toURI()))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        version.append('\n').append(file.getFileName()).append(' ').append(Files.size(file));
        version.append(' ').append(Files.getLastModifiedTime(file).toMillis());
      }
    } catch (IOException | URISyntaxException e) {
      return null;
    }
    return version.toString().getBytes(StandardCharsets.UTF_8);
  }
}
