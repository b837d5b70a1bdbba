package org.entente;

import java.util.concurrent.Callable;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.serve.SparqlServer;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    serve(graph.folder(), options, spec);
    return Main.OK;
  }

  /** Serves until the process is told to stop. */
  static void serve(DatasetFolder folder, Options.Server options, CommandSpec spec)
      throws Exception {
    DatasetGraph store = folder.open(folder.requireCurrent());
    try (SparqlServer server = SparqlServer.start(store, options.host, options.port)) {
      spec.commandLine()
          .getErr()
          .println(
              "serving http://"
                  + options.host
                  + ":"
                  + server.port()
                  + "/sparql (stop with Ctrl-C)");
      server.join();
    }
  }
}
