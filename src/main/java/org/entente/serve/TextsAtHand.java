package org.entente.serve;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.entente.model.CanonicalText;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts in a folder, each known by its hash, which the graph says of the version of a document
 * that its passages were taken from. A text that was changed since is therefore never shown.
 */
final class TextsAtHand {
  private static final Logger LOG = LoggerFactory.getLogger(TextsAtHand.class);
  private static final long LONGEST = 50L << 20;
  private static final Node DIGEST =
      NodeFactory.createURI("http://www.loc.gov/premis/rdf/v1#hasMessageDigest");

  private final Map<String, Path> files = new HashMap<>();

  private TextsAtHand() {}

  /** The texts in a folder; none when it is null. */
  static TextsAtHand in(Path folder) throws IOException {
    TextsAtHand texts = new TextsAtHand();
    if (folder == null) {
      return texts;
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= LONGEST) {
          read(file).ifPresent(text -> texts.files.put(CanonicalText.sha256(text), file));
        }
      }
    }
    return texts;
  }

  /** The text that a document's passages were taken from. */
  Optional<String> text(Generation generation, String document) {
    Iterator<Quad> versions =
        generation
            .dataset()
            .find(Graphs.SOURCES, Ent.id(document), DCTerms.hasVersion.asNode(), Node.ANY);
    while (versions.hasNext()) {
      Iterator<Quad> digests =
          generation.dataset().find(Graphs.SOURCES, versions.next().getObject(), DIGEST, Node.ANY);
      while (digests.hasNext()) {
        String digest = digests.next().getObject().getLiteralLexicalForm();
        Path file = files.get(digest);
        if (file != null) {
          return read(file).filter(text -> CanonicalText.sha256(text).equals(digest));
        }
      }
    }
    return Optional.empty();
  }

  /** The text of a file; empty when it cannot be read. */
  private static Optional<String> read(Path file) {
    try {
      return Optional.of(CanonicalText.of(Files.readAllBytes(file)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("a text cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }
}
