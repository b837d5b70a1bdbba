package org.entente.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** What a document says, in its order: each passage with what is taken from it. */
final class Reading {
  private static final int CONTEXT = 240;

  /** How many other documents are named; the rest are counted. */
  private static final int NAMED = 2;

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
   * Something that is taken from a passage.
   *
   * @param others other documents that tell of it too
   * @param disputed whether sources disagree about it
   */
  record Told(List<Piece> sentence, List<Piece> others, String disputed) {
    /** The first of the other documents. */
    public List<Piece> first() {
      return others.stream().limit(NAMED).toList();
    }

    /** How many more there are. */
    public int more() {
      return Math.max(0, others.size() - NAMED);
    }
  }

  /**
   * A passage.
   *
   * @param before words before it, where the text is at hand
   * @param after words after it
   */
  record Passage(
      String anchor, Evidence.Quote quote, String before, String after, List<Told> told) {}

  /** The SPARQL that gives the passages of a document. */
  static String query(Node document) {
    return QUERY.formatted(document.getURI());
  }

  /** The passages of a document in the order of its text. */
  List<Passage> of(Node document) {
    List<Node> passages = new ArrayList<>(graph.subjects(Graphs.SOURCES, Voc.IS_PART_OF, document));
    SourceReader sources = page.evidence().sources();
    passages.removeIf(passage -> sources.quote(passage).text().isEmpty());
    passages.sort(Comparator.comparingLong(sources::start).thenComparing(GraphReader.ORDER));
    Optional<String> text = texts.text(Ent.identifier(document));
    Map<Node, List<Piece>> sentences = new LinkedHashMap<>();
    List<Passage> read = new ArrayList<>();
    for (Node passage : passages) {
      List<Told> told = new ArrayList<>();
      for (Node thing : things(passage)) {
        List<Piece> sentence = sentences.computeIfAbsent(thing, t -> teller.lead(t).words());
        told.add(new Told(link(sentence, thing), others(thing, document), disputed(thing)));
      }
      read.add(passage(passage, sources, text, told));
    }
    return read;
  }

  private Passage passage(Node node, SourceReader sources, Optional<String> text, List<Told> told) {
    String before = null;
    String after = null;
    if (text.isPresent() && sources.start(node) >= 0) {
      long start = sources.start(node);
      long end = sources.end(node);
      int length = text.get().codePointCount(0, text.get().length());
      before = (start > CONTEXT ? "…" : "") + cut(text.get(), start - CONTEXT, start);
      after = cut(text.get(), end, end + CONTEXT) + (end + CONTEXT < length ? "…" : "");
    }
    return new Passage(SourceReader.anchor(node), sources.quote(node), before, after, told);
  }

  /** Part of a text between two offsets in code points. */
  private static String cut(String text, long from, long to) {
    int length = text.codePointCount(0, text.length());
    int start = (int) Math.max(0, Math.min(from, length));
    int end = (int) Math.max(start, Math.min(to, length));
    int first = text.offsetByCodePoints(0, start);
    return text.substring(first, text.offsetByCodePoints(first, end - start));
  }

  private List<Piece> link(List<Piece> sentence, Node thing) {
    List<Piece> linked = new ArrayList<>();
    for (Piece piece : sentence) {
      linked.add(new Piece(piece.text(), null, piece.lang()));
    }
    String all = Piece.plain(linked);
    return List.of(
        new Piece(all, page.urls().of(thing), linked.size() == 1 ? linked.get(0).lang() : null));
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

  private List<Piece> others(Node thing, Node document) {
    Set<Node> documents = new LinkedHashSet<>();
    for (Node account : graph.subjects(Graphs.CLAIMS, Ent.DESCRIBES, thing)) {
      documents.addAll(graph.objects(Graphs.CLAIMS, account, Ent.FROM_DOCUMENT));
    }
    documents.remove(document);
    return documents.stream().map(page.names()::link).toList();
  }

  private String disputed(Node thing) {
    return graph.subjects(Voc.ent("about"), thing).stream()
        .filter(about -> graph.isAny(about, "Disagreement"))
        .findFirst()
        .map(page.urls()::of)
        .orElse(null);
  }
}
