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
      copy(table, tables);
    }
    for (Path text : list(Options.resource("/init/documents"), ".txt")) {
      copy(text, documents);
    }
    spec.commandLine()
        .getOut()
        .printf("%s: tables in %s, the document they quote in documents%n", folder, TABLES);
    return Main.OK;
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
