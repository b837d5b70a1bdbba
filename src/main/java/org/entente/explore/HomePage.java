package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/** What this is, and the state of relations at a glance. */
final class HomePage {
  private static final int FEW = 4;
  private static final List<String> GLANCE = List.of(Marks.OFFICE, "Summits", "Courts", "Measures");

  private HomePage() {}

  /** A number with what it counts. */
  record Count(int number, String words, String href) {}

  static View view(PageContext page, Gallery gallery) {
    GraphReader graph = page.graph();
    Teller teller = new Teller(page);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Entente");
    model.put("states", states(page));
    List<Node> summits = new ArrayList<>(Things.of(graph, Voc.ent("Summit")));
    summits.removeIf(s -> graph.objects(s, Voc.ACTOR).size() < 2);
    summits.removeIf(s -> Span.of(graph, s).first() == null || !page.shows(s));
    summits.sort(Comparator.comparing((Node s) -> Span.of(graph, s).first()).reversed());
    model.put("summits", summits.stream().limit(FEW).map(teller::fact).toList());
    List<TimeMark> glance = glance(page, summits);
    Picture picture = glance.isEmpty() ? null : picture(page, summits, glance);
    DataTable table = table(glance);
    model.put("picture", picture);
    model.put("table", table);
    List<DisputesPage.Card> disputes = new DisputesPage(page).cards();
    model.put("open", disputes.stream().filter(dispute -> !dispute.open().isEmpty()).toList());
    List<DisagreementsPage.Card> disagreements = new DisagreementsPage(page).cards();
    model.put(
        "disagreements",
        disagreements.stream()
            .filter(card -> card.sides().stream().allMatch(side -> !side.words().isEmpty()))
            .sorted(Comparator.comparing(card -> rank(card.kindId())))
            .limit(3)
            .toList());
    model.put("counts", counts(page, disputes.size(), disagreements.size()));
    model.put("disagreementCount", disagreements.size());
    model.put("questions", gallery.oftenAsked());
    return View.of("home", model).with(table).with(picture);
  }

  private static int rank(String kind) {
    return List.of("contradiction", "inconsistency", "sourceError", "superseded").indexOf(kind)
        & 0xF;
  }

  /** The two states that take part in most of the events. */
  private static List<Piece> states(PageContext page) {
    Map<Node, Integer> counts = new HashMap<>();
    for (Node event : Things.of(page.graph(), Voc.EVENT)) {
      for (Node state : page.graph().objects(event, Voc.ent("hasParticipatingState"))) {
        counts.merge(state, 1, Integer::sum);
      }
    }
    return counts.keySet().stream()
        .sorted(Comparator.comparing((Node s) -> -counts.get(s)).thenComparing(Triples.ORDER))
        .limit(2)
        .map(page.names()::link)
        .toList();
  }

  /** Who was in office, summits, rulings and measures in the years before the last summit. */
  private static List<TimeMark> glance(PageContext page, List<Node> summits) {
    if (summits.isEmpty()) {
      return List.of();
    }
    LocalDate from = first(page, summits);
    LocalDate to = last(page, summits);
    return new Marks(page)
        .all().stream()
            .filter(mark -> !mark.plan() && GLANCE.contains(mark.lane()))
            .filter(mark -> !mark.span().last().isBefore(from) && !mark.span().first().isAfter(to))
            .toList();
  }

  private static LocalDate first(PageContext page, List<Node> summits) {
    return Span.of(page.graph(), summits.get(0)).last().minusMonths(36);
  }

  private static LocalDate last(PageContext page, List<Node> summits) {
    return Span.of(page.graph(), summits.get(0)).last().plusMonths(12);
  }

  private static Picture picture(PageContext page, List<Node> summits, List<TimeMark> glance) {
    return TimelinePicture.of(
        "home-picture",
        "Relations at a glance",
        glance,
        first(page, summits),
        last(page, summits),
        page.asOf());
  }

  private static DataTable table(List<TimeMark> glance) {
    DataTable.Builder table =
        new DataTable.Builder("glance", "Relations at a glance", "Kind", "What", "When");
    glance.forEach(mark -> table.row(mark.lane(), mark.link(), mark.when()));
    return table.build();
  }

  private static List<Count> counts(PageContext page, int disputes, int disagreements) {
    Urls urls = page.urls();
    return List.of(
        new Count(
            (int) Documents.read(page.graph()).stream().filter(page::shows).count(),
            "documents read",
            urls.page("/documents")),
        new Count(count(page, Voc.PERSON), "persons", urls.page("/network")),
        new Count(count(page, Voc.EVENT), "events", urls.page("/timeline")),
        new Count(
            count(page, Voc.ent("Agreement")),
            "agreements",
            urls.page("/timeline", "kind", "Agreements")),
        new Count(disputes, "disputes", urls.page("/disputes")),
        new Count(disagreements, "disagreements of sources", urls.page("/disagreements")));
  }

  private static int count(PageContext page, Node type) {
    return (int) Things.of(page.graph(), type).stream().filter(page::shows).count();
  }
}
