package org.entente;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.entente.rdf.QueryFile;
import org.entente.report.Answer;
import org.entente.serve.Limits;
import org.entente.store.DatasetFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "query",
    description = "Answers a SPARQL query on the published graph, also beside a running server.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente query summits-kishida-yoon --results csv")
final class QueryCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE|NAME|-",
      description = "A file, the name of a shipped question, or - for standard input.")
  private String query;

  @Mixin private Options.Graph graph;

  @Option(
      names = "--results",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Answer.Format results;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Value of a parameter that the query declares, such as on=2022-03-11.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description =
          "How long the query may run, as the server allows by default; 0 is for as long as it"
              + " takes (default: ${DEFAULT-VALUE}).")
  private int timeout = (int) Limits.defaults().time().toSeconds();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    DatasetFolder folder = graph.folder();
    if (timeout < 0) {
      throw new ParameterException(
          spec.commandLine(), "--timeout is a number of seconds, or 0; not " + timeout);
    }
    QueryFile file = find(query);
    DatasetGraph dataset = folder.loadCurrent();
    Duration most = Duration.ofSeconds(timeout);
    try {
      spec.commandLine().getOut().print(Answer.to(file, parameters, dataset, results, most));
      spec.commandLine().getOut().flush();
    } catch (QueryCancelledException e) {
      throw new IOException(
          "the query took longer than "
              + timeout
              + " s; ask for less, or allow more with --timeout");
    } catch (QueryException | IllegalArgumentException e) {
      // A parser lists all that it would have taken; the first line says where it stopped.
      spec.commandLine()
          .getErr()
          .println(
              (file.path() == null ? file.name() : file.path())
                  + ": "
                  + (e.getMessage() == null
                      ? "cannot be read as a query; is it nested too deeply?"
                      : e.getMessage().lines().findFirst().orElse("")));
      return Main.USAGE;
    }
    return Main.OK;
  }

  /** Prints a shipped question and its answer; for a command that serves next. */
  static void answer(String name, DatasetFolder folder, CommandSpec spec) throws IOException {
    QueryFile file = find(name);
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println(file.question());
    out.print(answerText(file, folder));
    out.flush();
  }

  /**
   * Asks the store, which stays open for the server; where another process has it open, asks the
   * dump.
   */
  private static String answerText(QueryFile file, DatasetFolder folder) throws IOException {
    String name = folder.requireCurrent();
    if (folder.isOpenElsewhere(name)) {
      return Answer.to(file, Map.of(), folder.load(name), Answer.Format.TEXT, Duration.ZERO);
    }
    DatasetGraph store = folder.open(name);
    return store.calculateRead(
        () -> Answer.to(file, Map.of(), store, Answer.Format.TEXT, Duration.ZERO));
  }

  private static QueryFile find(String query) throws IOException {
    if (query.equals("-")) {
      String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return QueryFile.of("standard input", null, text);
    }
    Path file = Path.of(query);
    if (Files.isRegularFile(file)) {
      return QueryFile.read(file);
    }
    Path named = Options.shipped("queries").resolve(query + ".rq");
    if (Files.isRegularFile(named)) {
      return QueryFile.read(named);
    }
    throw new NoSuchFileException(query, null, "neither a file nor the name of a question");
  }
}
