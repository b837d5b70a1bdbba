package org.entente;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.report.GraphDiff;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    description = "Compares two published graphs statement by statement, with the cause of each.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente diff last-month/entente-graph entente-graph")
final class DiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "Folder of the earlier graph.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "Folder of the later graph.")
  private Path after;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<GraphDiff.Change> changes = GraphDiff.of(load(before), load(after));
    changes.forEach(spec.commandLine().getOut()::println);
    spec.commandLine().getErr().println(changes.size() + " differences");
    return Main.OK;
  }

  private static DatasetGraph load(Path folder) throws Exception {
    DatasetFolder dataset = DatasetFolder.at(folder);
    return dataset.loadCurrent();
  }
}
