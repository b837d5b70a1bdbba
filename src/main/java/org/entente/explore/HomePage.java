package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** What this is, and the state of relations at a glance. */
final class HomePage {
  private static final int FEW = 4;

  private HomePage() {}

  /** A number with what it counts. */
  record Count(int number, String words, String href) {}

  static View view(PageContext page, Gallery gallery) {
    GraphReader graph = page.graph();
    Teller teller = new Teller(page);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Entente");
    model.put("counts", counts(page));
    List<Node> summits = new ArrayList<>(Things.of(graph, Voc.ent("Summit")));
    summits.removeIf(s -> graph.objects(s, Voc.ACTOR).size() < 2);
    summits.removeIf(s -> Span.of(graph, s).first() == null || !page.shows(Span.of(graph, s)));
    summits.sort(Comparator.comparing((Node s) -> Span.of(graph, s).first()).reversed());
    model.put("summits", summits.stream().limit(FEW).map(teller::fact).toList());
    picture(page, summits, model);
    model.put("disputes", DisputesPage.view(page).model().get("cards"));
    List<DisagreementsPage.Card> disagreements = new DisagreementsPage(page).cards();
    model.put(
        "disagreements",
        disagreements.stream()
            .filter(card -> card.sides().stream().allMatch(side -> !side.words().isEmpty()))
            .sorted(Comparator.comparing(card -> rank(card.kindId())))
            .limit(3)
            .toList());
    model.put("disagreementCount", disagreements.size());
    model.put("questions", gallery.entries().stream().limit(6).toList());
    return View.of("home", model, null, (String) model.get("picture"));
  }

  private static int rank(String kind) {
    return List.of("contradiction", "inconsistency", "sourceError", "superseded").indexOf(kind)
        & 0xF;
  }

  private static void picture(PageContext page, List<Node> summits, Map<String, Object> model) {
    List<TimeMark> marks = new Marks(page).all();
    LocalDate last = summits.isEmpty() ? null : Span.of(page.graph(), summits.get(0)).last();
    if (last == null) {
      return;
    }
    LocalDate to = last.plusMonths(12);
    LocalDate from = last.minusMonths(36);
    List<TimeMark> few =
        marks.stream()
            .filter(mark -> !mark.plan())
            .filter(
                mark ->
                    List.of(Marks.OFFICE, "Summits", "Courts", "Measures").contains(mark.lane()))
            .filter(mark -> !mark.span().last().isBefore(from) && !mark.span().first().isAfter(to))
            .toList();
    model.put(
        "picture",
        few.isEmpty()
            ? null
            : new TimelinePicture(from, to)
                .draw("home-picture", "Relations at a glance", few, page.asOf()));
    DataTable.Builder table =
        new DataTable.Builder("glance", "Relations at a glance", "Kind", "What", "When");
    few.forEach(
        mark -> table.row(mark.lane(), new Piece(mark.label(), mark.href(), null), mark.when()));
    model.put("glance", table.build());
  }

  private static List<Count> counts(PageContext page) {
    GraphReader graph = page.graph();
    Urls urls = page.urls();
    return List.of(
        new Count(Documents.read(graph).size(), "documents read", urls.page("/documents")),
        new Count(count(graph, Voc.PERSON), "persons", urls.page("/network")),
        new Count(count(graph, Voc.EVENT), "events", urls.page("/timeline")),
        new Count(
            count(graph, Voc.ent("Agreement")),
            "agreements",
            urls.page("/timeline", "kind", "Agreements")),
        new Count(count(graph, Voc.ent("Dispute")), "disputes", urls.page("/disputes")),
        new Count(
            count(graph, Voc.ent("Disagreement")),
            "disagreements of sources",
            urls.page("/disagreements")));
  }

  private static int count(GraphReader graph, Node type) {
    return Things.of(graph, type).size();
  }
}
