package org.entente;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Option;

/** Options that several commands share. */
final class Options {
  private Options() {}

  /** Where a project's inputs are. What is not named is looked for here, then in the program. */
  static final class Inputs {
    @Option(
        names = "--tables",
        paramLabel = "DIR",
        description = "Folder of the tables (default: seeds/tables here, or the shipped ones).")
    Path tables;

    @Option(
        names = "--ontology",
        paramLabel = "DIR",
        description = "Folder of the ontology (default: ontology here, or the shipped one).")
    Path ontology;

    @Option(
        names = "--documents",
        paramLabel = "DIR",
        description = "Folder of the document texts, to verify every quote against (no default).")
    Path documents;

    Path tables() throws IOException {
      return tables == null ? shipped("seeds/tables") : tables;
    }

    Path ontology() throws IOException {
      return ontology == null ? shipped("ontology") : ontology;
    }
  }

  /** Where the published graph is. */
  static final class Graph {
    @Option(
        names = "--graph",
        paramLabel = "DIR",
        defaultValue = "entente-graph",
        description = "Folder of the published graph (default: ${DEFAULT-VALUE}).")
    Path graph;

    DatasetFolder folder() {
      return DatasetFolder.at(graph);
    }
  }

  /** Where the server listens. */
  static final class Server {
    @Option(
        names = "--port",
        defaultValue = "3030",
        description = "Port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(
        names = "--host",
        defaultValue = "127.0.0.1",
        description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    String host;

    @Option(
        names = "--public-url",
        paramLabel = "URL",
        description = "What links say, when the server is reached by another address.")
    URI publicUrl;

    @Option(
        names = "--kept-answers",
        paramLabel = "MB",
        description =
            "Room for answers that are given again without running the query; 0 for none"
                + " (default: 64, or a 32nd of the memory if that is less).")
    Integer keptMegabytes;
  }

  /** A folder of the project: the one below the working directory, else the program's own. */
  static Path shipped(String folder) throws IOException {
    Path here = Path.of(folder);
    if (Files.isDirectory(here)) {
      return here;
    }
    URL inProgram = Options.class.getResource("/project/" + folder);
    return inProgram == null ? here : path(inProgram);
  }

  /** A folder of the program's resources. */
  static Path resource(String name) throws IOException {
    return path(Options.class.getResource(name));
  }

  private static Path path(URL resource) throws IOException {
    try {
      URI uri = resource.toURI();
      if (uri.getScheme().equals("jar")) {
        try {
          FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
          return Path.of(uri);
        }
      }
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
