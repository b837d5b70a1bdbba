package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.entente.model.Edtf;
import org.entente.rdf.Ent;

/** What things are called, in the reader's language where the graph has a name in it. */
final class Names {
  /** Kinds of names that can stand alone, the most proper first; what is said in a place can't. */
  private static final List<String> KINDS =
      List.of(
          "NativeName",
          "OfficialName",
          "FullName",
          "ShortName",
          "VariantSpelling",
          "Abbreviation",
          "ContestedName");

  /** Languages whose readers read a name in Han characters, of whatever language it is. */
  private static final Set<String> READ_HAN = Set.of("ja", "zh");

  private final GraphReader graph;
  private final Urls urls;
  private final List<String> languages;
  private final Function<Node, Optional<String>> describe;
  private final Map<Node, Piece> known = new HashMap<>();
  private final Set<String> spoken = new HashSet<>();

  /**
   * Names for a reader of these languages, best first.
   *
   * @param describe says what a thing is that the graph gives no name
   */
  Names(
      GraphReader graph,
      Urls urls,
      List<String> languages,
      Function<Node, Optional<String>> describe) {
    this.describe = describe;
    this.graph = graph;
    this.urls = urls;
    this.languages = languages;
  }

  /** The name of a thing as a link, or a value in words. */
  Piece link(Node node) {
    Piece name = known.get(node);
    if (name == null) {
      // A sentence about it may come back to it.
      known.put(node, new Piece(humane(node), urls.of(node), null));
      name = make(node);
      known.put(node, name);
    }
    return name;
  }

  /** The name of a thing, or a value in words. */
  String text(Node node) {
    return link(node).text();
  }

  /** The first of the reader's languages in which a name was given; English when there is none. */
  String language() {
    return languages.stream().filter(spoken::contains).findFirst().orElse("en");
  }

  /** What kind of thing it is, in words. */
  String kind(Node thing) {
    return graph.kind(thing).map(this::text).orElse("thing");
  }

  private Piece make(Node node) {
    if (node.isLiteral()) {
      return literal(node);
    }
    Node label = label(node).orElse(null);
    String href = urls.of(node);
    return label == null
        ? new Piece(describe.apply(node).orElseGet(() -> humane(node)), href, null)
        : new Piece(label.getLiteralLexicalForm(), href, foreign(label.getLiteralLanguage()));
  }

  private Optional<Node> label(Node node) {
    List<Node> labels = graph.objects(node, Voc.PREF_LABEL);
    if (labels.isEmpty()) {
      labels = graph.objects(node, Voc.LABEL);
    }
    List<Node> others = null;
    for (String language : languages) {
      Optional<Node> found = in(labels, language);
      if (found.isEmpty() && !language.equals("en")) {
        others = others == null ? names(node) : others;
        found = in(others, language);
      }
      if (found.isPresent()) {
        spoken.add(language);
        return found;
      }
    }
    return in(labels, "en").or(() -> first(graph, node));
  }

  /** The names by which a thing can be called anywhere, the most proper kind first. */
  private List<Node> names(Node node) {
    Map<Node, Integer> ranks = new HashMap<>();
    for (Node name : graph.objects(node, Voc.ent("hasName"))) {
      int rank =
          graph
              .object(name, Voc.ent("nameKind"))
              .map(kind -> KINDS.indexOf(EntityGroups.local(kind)))
              .orElse(-1);
      graph.objects(name, Voc.ent("form")).forEach(form -> ranks.merge(form, rank, Math::max));
    }
    List<Node> names = new ArrayList<>(graph.objects(node, Voc.ALT_LABEL));
    names.removeIf(name -> ranks.getOrDefault(name, 0) < 0);
    names.sort(Comparator.comparing(name -> ranks.getOrDefault(name, KINDS.size())));
    return names;
  }

  private static Optional<Node> first(GraphReader graph, Node node) {
    return graph.objects(node, Voc.LABEL).stream()
        .filter(Node::isLiteral)
        .findFirst()
        .or(() -> graph.objects(node, Voc.ALT_LABEL).stream().filter(Node::isLiteral).findFirst());
  }

  /** A label in a language: written in its usual script rather than another, never romanised. */
  private static Optional<Node> in(List<Node> labels, String language) {
    return labels.stream()
        .filter(Node::isLiteral)
        .filter(label -> isReadIn(language, label.getLiteralLanguage().toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparing(
                    (Node label) -> !primary(label.getLiteralLanguage()).equals(language))
                .thenComparing(label -> label.getLiteralLanguage().length()));
  }

  private static boolean isReadIn(String language, String tag) {
    return primary(tag).equals(language) && !tag.contains("-latn")
        || READ_HAN.contains(language) && tag.contains("-hani");
  }

  private static String primary(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  private static String foreign(String language) {
    return language.isEmpty() || primary(language).equals("en") ? null : language;
  }

  private static Piece literal(Node node) {
    String text = GraphReader.text(node);
    String datatype = node.getLiteralDatatypeURI();
    if (Edtf.DATATYPE.equals(datatype)) {
      return Piece.of(DateWords.plain(text));
    }
    if (datatype != null && datatype.endsWith("#date") && Span.day(node) != null) {
      return Piece.of(DateWords.of(Span.day(node)));
    }
    return new Piece(text, null, foreign(node.getLiteralLanguage()));
  }

  /** A readable name for what the graph gives none. */
  private static String humane(Node node) {
    String iri = node.toString();
    String identifier = Ent.identifier(node);
    if (identifier == null && !iri.startsWith(Ent.NS)) {
      return known(iri);
    }
    String local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    return local.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
  }

  private static String known(String iri) {
    int cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
    if (iri.startsWith("http://www.wikidata.org/entity/")) {
      return "Wikidata " + iri.substring(cut + 1);
    }
    return cut > 8 && cut < iri.length() - 1 && !iri.startsWith("https://www.")
        ? iri.substring(cut + 1)
        : iri.replaceFirst("^https?://(www\\.)?", "");
  }
}
