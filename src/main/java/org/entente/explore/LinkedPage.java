package org.entente.explore;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.XSD;
import org.entente.rdf.Graphs;

/**
 * What a page says of itself and of its thing to search engines: JSON-LD in terms of schema.org.
 */
final class LinkedPage {
  private static final String SCHEMA = "https://schema.org/";
  private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private LinkedPage() {}

  /** A page with its title, its address and the version of the graph that it shows. */
  static JsonObject of(String title, String address, String version) {
    JsonObject dataset = object("Dataset", "Entente: a knowledge graph of diplomacy");
    dataset.put("version", new JsonString(version));
    dataset.put("license", new JsonString(LICENCE));
    JsonObject page = object("WebPage", title);
    page.put("url", new JsonString(address));
    page.put("isPartOf", dataset);
    return page;
  }

  /** A thing, in the classes of schema.org that come close to its own. */
  static JsonObject thing(PageContext page, Node thing, String description) {
    GraphReader graph = page.graph();
    JsonObject about = object(null, page.names().text(thing));
    about.put("@id", new JsonString(thing.getURI()));
    about.put("@type", types(graph, thing));
    about.put("description", new JsonString(description));
    Set<String> others = new TreeSet<>();
    for (Node name : graph.objects(thing, Voc.ALT_LABEL)) {
      others.add(GraphReader.text(name));
    }
    add(about, "alternateName", others);
    Set<String> same = new TreeSet<>();
    for (Node match : graph.objects(thing, Voc.EXACT_MATCH)) {
      same.add(GraphReader.text(match));
    }
    add(about, "sameAs", same);
    return about;
  }

  /**
   * The JSON within a page: nothing in it can end the element in which it stands, and its context
   * need not be fetched.
   */
  static String text(JsonObject object) {
    JsonObject context = new JsonObject();
    context.put("@vocab", new JsonString(SCHEMA));
    object.put("@context", context);
    return within(object);
  }

  /** The statements of a thing, in expanded JSON-LD, which needs no context. */
  static String data(GraphReader graph, Node thing) {
    JsonObject data = new JsonObject();
    data.put("@id", new JsonString(thing.getURI()));
    for (Triple triple : graph.about(thing)) {
      boolean type = triple.getPredicate().equals(Voc.TYPE);
      String key = type ? "@type" : triple.getPredicate().getURI();
      Node value = triple.getObject();
      if (!data.hasKey(key)) {
        data.put(key, new JsonArray());
      }
      data.get(key).getAsArray().add(type ? new JsonString(value.getURI()) : value(value));
    }
    return within(data);
  }

  private static JsonObject value(Node node) {
    JsonObject value = new JsonObject();
    if (!node.isLiteral()) {
      value.put(
          "@id", new JsonString(node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.getURI()));
      return value;
    }
    value.put("@value", new JsonString(node.getLiteralLexicalForm()));
    if (!node.getLiteralLanguage().isEmpty()) {
      value.put("@language", new JsonString(node.getLiteralLanguage()));
    } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      value.put("@type", new JsonString(node.getLiteralDatatypeURI()));
    }
    return value;
  }

  private static String within(JsonObject object) {
    return Directions.escaped(JSON.toString(object).replace("<", "\\u003c"));
  }

  private static JsonObject object(String type, String name) {
    JsonObject object = new JsonObject();
    if (type != null) {
      object.put("@type", new JsonString(type));
    }
    object.put("name", new JsonString(name));
    return object;
  }

  private static JsonArray types(GraphReader graph, Node thing) {
    Set<String> types = new TreeSet<>();
    for (Node type : graph.allTypes(thing)) {
      for (Node match : graph.objects(Graphs.ONTOLOGY, type, Voc.CLOSE_MATCH)) {
        if (GraphReader.text(match).startsWith(SCHEMA)) {
          types.add(GraphReader.text(match).substring(SCHEMA.length()));
        }
      }
    }
    return array(types.isEmpty() ? List.of("Thing") : types);
  }

  private static void add(JsonObject object, String key, Set<String> values) {
    if (!values.isEmpty()) {
      object.put(key, array(values));
    }
  }

  private static JsonArray array(Iterable<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(new JsonString(value)));
    return array;
  }
}
