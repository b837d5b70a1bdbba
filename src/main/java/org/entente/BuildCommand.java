package org.entente;

import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.publish.tdb.BulkLoader;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "build",
    description = "Checks the tables, makes the graph and publishes it.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente build --tables seeds/tables --out entente-graph")
final class BuildCommand implements Callable<Integer> {
  @Mixin private Options.Inputs inputs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "entente-graph",
      description = "Folder to publish to (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--with-candidates",
      paramLabel = "WORK",
      description =
          "Enter in the tables what was accepted of what extract proposed, and publish what nobody"
              + " has decided on in the graph of candidates alone.")
  private Path work;

  @Option(names = "--verbose", description = "Say how long each stage took.")
  private boolean verbose;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description =
          "Memory for making the store; what passes it is sorted on disk (default: a third of"
              + " Java's).")
  private Integer megabytes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    // Tables that the program brings along can't be added to.
    if (work != null && inputs.tables().getFileSystem().equals(FileSystems.getDefault())) {
      ReviewCommand.replay(work, inputs, spec);
    }
    long memory = megabytes == null ? BulkLoader.defaultMemory() : (long) megabytes << 20;
    build(inputs, work, DatasetFolder.at(out), memory, verbose, spec);
    return Main.OK;
  }

  /** Builds and says what was built. */
  static void build(
      Options.Inputs inputs,
      Path work,
      DatasetFolder folder,
      long memory,
      boolean verbose,
      CommandSpec spec)
      throws Exception {
    DiagnosticLog log = new DiagnosticLog();
    PrintWriter err = spec.commandLine().getErr();
    Pipeline.Built built;
    Map<String, Duration> times;
    try (Progress progress = Progress.on(err)) {
      Pipeline pipeline = new Pipeline(log, progress::at);
      built =
          pipeline.build(
              inputs.tables(), inputs.ontology(), inputs.documents, work, folder, memory);
      times = pipeline.times();
    }
    log.sorted().forEach(err::println);
    spec.commandLine().getOut().print(Summary.of(built.checked()));
    if (built.candidates() != null) {
      spec.commandLine().getOut().print(Summary.of(built.candidates()));
    }
    spec.commandLine().getOut().println(Summary.of(built.published(), folder));
    spec.commandLine().getOut().flush();
    if (verbose) {
      times.forEach((stage, time) -> say(spec, stage, time));
    }
  }

  /** Says how long a stage took. */
  static void say(CommandSpec spec, String stage, Duration time) {
    spec.commandLine().getErr().println(stage + ": " + time.toMillis() + " ms");
  }
}
