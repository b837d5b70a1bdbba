package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the README, in its order, in an empty folder, with the packaged program.
 */
class ReadmeIT {
  private static final Path JAR = Path.of(System.getProperty("entente.jar")).toAbsolutePath();

  @TempDir Path folder;

  private String address = "";

  @Test
  void everyCommandSucceeds() throws Exception {
    List<String> commands = commands();
    assertTrue(commands.size() > 10, "the README has commands: " + commands);
    Process server = null;
    try {
      for (String command : commands) {
        if (command.startsWith("mvn ")) {
          continue; // One is tested below, the other is what runs this test.
        }
        if (command.startsWith("curl ") && server == null) {
          server = serve();
        }
        Result result =
            run(
                folder,
                command
                    .replaceFirst("(^|\\| )entente ", "$1java -jar " + JAR + " ")
                    .replace("http://localhost:3030", address)
                    .replace("PROJECT", Path.of("").toAbsolutePath().toString()));
        assertEquals(0, result.code, command + "\n" + result.output);
        assertTrue(!result.output.isBlank(), command + " prints nothing");
      }
    } finally {
      if (server != null) {
        server.destroy();
        server.waitFor(20, TimeUnit.SECONDS);
      }
    }
  }

  /** Serves what the commands before have built, on a free port. */
  private Process serve() throws Exception {
    Path log = folder.resolve("server.log");
    Process server =
        new ProcessBuilder("java", "-jar", JAR.toString(), "serve", "--port", "0")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Matcher said = Pattern.compile("serving (http://[^/]*)/").matcher("");
    for (int i = 0; i < 240 && server.isAlive() && !said.find(); i++) {
      TimeUnit.MILLISECONDS.sleep(250);
      said.reset(Files.readString(log));
    }
    said.reset();
    assertTrue(said.find(), Files.readString(log));
    address = said.group(1);
    return server;
  }

  @Test
  void theFirstCommandServes() throws Exception {
    assertTrue(commands().contains("mvn -q compile exec:exec"));
    ProcessBuilder builder =
        new ProcessBuilder(
            "mvn",
            "-q",
            "-o",
            "exec:exec",
            "-Dentente.args=run --port 0 --out " + folder.resolve("graph"));
    Path log = folder.resolve("log");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      String said = "";
      for (int i = 0; i < 240 && process.isAlive() && !said.contains("serving http://"); i++) {
        TimeUnit.MILLISECONDS.sleep(500);
        said = Files.readString(log);
      }
      assertTrue(said.contains("serving http://"), said);
      assertTrue(said.contains("Phnom Penh"), "the sample answer: " + said);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell && !line.isBlank()) {
        commands.add(line);
      }
    }
    return commands;
  }

  private record Result(int code, String output) {}

  private static Result run(Path folder, String command) throws Exception {
    Path output = Files.createTempFile("command", ".txt");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(180, TimeUnit.SECONDS), command + " takes too long");
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
