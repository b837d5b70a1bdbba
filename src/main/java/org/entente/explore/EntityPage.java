package org.entente.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.explore.EvidenceReader.ClaimView;
import org.entente.rdf.Ent;

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
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX org: <http://www.w3.org/ns/org#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      SELECT ?holder ?office ?earliestBegin ?latestBegin ?earliestEnd ?latestEnd
      WHERE {
        ?thing %s <%s> ;
          org:member ?holder ;
          ent:post ?office .
        # A day on which it began, was held or ended is known.
        FILTER EXISTS {
          ?thing sem:hasEarliestBeginTimeStamp|sem:hasLatestBeginTimeStamp|sem:hasEarliestEndTimeStamp|sem:hasLatestEndTimeStamp ?day
        }
      %s}
      ORDER BY COALESCE(?earliestBegin, ?latestBegin, ?earliestEnd, ?latestEnd)
      """;
  private static final String BOUNDS =
      """
        OPTIONAL { ?thing sem:hasEarliestBeginTimeStamp ?earliestBegin }
        OPTIONAL { ?thing sem:hasLatestBeginTimeStamp ?latestBegin }
        OPTIONAL { ?thing sem:hasEarliestEndTimeStamp ?earliestEnd }
        OPTIONAL { ?thing sem:hasLatestEndTimeStamp ?latestEnd }
      """;
  private static final String MET =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
      SELECT ?person (COUNT(DISTINCT ?thing) AS ?times)
      WHERE {
        VALUES ?kind { ent:Summit ent:Meeting }
        ?thing a/rdfs:subClassOf* ?kind ;
          sem:hasActor <%1$s> , ?person .
        ?person a/rdfs:subClassOf* foaf:Person .
        FILTER (?person != <%1$s>)
      %2$s}
      GROUP BY ?person
      ORDER BY DESC(?times) ?person
      """;
  private static final String COUNTED =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX graph: <https://w3id.org/entente/graph/>
      SELECT ?type ?events
      WHERE {
        GRAPH graph:summaries {
          ?summary ent:countedActor <%s> ;
            ent:eventType ?type ;
            ent:eventCount ?events .
        }
      }
      ORDER BY DESC(?events) ?type
      """;
  private static final String INVOLVING =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      SELECT ?thing ?question
      WHERE {
      %s  OPTIONAL { ?thing ent:question ?question }
      }
      """;
  private static final String ROLES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT ?participation (SAMPLE(?actor) AS ?who) (SAMPLE(?part) AS ?role)
        (GROUP_CONCAT(DISTINCT ?office; separator=" ") AS ?offices)
        (GROUP_CONCAT(DISTINCT ?for; separator=" ") AS ?representing)
      WHERE {
        ?participation ent:event <%s> .
        OPTIONAL { ?participation rdf:value ?actor }
        OPTIONAL { ?participation ent:role ?part }
        OPTIONAL { ?participation ent:inCapacity ?capacity }
        OPTIONAL { ?participation ent:representing ?represented }
        # Not who simply took part.
        FILTER (BOUND(?capacity) || BOUND(?represented)
          || NOT EXISTS { ?participation ent:role ent:participant })
        BIND (STR(?capacity) AS ?office)
        BIND (STR(?represented) AS ?for)
      }
      GROUP BY ?participation
      ORDER BY ?who ?participation
      """;
  private static final String NAMES =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      SELECT ?name (SAMPLE(?written) AS ?form) (SAMPLE(?sort) AS ?kind)
        (GROUP_CONCAT(DISTINCT ?by; separator=" ") AS ?users)
      WHERE {
        <%s> ent:hasName ?name .
        OPTIONAL { ?name ent:form ?written }
        OPTIONAL { ?name ent:nameKind ?sort }
        OPTIONAL { ?name ent:usedBy ?user }
        BIND (STR(?user) AS ?by)
      }
      GROUP BY ?name
      ORDER BY ?name
      """;
  private static final String REJECTED =
      """
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX graph: <https://w3id.org/entente/graph/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      SELECT DISTINCT ?property ?value
      WHERE {
        VALUES ?property { %s }
        BIND (<%s> AS ?thing)
        GRAPH graph:claims {
          ?claim rdf:subject ?thing ;
            rdf:predicate ?property ;
            rdf:object ?value ;
            ent:account ?account .
          ?account ent:status ?status ;
            ent:rank ?rank .
        }
        FILTER (?status != ent:asserted || ?rank = ent:deprecated)
        FILTER NOT EXISTS { ?thing ?property ?value }
      }
      ORDER BY ?property ?value
      """;
  private static final String DIRECT =
      """
      SELECT ?property ?value
      WHERE {
        VALUES ?property { %s }
        <%s> ?property ?value .
      %s}
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
    boolean shown = page.shows(thing);
    // Of what is later than the reader's day the page says no more than that it is.
    List<Section> sections = shown ? sections(lead.told()) : List.of();
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
    model.put("table", shown ? table(leadFact, sections) : null);
    model.put("thing", LinkedPage.thing(page, thing, leadFact.plain()));
    model.put("data", LinkedPage.data(graph, thing));
    model.put("types", graph.objects(thing, Voc.TYPE).stream().map(Node::toString).toList());
    model.put("notYet", !shown);
    model.put("chain", shown ? new StepChain(page).of(thing) : List.of());
    model.put("chainQuery", StepChain.query(thing));
    model.put("board", page.urls().page("/disputes") + DisputesPage.anchor(thing));
    return model;
  }

  private List<Section> sections(Set<Triple> told) {
    List<Section> sections = new ArrayList<>();
    known(told).ifPresent(sections::add);
    offices().ifPresent(sections::add);
    met().ifPresent(sections::add);
    counted().ifPresent(sections::add);
    for (EntityGroups.Group group : new EntityGroups(graph.whole(), page.names()).of(thing)) {
      section(group).ifPresent(sections::add);
    }
    if (sections.stream().noneMatch(each -> each.title().equals(EntityGroups.DISAGREEMENTS))) {
      involving().ifPresent(sections::add);
    }
    roles().ifPresent(sections::add);
    names().ifPresent(sections::add);
    rejected().ifPresent(sections::add);
    return sections;
  }

  /** What is said of the thing itself, but for what the sentence at the head tells in full. */
  private Optional<Section> known(Set<Triple> told) {
    Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
    Set<Node> untold = new HashSet<>();
    Set<Node> later = new LinkedHashSet<>();
    for (Triple triple : graph.whole().about(thing)) {
      Node property = triple.getPredicate();
      if (NOT_TOLD.contains(EntityGroups.local(property))) {
        continue;
      }
      if (shown(triple)) {
        byProperty.computeIfAbsent(property, p -> new ArrayList<>()).add(triple.getObject());
        if (!told.contains(triple)) {
          untold.add(property);
        }
      } else {
        later.add(triple.getObject());
      }
    }
    byProperty.keySet().retainAll(untold);
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
    String query =
        DIRECT.formatted(
            Queries.terms(byProperty.keySet()),
            thing.getURI(),
            Queries.later("value", later, page.asOf()));
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("facts", "What is known", facts, query));
  }

  /** Whether a value had begun by the reader's day; for when a thing is planned is known before. */
  private boolean shown(Triple triple) {
    return triple.getPredicate().equals(Voc.ent("plannedDate")) || page.shows(triple.getObject());
  }

  private Optional<Section> section(EntityGroups.Group group) {
    List<Node> subjects = new ArrayList<>(group.subjects());
    List<Node> later = new ArrayList<>();
    for (Node subject : group.subjects()) {
      if (!page.shows(subject)) {
        subjects.remove(subject);
        later.add(subject);
      }
    }
    later.removeIf(subject -> !Told.byOthers(graph, subject));
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
    String query = group.query(page.asOf(), later);
    return Optional.of(
        new Section(
            id,
            group.title(),
            null,
            facts,
            subjects.size(),
            more,
            wider(group, subjects.size()),
            null,
            null,
            query));
  }

  /** Where the disagreements are that involve an actor, when more do than are about it. */
  private List<Piece> wider(EntityGroups.Group group, int about) {
    if (!group.title().equals(EntityGroups.DISAGREEMENTS)) {
      return List.of();
    }
    int involving = new DisagreementsPage(page).involving(thing).size();
    return involving <= about ? List.of() : involving(involving);
  }

  private List<Piece> involving(int many) {
    return Piece.linked(
        List.of(Piece.of(many + " involving "), page.names().link(thing)),
        page.urls().page("/disagreements", "actor", Ent.identifier(thing)));
  }

  /** The disagreements that involve an actor, when none is about it. */
  private Optional<Section> involving() {
    boolean actor =
        graph.is(thing, Voc.PERSON)
            || graph.is(thing, Voc.ORGANISATION)
            || graph.isAny(thing, "State");
    List<Node> all = actor ? new DisagreementsPage(page).involving(thing) : List.of();
    List<Node> shown = all.stream().limit(SHOWN).toList();
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "where-sources-disagree",
                EntityGroups.DISAGREEMENTS,
                null,
                shown.stream().map(teller::fact).toList(),
                shown.size(),
                null,
                all.size() == shown.size() ? List.of() : involving(all.size()),
                null,
                null,
                INVOLVING.formatted(Queries.only("thing", shown))));
  }

  /** In how many events an actor of a vast graph took part, of which the latest follow. */
  private Optional<Section> counted() {
    Map<Node, Integer> counts = graph.isVast() ? graph.eventsOf(thing) : Map.of();
    String words =
        counts.entrySet().stream()
            .map(count -> page.names().text(count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining(" · "));
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "took-part",
                "Took part in",
                words,
                List.of(),
                counts.getOrDefault(Voc.EVENT, 0),
                null,
                List.of(),
                null,
                null,
                COUNTED.formatted(thing.getURI())));
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
        String when = TenureWords.span(page, span);
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
            "Began no earlier than",
            "Began by",
            "Lasted at least until",
            "Ended by");
    for (TimeMark mark : marks) {
      Span span = mark.span();
      table.row(
          mark.link(),
          span.earliestBegin(),
          span.latestBegin(),
          page.lastedTo(span),
          page.endedBy(span));
    }
    return Optional.of(
        new Section(
            "over-time",
            "Offices over time",
            "Solid where it is certain: from “began by” to “lasted at least until”. Faint where it"
                + " is only possible: from “began no earlier than” to “ended by”.",
            List.of(),
            0,
            null,
            List.of(),
            picture,
            table.build(),
            TENURES.formatted(
                ofPerson ? "org:member" : "ent:post",
                thing.getURI(),
                page.asOf() == null ? BOUNDS : Told.filter(page.asOf()))));
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
      List<Cell.Value> when = new ArrayList<>();
      for (Node event : tie.events()) {
        Optional<Node> date = graph.object(event, Voc.ent("date"));
        String words = date.map(page.names()::text).orElse(page.names().text(event));
        when.add(
            new Cell.Value(
                List.of(new Piece(words, page.urls().of(event), null)),
                date.map(GraphReader::text).orElse("")));
      }
      table.row(page.names().link(other), tie.events().size(), new Cell(when, true));
    }
    String query =
        MET.formatted(thing.getURI(), page.asOf() == null ? "" : Told.filter(page.asOf()));
    return Optional.of(
        new Section(
            "met",
            "Whom they met",
            null,
            List.of(),
            ties.size(),
            null,
            List.of(),
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
    String query = NAMES.formatted(thing.getURI());
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("names", "Names that sources use", facts, query));
  }

  /** What some source says of the thing and the graph does not accept. */
  private Optional<Section> rejected() {
    List<Fact> facts = new ArrayList<>();
    Set<Triple> seen = new HashSet<>();
    Set<Node> properties = new LinkedHashSet<>();
    for (ClaimView claim : page.evidence().claims(thing)) {
      Triple triple = claim.triple();
      boolean accepted = graph.has(thing, triple.getPredicate(), triple.getObject());
      if (accepted || page.evidence().sources().affirms(claim.account()) || !seen.add(triple)) {
        continue;
      }
      if (NOT_TOLD.contains(EntityGroups.local(triple.getPredicate()))) {
        continue;
      }
      properties.add(triple.getPredicate());
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
                REJECTED.formatted(Queries.terms(properties), thing.getURI())));
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
            "Authors",
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
              Cell.list(source.authors()),
              quote.text(),
              quote.place(),
              source.status(),
              source.rank());
        }
      }
      if (fact.evidence().sources().isEmpty()) {
        table.row(title, fact.plain(), null, null, null, null, null, null);
      }
    }
  }
}
