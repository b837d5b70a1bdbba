package org.entente.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;
import org.entente.rdf.Graphs;

/**
 * Words that readers use for what the graph names otherwise, as the ontology lists them. All are
 * keys as {@link SearchWords#key} makes them.
 */
final class SearchLexicon {
  private static final String SEARCH = "https://w3id.org/entente/search#";
  private static final Node CONCEPT = Voc.iri("http://www.w3.org/ns/lemon/ontolex#LexicalConcept");
  private static final Node HIDDEN_LABEL = Voc.iri(SKOS.uri + "hiddenLabel");

  private final GraphReader graph;
  private final Map<String, Set<String>> others = new HashMap<>();
  private final Map<String, String> signs = new HashMap<>();
  private final Set<String> empty = new HashSet<>();

  /** What the ontology of a graph lists; empty where it lists nothing. */
  SearchLexicon(GraphReader graph) {
    this.graph = graph;
    for (Node concept : graph.subjects(Graphs.ONTOLOGY, Voc.TYPE, CONCEPT)) {
      List<String> labels = keys(concept, HIDDEN_LABEL);
      for (String label : labels) {
        Set<String> rest =
            others.computeIfAbsent(label.replace(" ", ""), key -> new LinkedHashSet<>());
        labels.stream().filter(other -> !other.equals(label)).forEach(rest::add);
      }
      for (String sign : keys(concept, Voc.iri(SKOS.uri + "notation"))) {
        labels.forEach(
            label ->
                signs.merge(
                    sign, label, (one, other) -> one.length() < other.length() ? other : one));
      }
    }
    empty.addAll(keys(Voc.iri(SEARCH + "empty"), HIDDEN_LABEL));
  }

  private List<String> keys(Node subject, Node property) {
    return graph.objects(Graphs.ONTOLOGY, subject, property).stream()
        .map(GraphReader::text)
        .map(SearchWords::key)
        .toList();
  }

  /** The further words for a class, as they are written. */
  List<Node> wordsFor(Node type) {
    return graph.objects(Graphs.ONTOLOGY, type, HIDDEN_LABEL);
  }

  /** What words also stand for; spaces between them don't matter. */
  Set<String> others(String words) {
    return others.getOrDefault(words.replace(" ", ""), Set.of());
  }

  /** Whether a word tells nothing of what is asked for. */
  boolean isEmpty(String word) {
    return empty.contains(word);
  }

  /** What each sign of a compound stands for, in full, as of 日韓; empty when one is no sign. */
  List<String> compound(String word) {
    List<String> all = new ArrayList<>();
    for (String sign : word.split("")) {
      if (!signs.containsKey(sign)) {
        return List.of();
      }
      all.add(signs.get(sign));
    }
    return all;
  }
}
