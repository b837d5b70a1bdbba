import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes beside the jar what makes it start fast: {@code entente.jsa}, the classes that a run loads
 * in the form in which the JVM maps them into memory, and {@code entente.args}, the JVM's options
 * to start with: {@code java @target/entente.args run}. To find the classes it builds the shipped
 * graph, serves it, asks for pages of all kinds, and stops. Without an archive, as where a process
 * can only be killed, the options work all the same.
 *
 * <pre>java src/package/ClassArchive.java target</pre>
 */
final class ClassArchive {
  private static final List<String> ASKED =
      List.of(
          "/",
          "/timeline",
          "/network",
          "/disagreements",
          "/disputes",
          "/documents",
          "/map",
          "/queries",
          "/search?q=kishida",
          "/void",
          "/reconcile?query=kishida",
          "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%203");

  private static final String SERVING = "serving ";

  private ClassArchive() {}

  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]).toAbsolutePath();
    Path jar = target.resolve("entente.jar");
    Path archive = target.resolve("entente.jsa");
    List<String> options =
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    Files.deleteIfExists(archive);
    Path folder = Files.createTempDirectory("entente-archive");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.add("-XX:ArchiveClassesAtExit=" + archive);
      // What the archive leaves out is of no interest.
      command.add("-Xlog:disable");
      command.addAll(List.of("-jar", jar.toString(), "run", "--port", "0"));
      run(new ProcessBuilder(command).directory(folder.toFile()));
    } finally {
      delete(folder);
    }
    List<String> lines = new ArrayList<>(options);
    lines.add("-XX:SharedArchiveFile=" + quoted(archive));
    lines.add("-jar");
    lines.add(quoted(jar));
    Files.write(target.resolve("entente.args"), lines);
  }

  private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    StringBuilder told = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(SERVING)) {
        told.append(line).append('\n');
        line = lines.readLine();
      }
      if (line == null) {
        throw new IOException("entente run ended with " + process.waitFor() + ":\n" + told);
      }
      String server = line.substring(SERVING.length()).split(" ")[0].replaceFirst("/$", "");
      HttpClient client = HttpClient.newHttpClient();
      for (String page : ASKED) {
        client.send(
            HttpRequest.newBuilder(URI.create(server + page)).build(),
            HttpResponse.BodyHandlers.discarding());
      }
      // It is asked to stop, and ends when it has written the archive.
      process.toHandle().destroy();
      while (lines.readLine() != null) {
        // What it says must be read, or it waits.
      }
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  /** As a file of options wants it. */
  private static String quoted(Path file) {
    return '"' + file.toString().replace("\\", "\\\\") + '"';
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
