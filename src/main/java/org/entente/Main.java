package org.entente;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.entente.diagnostic.DataErrorException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Data goes to standard output, everything else to standard error. */
@Command(
    name = "entente",
    description = "Builds and serves a knowledge graph of diplomacy that can be cited.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      RunCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      QueryCommand.class,
      ExplainCommand.class,
      PinCommand.class,
      TablesCommand.class,
      InitCommand.class,
      ExportCommand.class,
      DisagreementsCommand.class,
      DiffCommand.class,
      ExtractCommand.class,
      EvaluateCommand.class,
      CommandLine.HelpCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the data has errors, which are listed on standard error",
      "2:the command line is wrong",
      "3:something could not be read or written",
      "70:an error in the program itself"
    },
    footerHeading = "%nExample:%n",
    footer = "  entente run        build the shipped graph and serve it on port 3030")
public final class Main implements Runnable {
  static final int OK = 0;
  static final int DATA_ERROR = 1;
  static final int USAGE = 2;
  static final int INPUT_OUTPUT = 3;
  static final int INTERNAL = 70;

  @Spec private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(err);
    int code = execute(out, err, args);
    out.flush();
    System.exit(code);
  }

  /** Runs a command and returns its exit code. */
  static int execute(PrintStream out, PrintStream err, String... args) {
    CommandLine commands = new CommandLine(new Main());
    commands
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, command, parsed) -> report(e, command));
    return commands.execute(args);
  }

  private static int report(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof DataErrorException errors) {
      errors.diagnostics().forEach(err::println);
      long count =
          errors.diagnostics().stream().filter(d -> d.severity().name().equals("ERROR")).count();
      err.println(count == 1 ? "1 error" : count + " errors");
      return DATA_ERROR;
    }
    if (e instanceof CommandLine.ParameterException usage) {
      err.println(usage.getMessage());
      return USAGE;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      // Jena wraps what goes wrong with files in exceptions of its own.
      if (cause instanceof IOException failure) {
        err.println("entente: " + explain(failure));
        return INPUT_OUTPUT;
      }
    }
    err.println("entente: an error in the program itself; please report it with what follows");
    e.printStackTrace(err);
    return INTERNAL;
  }

  private static String explain(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile()
          + ": "
          + (missing.getReason() == null ? "no such file or folder" : missing.getReason());
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission";
    }
    if (e instanceof FileSystemException failed) {
      return failed.getFile() + ": " + failed.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "a command is missing; try entente --help");
  }

  /** The program's version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"entente " + (version == null ? "(not packaged)" : version)};
    }
  }
}
