package org.entente;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.review.Candidates;
import org.entente.review.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "review",
    description =
        "Walks the candidates that wait for a decision, and enters in the tables what was accepted,"
            + " here or in a spreadsheet.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente review candidates --tables my-region/seeds/tables")
final class ReviewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "WORK", description = "Work folder that extract wrote.")
  private Path work;

  @Mixin private Options.Inputs inputs;

  @Mixin private Options.Graph graph;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who decides, as rows name their reviewer (default: the name of the user).")
  private String reviewer;

  @Option(
      names = "--replay",
      description = "Ask nothing; only enter what was accepted and is not in the tables.")
  private boolean replay;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    if (inputs.documents != null && !Files.isDirectory(inputs.documents)) {
      throw new NoSuchFileException(
          inputs.documents.toString(), null, "no such folder of documents");
    }
    if (!inputs.tables().getFileSystem().equals(FileSystems.getDefault())) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "name the tables that accepted rows enter with --tables; init makes some");
    }
    try (ReviewDesk desk =
        ReviewDesk.open(
            work, inputs.tables(), inputs.ontology(), inputs.documents, graph.folder())) {
      Candidates candidates = desk.candidates();
      if (!replay) {
        List<Diagnostic> obstacles = desk.obstacles();
        obstacles.forEach(out::println);
        candidates =
            session(
                candidates.reopened(obstacles.stream().map(Diagnostic::location).toList()),
                desk,
                out);
      }
      ReviewDesk.Entered entered = enter(desk, candidates, work, spec);
      out.println(
          entered.rows().isEmpty()
              ? "nothing new for the tables in " + inputs.tables()
              : summary(entered, inputs));
      out.flush();
    }
    return Main.OK;
  }

  /** Enters in the tables what was accepted and is not there; says what, if anything. */
  static void replay(Path work, Options.Inputs inputs, CommandSpec spec) throws Exception {
    try (ReviewDesk desk =
        ReviewDesk.open(work, inputs.tables(), inputs.ontology(), inputs.documents, null)) {
      ReviewDesk.Entered entered = enter(desk, desk.candidates(), work, spec);
      if (!entered.rows().isEmpty()) {
        spec.commandLine().getOut().println(summary(entered, inputs));
      }
    }
  }

  private static ReviewDesk.Entered enter(
      ReviewDesk desk, Candidates candidates, Path work, CommandSpec spec)
      throws IOException, DataErrorException {
    DiagnosticLog log = new DiagnosticLog();
    ReviewDesk.Entered entered = desk.enter(candidates, log);
    log.sorted().stream()
        .filter(diagnostic -> Path.of(diagnostic.location().file()).startsWith(work))
        .forEach(spec.commandLine().getErr()::println);
    return entered;
  }

  private Candidates session(Candidates candidates, ReviewDesk desk, PrintWriter out)
      throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return new Session(candidates, desk, reviewer, in, out).run();
  }

  private static String summary(ReviewDesk.Entered entered, Options.Inputs inputs)
      throws IOException {
    List<String> counts =
        entered.rows().entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList();
    return "entered in " + inputs.tables() + ": " + String.join(", ", counts);
  }
}
