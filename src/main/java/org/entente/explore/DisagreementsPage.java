package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.entente.explore.Evidence.Words;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Where sources disagree: both quotes side by side, what is preferred, and why. */
final class DisagreementsPage {
  private static final String QUERY =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      SELECT ?disagreement ?about ?question ?kind ?preferred ?reason
      WHERE {
      %s  {
          # What a curator described.
          ?disagreement a ent:Disagreement .
          OPTIONAL { ?disagreement ent:about ?about }
          OPTIONAL { ?disagreement ent:question ?question }
          OPTIONAL { ?disagreement ent:disagreementKind ?kind }
          OPTIONAL { ?disagreement ent:preferredSide ?preferred }
          OPTIONAL { ?disagreement ent:reason ?reason }
        } UNION {
          # What only the build found.
          ?disagreement a ent:Contradiction ;
            ent:describes ?about .
          FILTER NOT EXISTS { ?disagreement ent:namedBy ?row }
        }
      }
      ORDER BY ?disagreement
      """;

  private final PageContext page;
  private final GraphReader graph;

  DisagreementsPage(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  /** What one side says, in whose words. */
  record Side(String text, List<Words> words, boolean preferred) {}

  /** A disagreement as the page shows it. */
  record Card(
      Node thing,
      Node about,
      String id,
      String question,
      String kind,
      String kindId,
      Piece name,
      Piece page,
      List<Side> sides,
      String verdict,
      String reason,
      Piece reference) {
    boolean settled() {
      return sides.stream().anyMatch(Side::preferred);
    }

    /** What a side is called that is not left behind. */
    public String badge() {
      return sides.stream().allMatch(Side::preferred) ? "holds" : "preferred";
    }
  }

  static View view(PageContext page) {
    DisagreementsPage self = new DisagreementsPage(page);
    Filters filters = new Filters(page);
    String kind = page.parameter("kind").orElse("");
    String settled = page.parameter("settled").orElse("");
    List<Card> all = self.cards();
    List<Card> shown =
        all.stream()
            .filter(card -> kind.isEmpty() || card.kindId().equals(kind))
            .filter(card -> settled.isEmpty() || settled.equals(card.settled() ? "yes" : "no"))
            .filter(card -> filters.passes(self.concerns(card.thing())))
            .toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Disagreements");
    model.put("cards", shown);
    model.put("total", all.size());
    model.put(
        "query",
        QUERY.formatted(
            shown.size() == self.known()
                ? ""
                : Queries.only("disagreement", shown.stream().map(Card::thing).toList())));
    model.put(
        "fields",
        List.of(
            filters.choice("kind", "Kind", "every kind", kinds(all)),
            filters.choice(
                "settled",
                "Outcome",
                "any",
                List.of(
                    new String[] {"yes", "a side is preferred"},
                    new String[] {"no", "no side is preferred"})),
            filters.actors(all.stream().map(Card::about).distinct().toList()),
            filters.disputes(),
            filters.documents()));
    DataTable table = table(shown);
    model.put("table", table);
    return View.of("disagreements", model).with(table);
  }

  /** What a disagreement is about, and the documents whose words it sets side by side. */
  private Set<Node> concerns(Node disagreement) {
    Set<Node> things = new LinkedHashSet<>(List.of(disagreement, about(disagreement)));
    for (String side : List.of("passageOfA", "passageOfB")) {
      for (Node passage : graph.objects(disagreement, Voc.ent(side))) {
        things.addAll(graph.objects(Graphs.SOURCES, passage, Voc.IS_PART_OF));
      }
    }
    return things;
  }

  /**
   * All disagreements, those that a curator described and those that only the build found; as of a
   * day, those of which both sides had been published.
   */
  List<Card> cards() {
    return cards(disagreement -> true).toList();
  }

  /** The disagreements that the page shows once its reader chooses an actor. */
  List<Node> involving(Node actor) {
    Filters filters = new Filters(page, actor);
    return cards(disagreement -> filters.passes(concerns(disagreement))).map(Card::thing).toList();
  }

  private Stream<Card> cards(Predicate<Node> wanted) {
    return Stream.concat(
            described(graph).stream().filter(wanted).map(this::card),
            found(graph).stream().filter(wanted).map(this::contradiction))
        .flatMap(Optional::stream);
  }

  private Node about(Node disagreement) {
    return graph
        .object(disagreement, Voc.ent("about"))
        .or(() -> graph.object(disagreement, Ent.DESCRIBES))
        .orElse(disagreement);
  }

  private int known() {
    return described(graph.whole()).size() + found(graph.whole()).size();
  }

  private static List<Node> described(GraphReader graph) {
    return Things.of(graph, Voc.ent("Disagreement"));
  }

  private static List<Node> found(GraphReader graph) {
    return graph.subjects(Voc.TYPE, Ent.CONTRADICTION_CLASS).stream()
        .filter(each -> graph.object(each, Ent.NAMED_BY).isEmpty())
        .filter(each -> graph.object(each, Ent.DESCRIBES).isPresent())
        .toList();
  }

  private Optional<Card> card(Node node) {
    String preferred =
        graph.object(node, Voc.ent("preferredSide")).map(EntityGroups::local).orElse("");
    Node about = about(node);
    List<Side> sides = new ArrayList<>();
    sides.add(side(node, "sideA", "passageOfA", preferred.matches("firstSide|bothSides")));
    sides.add(side(node, "sideB", "passageOfB", preferred.matches("secondSide|bothSides")));
    Node kind = graph.object(node, Voc.ent("disagreementKind")).orElse(null);
    String id = Ent.identifier(node);
    return Optional.of(
        new Card(
            node,
            about,
            id.substring(id.indexOf('/') + 1),
            graph
                .object(node, Voc.ent("question"))
                .map(GraphReader::text)
                .orElse("Which is right?"),
            kind == null ? "disagreement" : page.names().text(kind),
            kind == null ? "" : EntityGroups.local(kind),
            page.names().link(about),
            new Piece("Page", page.urls().of(node), null),
            sides,
            verdict(preferred),
            graph.object(node, Voc.ent("reason")).map(GraphReader::text).orElse(""),
            graph.object(node, Voc.ent("reference")).map(page.names()::link).orElse(null)));
  }

  /** Whether a passage was published by the day chosen. */
  private boolean published(Node passage) {
    return graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF).filter(page::shows).isPresent();
  }

  private Side side(Node node, String text, String passages, boolean preferred) {
    return new Side(
        graph.object(node, Voc.ent(text)).map(GraphReader::text).orElse(""),
        words(graph.objects(node, Voc.ent(passages))),
        preferred);
  }

  private List<Words> words(List<Node> passages) {
    return page.evidence().sources().passages(passages.stream().filter(this::published).toList());
  }

  private static String verdict(String preferred) {
    return switch (preferred) {
      case "firstSide" -> "The first is preferred";
      case "secondSide" -> "The second is preferred";
      case "bothSides" -> "Both hold";
      case "neitherSide", "noSide" -> "Neither is preferred";
      default -> "Not resolved";
    };
  }

  private Optional<Card> contradiction(Node node) {
    Node about = about(node);
    List<Side> sides = new ArrayList<>();
    for (Node claim : graph.objects(node, Ent.CLAIM)) {
      page.evidence()
          .claim(claim)
          .ifPresent(
              view ->
                  sides.add(
                      new Side(
                          page.names().text(view.triple().getObject()),
                          words(view.passages()),
                          false)));
    }
    if (!page.shows(about)
        || page.asOf() != null && sides.stream().anyMatch(s -> s.words().isEmpty())) {
      return Optional.empty();
    }
    String property = graph.object(node, Ent.ON_PROPERTY).map(page.names()::text).orElse("value");
    return Optional.of(
        new Card(
            node,
            about,
            EntityGroups.local(node),
            "Which " + property + "?",
            "found by the build",
            "found",
            page.names().link(about),
            null,
            sides,
            "Not resolved",
            graph.object(node, Voc.COMMENT).map(GraphReader::text).orElse(""),
            null));
  }

  private static List<String[]> kinds(List<Card> cards) {
    Map<String, String> labels = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Card card : cards) {
      labels.put(card.kindId(), card.kind());
      counts.merge(card.kindId(), 1, Integer::sum);
    }
    List<String[]> kinds = new ArrayList<>();
    labels.forEach(
        (id, label) -> kinds.add(new String[] {id, label + " (" + counts.get(id) + ")"}));
    return kinds;
  }

  private static DataTable table(List<Card> cards) {
    DataTable.Builder table =
        new DataTable.Builder(
            "disagreements",
            "Disagreements",
            "Question",
            "Kind",
            "About",
            "One side",
            "Words of the one side",
            "Other side",
            "Words of the other side",
            "Verdict",
            "Reason");
    for (Card card : cards) {
      Side one = card.sides().isEmpty() ? null : card.sides().get(0);
      Side other = card.sides().size() < 2 ? null : card.sides().get(1);
      table.row(
          card.question(),
          card.kind(),
          card.name(),
          text(one),
          quotes(one),
          text(other),
          quotes(other),
          card.verdict(),
          card.reason());
    }
    return table.build();
  }

  private static String text(Side side) {
    return side == null ? "" : side.text();
  }

  private static Cell quotes(Side side) {
    return Cell.list(
        side == null
            ? List.of()
            : side.words().stream().map(w -> Piece.of(w.quote().text())).toList());
  }
}
