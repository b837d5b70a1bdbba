package org.entente;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.source.Pin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "pin",
    description = "Fills start and end of passages from the texts they quote.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente pin --tables seeds/tables --documents ../documents")
final class PinCommand implements Callable<Integer> {
  @Option(
      names = "--tables",
      paramLabel = "DIR",
      defaultValue = "seeds/tables",
      description = "Folder of the tables (default: ${DEFAULT-VALUE}).")
  private Path tables;

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the document texts.")
  private Path documents;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Pin.Outcome outcome = Pin.run(tables, documents, new DiagnosticLog());
    spec.commandLine()
        .getOut()
        .printf(
            "%d passages pinned, %d changed, %d not: the text is not in %s%n",
            outcome.pinned(), outcome.changed(), outcome.textAbsent(), documents);
    return Main.OK;
  }
}
