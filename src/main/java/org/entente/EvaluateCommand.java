package org.entente;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.report.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "evaluate",
    description = "Measures a table of extracted events against what careful readers found.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  entente extract docs --format tsv > found.tsv%n"
            + "  entente evaluate --gold gold.tsv found.tsv")
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--gold",
      paramLabel = "FILE",
      required = true,
      description =
          "The readers' table gold.tsv, a row an event; docs.tsv, entities.tsv and the texts lie"
              + " beside it.")
  private Path gold;

  @Parameters(paramLabel = "FILE", description = "The extracted events, tab-separated.")
  private Path found;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    spec.commandLine()
        .getOut()
        .print(
            Evaluation.of(Files.isDirectory(gold) ? gold : gold.toAbsolutePath().getParent(), found)
                .text());
    spec.commandLine().getOut().flush();
    return Main.OK;
  }
}
