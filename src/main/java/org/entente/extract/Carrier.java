package org.entente.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.CanonicalText;
import org.entente.model.Dossier;
import org.entente.model.Passage;
import org.entente.model.Row;

/**
 * The file that carries a text, and the documents in it. What the tables know of the file is kept:
 * its identifier, its documents, and which stretch of the text is whose.
 *
 * @param id identifier of the file
 * @param name name under which the normalised text is kept
 * @param sha256 hash of the normalised text
 * @param characters its length in code points
 * @param isKnown whether the tables have this version of the text
 * @param documents the documents, in the order of the text
 */
public record Carrier(
    String id,
    String name,
    String sha256,
    int characters,
    boolean isKnown,
    List<Carried> documents) {

  /**
   * A document in the file.
   *
   * @param id its identifier
   * @param start offset from which the text is its, in code points
   * @param part what was read of it; null for documents that the tables have
   * @param authors identifiers of its authors in the tables; empty when they tell none
   */
  public record Carried(String id, int start, Reading.Part part, List<String> authors) {}

  /**
   * The carrier of a text that was read.
   *
   * @param dossier the tables
   * @param id identifier of the file, should the tables not know it
   * @param name name under which the normalised text is kept
   * @param slug what identifiers are made from, unique among the files read
   * @param reading what was read
   */
  public static Carrier of(Dossier dossier, String id, String name, String slug, Reading reading) {
    String text = reading.text();
    String sha256 = CanonicalText.sha256(text);
    int characters = text.codePointCount(0, text.length());
    Row known = null;
    for (Row file : dossier.rows("files")) {
      if (sha256.equals(file.value("sha256")) || known == null && name.equals(file.value("name"))) {
        known = file;
      }
    }
    if (known == null) {
      return new Carrier(id, name, sha256, characters, false, parts(slug, reading));
    }
    List<Carried> documents = documents(dossier, known.value("id"));
    return new Carrier(
        known.value("id"),
        known.value("name"),
        sha256,
        characters,
        sha256.equals(known.value("sha256")),
        documents.isEmpty() ? parts(slug, reading) : documents);
  }

  private static List<Carried> parts(String slug, Reading reading) {
    List<Carried> documents = new ArrayList<>();
    int count = reading.parts().size();
    for (int i = 0; i < count; i++) {
      Reading.Part part = reading.parts().get(i);
      String id = "document/" + slug + (count == 1 ? "" : "-" + (i + 1));
      documents.add(new Carried(id, i == 0 ? 0 : part.start(), part, List.of()));
    }
    if (documents.isEmpty()) {
      documents.add(new Carried("document/" + slug, 0, null, List.of()));
    }
    return List.copyOf(documents);
  }

  /** The documents of a known file; each begins where the first passage quoted from it does. */
  private static List<Carried> documents(Dossier dossier, String file) {
    Map<String, Integer> starts = new HashMap<>();
    for (Passage passage : dossier.passages().values()) {
      Row carrier = dossier.fileOfDocument().get(passage.document());
      if (carrier != null && file.equals(carrier.value("id"))) {
        starts.merge(passage.document(), Math.max(0, passage.start()), Math::min);
      }
    }
    dossier
        .fileOfDocument()
        .forEach(
            (document, carrier) -> {
              if (file.equals(carrier.value("id"))) {
                starts.putIfAbsent(document, Integer.MAX_VALUE);
              }
            });
    return starts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(
            entry ->
                new Carried(
                    entry.getKey(), entry.getValue(), null, authors(dossier, entry.getKey())))
        .toList();
  }

  private static List<String> authors(Dossier dossier, String document) {
    List<String> authors = new ArrayList<>();
    for (Row row : dossier.rows("authors")) {
      boolean author = row.text("role") == null || "author".equals(row.text("role"));
      if (author && document.equals(row.text("document")) && !authors.contains(row.text("agent"))) {
        authors.add(row.text("agent"));
      }
    }
    return List.copyOf(authors);
  }

  /** The document that has the text at an offset in code points. */
  Carried documentAt(int offset) {
    Carried found = documents.get(0);
    for (Carried document : documents) {
      if (document.start() <= offset) {
        found = document;
      }
    }
    return found;
  }
}
