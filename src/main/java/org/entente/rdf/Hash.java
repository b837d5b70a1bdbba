package org.entente.rdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Identifiers made from content: the first 96 bits of SHA-256 over length-prefixed parts. */
public final class Hash {
  private static final int BYTES = 12;
  private static final NodeFormatterNT NTRIPLES = new NodeFormatterNT();

  private final MessageDigest digest;

  private Hash() {
    digest = sha256();
  }

  /** A SHA-256 of nothing yet. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A hash of nothing yet. */
  public static Hash start() {
    return new Hash();
  }

  /** Adds a text; null counts as a text of its own, different from the empty one. */
  public Hash add(String part) {
    if (part == null) {
      digest.update((byte) 0xFF);
      return this;
    }
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(
        new byte[] {
          (byte) (bytes.length >>> 24),
          (byte) (bytes.length >>> 16),
          (byte) (bytes.length >>> 8),
          (byte) bytes.length
        });
    digest.update(bytes);
    return this;
  }

  /** Adds a node, as N-Triples writes it. */
  public Hash add(Node node) {
    StringWriterI text = new StringWriterI();
    NTRIPLES.format(text, node);
    return add(text.toString());
  }

  /** The hash, 24 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
