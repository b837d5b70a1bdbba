package org.entente.map;

import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.RDF;
import org.entente.model.Dossier;
import org.entente.model.Passage;
import org.entente.model.Row;
import org.entente.rdf.Ent;

/**
 * Documents' versions and passages as RDF: the Web Annotation Data Model's selectors (W3C
 * Recommendation 2017) over a version of a text that its SHA-256 names.
 */
final class SourceTriples {
  private static final Node WAS_QUOTED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasQuotedFrom");
  private static final int SLUG = 16;

  private final Consumer<Triple> triples;

  private SourceTriples(Consumer<Triple> triples) {
    this.triples = triples;
  }

  /** Hands the triples of a dossier's sources to a consumer. */
  static void of(Dossier dossier, Consumer<Triple> triples) {
    SourceTriples made = new SourceTriples(triples);
    for (Row file : dossier.rows("files")) {
      made.version(file);
    }
    dossier
        .fileOfDocument()
        .forEach(
            (document, file) -> {
              made.add(version(file.value("sha256")), Ent.CARRIES, Ent.id(document));
              made.add(
                  Ent.id(document), DCTerms.hasVersion.asNode(), version(file.value("sha256")));
            });
    for (Passage passage : dossier.passages().values()) {
      made.passage(passage, dossier.fileOfDocument().get(passage.document()));
    }
  }

  private static Node version(String sha256) {
    return Ent.id("version/" + sha256.substring(0, SLUG));
  }

  private void version(Row file) {
    Node version = version(file.value("sha256"));
    type(version, Ent.DOCUMENT_VERSION_CLASS);
    add(version, DCTerms.identifier.asNode(), text(file.value("id")));
    add(version, DCTerms.title.asNode(), text(file.value("name")));
    add(version, Ent.CHARACTERS, integer(Integer.parseInt(file.value("characters"))));
    add(
        version,
        NodeFactory.createURI("http://www.loc.gov/premis/rdf/v1#hasMessageDigest"),
        text(file.value("sha256")));
  }

  private void passage(Passage passage, Row file) {
    Node node = Ent.id(passage.id());
    type(node, Ent.PASSAGE_CLASS);
    type(node, OA.SpecificResource.asNode());
    add(node, Ent.QUOTE, text(passage.quote()));
    add(node, WAS_QUOTED_FROM, Ent.id(passage.document()));
    add(node, DCTerms.isPartOf.asNode(), Ent.id(passage.document()));
    if (file != null) {
      add(node, OA.hasSource.asNode(), version(file.value("sha256")));
    }
    Node quote = Ent.id(passage.id() + "/quote");
    add(node, OA.hasSelector.asNode(), quote);
    type(quote, OA.TextQuoteSelector.asNode());
    add(quote, OA.exact.asNode(), text(passage.quote()));
    if (!passage.prefix().isEmpty()) {
      add(quote, OA.prefix.asNode(), text(passage.prefix()));
    }
    if (!passage.suffix().isEmpty()) {
      add(quote, OA.suffix.asNode(), text(passage.suffix()));
    }
    if (passage.start() >= 0) {
      Node position = Ent.id(passage.id() + "/position");
      add(node, OA.hasSelector.asNode(), position);
      type(position, OA.TextPositionSelector.asNode());
      add(position, OA.start.asNode(), count(passage.start()));
      add(position, OA.end.asNode(), count(passage.end()));
    }
  }

  private void type(Node subject, Node type) {
    add(subject, RDF.type.asNode(), type);
  }

  private void add(Node subject, Node predicate, Node object) {
    triples.accept(Triple.create(subject, predicate, object));
  }

  private static Node text(String value) {
    return NodeFactory.createLiteralString(value);
  }

  private static Node integer(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  private static Node count(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDnonNegativeInteger);
  }
}
