package org.entente.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
public final class Jvm {
  private static final long LIMIT_SECONDS = 300;

  private Jvm() {}

  /** How a process ended. */
  public record Ended(int code, String out, String err) {}

  /** A process that was started, its output going to files in a folder. */
  public record Started(Process process, Path folder) {
    /** Waits for its end. */
    public Ended await() throws IOException, InterruptedException {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("no end after " + LIMIT_SECONDS + " seconds");
      }
      return new Ended(
          process.exitValue(),
          Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
          Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
    }
  }

  /** Starts a command line of the program from the classes under test. */
  public static Started start(Path folder, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(java(options));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("org.entente.Main");
    command.addAll(List.of(arguments));
    return start(folder, command, Map.of(), null);
  }

  /** The beginning of a command line for Java. */
  public static List<String> java(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    return command;
  }

  /** Starts any command, with standard input from a file or from nowhere. */
  public static Started start(
      Path folder, List<String> command, Map<String, String> environment, Path input)
      throws IOException {
    Path output = Files.createTempDirectory(Files.createDirectories(folder), "process-");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.resolve("out").toFile())
            .redirectError(output.resolve("err").toFile());
    if (input != null) {
      builder.redirectInput(input.toFile());
    }
    builder.environment().putAll(environment);
    return new Started(builder.start(), output);
  }
}
