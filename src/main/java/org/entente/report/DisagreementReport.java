package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/**
 * Where the sources contradict each other, themselves or known history: every disagreement that a
 * curator entered, and every contradiction that the build found and no curator has named.
 */
public final class DisagreementReport {
  private static final Node WAS_QUOTED_FROM =
      org.apache.jena.graph.NodeFactory.createURI("http://www.w3.org/ns/prov#wasQuotedFrom");

  private final Graph statements;
  private final Graph claims;
  private final Graph sources;

  private DisagreementReport(DatasetGraph dataset) {
    statements = dataset.getDefaultGraph();
    claims = dataset.getGraph(Graphs.CLAIMS);
    sources = dataset.getGraph(Graphs.SOURCES);
  }

  /** How a report is written. */
  public enum Format {
    TEXT,
    CSV,
    JSON
  }

  /**
   * A disagreement.
   *
   * @param id its identifier
   * @param kind its kind: a value of the scheme of kinds, or {@code new} when only the build found
   *     it
   * @param question what it is about
   * @param sides the sides, two or more
   * @param preferred which side is preferred; empty when nobody said
   * @param reason why
   * @param reference label of the external reference that supports a side; empty for none
   */
  record Entry(
      String id,
      String kind,
      String question,
      List<Side> sides,
      String preferred,
      String reason,
      String reference) {}

  /** What one side says, and its passages. */
  record Side(String says, List<Quote> quotes) {}

  /** A passage: its words and the title of its document. */
  record Quote(String passage, String words, String document) {}

