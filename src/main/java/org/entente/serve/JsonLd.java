package org.entente.serve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.entente.serve.JsonLdContext.Kind;
import org.entente.serve.JsonLdContext.Term;

/**
 * Writes a graph as one JSON object about one thing: what it names is nested where it is first
 * named, what names it stands under {@code @reverse}, the rest under {@code @included}.
 */
final class JsonLd {
  private static final int DEEPEST = 4;

  private final Graph graph;
  private final JsonLdContext context;
  private final Set<Node> told = new HashSet<>();
  private final Set<Node> open = new HashSet<>();

  private JsonLd(Graph graph, JsonLdContext context) {
    this.graph = graph;
    this.context = context;
  }

  /** The object, with a reference to the context at an address. */
  static Map<String, Object> write(
      Graph graph, Node thing, JsonLdContext context, String contextAddress) {
    JsonLd writer = new JsonLd(graph, context);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("@context", contextAddress);
    object.putAll(writer.root(thing));
    return object;
  }

  private Map<String, Object> root(Node thing) {
    Map<String, Object> object = tell(thing, 0);
    Map<String, List<Object>> reverse = new TreeMap<>();
    for (Triple triple : sorted(graph.find(Node.ANY, Node.ANY, thing).toList())) {
      if (!triple.getPredicate().equals(RDF.type.asNode()) && !told.contains(triple.getSubject())) {
        reverse
            .computeIfAbsent(context.name(triple.getPredicate().getURI()), n -> new ArrayList<>())
            .add(tellWithout(triple.getSubject(), triple));
      }
    }
    if (!reverse.isEmpty()) {
      object.put("@reverse", reverse);
    }
    List<Object> rest = new ArrayList<>();
    Set<Node> subjects = new TreeSet<>(java.util.Comparator.comparing(Node::toString));
    graph.find().forEach(triple -> subjects.add(triple.getSubject()));
    for (Node subject : subjects) {
      if (!told.contains(subject)) {
        rest.add(tell(subject, DEEPEST - 1));
      }
    }
    if (!rest.isEmpty()) {
      object.put("@included", rest);
    }
    return object;
  }

  private Map<String, Object> tellWithout(Node subject, Triple known) {
    graph.delete(known);
    try {
      return tell(subject, 1);
    } finally {
      graph.add(known);
    }
  }

  private Map<String, Object> tell(Node subject, int depth) {
    told.add(subject);
    open.add(subject);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", subject.getURI());
    Map<String, List<Node>> values = new TreeMap<>();
    for (Triple triple : sorted(graph.find(subject, Node.ANY, Node.ANY).toList())) {
      values
          .computeIfAbsent(triple.getPredicate().getURI(), p -> new ArrayList<>())
          .add(triple.getObject());
    }
    List<Node> types = values.remove(RDF.type.getURI());
    if (types != null) {
      List<String> names = types.stream().map(type -> context.name(type.getURI())).toList();
      object.put("type", names.size() == 1 ? names.get(0) : names);
    }
    values.forEach((property, nodes) -> property(object, property, nodes, depth));
    open.remove(subject);
    return object;
  }

  private void property(Map<String, Object> object, String property, List<Node> nodes, int depth) {
    Term term = context.term(property);
    if (term != null && term.kind() == Kind.LANGUAGES && nodes.stream().allMatch(Node::isLiteral)) {
      Map<String, Object> texts = new TreeMap<>();
      Map<String, List<String>> byLanguage = new TreeMap<>();
      List<Object> others = new ArrayList<>();
      for (Node node : nodes) {
        if (node.getLiteralLanguage().isEmpty()) {
          others.add(Map.of("@value", node.getLiteralLexicalForm()));
        } else {
          byLanguage
              .computeIfAbsent(node.getLiteralLanguage(), l -> new ArrayList<>())
              .add(node.getLiteralLexicalForm());
        }
      }
      byLanguage.forEach((l, all) -> texts.put(l, all.size() == 1 ? all.get(0) : all));
      if (!texts.isEmpty()) {
        object.put(term.name(), texts);
      }
      if (!others.isEmpty()) {
        object.put(new Prefixes(Map.of()).shorten(property), others);
      }
      return;
    }
    List<Object> written = new ArrayList<>();
    for (Node node : nodes) {
      written.add(value(node, term, depth));
    }
    object.put(
        term != null && term.kind() != Kind.LANGUAGES ? term.name() : plainName(property, term),
        written.size() == 1 ? written.get(0) : written);
  }

  private String plainName(String property, Term term) {
    return term != null ? property : context.name(property);
  }

  private Object value(Node node, Term term, int depth) {
    if (node.isURI()) {
      boolean nested =
          depth < DEEPEST - 1 && !told.contains(node) && graph.contains(node, Node.ANY, Node.ANY);
      if (nested) {
        return tell(node, depth + 1);
      }
      return term != null && term.kind() == Kind.REFERENCE
          ? node.getURI()
          : Map.of("@id", node.getURI());
    }
    String text = node.getLiteralLexicalForm();
    String datatype = node.getLiteralDatatypeURI();
    if (!node.getLiteralLanguage().isEmpty()) {
      return Json.ordered("@value", text, "@language", node.getLiteralLanguage());
    }
    if (term != null && term.kind() == Kind.TYPED && term.datatype().equals(datatype)) {
      return text;
    }
    if (datatype.equals("http://www.w3.org/2001/XMLSchema#string")) {
      return term != null && (term.kind() == Kind.TYPED || term.kind() == Kind.REFERENCE)
          ? Map.of("@value", text)
          : text;
    }
    if (datatype.equals("http://www.w3.org/2001/XMLSchema#integer")
        && (term == null || term.kind() == Kind.PLAIN)
        && text.matches("0|-?[1-9][0-9]{0,8}")) {
      return Integer.valueOf(text);
    }
    return Json.ordered("@value", text, "@type", datatype);
  }

  private static List<Triple> sorted(List<Triple> triples) {
    record Written(String text, Triple triple) {}
    return triples.stream()
        .map(triple -> new Written(triple.toString(), triple))
        .sorted(java.util.Comparator.comparing(Written::text))
        .map(Written::triple)
        .toList();
  }
}
