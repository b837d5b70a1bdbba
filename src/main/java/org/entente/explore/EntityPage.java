package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.explore.EvidenceReader.ClaimView;

/** The page of a thing: what is known of it in sentences, and what points to it. */
final class EntityPage {
  private static final int SHOWN = 8;
  private static final Set<String> NOT_TOLD =
      Set.of(
          "type",
          "label",
          "altLabel",
          "prefLabel",
          "hasName",
          "title",
          "contested",
          "exactMatch",
          "closeMatch",
          "relatedMatch",
          "hasEarliestBeginTimeStamp",
          "hasLatestBeginTimeStamp",
          "hasEarliestEndTimeStamp",
          "hasLatestEndTimeStamp",
          "plannedEarliest",
          "plannedLatest",
          "tookPartIn",
          "partyTo",
          "metWith",
          "hasStep",
          "answersTransitively",
          "answeredBy",
          "hasSession",
          "sideA",
          "sideB",
          "passageOfA",
          "passageOfB",
          "question",
          "content",
          "nearestPassage",
          "long",
          "hasOutcome",
          "familyName",
          "givenName",
          "identifier");

  private static final String TENURES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX org: <http://www.w3.org/ns/org#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      SELECT ?holder ?office ?from ?until
      WHERE {
        ?tenure %s <%s> ;
          org:member ?holder ;
          ent:post ?office .
        OPTIONAL { ?tenure sem:hasEarliestBeginTimeStamp ?from }
        OPTIONAL { ?tenure sem:hasLatestEndTimeStamp ?until }
      }
      ORDER BY ?from
      """;
  private static final String ROLES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT ?who ?role ?capacity ?for
      WHERE {
        ?participation ent:event <%s> ;
          rdf:value ?who ;
          ent:role ?role .
        OPTIONAL { ?participation ent:inCapacity ?capacity }
        OPTIONAL { ?participation ent:representing ?for }
      }
      ORDER BY ?who
      """;
  private static final String REJECTED =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT ?property ?value ?status ?rank
      WHERE {
        BIND (<%s> AS ?thing)
        GRAPH <https://w3id.org/entente/graph/claims> {
          ?claim rdf:subject ?thing ;
            rdf:predicate ?property ;
            rdf:object ?value ;
            ent:account ?account .
          ?account ent:status ?status ;
            ent:rank ?rank .
        }
        FILTER NOT EXISTS { ?thing ?property ?value }
      }
      ORDER BY ?property ?value
      """;

  private final PageContext page;
  private final GraphReader graph;
  private final Teller teller;
  private final Node thing;

  EntityPage(PageContext page, Node thing) {
    this.page = page;
    this.graph = page.graph();
    this.teller = new Teller(page);
    this.thing = thing;
  }

  /** What the template shows. */
  Map<String, Object> model() {
    Map<String, Object> model = new LinkedHashMap<>();
    Draft lead = teller.lead(thing);
    Fact leadFact = lead.fact();
    List<Section> sections = sections(lead.told());
    Piece name = page.names().link(thing);
    model.put("title", Svg.fit(name.text(), 1, 60));
    model.put("heading", name);
    model.put("kind", page.names().kind(thing));
    model.put("lead", leadFact);
    model.put("contested", contested());
    model.put("otherNames", otherNames());
    model.put("sections", sections);
    model.put("links", links());
    model.put("iri", thing.getURI());
    model.put("table", table(leadFact, sections));
    model.put("thing", LinkedPage.thing(page, thing, leadFact.plain()));
    model.put("notYet", !page.shows(thing));
    return model;
  }

  private List<Section> sections(Set<Triple> told) {
    List<Section> sections = new ArrayList<>();
    List<Fact> facts = facts(told);
    if (!facts.isEmpty()) {
      sections.add(Section.of("facts", "What is known", facts, directQuery()));
    }
    offices().ifPresent(sections::add);
    met().ifPresent(sections::add);
    for (EntityGroups.Group group : new EntityGroups(graph, page.names()).of(thing)) {
      section(group).ifPresent(sections::add);
    }
    roles().ifPresent(sections::add);
    names().ifPresent(sections::add);
    rejected().ifPresent(sections::add);
    return sections;
  }

  private List<Fact> facts(Set<Triple> told) {
    Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
    for (Triple triple : graph.about(thing)) {
      String local = EntityGroups.local(triple.getPredicate());
      if (!told.contains(triple) && !NOT_TOLD.contains(local) && shown(triple)) {
        byProperty
            .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
            .add(triple.getObject());
      }
    }
    List<Fact> facts = new ArrayList<>();
    byProperty.forEach(
        (property, values) -> {
          Draft draft = new Draft(page, thing).span(Span.UNKNOWN);
          draft.say(PropertyWords.of(property, page.names()) + ": ");
          draft.names(values);
          values.forEach(value -> draft.tell(thing, property, value));
          if (property.equals(Voc.LATITUDE)) {
            draft.maybe(", ", Voc.LONGITUDE);
          }
          facts.add(draft.fact());
        });
    return facts;
  }

  /** Whether a value had begun by the reader's day; for when a thing is planned is known before. */
  private boolean shown(Triple triple) {
    return triple.getPredicate().equals(Voc.ent("plannedDate")) || page.shows(triple.getObject());
  }

  private String directQuery() {
    return "SELECT ?property ?value\nWHERE {\n  <%s> ?property ?value .\n}\nORDER BY ?property ?value\n"
        .formatted(thing.getURI());
  }

  private Optional<Section> section(EntityGroups.Group group) {
    List<Node> subjects = new ArrayList<>(group.subjects());
    subjects.removeIf(subject -> !page.shows(subject));
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    subjects.sort(
        Comparator.comparing((Node subject) -> order(subject)).thenComparing(GraphReader.ORDER));
    String id = group.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    boolean all = page.parameter("show").filter(id::equals).isPresent();
    boolean cut = !all && subjects.size() > SHOWN + 2;
    List<Fact> facts =
        subjects.stream().limit(cut ? SHOWN : subjects.size()).map(teller::fact).toList();
    String path = page.request().path();
    String more = cut ? page.urls().page(path, "show", id) + "#" + id : null;
    String query = group.query(thing);
    return Optional.of(
        new Section(id, group.title(), null, facts, subjects.size(), more, null, null, query));
  }

  /** Newest first; what has no date comes last. */
  private String order(Node subject) {
    LocalDate day = Span.of(graph, subject).first();
    return day == null ? "9" : String.format(Locale.ROOT, "%08d", 40_000_000 - day.toEpochDay());
  }

  /** Tenures as bars over time. */
  private Optional<Section> offices() {
    List<Node> tenures = new ArrayList<>(graph.subjects(Voc.MEMBER, thing));
    tenures.addAll(graph.subjects(Voc.ent("post"), thing));
    boolean ofPerson = graph.is(thing, Voc.PERSON);
    List<TimeMark> marks = new ArrayList<>();
    for (Node tenure : tenures) {
      Span span = Span.of(graph, tenure);
      Optional<Node> other = graph.object(tenure, ofPerson ? Voc.ent("post") : Voc.MEMBER);
      if (other.isPresent() && span.first() != null && page.shows(span)) {
        List<Piece> name = List.of(page.names().link(other.get()));
        String when = DateWords.of(span.first()) + " to " + DateWords.of(until(span));
        marks.add(
            new TimeMark(
                tenure,
                name,
                page.urls().of(other.get()),
                when,
                span,
                ofPerson ? "Offices" : "Holders",
                false,
                true));
      }
    }
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    marks.sort(Comparator.comparing(mark -> mark.span().first()));
    LocalDate from = marks.get(0).span().first().minusMonths(6);
    LocalDate to =
        marks.stream().map(mark -> until(mark.span())).max(Comparator.naturalOrder()).orElseThrow();
    Picture picture =
        TimelinePicture.of(
            "offices-picture", "Offices over time", marks, from, to.plusMonths(6), page.asOf());
    DataTable.Builder table =
        new DataTable.Builder(
            "offices",
            "Offices over time",
            ofPerson ? "Office" : "Holder",
            "Known from",
            "Known until");
    for (TimeMark mark : marks) {
      table.row(mark.link(), DateWords.of(mark.span().first()), DateWords.of(until(mark.span())));
    }
    return Optional.of(
        new Section(
            "over-time",
            "Offices over time",
            "Solid where a source shows the office held; faint where it is only possible.",
            List.of(),
            0,
            null,
            picture,
            table.build(),
            TENURES.formatted(ofPerson ? "org:member" : "ent:post", thing.getURI())));
  }

  /** The last day of which something is known, up to the day that the reader chose. */
  private LocalDate until(Span span) {
    boolean later = page.asOf() != null && span.last().isAfter(page.asOf());
    return later ? page.asOf() : span.last();
  }

  /** Whom a person met, and how often. */
  private Optional<Section> met() {
    if (graph.objects(thing, Voc.ent("metWith")).isEmpty()) {
      return Optional.empty();
    }
    Encounters encounters = Encounters.of(page, Encounters.Kind.MET, new Filters(page));
    List<Encounters.Tie> ties = encounters.of(thing);
    if (ties.isEmpty()) {
      return Optional.empty();
    }
    DataTable.Builder table =
        new DataTable.Builder("met", "Whom they met", "Person", "Times", "When");
    for (Encounters.Tie tie : ties) {
      Node other = tie.one().equals(thing) ? tie.other() : tie.one();
      List<Piece> when = new ArrayList<>();
      for (Node event : tie.events()) {
        String date =
            graph
                .object(event, Voc.ent("date"))
                .map(page.names()::text)
                .orElse(page.names().text(event));
        when.add(new Piece(date, page.urls().of(event), null));
      }
      table.row(page.names().link(other), tie.events().size(), DataTable.joined(when));
    }
    String query =
        "PREFIX ent: <https://w3id.org/entente/ontology#>\nSELECT ?person\nWHERE {\n  <%s> ent:metWith ?person .\n}\n"
            .formatted(thing.getURI());
    return Optional.of(
        new Section(
            "met",
            "Whom they met",
            null,
            List.of(),
            ties.size(),
            null,
            null,
            table.build(),
            query));
  }

  /** In which role and capacity actors took part in an event. */
  private Optional<Section> roles() {
    List<Fact> facts = new ArrayList<>();
    boolean event = graph.is(thing, Voc.EVENT);
    for (Node participation : graph.subjects(event ? Voc.ent("event") : Voc.VALUE, thing)) {
      boolean notable =
          graph.object(participation, Voc.ent("inCapacity")).isPresent()
              || graph.object(participation, Voc.ent("representing")).isPresent()
              || !graph.has(participation, Voc.ent("role"), Voc.ent("participant"));
      if (notable && event) {
        facts.add(teller.fact(participation));
      }
    }
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of("roles", "Who took part as what", facts, ROLES.formatted(thing.getURI())));
  }

  private Optional<Section> names() {
    List<Node> nodes = graph.objects(thing, Voc.ent("hasName"));
    List<Fact> facts = nodes.stream().map(teller::fact).toList();
    String query =
        "PREFIX ent: <https://w3id.org/entente/ontology#>\nSELECT ?form ?kind ?user\nWHERE {\n  <%s> ent:hasName ?name .\n  ?name ent:form ?form ;\n    ent:nameKind ?kind .\n  OPTIONAL { ?name ent:usedBy ?user }\n}\n"
            .formatted(thing.getURI());
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("names", "Names that sources use", facts, query));
  }

  /** What some source says of the thing and the graph does not accept. */
  private Optional<Section> rejected() {
    List<Fact> facts = new ArrayList<>();
    Set<Triple> seen = new HashSet<>();
    for (ClaimView claim : page.evidence().claims(thing)) {
      Triple triple = claim.triple();
      boolean accepted = graph.has(thing, triple.getPredicate(), triple.getObject());
      if (accepted || page.evidence().sources().affirms(claim.account()) || !seen.add(triple)) {
        continue;
      }
      if (NOT_TOLD.contains(EntityGroups.local(triple.getPredicate()))) {
        continue;
      }
      List<Piece> sentence =
          List.of(
              Piece.of(page.names().text(triple.getPredicate()) + ": "),
              page.names().link(triple.getObject()));
      facts.add(
          new Fact(
              sentence,
              page.evidence().ofClaims(List.of(claim.node())),
              Span.UNKNOWN,
              "not accepted",
              thing.getURI()));
    }
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.of(
                "not-accepted",
                "Said, but not accepted",
                facts,
                REJECTED.formatted(thing.getURI())));
  }

  private List<Piece> contested() {
    return graph.objects(thing, Voc.ent("contested")).stream()
        .flatMap(node -> graph.objects(node, Voc.ent("onProperty")).stream())
        .map(page.names()::link)
        .distinct()
        .toList();
  }

  private List<Piece> otherNames() {
    String shown = page.names().text(thing);
    return graph.objects(thing, Voc.ALT_LABEL).stream()
        .map(page.names()::link)
        .filter(name -> name.lang() != null && !name.text().equals(shown))
        .distinct()
        .limit(4)
        .toList();
  }

  private List<Piece> links() {
    List<Piece> links = new ArrayList<>();
    for (String match : List.of("exactMatch", "closeMatch")) {
      for (Node target :
          graph.objects(thing, Voc.iri("http://www.w3.org/2004/02/skos/core#" + match))) {
        links.add(page.names().link(target));
      }
    }
    return links;
  }

  private DataTable table(Fact lead, List<Section> sections) {
    DataTable.Builder table =
        new DataTable.Builder(
            "facts",
            "What is known",
            "Section",
            "Sentence",
            "Document",
            "Quote",
            "Place",
            "Status",
            "Rank");
    rows(table, "", List.of(lead));
    sections.forEach(section -> rows(table, section.title(), section.facts()));
    return table.build();
  }

  private static void rows(DataTable.Builder table, String title, List<Fact> facts) {
    for (Fact fact : facts) {
      for (Evidence.Source source : fact.evidence().sources()) {
        for (Evidence.Quote quote : source.quotes()) {
          table.row(
              title,
              fact.plain(),
              source.document(),
              quote.text(),
              quote.place(),
              source.status(),
              source.rank());
        }
      }
      if (fact.evidence().sources().isEmpty()) {
        table.row(title, fact.plain(), null, null, null, null, null);
      }
    }
  }
}