  /** The report on a published graph. */
  public static String of(DatasetGraph dataset, Format format) {
    List<Entry> entries = new DisagreementReport(dataset).entries();
    return switch (format) {
      case TEXT -> text(entries);
      case CSV -> csv(entries);
      case JSON -> json(entries);
    };
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Node node : subjects(statements, RDF.type.asNode(), Ent.term("Disagreement"))) {
      entries.add(entered(node));
    }
    for (Node node : subjects(claims, RDF.type.asNode(), Ent.CONTRADICTION_CLASS)) {
      if (objects(claims, node, Ent.NAMED_BY).isEmpty()) {
        entries.add(found(node));
      }
    }
    entries.sort(Comparator.comparing(Entry::kind).thenComparing(Entry::id));
    return entries;
  }

  private Entry entered(Node node) {
    List<Side> sides =
        List.of(
            new Side(
                text(statements, node, Ent.term("sideA")),
                quotes(objects(statements, node, Ent.term("passageOfA")))),
            new Side(
                text(statements, node, Ent.term("sideB")),
                quotes(objects(statements, node, Ent.term("passageOfB")))));
    return new Entry(
        Ent.identifier(node),
        localName(objects(statements, node, Ent.term("disagreementKind"))),
        text(statements, node, Ent.term("question")),
        sides,
        localName(objects(statements, node, Ent.term("preferredSide"))),
        text(statements, node, Ent.term("reason")),
        objects(statements, node, Ent.REFERENCE).stream()
            .map(this::label)
            .collect(Collectors.joining("; ")));
  }

  private Entry found(Node node) {
    List<Side> sides = new ArrayList<>();
    TreeSet<String> values = new TreeSet<>();
    List<Node> involved = objects(claims, node, Ent.CLAIM);
    involved.forEach(claim -> values.add(value(claim)));
    for (String value : values) {
      List<Node> passages = new ArrayList<>();
      for (Node claim : involved) {
        if (value(claim).equals(value)) {
          passages.addAll(objects(claims, claim, Ent.PASSAGE));
        }
      }
      sides.add(new Side(value, quotes(passages)));
    }
    Node thing = objects(claims, node, Ent.DESCRIBES).get(0);
    Node property = objects(claims, node, Ent.ON_PROPERTY).get(0);
    return new Entry(
        Ent.identifier(node),
        "new",
        label(property) + " of " + label(thing) + "?",
        sides,
        "",
        text(claims, node, RDFS.comment.asNode()),
        "");
  }

  private String value(Node claim) {
    Node object = objects(claims, claim, RDF.object.asNode()).get(0);
    Node account = objects(claims, claim, Ent.ACCOUNT).get(0);
    boolean denied = claims.contains(account, Ent.STATUS, Ent.term("denied"));
    String value = object.isLiteral() ? object.getLiteralLexicalForm() : label(object);
    return denied ? "not " + value : value;
  }

  private List<Quote> quotes(List<Node> passages) {
    return passages.stream()
        .distinct()
        .map(
            passage ->
                new Quote(
                    Ent.identifier(passage),
                    text(sources, passage, Ent.QUOTE),
                    objects(sources, passage, WAS_QUOTED_FROM).stream()
                        .map(this::label)
                        .findFirst()
                        .orElse("")))
        .toList();
  }

  private String label(Node node) {
    return objects(statements, node, RDFS.label.asNode()).stream()
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElseGet(
            () -> Ent.identifier(node) == null ? localName(List.of(node)) : Ent.identifier(node));
  }

  private static String text(Graph graph, Node subject, Node predicate) {
    return objects(graph, subject, predicate).stream()
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }

  private static String localName(List<Node> nodes) {
    return nodes.stream()
        .map(Node::getURI)
        .map(uri -> uri.substring(Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1))
        .findFirst()
        .orElse("");
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return sorted(graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList());
  }

  private static List<Node> subjects(Graph graph, Node predicate, Node object) {
    return sorted(graph.find(Node.ANY, predicate, object).mapWith(Triple::getSubject).toList());
  }

  private static List<Node> sorted(List<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparing(NodeFmtLib::strNT)).toList();
  }

  private static String text(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.kind).append(": ").append(entry.question).append('\n');
      text.append("  ").append(entry.id).append('\n');
      for (Side side : entry.sides) {
        text.append("  - ").append(side.says).append('\n');
        for (Quote quote : side.quotes) {
          text.append("      “").append(oneLine(quote.words)).append("”, ");
          text.append(quote.document).append('\n');
        }
      }
      if (!entry.preferred.isEmpty()) {
        text.append("  preferred: ").append(entry.preferred).append('\n');
      }
      text.append("  why: ").append(entry.reason).append('\n');
      if (!entry.reference.isEmpty()) {
        text.append("  see: ").append(entry.reference).append('\n');
      }
      text.append('\n');
    }
    return text.append(entries.size()).append(" disagreements\n").toString();
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ");
  }

  private static String csv(List<Entry> entries) {
    StringBuilder text =
        new StringBuilder("id,kind,question,a,a_quotes,b,b_quotes,preferred,reason,reference\r\n");
    for (Entry entry : entries) {
      List<String> cells = new ArrayList<>(List.of(entry.id, entry.kind, entry.question));
      cells.addAll(sideCells(entry.sides.subList(0, Math.min(1, entry.sides.size()))));
      cells.addAll(
          sideCells(entry.sides.subList(Math.min(1, entry.sides.size()), entry.sides.size())));
      cells.addAll(List.of(entry.preferred, entry.reason, entry.reference));
      text.append(cells.stream().map(DisagreementReport::cell).collect(Collectors.joining(",")));
      text.append("\r\n");
    }
    return text.toString();
  }

  private static List<String> sideCells(List<Side> sides) {
    return List.of(
        sides.stream().map(Side::says).collect(Collectors.joining(" / ")),
        sides.stream()
            .flatMap(side -> side.quotes.stream())
            .map(quote -> "“" + oneLine(quote.words) + "” (" + quote.document + ")")
            .collect(Collectors.joining(" ")));
  }

  private static String cell(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String json(List<Entry> entries) {
    JsonArray array = new JsonArray();
    for (Entry entry : entries) {
      JsonObject object = new JsonObject();
      object.put("id", entry.id);
      object.put("kind", entry.kind);
      object.put("question", entry.question);
      JsonArray sides = new JsonArray();
      for (Side side : entry.sides) {
        JsonObject one = new JsonObject();
        one.put("says", side.says);
        JsonArray quotes = new JsonArray();
        for (Quote quote : side.quotes) {
          JsonObject words = new JsonObject();
          words.put("passage", quote.passage);
          words.put("quote", quote.words);
          words.put("document", quote.document);
          quotes.add(words);
        }
        one.put("quotes", quotes);
        sides.add(one);
      }
      object.put("sides", sides);
      object.put("preferred", entry.preferred);
      object.put("reason", entry.reason);
      object.put("reference", entry.reference);
      array.add(object);
    }
    return array + "\n";
  }
}
