package org.entente.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.entente.explore.Directions;
import org.entente.rdf.Ent;
import org.entente.rdf.Graphs;
import org.entente.search.FullText;

/** The reconciliation API, version 0.2: a spreadsheet's names become identifiers. */
final class ReconcileRoutes implements Route {
  private static final int MOST_QUERIES = 100;
  private static final int MOST_IDS = 1_000;
  private static final int MOST_CANDIDATES = 50;
  private static final int USUAL_CANDIDATES = 5;
  private static final double MATCH = 100;
  private static final double PENALTY = 0.8;
  private static final List<String> DEFAULT_TYPES =
      List.of(
          "http://xmlns.com/foaf/0.1/Person",
          "http://www.w3.org/ns/org#Organization",
          "http://semanticweb.cs.vu.nl/2009/11/sem/Event",
          Ent.NS + "State",
          Ent.NS + "Agreement",
          Ent.NS + "Dispute");

  private final Limits limits;
  private final QueryPool pool;
  private final Clients clients;

  ReconcileRoutes(Limits limits, QueryPool pool, Clients clients) {
    this.limits = limits;
    this.pool = pool;
    this.clients = clients;
  }

  @Override
  public Reply answer(Exchange exchange) {
    if (exchange.path().equals("/reconcile")) {
      return service(exchange);
    }
    return asQuery(exchange, () -> part(exchange));
  }

  /** What looks into the graph is a query like others: it waits its turn and ends in time. */
  private Reply asQuery(Exchange exchange, Supplier<Reply> work) {
    clients.count(exchange.client());
    return pool.read(exchange.client(), exchange.lease(), (generation, budget) -> work.get());
  }

  private static Reply part(Exchange exchange) {
    return switch (exchange.path()) {
      case "/reconcile/suggest/entity" -> json(suggestEntities(exchange));
      case "/reconcile/suggest/type" -> json(suggestTerms(exchange, OWL.Class.asNode()));
      case "/reconcile/suggest/property" -> json(suggestProperties(exchange));
      case "/reconcile/flyout" -> json(flyout(exchange));
      case "/reconcile/properties" -> json(propose(exchange));
      case "/reconcile/preview" -> preview(exchange);
      case "/reconcile/view" -> Reply.redirect(303, exchange.links().to("id/" + path(exchange)));
      default -> throw Problem.notFound("nothing is at this path");
    };
  }

  private Reply service(Exchange exchange) {
    Parameters parameters = exchange.parameters();
    if (exchange.isPost()) {
      if (!"application/x-www-form-urlencoded".equals(exchange.bodyType())) {
        throw new Problem(
            415, "Unsupported media type", "queries are sent as application/x-www-form-urlencoded");
      }
      parameters =
          parameters.and(
              Parameters.parse(Parameters.utf8(exchange.body(limits.bodyBytes())).strip()));
    }
    String queries = parameters.first("queries");
    String extend = parameters.first("extend");
    if (queries != null) {
      JsonObject asked = object(Json.read(queries));
      return asQuery(exchange, () -> json(reconcile(exchange, asked)));
    }
    if (extend != null) {
      JsonObject asked = object(Json.read(extend));
      return asQuery(exchange, () -> json(extend(exchange, asked)));
    }
    return json(manifest(exchange)).with("Vary", "Accept");
  }

  private static Reply json(Object value) {
    return Reply.text(200, "application/json;charset=utf-8", Json.write(value))
        .with("Cache-Control", "no-cache");
  }

