package org.entente;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.entente.publish.tdb.BulkLoader;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description = "Builds the graph, answers a sample question, and serves.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente run --port 3030")
final class RunCommand implements Callable<Integer> {
  private static final String SAMPLE = "summits-kishida-yoon";

  @Mixin private Options.Inputs inputs;
  @Mixin private Options.Server server;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "entente-graph",
      description = "Folder to publish to (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--verbose", description = "Say how long each stage took.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DatasetFolder folder = DatasetFolder.at(out);
    BuildCommand.build(inputs, null, folder, BulkLoader.defaultMemory(), verbose, spec);
    long start = System.nanoTime();
    QueryCommand.answer(SAMPLE, folder, spec);
    if (verbose) {
      BuildCommand.say(spec, "answer", Duration.ofNanos(System.nanoTime() - start));
    }
    ServeCommand.serve(folder, inputs.documents, server, spec);
    return Main.OK;
  }
}
