package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.testing.Jvm;
import org.entente.testing.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program under the C locale: what goes in and comes out is UTF-8 all the same. */
final class JarIT {
  private static final Map<String, String> C_LOCALE = Map.of("LC_ALL", "C", "LANG", "C");
  private static final String NAMES =
      """
      # 이름?
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?thing ?name WHERE { ?thing skos:altLabel ?name FILTER (STR(?name) = "노를란트") }
      """;

  @TempDir Path folder;

  private Project project;
  private Path jar;

  @BeforeEach
  void packagedProgram() {
    jar = Path.of(System.getProperty("entente.jar", "target/entente.jar"));
    assumeTrue(Files.exists(jar), () -> jar + " is not there: mvn package makes it");
    project = Project.sound(folder.resolve("p"));
  }

  private Jvm.Started start(Path input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(Jvm.java(List.of("-jar", jar.toString())));
    command.addAll(List.of(arguments));
    return Jvm.start(folder.resolve("runs"), command, C_LOCALE, input);
  }

  @Test
  void buildsQueriesAndServesHangul() throws Exception {
    Jvm.Ended built = start(null, project.buildArguments()).await();
    assertEquals("", built.err());
    assertEquals(0, built.code());

    Path query = project.write("q.rq", NAMES).root().resolve("q.rq");
    String expected = "thing,name\r\nhttps://w3id.org/entente/id/state/norland,노를란트\r\n";
    Jvm.Ended asked =
        start(query, "query", "-", "--results", "csv", "--graph", project.out().toString()).await();
    assertEquals("", asked.err());
    assertEquals(expected, asked.out());

    Jvm.Ended explained =
        start(null, "explain", "state/norland", "--graph", project.out().toString()).await();
    assertTrue(explained.out().contains("“President Ada Vik of Norland (노를란트)”"), explained.out());

    Jvm.Started server = start(null, "serve", "--port", "0", "--graph", project.out().toString());
    try {
      String sparql =
          address(server)
              + "?query="
              + URLEncoder.encode(Files.readString(query), StandardCharsets.UTF_8);
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(sparql)).header("Accept", "text/csv").build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, response.statusCode());
      assertEquals(expected, new String(response.body(), StandardCharsets.UTF_8));

      Jvm.Ended beside =
          start(query, "query", "-", "--results", "csv", "--graph", project.out().toString())
              .await();
      assertEquals(expected, beside.out(), "a query beside the server");
      project.append("tables/subjects.csv", "topic/sea,바다,passage/sea");
      assertEquals(
          0, start(null, project.buildArguments()).await().code(), "a build beside the server");
    } finally {
      server.process().destroy();
      server.process().waitFor();
    }
  }

  @Test
  void reportsHangul() throws Exception {
    project.replace("tables/subjects.csv", "topic/fishing,Fishing", "topic/어업,Fishing 낚시");
    Jvm.Ended run = start(null, project.buildArguments()).await();
    assertEquals(1, run.code());
    assertTrue(
        project
            .relative(run.err())
            .contains(
                "tables/topics.csv:2:17: error: expected an identifier of any table in column topic but found 'topic/fishing' [unknown-id]"),
        run.err());
  }

  @Test
  void saysItsVersion() throws Exception {
    Jvm.Ended run = start(null, "--version").await();
    assertEquals(0, run.code());
    assertTrue(run.out().matches("entente \\d+\\.\\d+.*\n(?s:.*)"), run.out());
  }

  /** The shipped tables take more than the second after which progress is shown. */
  @Test
  void showsProgressOnATerminalAlone() throws Exception {
    assumeTrue(
        Files.exists(Path.of("/usr/bin/script")), "script, which makes a terminal, is not here");
    List<String> command = new ArrayList<>(Jvm.java(List.of("-jar", jar.toString())));
    command.add("check");
    Jvm.Ended file = Jvm.start(folder.resolve("file"), command, C_LOCALE, null).await();
    assertEquals(0, file.code());
    assertTrue(!file.err().contains("\u001b["), file.err());

    Jvm.Ended terminal =
        Jvm.start(
                folder.resolve("terminal"),
                List.of("script", "-q", "-e", "-c", String.join(" ", command), "/dev/null"),
                C_LOCALE,
                null)
            .await();
    assertEquals(0, terminal.code());
    assertTrue(
        Pattern.compile("\r\u001b\\[K[a-z ]+… \\d+ s").matcher(terminal.out()).find(),
        terminal.out());
    int lastProgress = terminal.out().lastIndexOf("… ");
    int cleared = terminal.out().lastIndexOf("\r\u001b[K");
    assertTrue(cleared > lastProgress, "the line stays: " + terminal.out());
  }

  private static String address(Jvm.Started server) throws Exception {
    Pattern serving = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+/)");
    for (int i = 0; i < 600; i++) {
      Matcher found = serving.matcher(Files.readString(server.folder().resolve("err")));
      if (found.find()) {
        return found.group(1) + "sparql";
      }
      assertTrue(server.process().isAlive(), () -> "the server ended");
      Thread.sleep(100);
    }
    throw new IOException("the server says no address");
  }
}
