package org.entente;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.extract.Certainty;
import org.entente.extract.EventType;
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
          "The readers' table, a row an event, or a folder that has it as gold.tsv; docs.tsv,"
              + " entities.tsv and the texts lie beside it.")
  private Path gold;

  @Parameters(paramLabel = "FILE", description = "The extracted events, tab-separated.")
  private Path found;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Evaluation.Report report =
        Evaluation.of(
            gold,
            found,
            keys(EventType.values(), EventType::key),
            keys(Certainty.values(), Certainty::key));
    spec.commandLine().getOut().print(report.text());
    spec.commandLine().getOut().flush();
    return Main.OK;
  }

  private static <T> Set<String> keys(T[] values, Function<T, String> key) {
    return Arrays.stream(values).map(key).collect(Collectors.toSet());
  }
}
