package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;

/** What this is, and the state of relations at a glance. */
final class HomePage {
  private static final int FEW = 4;

  /** What was last told to be open longer ago stands apart. */
  private static final int RECENT_YEARS = 2;

  private static final List<String> GLANCE = List.of(Marks.OFFICE, "Summits", "Courts", "Measures");

  private static final String SUMMITS =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      SELECT ?summit ?begun
      WHERE {
        ?summit a ent:Summit ;
          sem:hasEarliestBeginTimeStamp ?begun .
        FILTER EXISTS { ?summit sem:hasActor ?one , ?other . FILTER (?one != ?other) }
      %s}
      ORDER BY DESC(?begun) ?summit
      LIMIT %d
      """;

  private HomePage() {}

  /** A number with what it counts. */
  record Count(int number, String words, String href) {}

  /** A dispute that is open, as a line. */
  record Line(DisputesPage.Card card, OpenDisputes.Open open) {}

  static View view(PageContext page, Gallery gallery) {
    Teller teller = new Teller(page);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Entente");
    model.put("states", states(page));
    List<Node> summits = latestSummits(page);
    model.put("summits", summits.stream().map(teller::fact).toList());
    model.put("summitsQuery", summitsQuery(page));
    List<TimeMark> glance = glance(page, summits);
    Picture picture = glance.isEmpty() ? null : picture(page, summits, glance);
    DataTable table = table(new Marks(page), glance);
    model.put("picture", picture);
    model.put("table", table);
    List<DisputesPage.Card> disputes = new DisputesPage(page).cards();
    model.put("day", DateWords.of(page.day()));
    List<Line> open = open(page, disputes);
    LocalDate recently = page.day().minusYears(RECENT_YEARS);
    Predicate<Line> recent = line -> !line.open().lastTold().isBefore(recently);
    model.put("open", open.stream().filter(recent).toList());
    model.put("openBefore", open.stream().filter(recent.negate()).toList());
    model.put("openQuery", OpenDisputes.query(page.day()));
    List<DisagreementsPage.Card> disagreements = new DisagreementsPage(page).cards();
    model.put(
        "disagreements",
        disagreements.stream()
            .filter(card -> card.sides().stream().allMatch(side -> !side.words().isEmpty()))
            .sorted(Comparator.comparing(card -> rank(card.kindId())))
            .limit(3)
            .toList());
    // How many of a vast graph there were on a day is a question for a query.
    boolean counted = page.asOf() == null || !page.graph().isVast();
    model.put("counts", counted ? counts(page, disputes.size(), disagreements.size()) : List.of());
    model.put("disagreementCount", disagreements.size());
    model.put("questions", gallery.oftenAsked());
    return View.of("home", model).with(table).with(picture);
  }

  /** The last summits of two or more, from the summary of the latest events when it has enough. */
  private static List<Node> latestSummits(PageContext page) {
    List<Node> summits = latest(page, page.graph().latestEvents());
    return summits.size() == FEW
        ? summits
        : latest(page, Things.of(page.graph(), Voc.ent("Summit")));
  }

  private static List<Node> latest(PageContext page, List<Node> events) {
    GraphReader graph = page.graph();
    return events.stream()
        .filter(event -> graph.isAny(event, "Summit"))
        .filter(event -> graph.objects(event, Voc.ACTOR).size() >= 2)
        .filter(event -> Span.of(graph, event).earliestBegin() != null)
        .sorted(
            Comparator.comparing((Node event) -> Span.of(graph, event).earliestBegin())
                .reversed()
                .thenComparing(GraphReader.ORDER))
        .limit(FEW)
        .toList();
  }

  private static String summitsQuery(PageContext page) {
    String until =
        page.asOf() == null ? "" : "  FILTER (?begun <= \"%s\"^^xsd:date)\n".formatted(page.asOf());
    return SUMMITS.formatted(until, FEW);
  }

  private static List<Line> open(PageContext page, List<DisputesPage.Card> cards) {
    Map<Node, DisputesPage.Card> byDispute = new HashMap<>();
    cards.forEach(card -> byDispute.put(card.dispute(), card));
    return OpenDisputes.on(page.graph(), page.day()).stream()
        .map(open -> new Line(byDispute.get(open.dispute()), open))
        .toList();
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

  private static DataTable table(Marks marks, List<TimeMark> glance) {
    DataTable.Builder table =
        new DataTable.Builder(
            "glance", "Relations at a glance", "Kind", "What", "When", "Earliest", "Latest");
    glance.forEach(
        mark ->
            table.row(
                mark.lane(),
                mark.link(),
                marks.date(mark.thing(), mark.span()),
                mark.span().earliestBegin(),
                marks.endedBy(mark.span())));
    return table.build();
  }

  private static List<Count> counts(PageContext page, int disputes, int disagreements) {
    Urls urls = page.urls();
    String agreements = urls.page("/timeline", "kind", "Agreements");
    GraphReader graph = page.graph();
    List<Count> counts = new ArrayList<>();
    if (!graph.isVast()) {
      counts.add(count(page, Documents.read(graph), "document", " read", urls.page("/documents")));
    }
    // Since when the graph knows of a person is not told, so as of a day there is no number.
    if (page.asOf() == null) {
      counts.add(count(page, Voc.PERSON, "person", urls.page("/network")));
    }
    counts.add(count(page, Voc.EVENT, "event", urls.page("/timeline")));
    counts.add(count(page, Voc.ent("Agreement"), "agreement", agreements));
    int known = total(graph, "Dispute", disputes);
    counts.add(new Count(known, number(known, "dispute"), urls.page("/disputes")));
    int differ = total(graph, "Disagreement", disagreements);
    counts.add(
        new Count(
            differ, number(differ, "disagreement") + " of sources", urls.page("/disagreements")));
    return counts;
  }

  /** How many things of a class there are: those listed, but of a vast graph not all are. */
  private static int total(GraphReader graph, String type, int listed) {
    return graph.isVast() ? graph.counted(Voc.ent(type)) : listed;
  }

  private static Count count(PageContext page, Node type, String noun, String href) {
    GraphReader graph = page.graph();
    if (graph.isVast()) {
      int all = graph.counted(type);
      return new Count(all, number(all, noun), href);
    }
    return count(page, Things.of(graph, type), noun, "", href);
  }

  private static String number(int count, String noun) {
    return count == 1 ? noun : noun + "s";
  }

  /** How many there are; as of a day, how many had begun, and how many more may have. */
  private static Count count(
      PageContext page, List<Node> things, String noun, String rest, String href) {
    int begun =
        (int)
            things.stream()
                .filter(thing -> page.asOf() == null || page.begun(Told.since(page.graph(), thing)))
                .count();
    int possibly = things.size() - begun;
    return new Count(
        begun,
        number(begun, noun) + rest + (possibly == 0 ? "" : ", " + possibly + " more perhaps"),
        href);
  }
}
