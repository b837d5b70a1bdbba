package org.entente.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.model.CanonicalText;
import org.entente.model.Row;

/** The texts of the documents, where they are at hand: in NFC, with LF line ends. */
final class DocumentTexts {
  private final Map<String, String> textByFile = new HashMap<>();

  private DocumentTexts() {}

  /**
   * Reads the texts that the files table names, each from the first folder that has it in its
   * version. A text that is nowhere is left out; one that is only there in another version goes to
   * the log.
   */
  static DocumentTexts read(List<Path> folders, List<Row> files, DiagnosticLog log)
      throws IOException {
    DocumentTexts texts = new DocumentTexts();
    for (Row file : files) {
      String name = file.value("name");
      if (name != null && file.value("sha256") != null) {
        List<Path> paths =
            folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .toList();
        texts.read(file, paths, log);
      }
    }
    return texts;
  }

  private void read(Row file, List<Path> paths, DiagnosticLog log) throws IOException {
    for (int i = 0; i < paths.size(); i++) {
      Path path = paths.get(i);
      try {
        String text = CanonicalText.of(Files.readAllBytes(path));
        String found = CanonicalText.sha256(text);
        if (!found.equals(file.value("sha256"))) {
          if (i + 1 < paths.size()) {
            continue;
          }
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
        textByFile.put(file.value("id"), text);
        return;
      } catch (CharacterCodingException e) {
        log.error(
            Location.of(path.toString()),
            Rule.ENCODING,
            "UTF-8",
            "bytes that are not UTF-8",
            "restore the text");
      }
    }
  }

  /** The text of a file, or null when it is not at hand. */
  String text(String file) {
    return textByFile.get(file);
  }
}
