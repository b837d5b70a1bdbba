package org.entente.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Labels of things in a reader's languages. */
final class Labels {
  /** The properties that name a thing, the first first. */
  static final List<Node> PROPERTIES =
      List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

  private final DatasetGraph dataset;
  private final List<String> languages;

  Labels(DatasetGraph dataset, List<String> languages) {
    this.dataset = dataset;
    this.languages = languages;
  }

  /** The best label, with its language; the end of the IRI when there is none. */
  Node of(Node thing) {
    if (!thing.isURI()) {
      return thing;
    }
    List<Node> labels = new ArrayList<>();
    for (Node property : PROPERTIES) {
      List<Node> found = new ArrayList<>();
      dataset
          .find(org.apache.jena.sparql.core.Quad.defaultGraphIRI, thing, property, Node.ANY)
          .forEachRemaining(quad -> found.add(quad.getObject()));
      found.removeIf(label -> !label.isLiteral());
      found.sort(
          Comparator.comparing(Node::getLiteralLanguage)
              .thenComparing(Node::getLiteralLexicalForm));
      labels.addAll(found);
    }
    for (String language : languages) {
      for (Node label : labels) {
        if (matches(label.getLiteralLanguage(), language)) {
          return label;
        }
      }
    }
    for (String fallback : List.of("en", "")) {
      for (Node label : labels) {
        if (matches(label.getLiteralLanguage(), fallback)) {
          return label;
        }
      }
    }
    if (!labels.isEmpty()) {
      return labels.get(0);
    }
    String iri = thing.getURI();
    int end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
    return org.apache.jena.graph.NodeFactory.createLiteralString(iri.substring(end + 1));
  }

  /** The text of the best label. */
  String text(Node thing) {
    return of(thing).isLiteral() ? of(thing).getLiteralLexicalForm() : thing.toString();
  }

  private static boolean matches(String tag, String wanted) {
    String language = tag.toLowerCase(Locale.ROOT);
    return language.equals(wanted)
        || !wanted.isEmpty()
            && (language.startsWith(wanted + "-") || wanted.startsWith(language + "-"))
            && !language.isEmpty();
  }
}
