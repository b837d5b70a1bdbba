package org.entente.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;

/** The page on which readers write queries; without script it is a form. */
final class EditorPage {
  static final Map<String, String> PREFIXES = prefixes();

  private EditorPage() {}

  private static Map<String, String> prefixes() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    prefixes.put("ent", Ent.NS);
    prefixes.put("id", Ent.ID);
    prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("sem", Voc.SEM);
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("org", "http://www.w3.org/ns/org#");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("dcterms", "http://purl.org/dc/terms/");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    prefixes.put("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
    return prefixes;
  }

  static View view(PageContext page, Gallery gallery) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", "Query");
    model.put("query", page.parameter("query").orElse(first()));
    model.put("view", page.parameter("view").orElse(""));
    model.put("entries", gallery.entries());
    model.put("editor", true);
    return View.of("editor", model, null, null);
  }

  private static String first() {
    return """
        PREFIX ent: <https://w3id.org/entente/ontology#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

        # Which summits took place, and when?
        SELECT ?summit ?date
        WHERE {
          ?summit a ent:Summit ;
            ent:date ?date .
        }
        ORDER BY ?date
        """;
  }

  /** Classes and properties for completion, and the prefixes, as JSON. */
  static String terms(GraphReader graph) {
    JsonObject terms = new JsonObject();
    JsonObject prefixes = new JsonObject();
    PREFIXES.forEach((prefix, iri) -> prefixes.put(prefix, new JsonString(iri)));
    terms.put("prefixes", prefixes);
    terms.put("classes", terms(graph, "Class"));
    JsonArray properties = new JsonArray();
    for (String kind : List.of("ObjectProperty", "DatatypeProperty")) {
      terms(graph, kind).forEach(properties::add);
    }
    terms.put("properties", properties);
    return JSON.toString(terms);
  }

  private static JsonArray terms(GraphReader graph, String kind) {
    Node type = Voc.iri("http://www.w3.org/2002/07/owl#" + kind);
    List<String> iris = new ArrayList<>();
    for (Node term : graph.subjects(Graphs.ONTOLOGY, Voc.TYPE, type)) {
      if (term.isURI()) {
        iris.add(term.getURI());
      }
    }
    JsonArray array = new JsonArray();
    iris.stream().distinct().sorted().forEach(iri -> array.add(new JsonString(iri)));
    return array;
  }
}
