package org.entente;

import java.io.OutputStream;
import java.util.concurrent.Callable;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.Graphs;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = "Writes the published graph to standard output.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente export --format ttl --provenance none > graph.ttl")
final class ExportCommand implements Callable<Integer> {
  enum Format {
    trig(RDFFormat.TRIG_BLOCKS, true),
    nq(RDFFormat.NQUADS_UTF8, true),
    ttl(RDFFormat.TURTLE_PRETTY, false),
    jsonld(RDFFormat.JSONLD11, true),
    rdfxml(RDFFormat.RDFXML_PLAIN, false);

    private final RDFFormat format;
    private final boolean quads;

    Format(RDFFormat format, boolean quads) {
      this.format = format;
      this.quads = quads;
    }
  }

  enum Provenance {
    none,
    full
  }

  @Mixin private Options.Graph graph;

  @Option(
      names = "--format",
      required = true,
      description = "${COMPLETION-CANDIDATES}; ttl and rdfxml hold the default graph alone.")
  private Format format;

  @Option(
      names = "--provenance",
      defaultValue = "none",
      description =
          "none: what is accepted and inferred; full: all graphs, claims and passages among them"
              + " (default: ${DEFAULT-VALUE}).")
  private Provenance provenance;

  @Override
  public Integer call() throws Exception {
    DatasetFolder folder = graph.folder();
    DatasetGraph dataset = folder.loadCurrent();
    OutputStream out = System.out;
    boolean all = provenance == Provenance.full && format.quads;
    if (format == Format.jsonld) {
      // JSON-LD has no triple terms; the claims say the same without them.
      dataset.removeGraph(Graphs.RDF12);
    }
    RDFWriter writer =
        (all ? RDFWriter.source(dataset) : RDFWriter.source(dataset.getDefaultGraph()))
            .format(!all && format == Format.nq ? RDFFormat.NTRIPLES_UTF8 : format.format)
            .build();
    writer.output(out);
    out.flush();
    return Main.OK;
  }
}
