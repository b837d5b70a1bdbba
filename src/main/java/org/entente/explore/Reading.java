package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * What a document says, in its order: its passages with what is taken from them, paragraph by
 * paragraph where the text is at hand.
 */
final class Reading {
  private static final Pattern NAMED =
      Pattern.compile("(person|state|organisation|place|post|topic|series)/");

  private static final String QUERY =
      """
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX ent: <https://w3id.org/entente/ontology#>
      PREFIX oa: <http://www.w3.org/ns/oa#>
      SELECT ?start ?passage ?quote ?thing
      WHERE {
        GRAPH <https://w3id.org/entente/graph/sources> {
          ?passage dcterms:isPartOf <%s> .
          OPTIONAL { ?passage ent:quote ?quote }
          OPTIONAL { ?passage oa:hasSelector/oa:start ?start }
        }
        OPTIONAL {
          GRAPH <https://w3id.org/entente/graph/claims> {
            ?account ent:passage ?passage ;
              ent:describes ?thing .
          }
        }
      }
      ORDER BY ?start ?thing
      """;

  private final PageContext page;
  private final GraphReader graph;
  private final Teller teller;
  private final Texts texts;

  Reading(PageContext page, Texts texts) {
    this.page = page;
    this.graph = page.graph();
    this.teller = new Teller(page);
    this.texts = texts;
  }

  /**
   * Something that is taken from a paragraph.
   *
   * @param sentence the sentence about it, without links
   * @param href its page
   * @param by the passages that tell it
   * @param others how many other documents tell of it too
   * @param disputed where sources disagree about it; null for nowhere
   */
  record Told(List<Piece> sentence, String href, List<Passage> by, int others, String disputed) {}

  /**
   * A passage.
   *
   * @param anchor its name within the page
   * @param number which it is in the document's order, from 1
   */
  record Passage(String anchor, int number, Evidence.Quote quote) {}

  /**
   * Words of a paragraph between two places at which passages begin or end.
   *
   * @param marked whether a passage covers them
   * @param begins the passages that begin with them
   * @param ends the passages that end with them
   */
  record Run(List<Piece> words, boolean marked, List<Passage> begins, List<Passage> ends) {}

  /**
   * A paragraph of the text with its passages; where the text is not at hand, one passage.
   *
   * @param look how it looks: plain, heading or item
   * @param gap whether paragraphs before it are left out, as no passage stands in them
   * @param runs its words; empty where the text is not at hand
   * @param named what it speaks of: persons, states, places and the like, and what was told before
   * @param told what it tells of events, agreements, statements and all else, and none did before
   * @param dated what the document tells elsewhere and this paragraph only gives a date to
   */
  record Paragraph(
      String look,
      boolean gap,
      List<Run> runs,
      List<Passage> passages,
      List<Piece> named,
      List<Told> told,
      List<Piece> dated) {}

  /** The SPARQL that gives the passages of a document. */
  static String query(Node document) {
    return QUERY.formatted(document.getURI());
  }

