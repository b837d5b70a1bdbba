package org.entente;

import java.net.URI;
import java.util.concurrent.Callable;
import org.entente.push.GraphStore;
import org.entente.store.DatasetFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "push",
    description =
        "Sends the published graph to another store through the SPARQL graph store protocol; each"
            + " graph replaces the one of its name there.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente push http://localhost:3031/ds/data")
final class PushCommand implements Callable<Integer> {
  @Parameters(paramLabel = "URL", description = "The store's graph store endpoint.")
  private URI url;

  @Mixin private Options.Graph graph;

  @Option(
      names = "--rdf12",
      description = "Send the graph with RDF 1.2 triple terms too; SPARQL 1.1 stores refuse it.")
  private boolean rdf12;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "expected an http or https URL but found '" + url + "'");
    }
    DatasetFolder folder = graph.folder();
    GraphStore.at(url)
        .put(
            folder,
            folder.requireCurrent(),
            rdf12,
            line -> spec.commandLine().getErr().println("sent " + line));
    return Main.OK;
  }
}
