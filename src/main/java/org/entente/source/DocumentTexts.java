package org.entente.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.Row;

/** The texts of the documents, where they are at hand: in NFC, with LF line ends. */
final class DocumentTexts {
  private final Map<String, String> textByFile = new HashMap<>();

  private DocumentTexts() {}

  /** No texts at all. */
  static DocumentTexts none() {
    return new DocumentTexts();
  }

  /**
   * Reads the texts that the files table names, from a folder. A text that is not there is left
   * out; one that is another version goes to the log.
   */
  static DocumentTexts read(Path folder, List<Row> files, DiagnosticLog log) throws IOException {
    DocumentTexts texts = new DocumentTexts();
    for (Row file : files) {
      String name = file.value("name");
      if (name == null || file.value("sha256") == null) {
        continue;
      }
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        continue;
      }
      try {
        String text = normalise(Files.readAllBytes(path));
        String found = sha256(text);
        if (!found.equals(file.value("sha256"))) {
          log.error(
              file.location("sha256"),
              Rule.VERSION,
              "the version of " + path + " whose SHA-256 is " + file.value("sha256"),
              found,
              "the text was changed: restore it, or enter the new version and pin again");
          continue;
        }
        int characters = text.codePointCount(0, text.length());
        if (file.value("characters") != null
            && file.value("characters").matches("\\d+")
            && !Integer.toString(characters).equals(file.value("characters"))) {
          log.error(
              file.location("characters"),
              Rule.VERSION,
              characters + " characters, the length of " + path,
              String.valueOf(file.value("characters")),
              "correct the number");
        }
        texts.textByFile.put(file.value("id"), text);
      } catch (CharacterCodingException e) {
        log.error(
            Location.of(path.toString()),
            Rule.ENCODING,
            "UTF-8",
            "bytes that are not UTF-8",
            "restore the text");
      }
    }
    return texts;
  }

  /** A text in the form that offsets and hashes are taken of. */
  static String normalise(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return Normalizer.normalize(
        text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The text of a file, or null when it is not at hand. */
  String text(String file) {
    return textByFile.get(file);
  }
}