  /** The paragraphs of a document in which passages stand, in the order of its text. */
  List<Paragraph> of(Node document) {
    SourceReader sources = page.evidence().sources();
    List<Node> nodes = new ArrayList<>(graph.subjects(Graphs.SOURCES, Voc.IS_PART_OF, document));
    nodes.removeIf(passage -> sources.quote(passage).text().isEmpty());
    nodes.sort(Comparator.comparingLong(sources::start).thenComparing(GraphReader.ORDER));
    Prose prose = texts.text(Ent.identifier(document)).map(Prose::new).orElse(null);
    List<Placed> unplaced = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    Set<Node> lines = lines(document);
    Map<Node, Set<Node>> told = new LinkedHashMap<>();
    nodes.forEach(node -> told.put(node, things(node)));
    Set<Node> elsewhere = new HashSet<>();
    told.forEach((node, things) -> elsewhere.addAll(lines.contains(node) ? Set.of() : things));
    for (Node node : nodes) {
      Set<Node> dated = new LinkedHashSet<>(lines.contains(node) ? told.get(node) : Set.of());
      dated.retainAll(elsewhere);
      Set<Node> things = new LinkedHashSet<>(told.get(node));
      things.removeAll(dated);
      long from = sources.start(node);
      long to = sources.end(node);
      Passage passage =
          new Passage(
              SourceReader.anchor(node), unplaced.size() + placed.size() + 1, sources.quote(node));
      boolean inText = prose != null && 0 <= from && from < to && to <= prose.length();
      (inText ? placed : unplaced).add(new Placed(things, dated, passage, (int) from, (int) to));
    }
    Set<Node> before = new HashSet<>();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Placed each : unplaced) {
      paragraphs.add(
          new Paragraph(
              "plain",
              false,
              List.of(),
              List.of(each.passage()),
              named(List.of(each), before),
              told(List.of(each), document, before),
              dated(List.of(each))));
    }
    if (!placed.isEmpty()) {
      inText(prose, placed, document, before, paragraphs);
    }
    return paragraphs;
  }

  /** A passage with what is told of in it or only dated, and its place in code points. */
  private record Placed(Set<Node> things, Set<Node> dated, Passage passage, int from, int to) {}

  private List<Piece> dated(List<Placed> passages) {
    return passages.stream()
        .flatMap(passage -> passage.dated().stream())
        .distinct()
        .map(page.names()::link)
        .toList();
  }

  /** The passages that prove of when the document is: the lines of its date and its author. */
  private Set<Node> lines(Node document) {
    Set<Node> lines = new HashSet<>();
    for (EvidenceReader.ClaimView claim : page.evidence().claims(document)) {
      if (claim.triple().getPredicate().equals(Voc.ISSUED)) {
        lines.addAll(claim.passages());
      }
    }
    return lines;
  }

  /** Adds the paragraphs in which passages stand; those that a passage spans are one. */
  private void inText(
      Prose prose,
      List<Placed> placed,
      Node document,
      Set<Node> before,
      List<Paragraph> paragraphs) {
    List<Prose.Paragraph> lines = prose.paragraphs();
    int next = 0;
    boolean gap = false;
    for (int i = 0; i < lines.size(); i++) {
      Prose.Paragraph first = lines.get(i);
      int end = first.to();
      List<Placed> within = new ArrayList<>();
      while (next < placed.size() && placed.get(next).from() < end) {
        Placed passage = placed.get(next);
        within.add(passage);
        next++;
        while (end < passage.to() && i + 1 < lines.size()) {
          i++;
          end = lines.get(i).to();
        }
      }
      if (within.isEmpty()) {
        gap = true;
        continue;
      }
      paragraphs.add(
          new Paragraph(
              first.look().name().toLowerCase(Locale.ROOT),
              gap,
              runs(prose, first.from(), end, within),
              within.stream().map(Placed::passage).toList(),
              named(within, before),
              told(within, document, before),
              dated(within)));
      gap = false;
    }
  }

  private static List<Run> runs(Prose prose, int from, int to, List<Placed> within) {
    SortedSet<Integer> cuts = new TreeSet<>(List.of(from, to));
    for (Placed passage : within) {
      cuts.add(Math.max(from, passage.from()));
      cuts.add(Math.min(to, passage.to()));
    }
    List<Run> runs = new ArrayList<>();
    int start = from;
    for (int cut : cuts.tailSet(from + 1)) {
      int begin = start;
      runs.add(
          new Run(
              Scripts.pieces(prose.words(begin, cut)),
              within.stream().anyMatch(p -> p.from() <= begin && cut <= p.to()),
              passages(within, p -> Math.max(from, p.from()) == begin),
              passages(within, p -> Math.min(to, p.to()) == cut)));
      start = cut;
    }
    return runs;
  }

  private static List<Passage> passages(List<Placed> within, Predicate<Placed> which) {
    return within.stream().filter(which).map(Placed::passage).toList();
  }

  /** Whom and what passages name without telling it, each once. */
  private List<Piece> named(List<Placed> passages, Set<Node> before) {
    return passages.stream()
        .flatMap(passage -> passage.things().stream())
        .filter(thing -> isNamed(thing) || before.contains(thing))
        .distinct()
        .map(page.names()::link)
        .toList();
  }

  /** Whether a name says enough of a thing, and a sentence no more of this document. */
  private static boolean isNamed(Node thing) {
    return NAMED.matcher(Ent.identifier(thing)).lookingAt();
  }

  /** What passages tell that was not told before, each thing once. */
  private List<Told> told(List<Placed> passages, Node document, Set<Node> before) {
    Map<Node, List<Passage>> by = new LinkedHashMap<>();
    for (Placed passage : passages) {
      for (Node thing : passage.things()) {
        if (isNamed(thing) || before.contains(thing)) {
          continue;
        }
        by.computeIfAbsent(thing, t -> new ArrayList<>()).add(passage.passage());
      }
    }
    List<Told> told = new ArrayList<>();
    by.forEach((thing, tellers) -> told.add(told(thing, tellers, document)));
    before.addAll(by.keySet());
    return told;
  }

  private Told told(Node thing, List<Passage> by, Node document) {
    return new Told(
        teller.lead(thing).words().stream()
            .map(piece -> new Piece(piece.text(), null, piece.lang()))
            .toList(),
        page.urls().of(thing),
        by,
        others(thing, document),
        disputed(thing));
  }

  private Set<Node> things(Node passage) {
    Set<Node> things = new LinkedHashSet<>();
    for (Node account : graph.subjects(Graphs.CLAIMS, Ent.PASSAGE, passage)) {
      for (Node thing : graph.objects(Graphs.CLAIMS, account, Ent.DESCRIBES)) {
        if (!ActorTeller.isDocument(thing) && graph.knows(thing)) {
          things.add(thing);
        }
      }
    }
    return things;
  }

  private int others(Node thing, Node document) {
    Set<Node> documents = new LinkedHashSet<>();
    for (Node account : graph.subjects(Graphs.CLAIMS, Ent.DESCRIBES, thing)) {
      documents.addAll(graph.objects(Graphs.CLAIMS, account, Ent.FROM_DOCUMENT));
    }
    documents.remove(document);
    return documents.size();
  }

  private String disputed(Node thing) {
    return graph.subjects(Voc.ent("about"), thing).stream()
        .filter(about -> graph.isAny(about, "Disagreement"))
        .findFirst()
        .map(page.urls()::of)
        .orElse(null);
  }
}
