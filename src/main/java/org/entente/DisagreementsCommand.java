package org.entente;

import java.util.concurrent.Callable;
import org.entente.report.DisagreementReport;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "disagreements",
    description = "Reports where the sources contradict each other, with both quotes.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente disagreements --format csv > disagreements.csv")
final class DisagreementsCommand implements Callable<Integer> {
  @Mixin private Options.Graph graph;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, csv or json (default: ${DEFAULT-VALUE}).")
  private DisagreementReport.Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DatasetFolder folder = graph.folder();
    spec.commandLine().getOut().print(DisagreementReport.of(folder.loadCurrent(), format));
    spec.commandLine().getOut().flush();
    return Main.OK;
  }
}
