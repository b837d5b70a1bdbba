package org.entente;

import java.util.concurrent.Callable;
import org.entente.diagnostic.DiagnosticLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = "Reports every mistake in the tables and the graph; publishes nothing.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente check --tables seeds/tables --documents ../documents")
final class CheckCommand implements Callable<Integer> {
  @Mixin private Options.Inputs inputs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DiagnosticLog log = new DiagnosticLog();
    Pipeline.Checked checked;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      checked =
          new Pipeline(log, progress::at)
              .check(inputs.tables(), inputs.ontology(), inputs.documents);
    }
    log.sorted().forEach(spec.commandLine().getErr()::println);
    spec.commandLine().getOut().print(Summary.of(checked));
    spec.commandLine().getOut().flush();
    return Main.OK;
  }
}
