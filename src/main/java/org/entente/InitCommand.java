package org.entente;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    description =
        "Makes a project for another region: every table with its metadata and worked rows about"
            + " two invented states, to be replaced, and the document they quote.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  entente init my-region%n"
            + "  entente check --tables my-region/seeds/tables --documents my-region/documents")
final class InitCommand implements Callable<Integer> {
  private static final String TABLES = "seeds/tables";

  @Parameters(paramLabel = "DIR", description = "Folder to make; must be empty if it exists.")
  private Path folder;

  @Option(
      names = "--empty",
      description =
          "Leave out the worked rows and their document: tables with their headers alone.")
  private boolean empty;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(folder) && !isEmptyFolder()) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "is there already and is no empty folder");
    }
    Path tables = Files.createDirectories(folder.resolve(TABLES));
    Path documents = Files.createDirectories(folder.resolve("documents"));
    for (Path metadata : list(Options.shipped("seeds/tables"), "-metadata.json")) {
      copy(metadata, tables);
    }
    for (Path table : list(Options.resource("/init/tables"), ".csv")) {
      if (empty) {
        header(table, tables);
      } else {
        copy(table, tables);
      }
    }
    if (empty) {
      say("%s: tables without rows in %s, a folder for documents in documents%n");
      return Main.OK;
    }
    for (Path text : list(Options.resource("/init/documents"), ".txt")) {
      copy(text, documents);
    }
    say("%s: tables in %s, the document they quote in documents%n");
    return Main.OK;
  }

  private void say(String message) {
    spec.commandLine().getOut().printf(message, folder, TABLES);
    spec.commandLine().getOut().flush();
  }

  private static void header(Path table, Path to) throws IOException {
    String header = Files.readString(table).lines().findFirst().orElse("");
    Files.writeString(to.resolve(table.getFileName().toString()), header + "\n");
  }

  private boolean isEmptyFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  private static List<Path> list(Path from, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static void copy(Path file, Path to) throws IOException {
    Files.copy(file, to.resolve(file.getFileName().toString()));
  }
}
