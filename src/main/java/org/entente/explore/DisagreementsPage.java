package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.entente.explore.Evidence.Quote;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** Where sources disagree: both quotes side by side, what is preferred, and why. */
final class DisagreementsPage {
  private final PageContext page;
  private final GraphReader graph;

  DisagreementsPage(PageContext page) {
    this.page = page;
    this.graph = page.graph();
  }

  /** What one side says, in whose words. */
  record Side(String text, List<Words> words, boolean preferred) {}

  /** Words of a document. */
  record Words(Quote quote, Piece document, List<Piece> authors, String date) {}

  /** A disagreement as the page shows it. */
  record Card(
      String id,
      String question,
      String kind,
      String kindId,
      Piece about,
      Piece page,
      List<Side> sides,
      String verdict,
      String reason,
      Piece reference) {}

  static View view(PageContext page) {
    DisagreementsPage self = new DisagreementsPage(page);
    String kind = page.parameter("kind").orElse("");
    List<Card> all = self.cards();
    List<Card> shown =
        all.stream().filter(card -> kind.isEmpty() || card.kindId().equals(kind)).toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Disagreements");
    model.put("cards", shown);
    model.put("total", all.size());
    model.put("kinds", kinds(all, kind));
    DataTable table = table(shown);
    model.put("table", table);
    return View.of("disagreements", model, table, null);
  }

  /** All disagreements, those that a curator described and those that only the build found. */
  List<Card> cards() {
    List<Card> cards = new ArrayList<>();
    for (Node disagreement : Things.of(graph, Voc.ent("Disagreement"))) {
      cards.add(card(disagreement));
    }
    for (Node contradiction : graph.subjects(Voc.TYPE, Ent.CONTRADICTION_CLASS)) {
      if (graph.object(contradiction, Ent.NAMED_BY).isEmpty()
          && graph.object(contradiction, Ent.DESCRIBES).isPresent()) {
        cards.add(contradiction(contradiction));
      }
    }
    return cards;
  }

  private Card card(Node node) {
    String preferred =
        graph.object(node, Voc.ent("preferredSide")).map(EntityGroups::local).orElse("");
    Node about = graph.object(node, Voc.ent("about")).orElse(node);
    List<Side> sides = new ArrayList<>();
    sides.add(side(node, "sideA", "passageOfA", preferred.matches("firstSide|bothSides")));
    sides.add(side(node, "sideB", "passageOfB", preferred.matches("secondSide|bothSides")));
    Node kind = graph.object(node, Voc.ent("disagreementKind")).orElse(null);
    String id = Ent.identifier(node);
    return new Card(
        id.substring(id.indexOf('/') + 1),
        graph.object(node, Voc.ent("question")).map(GraphReader::text).orElse("Which is right?"),
        kind == null ? "disagreement" : page.names().text(kind),
        kind == null ? "" : EntityGroups.local(kind),
        page.names().link(about),
        new Piece("Page", page.urls().of(node), null),
        sides,
        verdict(preferred),
        graph.object(node, Voc.ent("reason")).map(GraphReader::text).orElse(""),
        graph.object(node, Voc.ent("reference")).map(page.names()::link).orElse(null));
  }

  private Side side(Node node, String text, String passages, boolean preferred) {
    List<Words> words = new ArrayList<>();
    for (Node passage : graph.objects(node, Voc.ent(passages))) {
      words.add(words(passage));
    }
    return new Side(
        graph.object(node, Voc.ent(text)).map(GraphReader::text).orElse(""), words, preferred);
  }

  private Words words(Node passage) {
    SourceReader sources = page.evidence().sources();
    Node document = graph.object(Graphs.SOURCES, passage, Voc.IS_PART_OF).orElse(passage);
    return new Words(
        sources.quote(passage),
        page.names().link(document),
        sources.authors(document),
        sources.date(document));
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

  private Card contradiction(Node node) {
    Node about = graph.object(node, Ent.DESCRIBES).orElseThrow();
    List<Side> sides = new ArrayList<>();
    for (Node claim : graph.objects(node, Ent.CLAIM)) {
      page.evidence()
          .claim(claim)
          .ifPresent(
              view ->
                  sides.add(
                      new Side(
                          page.names().text(view.triple().getObject()),
                          view.passages().stream().map(this::words).toList(),
                          false)));
    }
    String property = graph.object(node, Ent.ON_PROPERTY).map(page.names()::text).orElse("value");
    return new Card(
        EntityGroups.local(node),
        "Which " + property + "?",
        "found by the build",
        "found",
        page.names().link(about),
        null,
        sides,
        "Not resolved",
        graph.object(node, Voc.COMMENT).map(GraphReader::text).orElse(""),
        null);
  }

  private static List<Choice> kinds(List<Card> cards, String chosen) {
    Map<String, String> labels = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Card card : cards) {
      labels.put(card.kindId(), card.kind());
      counts.merge(card.kindId(), 1, Integer::sum);
    }
    List<Choice> choices = new ArrayList<>();
    labels.forEach(
        (id, label) ->
            choices.add(new Choice(id, label + " (" + counts.get(id) + ")", id.equals(chosen))));
    return choices;
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
            "Its words",
            "Other side",
            "Its words ",
            "Verdict",
            "Reason");
    for (Card card : cards) {
      Side one = card.sides().isEmpty() ? null : card.sides().get(0);
      Side other = card.sides().size() < 2 ? null : card.sides().get(1);
      table.row(
          card.question(),
          card.kind(),
          card.about(),
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

  private static String quotes(Side side) {
    return side == null
        ? ""
        : String.join(" | ", side.words().stream().map(w -> w.quote().text()).toList());
  }
}
