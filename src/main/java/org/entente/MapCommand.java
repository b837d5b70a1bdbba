package org.entente;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.apache.jena.graph.NodeFactory;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.map.RowWriter;
import org.entente.model.TableSchema;
import org.entente.rdf.Ontology;
import org.entente.rdf.QueryFile;
import org.entente.source.TableScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "map",
    description = {
      "Writes what a mapping query makes of a table's rows as N-Quads: plain triples, without"
          + " claims or evidence.",
      "A table of any size takes the same memory. The form of the file and each cell are checked;"
          + " what needs other rows or tables is checked by check and build alone. Metadata beside"
          + " the table is used; without any, every column is text."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente map seeds/tables/events.csv --to events.nq")
final class MapCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "The table, a CSV file.")
  private Path table;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "The query, a CONSTRUCT (default: that of the table's name in the ontology).")
  private Path query;

  @Option(
      names = "--named",
      paramLabel = "IRI",
      description = "Graph that the lines name (default: the default graph).")
  private URI named;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "File to write; it appears when it is whole (default: standard output, where lines may"
              + " precede an error).")
  private Path to;

  @Option(
      names = "--ontology",
      paramLabel = "DIR",
      description = "Folder of the ontology (default: ontology here, or the shipped one).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(table)) {
      throw new NoSuchFileException(table.toString(), null, "no such table");
    }
    DiagnosticLog log = new DiagnosticLog();
    Ontology ontology = Ontology.read(folder == null ? Options.shipped("ontology") : folder, log);
    TableScan scan = new TableScan(log);
    TableSchema schema = scan.schema(table);
    log.throwIfErrors();
    QueryFile mapping =
        query == null ? ontology.mappings().get(schema.name()) : QueryFile.read(query);
    if (mapping == null) {
      throw new NoSuchFileException(
          schema.name() + ".rq", null, "the ontology has no such mapping; --mapping names one");
    }
    RowWriter writer =
        RowWriter.of(
            schema, mapping, named == null ? null : NodeFactory.createURI(named.toString()), log);
    log.throwIfErrors();
    if (to == null) {
      write(scan, schema, ontology, writer, System.out);
    } else {
      Path partial = to.resolveSibling(to.getFileName() + ".partial");
      try {
        try (OutputStream out = Files.newOutputStream(partial)) {
          write(scan, schema, ontology, writer, out);
        }
        Files.move(partial, to, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(partial);
      }
    }
    return Main.OK;
  }

  private void write(
      TableScan scan, TableSchema schema, Ontology ontology, RowWriter writer, OutputStream to)
      throws IOException, DataErrorException {
    OutputStream out = new BufferedOutputStream(to, 1 << 16);
    scan.forEach(table, schema, ontology.schemes(), row -> writer.write(row, out));
    out.flush();
  }
}
