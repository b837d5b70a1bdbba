package org.entente;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.entente.rdf.Ent;
import org.entente.report.Explanation;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description = "Prints every claim about a thing: quotes, sources, chain, rank, rule.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente explain event/summit-2022-11-phnom-penh")
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "IRI", description = "The thing: an IRI, or its identifier type/slug.")
  private String thing;

  @Mixin private Options.Graph graph;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    DatasetFolder folder = graph.folder();
    String iri = thing.contains("://") ? thing : Ent.ID + thing;
    String text = Explanation.of(iri, folder.loadCurrent());
    if (text.isEmpty()) {
      throw new NoSuchFileException(iri, null, "the graph says nothing about it");
    }
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return Main.OK;
  }
}
