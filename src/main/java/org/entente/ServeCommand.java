package org.entente;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.serve.GraphServer;
import org.entente.serve.Limits;
import org.entente.serve.ServerOptions;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    description = "Serves the published graph: SPARQL, linked data, explorer.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente serve --graph entente-graph --port 3030")
final class ServeCommand implements Callable<Integer> {
  @Mixin private Options.Graph graph;
  @Mixin private Options.Server options;

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      description =
          "Folder of the document texts; pages show each passage in its context (no default).")
  private Path documents;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    serve(graph.folder(), documents, options, spec);
    return Main.OK;
  }

  /** Serves until the process is told to stop. */
  static void serve(DatasetFolder folder, Path documents, Options.Server options, CommandSpec spec)
      throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    ServerOptions server =
        new ServerOptions(
            options.host,
            options.port,
            options.publicUrl,
            options.keptMegabytes == null
                ? Limits.defaults()
                : Limits.defaults().withKept((long) options.keptMegabytes << 20),
            Options.shipped("queries"),
            documents,
            err::println);
    try (GraphServer running = GraphServer.start(folder, server)) {
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
      err.println("serving " + running.publicUrl() + " (stop with Ctrl-C)");
      running.join();
    }
  }
}
