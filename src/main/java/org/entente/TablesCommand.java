package org.entente;

import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.model.TableSchema;
import org.entente.report.ColumnReference;
import org.entente.source.DossierReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "tables",
    description = "Prints the tables and their columns, from the metadata.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente tables events")
final class TablesCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A table; all when left out.")
  private String name;

  @Mixin private Options.Inputs inputs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DiagnosticLog log = new DiagnosticLog();
    SortedMap<String, TableSchema> schemas =
        new DossierReader(java.util.Map.of(), log).readSchemas(inputs.tables());
    log.throwIfErrors();
    if (name != null && !schemas.containsKey(name)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "no table " + name + "; tables: " + String.join(", ", schemas.keySet()));
    }
    spec.commandLine()
        .getOut()
        .print(
            name == null
                ? ColumnReference.list(schemas.values())
                : ColumnReference.of(schemas.get(name)));
    spec.commandLine().getOut().flush();
    return Main.OK;
  }
}
