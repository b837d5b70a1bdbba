package org.entente.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * Finds things of a vast graph by names, with the full-text index that queries use: all words of
 * what a reader wrote, the last one perhaps not written to its end.
 */
final class TextSearch implements NameSearch {
  private static final int LOOKED_AT = 200;

  private static final String QUERY =
      """
      PREFIX text: <http://jena.apache.org/text#>
      SELECT ?thing ?score ?name
      WHERE { (?thing ?score ?name) text:query (%s %d) }
      ORDER BY DESC(?score) ?thing
      """;

  private final Snapshot snapshot;
  private final SelectRunner runner;

  TextSearch(Snapshot snapshot, SelectRunner runner) {
    this.snapshot = snapshot;
    this.runner = runner;
  }

  @Override
  public SearchIndex.Found find(String query, int most, Predicate<Node> wanted) {
    String words =
        query
            .codePoints()
            .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    if (words.isEmpty()) {
      return new SearchIndex.Found(List.of(), 0, List.of());
    }
    String[] each = words.split("\\s+");
    String last = each[each.length - 1];
    String sought =
        Arrays.stream(each, 0, each.length - 1)
                .map(word -> "+\"" + word + "\" ")
                .collect(Collectors.joining())
            + "+(\"%s\" %s*)".formatted(last, last);
    List<SearchIndex.Hit> hits = new ArrayList<>();
    int total = 0;
    for (Map<String, Node> row : rows(sought)) {
      Node thing = row.get("thing");
      if (SearchIndex.isFound(thing) && wanted.test(thing)) {
        total++;
        if (hits.size() < most) {
          String name = row.containsKey("name") ? GraphReader.text(row.get("name")) : null;
          SearchIndex.Rank rank =
              query.strip().equalsIgnoreCase(name)
                  ? SearchIndex.Rank.EXACT
                  : SearchIndex.Rank.WORDS;
          hits.add(new SearchIndex.Hit(thing, name, rank));
        }
      }
    }
    return new SearchIndex.Found(hits, total, List.of());
  }

  private List<Map<String, Node>> rows(String sought) {
    String literal = FmtUtils.stringForNode(NodeFactory.createLiteralString(sought));
    try {
      return runner.select(snapshot, QUERY.formatted(literal, LOOKED_AT), Map.of()).rows();
    } catch (QueryRefusedException e) {
      return List.of();
    }
  }

  @Override
  public boolean isKind(String word) {
    return false;
  }
}
