package org.entente;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    description = "Makes an empty project for another region: tables, one worked row each.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente init my-region && entente build --tables my-region/seeds/tables")
final class InitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder to make; must not exist or be empty.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    throw new IOException("not yet");
  }
}
