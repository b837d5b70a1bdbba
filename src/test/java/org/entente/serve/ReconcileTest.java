package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
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

  private static JsonObject json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static JsonArray candidates(String query) {
    JsonObject batch =
        json(
            server.send(
                "POST",
                "/reconcile",
                "queries=" + TestServer.encode("{\"q0\": " + query + "}"),
                "Content-Type",
                "application/x-www-form-urlencoded"));
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
    JsonObject manifest = json(server.get("/reconcile"));
    assertEquals("0.2", manifest.getAsJsonArray("versions").get(0).getAsString());
    assertTrue(manifest.has("identifierSpace") && manifest.has("schemaSpace"));
    for (String member : new String[] {"view", "preview"}) {
      String url = manifest.getAsJsonObject(member).get("url").getAsString();
      String path = url.substring(server.url("").length()).replace("{{id}}", "person%2Fkishida");
      int status = server.get(path).statusCode();
      assertTrue(status == 200 || status == 303, member);
    }
    JsonObject suggest = manifest.getAsJsonObject("suggest");
    for (String kind : new String[] {"entity", "type", "property"}) {
      JsonObject service = suggest.getAsJsonObject(kind);
      String url =
          service.get("service_url").getAsString() + service.get("service_path").getAsString();
      JsonObject found = json(server.get(url.substring(server.url("").length()) + "?prefix=s"));
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
    "東京, place/tokyo, 100"
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
    JsonObject answer =
        json(
            server.send(
                "POST",
                "/reconcile",
                "extend="
                    + TestServer.encode(
                        "{\"ids\": [\"person/kishida\", \"person/nobody\"], \"properties\":"
                            + " [{\"id\": \"ent:nationality\"}, {\"id\": \"foaf:familyName\"}]}"),
                "Content-Type",
                "application/x-www-form-urlencoded"));
    assertEquals(2, answer.getAsJsonArray("meta").size());
    JsonObject row = answer.getAsJsonObject("rows").getAsJsonObject("person/kishida");
    assertEquals(
        "state/japan",
        row.getAsJsonArray("ent:nationality").get(0).getAsJsonObject().get("id").getAsString());
    assertEquals(
        "Kishida",
        row.getAsJsonArray("foaf:familyName").get(0).getAsJsonObject().get("str").getAsString());
    JsonObject proposed = json(server.get("/reconcile/properties?type=foaf:Person"));
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
}
