package org.entente.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** The form of a document's text that offsets and hashes are taken of: NFC, with LF line ends. */
public final class CanonicalText {
  private CanonicalText() {}

  /**
   * The text of a file.
   *
   * @throws CharacterCodingException when it is not UTF-8
   */
  public static String of(byte[] bytes) throws CharacterCodingException {
    return of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** The same for a text that was decoded already. */
  public static String of(String text) {
    String lines = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    return Normalizer.isNormalized(lines, Normalizer.Form.NFC)
        ? lines
        : Normalizer.normalize(lines, Normalizer.Form.NFC);
  }

  /** The SHA-256 of a text in this form, 64 hexadecimal digits: it names a version. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
