package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.rdf.Ontology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second reader against a server on this machine that answers well, badly, late and never. */
class SecondReaderTest {
  private static final String TEXT =
      "The harbour law of Tonga entered into force in 2023, as Ada Example noted with relief.\n\n"
          + "Ships waited. Ships waited. Bo Sample was far away, and nobody asked.\n\n"
          + "Much later Cy Other came home.\n";
  private static final String LAW = "The harbour law of Tonga entered into force in 2023";
  private static final ChatEndpoint.Limits SHORT =
      new ChatEndpoint.Limits(Duration.ofMillis(700), 2, Duration.ofMillis(10));
  private static final Map<String, SortedSet<String>> SCHEMES = schemes();

  private interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  @TempDir Path folder;

  private final List<String> requests = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private Behaviour behaviour;
  private HttpServer server;
  private ExecutorService threads;
  private SecondReader reader;

  private static Map<String, SortedSet<String>> schemes() {
    try {
      return Ontology.read(Path.of("ontology"), new DiagnosticLog()).schemes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          synchronized (requests) {
            requests.add(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          }
          behaviour.answer(exchange);
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  private Reading read() throws IOException {
    return read(ChatEndpoint.at(url(), "secret", SHORT));
  }

  private Reading read(ChatEndpoint endpoint) {
    reader = new SecondReader("tiny", new Recordings(folder, endpoint), SCHEMES, NamesTable.EMPTY);
    return reader.read(new Reading("document/test", TEXT, List.of(), List.of(), List.of()), null);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String answer(String... items) {
    JsonObject message = new JsonObject();
    message.put("role", "assistant");
    message.put("content", "{\"items\": [" + String.join(",", items) + "]}");
    JsonObject choice = new JsonObject();
    choice.put("message", message);
    JsonArray choices = new JsonArray();
    choices.add(choice);
    JsonObject answer = new JsonObject();
    answer.put("choices", choices);
    return answer.toString();
  }

  private static String item(String type, String who, String date, String quote) {
    JsonObject item = new JsonObject();
    item.put("type", type);
    JsonArray participants = new JsonArray();
    if (!who.isEmpty()) {
      JsonObject participant = new JsonObject();
      participant.put("name", who);
      participant.put("kind", who.equals("Tonga") ? "state" : "person");
      participant.put("role", "participant");
      participants.add(participant);
    }
    item.put("participants", participants);
    item.put("date", date);
    item.put("place", "");
    item.put("certainty", "asserted");
    item.put("content", "");
    item.put("quote", quote);
    return item.toString();
  }

  private void answers(String... items) {
    behaviour = exchange -> send(exchange, 200, answer(items));
  }

  @Test
  void whatItQuotesBecomesACandidate() throws IOException {
    answers(item("Policy", "Tonga", "2023", LAW));
    Reading reading = read();
    assertEquals(1, reading.candidates().size());
    Candidate candidate = reading.candidates().get(0);
    assertEquals("measure [Tonga] 2023 asserted", Fixture.line(candidate));
    assertEquals(new Candidate.Passage(0, LAW.length(), LAW), candidate.passage());
    assertEquals(List.of("second-reader:tiny", "kind:Policy"), candidate.rules());
    assertEquals(0.5, candidate.confidence());
    assertEquals(Map.of("found", 1), reader.tally());
    Map<String, List<org.entente.model.Proposal>> rows =
        Fixture.rows(reading).stream().collect(Collectors.groupingBy(row -> row.table()));
    assertEquals("Policy", rows.get("measures").get(0).cells().get("type"));
    assertEquals("extractor 1, tiny", rows.get("measures").get(0).cells().get("producer"));
  }

  @Test
  void itIsAskedForTheOntologysTermsAndNothingElse() throws IOException {
    answers();
    read();
    JsonObject request = JSON.parse(requests.get(0));
    assertEquals("tiny", request.getString("model"));
    assertEquals(0, request.get("temperature").getAsNumber().value().intValue());
    JsonObject schema = request.getObj("response_format").getObj("json_schema").getObj("schema");
    JsonObject item = schema.getObj("properties").getObj("items").getObj("items");
    List<String> types =
        item.getObj("properties").getObj("type").get("enum").getAsArray().stream()
            .map(value -> value.getAsString().value())
            .toList();
    assertTrue(types.containsAll(SCHEMES.get("EventType")));
    assertTrue(types.contains("Treaty") && types.contains("Statement"));
    assertEquals(
        Stream.of("EventType", "AgreementType", "MeasureType", "DisputeKind")
                .mapToInt(scheme -> SCHEMES.get(scheme).size())
                .sum()
            + 1,
        types.size());
    assertEquals(List.of("Bearer secret"), keys);
  }

  @Test
  void whatTheTextDoesNotBearOutIsThrownOutAndCounted() throws IOException {
    answers(
        item("Policy", "Tonga", "2023", "The harbour law of Fiji entered into force"),
        item("Incident", "", "", "Ships waited."),
        item("Policy", "Cy Other", "2023", LAW),
        item("Policy", "Ada Example", "1999", LAW),
        item("Policy", "Ada Example", "soon", LAW.substring(4)),
        item("Statement", "", "", LAW));
    Reading reading = read();
    assertEquals(
        Map.of(
            "thrown out: quote not in the text", 1,
            "thrown out: quote more than once in the text", 1,
            "thrown out: name not near the quote", 1,
            "thrown out: a statement of nobody", 1,
            "date left out: its year is not near the quote", 1,
            "date left out: not EDTF", 1,
            "found", 2,
            "found by the rules too", 1),
        reader.tally());
    assertEquals(1, reading.candidates().size());
    assertEquals(null, reading.candidates().get(0).date());
  }

  @Test
  void whatIsNotAsTheSchemaHasItIsThrownOut() throws IOException {
    answers(
        item("Banana", "Tonga", "2023", LAW),
        "{\"type\": \"Policy\", \"quote\": \"" + LAW + "\"}",
        "7",
        item("Policy", "Tonga", "2023", LAW).replace("participant\"", "pirate\""));
    assertEquals(List.of(), read().candidates());
    assertEquals(Map.of("thrown out: not as the schema has it", 4), reader.tally());
  }

  @Test
  void anAnswerThatIsNoJsonIsThrownOut() throws IOException {
    for (String body :
        List.of(
            "I am sorry, I cannot do that.",
            "{\"choices\": []}",
            "{\"choices\": [{\"message\": {\"content\": \"Here you are: {\"}}]}",
            "[]",
            "")) {
      behaviour = exchange -> send(exchange, 200, body);
      delete(folder);
      assertEquals(List.of(), read().candidates(), body);
      assertEquals(Map.of("answer thrown out: not the JSON that was asked for", 1), reader.tally());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void whatTheRulesFoundTooIsOneCandidate() throws IOException {
    String text = "Togo and Benin signed a fishing pact on 3 May 2024.";
    Reading rules = Fixture.read(text);
    assertEquals(1, rules.candidates().size());
    JsonObject item = JSON.parse(item("Treaty", "", "2024-05-03", text));
    behaviour = exchange -> send(exchange, 200, answer(item.toString()));
    reader =
        new SecondReader(
            "tiny",
            new Recordings(folder, ChatEndpoint.at(url(), null, SHORT)),
            SCHEMES,
            NamesTable.EMPTY);
    Reading both = reader.read(rules, Fixture.DAY);
    assertEquals(1, both.candidates().size());
    assertTrue(both.candidates().get(0).rules().contains("second-reader:tiny"));
    assertEquals(rules.candidates().get(0).confidence(), both.candidates().get(0).confidence());
    assertEquals(1, reader.tally().get("found by the rules too"));
    assertEquals(List.of("null"), keys);
  }

  @Test
  void aSlowAnswerIsNotWaitedForLongerThanItsLimits() throws IOException {
    behaviour = exchange -> await();
    long start = System.nanoTime();
    assertEquals(List.of(), read().candidates());
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 5000);
    assertEquals(Map.of("no answer", 1), reader.tally());
    assertEquals(url() + "/chat/completions: no answer in 700 ms", reader.lastFailure());
    assertEquals(2, requests.size());
  }

  @Test
  void anAnswerThatStopsHalfWayIsNotWaitedForEither() throws IOException {
    behaviour =
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
        };
    assertEquals(List.of(), read().candidates());
    assertEquals(Map.of("no answer", 1), reader.tally());
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aBusyServerIsAskedAgainAndARefusalIsNot() throws IOException {
    behaviour =
        exchange ->
            send(
                exchange,
                requests.size() == 1 ? 503 : 200,
                answer(item("Policy", "Tonga", "2023", LAW)));
    assertEquals(1, read().candidates().size());
    assertEquals(2, requests.size());
    delete(folder);
    requests.clear();
    behaviour = exchange -> send(exchange, 401, "no");
    assertEquals(List.of(), read().candidates());
    assertEquals(1, requests.size());
    assertEquals(url() + "/chat/completions: HTTP status 401", reader.lastFailure());
  }

  @Test
  void nobodyThereIsSaidAndNotAskedForEver() throws IOException {
    ChatEndpoint nobody = ChatEndpoint.at(url(), null, SHORT);
    server.stop(0);
    reader = new SecondReader("tiny", new Recordings(folder, nobody), SCHEMES, NamesTable.EMPTY);
    String text = "A line of a long document.\n\n".repeat(1500);
    Reading reading = new Reading("document/test", text, List.of(), List.of(), List.of());
    assertEquals(List.of(), reader.read(reading, null).candidates());
    assertEquals(3, reader.tally().get("no answer"));
    assertTrue(reader.tally().get("not asked, after 3 requests without an answer") > 1);
  }

  @Test
  void answersAreRecordedAndReplayedWithoutANetwork() throws IOException {
    answers(item("Policy", "Tonga", "2023", LAW));
    Reading asked = read();
    server.stop(0);
    assertEquals(asked, read(null));
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> recorded = files.toList();
      assertEquals(1, recorded.size());
      assertFalse(Files.readString(recorded.get(0)).contains("secret"));
    }
    delete(folder);
    assertEquals(List.of(), read(null).candidates());
    assertEquals("not recorded in " + folder, reader.lastFailure());
  }

  @Test
  void aKeyDoesNotTravelUnencrypted() throws IOException {
    URI far = URI.create("http://192.0.2.1/v1");
    IOException refused =
        assertThrows(IOException.class, () -> ChatEndpoint.at(far, "secret", SHORT));
    assertEquals(
        "http://192.0.2.1/v1/chat/completions: a key goes over https or to this machine alone; use"
            + " https, or unset the key",
        refused.getMessage());
    ChatEndpoint.at(far, null, SHORT);
  }
}
