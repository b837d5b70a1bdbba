package org.entente.explore;

import java.util.LinkedHashMap;
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
    model.put("groups", Gallery.groups(gallery.entries()));
    model.put("editor", true);
    return View.of("editor", model);
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

  /** Classes, properties and members of schemes for completion, and the prefixes, as JSON. */
  static String terms(PageContext page) {
    JsonObject terms = new JsonObject();
    JsonObject prefixes = new JsonObject();
    PREFIXES.forEach((prefix, iri) -> prefixes.put(prefix, new JsonString(iri)));
    terms.put("prefixes", prefixes);
    JsonArray all = new JsonArray();
    add(page, all, "http://www.w3.org/2002/07/owl#Class", "class");
    add(page, all, "http://www.w3.org/2002/07/owl#ObjectProperty", "property");
    add(page, all, "http://www.w3.org/2002/07/owl#DatatypeProperty", "property");
    add(page, all, "http://www.w3.org/2004/02/skos/core#Concept", "value");
    terms.put("terms", all);
    return JSON.toString(terms);
  }

  private static void add(PageContext page, JsonArray all, String type, String kind) {
    for (Node term : page.graph().subjects(Graphs.ONTOLOGY, Voc.TYPE, Voc.iri(type))) {
      if (term.isURI()) {
        JsonObject object = new JsonObject();
        object.put("iri", new JsonString(term.getURI()));
        object.put("label", new JsonString(page.names().text(term)));
        object.put("kind", new JsonString(kind));
        all.add(object);
      }
    }
  }
}