  private static Map<String, Object> manifest(Exchange exchange) {
    Links links = exchange.links();
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("versions", List.of("0.2"));
    manifest.put("name", "Entente");
    manifest.put("identifierSpace", Ent.ID);
    manifest.put("schemaSpace", Ent.NS);
    manifest.put("documentation", links.to("ontology"));
    manifest.put("serviceVersion", exchange.generation().version());
    manifest.put("view", Map.of("url", links.to("reconcile/view?id={{id}}")));
    manifest.put("defaultTypes", DEFAULT_TYPES.stream().map(type -> type(exchange, type)).toList());
    manifest.put(
        "preview",
        Map.of("url", links.to("reconcile/preview?id={{id}}"), "width", 430, "height", 200));
    String service = links.to("reconcile");
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("service_url", service);
    entity.put("service_path", "/suggest/entity");
    entity.put("flyout_service_url", service);
    entity.put("flyout_service_path", "/flyout?id=${id}");
    manifest.put(
        "suggest",
        Map.of(
            "entity",
            entity,
            "type",
            Map.of("service_url", service, "service_path", "/suggest/type"),
            "property",
            Map.of("service_url", service, "service_path", "/suggest/property")));
    manifest.put(
        "extend",
        Map.of(
            "propose_properties",
            Map.of("service_url", service, "service_path", "/properties"),
            "property_settings",
            List.of()));
    return manifest;
  }

