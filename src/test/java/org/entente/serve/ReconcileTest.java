package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reconciliation service, as OpenRefine asks it. */
class ReconcileTest {
  private static TestServer server;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.shared();
  }

  private static JsonObject json(HttpResponse<String> answer, String schema) {
    assertEquals(200, answer.statusCode(), answer.body());
    return valid(answer.body(), schema);
  }

  /** A text that the published schema of that name accepts. */
  private static JsonObject valid(String text, String schema) {
    assertEquals(Set.of(), ReconcileSchemas.violations(schema, text), text);
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void theSchemasRefuseWhatIsWrong() {
    assertFalse(ReconcileSchemas.violations("manifest", "{\"versions\": [\"0.1\"]}").isEmpty());
    assertFalse(
        ReconcileSchemas.violations("reconciliation-result-batch", "{\"q0\": {}}").isEmpty());
    assertFalse(ReconcileSchemas.violations("suggest-types-response", "{}").isEmpty());
  }

  private static JsonArray candidates(String query) {
    String asked = "{\"q0\": " + query + "}";
    valid(asked, "reconciliation-query-batch");
    JsonObject batch =
        json(
            server.send(
                "POST",
                "/reconcile",
                "queries=" + TestServer.encode(asked),
                "Content-Type",
                "application/x-www-form-urlencoded"),
            "reconciliation-result-batch");
    JsonArray result = batch.getAsJsonObject("q0").getAsJsonArray("result");
    for (JsonElement candidate : result) {
      JsonObject object = candidate.getAsJsonObject();
      assertTrue(object.has("id") && object.has("name") && object.has("score"));
      assertTrue(object.get("score").getAsDouble() <= 100);
    }
    return result;
  }

  @Test
  void theManifestLeadsEverywhere() {
    JsonObject manifest = json(server.get("/reconcile"), "manifest");
    assertEquals("0.2", manifest.getAsJsonArray("versions").get(0).getAsString());
    assertTrue(manifest.has("identifierSpace") && manifest.has("schemaSpace"));
    for (String member : new String[] {"view", "preview"}) {
      String url = manifest.getAsJsonObject(member).get("url").getAsString();
      String path = url.substring(server.url("").length()).replace("{{id}}", "person%2Fkishida");
      int status = server.get(path).statusCode();
      assertTrue(status == 200 || status == 303, member);
    }
    JsonObject suggest = manifest.getAsJsonObject("suggest");
    Map<String, String> schemas =
        Map.of(
            "entity", "suggest-entities-response",
            "type", "suggest-types-response",
            "property", "suggest-properties-response");
    for (String kind : schemas.keySet()) {
      JsonObject service = suggest.getAsJsonObject(kind);
      String url =
          service.get("service_url").getAsString() + service.get("service_path").getAsString();
      JsonObject found =
          json(server.get(url.substring(server.url("").length()) + "?prefix=s"), schemas.get(kind));
      assertTrue(found.getAsJsonArray("result").size() > 0, kind);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Kishida Fumio, person/kishida, 100",
    "KISHIDA FUMIO, person/kishida, 100",
    "岸田文雄, person/kishida, 100",
    "기시다 후미오, person/kishida, 100",
    "기시다후미오, person/kishida, 99",
    "Fumio Kishida, person/kishida, 99",
    "윤석열, person/yoon, 100",
    "東京, place/tokyo, 100",
    "キシダ・フミオ, person/kishida, 60",
    "キシダ, person/kishida, 54",
    "トウキョウ, place/tokyo, 60"
  })
  void namesOfAnyScriptAreFound(String name, String id, double score) {
    JsonObject best = candidates("{\"query\": \"" + name + "\"}").get(0).getAsJsonObject();
    assertEquals(id, best.get("id").getAsString());
    assertEquals(score, best.get("score").getAsDouble());
    assertEquals(score == 100, best.get("match").getAsBoolean());
  }

  @Test
  void aNameWithAnErrorIsFoundAndNoMatch() {
    JsonObject best = candidates("{\"query\": \"Kishidda Fumio\"}").get(0).getAsJsonObject();
    assertEquals("person/kishida", best.get("id").getAsString());
    assertTrue(best.get("score").getAsDouble() > 80);
    assertFalse(best.get("match").getAsBoolean());
  }

  @Test
  void typesAndPropertiesNarrow() {
    assertEquals(
        "event/tokyo",
        candidates("{\"query\": \"Tokyo summit\", \"type\": \"ent:Meeting\", \"limit\": 1}")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString());
    assertEquals(0, candidates("{\"query\": \"Tokyo\", \"type\": \"foaf:Person\"}").size());
    JsonObject japanese =
        candidates(
                "{\"query\": \"Kishida Fumio\", \"properties\":"
                    + " [{\"pid\": \"ent:nationality\", \"v\": {\"id\": \"state/korea\"}}]}")
            .get(0)
            .getAsJsonObject();
    assertTrue(japanese.get("score").getAsDouble() < 100);
  }

  @Test
  void columnsAreExtended() {
    String asked =
        "{\"ids\": [\"person/kishida\", \"person/nobody\"], \"properties\":"
            + " [{\"id\": \"ent:nationality\"}, {\"id\": \"foaf:familyName\"}]}";
    valid(asked, "data-extension-query");
    JsonObject answer =
        json(
            server.send(
                "POST",
                "/reconcile",
                "extend=" + TestServer.encode(asked),
                "Content-Type",
                "application/x-www-form-urlencoded"),
            "data-extension-response");
    assertEquals(2, answer.getAsJsonArray("meta").size());
    JsonObject row = answer.getAsJsonObject("rows").getAsJsonObject("person/kishida");
    assertEquals(
        "state/japan",
        row.getAsJsonArray("ent:nationality").get(0).getAsJsonObject().get("id").getAsString());
    assertEquals(
        "Kishida",
        row.getAsJsonArray("foaf:familyName").get(0).getAsJsonObject().get("str").getAsString());
    JsonObject proposed =
        json(
            server.get("/reconcile/properties?type=foaf:Person"),
            "data-extension-property-proposal");
    assertTrue(proposed.getAsJsonArray("properties").toString().contains("ent:nationality"));
  }

  @Test
  void nonsenseIsRefused() {
    assertEquals(400, server.get("/reconcile?queries=%7Bx").statusCode());
    assertEquals(400, server.get("/reconcile?queries=%5B%5D").statusCode());
    assertEquals(404, server.get("/reconcile/preview?id=person/nobody").statusCode());
    assertEquals(404, server.get("/reconcile/nothing").statusCode());
    assertFalse(server.get("/reconcile/preview?id=person%2Fevil").body().contains("<script>alert"));
  }

  @Test
  void aBatchThatTakesTooLongIsEnded() {
    String constraint = "{\"pid\": \"rdf:type\", \"v\": \"x\"}";
    String query =
        "{\"query\": \"summit\", \"limit\": 50, \"properties\": ["
            + constraint
            + (", " + constraint).repeat(200)
            + "]}";
    StringBuilder batch = new StringBuilder("{\"q\": " + query);
    for (int i = 0; i < 99; i++) {
      batch.append(", \"q").append(i).append("\": ").append(query);
    }
    String body = "queries=" + batch.append("}").toString().replace(" ", "+");
    long start = System.nanoTime();
    HttpResponse<String> answer =
        server.send(
            "POST", "/reconcile", body, "Content-Type", "application/x-www-form-urlencoded");
    assertTrue(System.nanoTime() - start < 3_500_000_000L);
    assertTrue(
        answer.statusCode() == 503 || answer.statusCode() == 200,
        answer.statusCode() + answer.body());
  }
}
