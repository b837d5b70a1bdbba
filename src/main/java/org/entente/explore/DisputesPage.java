package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;

/** Each dispute: positions side by side, its chain of events, what is open, its names. */
final class DisputesPage {
  private static final String QUERY =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?dispute (SAMPLE(?label) AS ?name)
        (GROUP_CONCAT(DISTINCT ?partyLabel; separator=", ") AS ?parties)
      WHERE {
      %s  ?dispute a ent:Dispute ;
          rdfs:label ?label .
        OPTIONAL { ?dispute ent:party/rdfs:label ?partyLabel }
      }
      GROUP BY ?dispute
      ORDER BY ?name
      """;

  private final PageContext page;
  private final GraphReader graph;
  private final Teller teller;

  DisputesPage(PageContext page) {
    this.page = page;
    this.graph = page.graph();
    this.teller = new Teller(page);
  }

  /**
   * What one side holds.
   *
   * @param positions empty when none of this party is told
   */
  record Side(Piece holder, List<Fact> positions) {}

  /**
   * A dispute as the board shows it.
   *
   * @param open whether it was open on the day of the page; null when nothing tells so
   * @param phases how it stood
   * @param ahead what was planned about it and is not told to have come about
   * @param unanswered what was sought and not found
   */
  record Card(
      Node dispute,
      String id,
      Piece name,
      String kind,
      List<Piece> parties,
      Fact lead,
      List<Side> sides,
      List<StepChain.Step> chain,
      OpenDisputes.Open open,
      List<Fact> phases,
      List<Fact> ahead,
      List<Fact> unanswered,
      List<Fact> names,
      int disagreements,
      String timeline) {
    /** How many steps the chain has. */
    public int steps() {
      return StepChain.count(chain);
    }

    /** How many positions are held. */
    public int positions() {
      return sides.stream().mapToInt(side -> side.positions().size()).sum();
    }

    /** How much there is to see. */
    int weight() {
      return chain.size() * 2 + sides.size() * 3 + phases.size();
    }
  }

  static View view(PageContext page) {
    DisputesPage self = new DisputesPage(page);
    Filters filters = new Filters(page);
    List<Node> all = Things.of(page.graph(), Voc.ent("Dispute"));
    String kind = page.parameter("kind").orElse("");
    List<Card> cards =
        self.cards(
            dispute ->
                self.involves(filters, dispute)
                    && (kind.isEmpty() || kind.equals(self.kind(dispute))));
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Disputes");
    model.put("cards", cards);
    model.put("day", DateWords.of(page.day()));
    model.put("query", self.query(cards));
    DataTable table = table(cards);
    model.put("table", table);
    Set<Node> parts = new LinkedHashSet<>(all);
    all.forEach(dispute -> parts.addAll(self.parts(dispute)));
    Map<String, String> kinds = new TreeMap<>();
    all.forEach(dispute -> kinds.put(self.kind(dispute), page.names().kind(dispute)));
    List<String[]> choices = new ArrayList<>();
    kinds.forEach((value, label) -> choices.add(new String[] {value, label}));
    model.put(
        "fields",
        List.of(
            filters.actors(parts),
            filters.choice("kind", "Kind", "every kind", choices),
            filters.documents()));
    return View.of("disputes", model).with(table);
  }

  /** The disputes of which something had begun on the day that the reader chose. */
  List<Card> cards() {
    return cards(dispute -> true);
  }

  private List<Card> cards(Predicate<Node> wanted) {
    List<Card> cards = new ArrayList<>();
    for (Node dispute : Things.of(graph, Voc.ent("Dispute"))) {
      if (wanted.test(dispute)) {
        cards.add(card(dispute));
      }
    }
    cards.sort(
        Comparator.comparingInt((Card card) -> -card.weight()).thenComparing(c -> c.name().text()));
    return cards;
  }

  /** What a dispute is made of: steps, positions, how it stood. */
  private Set<Node> parts(Node dispute) {
    Set<Node> parts = new LinkedHashSet<>(graph.objects(dispute, Voc.ent("hasStep")));
    parts.addAll(graph.subjects(Voc.ent("inDispute"), dispute));
    parts.addAll(graph.subjects(Voc.ent("phaseOf"), dispute));
    return parts;
  }

  private boolean involves(Filters filters, Node dispute) {
    Set<Node> things = parts(dispute);
    things.add(dispute);
    return filters.passes(things);
  }

  private String kind(Node dispute) {
    return graph.kind(dispute).map(EntityGroups::local).orElse("");
  }

  /** Where a dispute stands on the board: the fragment of the address, from its number sign. */
  static String anchor(Node dispute) {
    String id = Ent.identifier(dispute);
    return "#" + id.substring(id.indexOf('/') + 1);
  }

  private Card card(Node dispute) {
    String id = Ent.identifier(dispute);
    return new Card(
        dispute,
        anchor(dispute).substring(1),
        page.names().link(dispute),
        page.names().kind(dispute),
        graph.objects(dispute, Voc.ent("party")).stream().map(page.names()::link).toList(),
        teller.fact(dispute),
        sides(dispute),
        new StepChain(page).of(dispute),
        OpenDisputes.on(graph, dispute, page.day()).orElse(null),
        phases(dispute),
        about(
            dispute,
            thing ->
                graph.isAny(thing, "Plan") && graph.object(thing, Voc.ent("realisedBy")).isEmpty()),
        about(dispute, thing -> graph.isAny(thing, "Gap")),
        names(dispute),
        (int)
            graph.subjects(Voc.ent("about"), dispute).stream()
                .filter(thing -> graph.isAny(thing, "Disagreement"))
                .count(),
        page.urls().page("/timeline", "dispute", id));
  }

  /** What the parties and others hold; what a government holds stands with its state. */
  private List<Side> sides(Node dispute) {
    Map<Node, List<Fact>> bySide = new LinkedHashMap<>();
    graph
        .objects(dispute, Voc.ent("party"))
        .forEach(party -> bySide.put(sideOf(party), new ArrayList<>()));
    for (Node position : graph.subjects(Voc.ent("inDispute"), dispute)) {
      for (Node holder : graph.objects(position, Voc.ent("holder"))) {
        Node side = sideOf(holder);
        Fact fact = teller.fact(position);
        bySide
            .computeIfAbsent(side, each -> new ArrayList<>())
            .add(side.equals(holder) ? withoutHolder(fact) : fact);
      }
    }
    if (bySide.values().stream().allMatch(List::isEmpty)) {
      return List.of();
    }
    List<Side> sides = new ArrayList<>();
    bySide.forEach((side, facts) -> sides.add(new Side(page.names().link(side), facts)));
    return sides;
  }

  /** The state of a government or an administration; any other holder itself. */
  private Node sideOf(Node holder) {
    return graph
        .object(holder, Voc.ent("governs"))
        .or(
            () ->
                graph.isAny(holder, "Government")
                    ? graph.object(holder, Voc.ent("ofState"))
                    : Optional.empty())
        .orElse(holder);
  }

  /** "Demands: ...", below the name of who demands. */
  private static Fact withoutHolder(Fact fact) {
    List<Piece> pieces = new ArrayList<>(fact.sentence());
    while (pieces.size() > 2 && !pieces.get(0).text().equals(" ")) {
      pieces.remove(0);
    }
    pieces.remove(0);
    Piece verb = pieces.get(0);
    String word = verb.text().substring(0, 1).toUpperCase(Locale.ROOT) + verb.text().substring(1);
    pieces.set(0, new Piece(word, verb.href(), verb.lang()));
    return new Fact(pieces, fact.evidence(), fact.span(), fact.tag(), fact.about());
  }

  /** What is about it. */
  private List<Fact> about(Node dispute, Predicate<Node> wanted) {
    return graph.subjects(Voc.ent("about"), dispute).stream()
        .filter(wanted)
        .map(teller::fact)
        .toList();
  }

  /** How it stood, newest first; days on which it stood alike are told in one sentence. */
  private List<Fact> phases(Node dispute) {
    Map<String, List<Node>> alike = new LinkedHashMap<>();
    List<Node> phases = new ArrayList<>(graph.subjects(Voc.ent("phaseOf"), dispute));
    phases.sort(
        Comparator.comparing((Node phase) -> String.valueOf(Span.of(graph, phase).last()))
            .reversed());
    for (Node phase : phases) {
      alike.computeIfAbsent(teller.standing(phase), key -> new ArrayList<>()).add(phase);
    }
    return alike.values().stream().map(teller::phases).toList();
  }

  private List<Fact> names(Node dispute) {
    List<Node> named = new ArrayList<>(List.of(dispute));
    named.addAll(graph.objects(dispute, Voc.ent("over")));
    List<Fact> names = new ArrayList<>();
    for (Node thing : named) {
      for (Node name : graph.objects(thing, Voc.ent("hasName"))) {
        if (graph.has(name, Voc.ent("nameKind"), Voc.ent("ContestedName"))) {
          names.add(teller.fact(name));
        }
      }
    }
    return names;
  }

  private static DataTable table(List<Card> cards) {
    DataTable.Builder table =
        new DataTable.Builder(
            "disputes",
            "Disputes",
            "Dispute",
            "Kind",
            "Parties",
            "Positions",
            "Steps",
            "Open",
            "Last told to be open");
    for (Card card : cards) {
      table.row(
          card.name(),
          card.kind(),
          Cell.list(card.parties()),
          card.positions(),
          card.steps(),
          card.open() == null ? "not told" : card.open().certain() ? "yes" : "possibly",
          card.open() == null ? null : card.open().lastTold());
    }
    return table.build();
  }

  /** The SPARQL that gives these disputes: all of them, or those that the reader chose. */
  private String query(List<Card> cards) {
    List<Node> shown = cards.stream().map(Card::dispute).toList();
    int known = Things.of(graph.whole(), Voc.ent("Dispute")).size();
    return QUERY.formatted(shown.size() == known ? "" : Queries.only("dispute", shown));
  }
}