  private static Map<String, Object> type(Exchange exchange, String iri) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("id", Prefixes.of(exchange.generation()).shorten(iri));
    type.put("name", label(exchange, NodeFactory.createURI(iri)));
    return type;
  }

  private static String label(Exchange exchange, Node node) {
    Generation generation = exchange.generation();
    return generation.read(() -> new Labels(generation.dataset(), exchange.languages()).text(node));
  }

  private Map<String, Object> reconcile(Exchange exchange, JsonObject queries) {
    if (queries.size() > MOST_QUERIES) {
      throw Problem.tooLarge("at most " + MOST_QUERIES + " queries at once");
    }
    Map<String, Object> results = new LinkedHashMap<>();
    queries
        .entrySet()
        .forEach(
            entry ->
                results.put(
                    entry.getKey(),
                    Map.of("result", candidates(exchange, object(entry.getValue())))));
    return results;
  }

  private List<Object> candidates(Exchange exchange, JsonObject query) {
    Budget.check();
    NameIndex index = NameIndex.of(exchange.generation());
    Set<String> types = new HashSet<>();
    for (JsonElement type : list(query.get("type"))) {
      types.add(expand(exchange, idOf(type)));
    }
    int limit = limit(query.get("limit"));
    JsonElement text = query.get("query");
    List<NameIndex.Found> found =
        text == null
            ? index.ofTypes(types, MOST_CANDIDATES)
            : index.find(string(text), types, MOST_CANDIDATES);
    List<NameIndex.Found> scored = new ArrayList<>();
    for (NameIndex.Found candidate : found) {
      double score = candidate.score();
      for (JsonElement property : list(query.get("properties"))) {
        JsonObject constraint = object(property);
        if (!holds(exchange, candidate.entry(), constraint)) {
          score *= PENALTY;
        } else if (text == null) {
          score = MATCH;
        }
      }
      scored.add(new NameIndex.Found(candidate.entry(), Math.round(score * 10) / 10.0));
    }
    scored.sort(java.util.Comparator.comparingDouble(candidate -> -candidate.score()));
    long certain = scored.stream().filter(candidate -> candidate.score() >= MATCH).count();
    List<Object> results = new ArrayList<>();
    for (NameIndex.Found candidate : scored.subList(0, Math.min(limit, scored.size()))) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("id", candidate.entry().id());
      result.put("name", candidate.entry().name());
      result.put("type", types(exchange, candidate.entry()));
      result.put("score", candidate.score());
      result.put("match", certain == 1 && candidate.score() >= MATCH);
      results.add(result);
    }
    return results;
  }

  private static int limit(JsonElement asked) {
    if (asked == null || !asked.isJsonPrimitive() || !asked.getAsString().matches("[0-9]{1,6}")) {
      return USUAL_CANDIDATES;
    }
    return Math.max(1, Math.min(MOST_CANDIDATES, asked.getAsInt()));
  }

  private static List<Object> types(Exchange exchange, NameIndex.Entry entry) {
    List<Object> types = new ArrayList<>();
    entry.types().forEach(type -> types.add(type(exchange, type)));
    return types;
  }

  /** Whether a thing has one of the values that a query wants of a property. */
  private static boolean holds(Exchange exchange, NameIndex.Entry entry, JsonObject constraint) {
    Budget.check();
    Node property = NodeFactory.createURI(expand(exchange, string(constraint.get("pid"))));
    Set<String> values = new HashSet<>();
    exchange
        .generation()
        .read(
            () -> {
              exchange
                  .generation()
                  .dataset()
                  .find(Quad.defaultGraphIRI, Ent.id(entry.id()), property, Node.ANY)
                  .forEachRemaining(
                      quad -> {
                        Node value = quad.getObject();
                        if (value.isURI()) {
                          String id = Ent.identifier(value);
                          values.add(id == null ? value.getURI() : id);
                          values.add(FullText.plain(label(exchange, value)));
                        } else {
                          values.add(FullText.plain(value.getLiteralLexicalForm()));
                        }
                      });
              return null;
            });
    for (JsonElement wanted : list(constraint.get("v"))) {
      String text = idOf(wanted);
      if (values.contains(text) || values.contains(FullText.plain(text))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, Object> suggestEntities(Exchange exchange) {
    List<Object> results = new ArrayList<>();
    for (NameIndex.Found found :
        NameIndex.of(exchange.generation()).suggest(prefix(exchange), 20)) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("id", found.entry().id());
      result.put("name", found.entry().name());
      result.put("notable", types(exchange, found.entry()));
      results.add(result);
    }
    return Map.of("result", results);
  }

  private static Map<String, Object> suggestTerms(Exchange exchange, Node... kinds) {
    String prefix = FullText.plain(prefix(exchange));
    Generation generation = exchange.generation();
    Map<String, Object> found = new TreeMap<>();
    generation.read(
        () -> {
          Labels labels = new Labels(generation.dataset(), exchange.languages());
          for (Node kind : kinds) {
            generation
                .dataset()
                .find(Graphs.ONTOLOGY, Node.ANY, RDF.type.asNode(), kind)
                .forEachRemaining(
                    quad -> {
                      String name = labels.text(quad.getSubject());
                      String id = Prefixes.of(generation).shorten(quad.getSubject().toString());
                      if (FullText.plain(name).contains(prefix)
                          || FullText.plain(id).contains(prefix)) {
                        found.put(id, Json.ordered("id", id, "name", name));
                      }
                    });
          }
          return null;
        });
    return Map.of("result", found.values().stream().limit(20).toList());
  }

  private static Map<String, Object> suggestProperties(Exchange exchange) {
    return suggestTerms(exchange, OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode());
  }

  private static String prefix(Exchange exchange) {
    String prefix = exchange.parameters().first("prefix");
    if (prefix == null) {
      throw Problem.badRequest("the parameter prefix is missing");
    }
    return prefix;
  }

  private static NameIndex.Entry entry(Exchange exchange) {
    String id = exchange.parameters().first("id");
    NameIndex.Entry entry = id == null ? null : NameIndex.of(exchange.generation()).entry(id);
    if (entry == null) {
      throw Problem.notFound("the graph has no thing of this identifier");
    }
    return entry;
  }

  private static String path(Exchange exchange) {
    return Links.encode(entry(exchange).id());
  }

  private static Map<String, Object> flyout(Exchange exchange) {
    NameIndex.Entry entry = entry(exchange);
    return Json.ordered("id", entry.id(), "html", previewHtml(exchange, entry));
  }

  private static Reply preview(Exchange exchange) {
    return Reply.page(200, previewHtml(exchange, entry(exchange)))
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'");
  }

  private static String previewHtml(Exchange exchange, NameIndex.Entry entry) {
    return Directions.visible(
        Pages.render(
            "preview",
            Map.of(
                "name", entry.name(),
                "names", entry.names(),
                "types", types(exchange, entry),
                "href", exchange.links().to("page/" + Links.encode(entry.id())))));
  }

  /** The properties that things of a type have. */
  private static Map<String, Object> propose(Exchange exchange) {
    String asked = exchange.parameters().first("type");
    String type = asked == null ? null : expand(exchange, asked);
    Generation generation = exchange.generation();
    Set<String> used = new TreeSet<>();
    NameIndex index = NameIndex.of(generation);
    List<NameIndex.Found> things = type == null ? List.of() : index.ofTypes(Set.of(type), MOST_IDS);
    generation.read(
        () -> {
          for (NameIndex.Found thing : things) {
            generation
                .dataset()
                .find(Quad.defaultGraphIRI, Ent.id(thing.entry().id()), Node.ANY, Node.ANY)
                .forEachRemaining(quad -> used.add(quad.getPredicate().getURI()));
          }
          return null;
        });
    List<Object> properties =
        used.stream().map(iri -> (Object) type(exchange, iri)).limit(100).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("type", asked == null ? "" : asked);
    answer.put("properties", properties);
    return answer;
  }

  private static Map<String, Object> extend(Exchange exchange, JsonObject request) {
    List<JsonElement> ids = list(request.get("ids"));
    List<JsonElement> properties = list(request.get("properties"));
    if (ids.size() > MOST_IDS || properties.size() > MOST_QUERIES) {
      throw Problem.tooLarge("at most " + MOST_IDS + " things at once");
    }
    Set<String> names = new LinkedHashSet<>();
    properties.forEach(property -> names.add(idOf(property)));
    List<Object> meta = new ArrayList<>();
    names.forEach(
        name ->
            meta.add(
                Json.ordered(
                    "id",
                    name,
                    "name",
                    label(exchange, NodeFactory.createURI(expand(exchange, name))))));
    Map<String, Object> rows = new LinkedHashMap<>();
    for (JsonElement id : ids) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (String name : names) {
        Budget.check();
        List<Object> values = new ArrayList<>();
        exchange
            .generation()
            .dataset()
            .find(
                Quad.defaultGraphIRI,
                Ent.id(string(id)),
                NodeFactory.createURI(expand(exchange, name)),
                Node.ANY)
            .forEachRemaining(quad -> values.add(value(exchange, quad.getObject())));
        row.put(name, values);
      }
      rows.put(string(id), row);
    }
    return Json.ordered("meta", meta, "rows", rows);
  }

  private static Map<String, Object> value(Exchange exchange, Node node) {
    if (node.isURI()) {
      String id = Ent.identifier(node);
      return Json.ordered("id", id == null ? node.getURI() : id, "name", label(exchange, node));
    }
    return node.getLiteralLexicalForm().matches("-?[0-9]{1,9}")
            && node.getLiteralDatatypeURI().endsWith("#integer")
        ? Map.of("int", Integer.valueOf(node.getLiteralLexicalForm()))
        : Map.of("str", node.getLiteralLexicalForm());
  }

  /** A prefixed name as an IRI. */
  private static String expand(Exchange exchange, String name) {
    int colon = name.indexOf(':');
    String namespace =
        colon < 0
            ? null
            : Prefixes.of(exchange.generation()).namespaces().get(name.substring(0, colon));
    String iri = namespace == null ? name : namespace + name.substring(colon + 1);
    return iri.contains(":") ? iri : Ent.NS + iri;
  }

  private static JsonObject object(JsonElement element) {
    if (element == null || !element.isJsonObject()) {
      throw Problem.badRequest("an object was expected");
    }
    return element.getAsJsonObject();
  }

  private static List<JsonElement> list(JsonElement element) {
    if (element == null || element.isJsonNull()) {
      return List.of();
    }
    return element instanceof JsonArray array ? array.asList() : List.of(element);
  }

  private static String idOf(JsonElement element) {
    return element.isJsonObject() ? string(element.getAsJsonObject().get("id")) : string(element);
  }

  private static String string(JsonElement element) {
    if (element == null || !element.isJsonPrimitive()) {
      throw Problem.badRequest("a text was expected");
    }
    return element.getAsString();
  }
}
