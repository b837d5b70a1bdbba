package org.entente.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;

/**
 * A project in a folder of its own, to be changed and built: {@code tables}, {@code ontology} and
 * {@code documents}. The metadata is that of the shipped tables, the ontology is the shipped one,
 * so that neither is kept twice.
 */
public final class Project {
  private static final Path SHIPPED_TABLES = Path.of("seeds/tables");
  private static final Path SHIPPED_ONTOLOGY = Path.of("ontology");
  private static final Path FIXTURE = Path.of("src/test/resources/project");
  private static final String METADATA = ".csv-metadata.json";

  private final Path root;

  private Project(Path root) {
    this.root = root;
  }

  /** Tables with their headers alone. */
  public static Project empty(Path root) {
    Project project = new Project(root);
    copy(SHIPPED_ONTOLOGY, project.ontology());
    for (Path metadata : list(SHIPPED_TABLES, METADATA)) {
      String name = nameOf(metadata);
      project.copyMetadata(name);
      project.write("tables/" + name + ".csv", header(metadata) + "\n");
    }
    return project;
  }

  /** A small project without a mistake: two states, a summit, an agreement, a dispute. */
  public static Project sound(Path root) {
    Project project = empty(root);
    copy(FIXTURE.resolve("tables"), project.tables());
    copy(FIXTURE.resolve("documents"), project.documents());
    return project;
  }

  /** Only the named tables, with the metadata of the shipped ones and the headers given. */
  public static Project bare(Path root) {
    Project project = new Project(root);
    copy(SHIPPED_ONTOLOGY, project.ontology());
    try {
      Files.createDirectories(project.tables());
      Files.createDirectories(project.documents());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return project;
  }

  /** The project's folder. */
  public Path root() {
    return root;
  }

  /** Folder of the tables. */
  public Path tables() {
    return root.resolve("tables");
  }

  /** Folder of the ontology. */
  public Path ontology() {
    return root.resolve("ontology");
  }

  /** Folder of the document texts. */
  public Path documents() {
    return root.resolve("documents");
  }

  /** Folder that builds publish to. */
  public Path out() {
    return root.resolve("graph");
  }

  /** Copies the shipped metadata of a table. */
  public Project copyMetadata(String table) {
    try {
      Files.createDirectories(tables());
      Files.copy(SHIPPED_TABLES.resolve(table + METADATA), tables().resolve(table + METADATA));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file, by its path in the project. */
  public Project write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file, by its path in the project. */
  public Project write(String file, byte[] bytes) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file, by its path in the project. */
  public String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds lines to the end of a file. */
  public Project append(String file, String... lines) {
    return write(file, read(file) + String.join("\n", lines) + "\n");
  }

  /** Takes all rows from a table. */
  public Project keepHeader(String table) {
    return write(table, read(table).lines().findFirst().orElseThrow() + "\n");
  }

  /** Replaces a text that stands exactly once in a file. */
  public Project replace(String file, String old, String with) {
    String text = read(file);
    int at = text.indexOf(old);
    if (at < 0 || text.indexOf(old, at + 1) >= 0) {
      throw new IllegalArgumentException(old + " does not stand once in " + file);
    }
    return write(file, text.replace(old, with));
  }

  /** Copies a case's folder over the project. */
  public Project overlay(Path folder) {
    copy(folder, root);
    return this;
  }

  /** Texts that name the project's folder name it as {@code .} instead. */
  public String relative(String text) {
    return text.replace(root + "/", "").replace(root.toString(), ".");
  }

  /** The arguments of a build of the project, its documents' texts at hand. */
  public String[] buildArguments() {
    return new String[] {
      "build",
      "--tables",
      tables().toString(),
      "--ontology",
      ontology().toString(),
      "--documents",
      documents().toString(),
      "--out",
      out().toString()
    };
  }

  /** A run of a command: what it printed and how it ended. */
  public record Run(int code, String out, String err) {}

  /** Something that runs a command line. */
  public interface Commands {
    /** Runs it and returns the exit code. */
    int execute(PrintStream out, PrintStream err, String... arguments);
  }

  /** Runs a command; paths of the project are printed relative to it. */
  public Run run(Commands commands, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        commands.execute(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new Run(
        code,
        relative(out.toString(StandardCharsets.UTF_8)),
        relative(err.toString(StandardCharsets.UTF_8)));
  }

  private static String header(Path metadata) {
    try {
      return JSON
          .parse(Files.readString(metadata))
          .getObj("tableSchema")
          .get("columns")
          .getAsArray()
          .stream()
          .map(column -> column.getAsObject().getString("name"))
          .collect(Collectors.joining(","));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path metadata) {
    String name = metadata.getFileName().toString();
    return name.substring(0, name.length() - METADATA.length());
  }

  /** The files of a folder whose names end in something, sorted. */
  public static List<Path> list(Path folder, String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.write(target, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
