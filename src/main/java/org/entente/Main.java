package org.entente;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
      MapCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      QueryCommand.class,
      ExplainCommand.class,
      PinCommand.class,
      TablesCommand.class,
      InitCommand.class,
      ExportCommand.class,
      PushCommand.class,
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
    Output output = new Output(new FileOutputStream(FileDescriptor.out));
    PrintStream out =
        new PrintStream(new BufferedOutputStream(output, 1 << 16), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(err);
    int code = execute(out, err, args);
    out.flush();
    if (code == OK && output.failure() != null) {
      err.println("entente: standard output: " + output.failure().getMessage());
      code = INPUT_OUTPUT;
    }
    System.exit(code);
  }

  /** Runs a command and returns its exit code. */
  static int execute(PrintStream out, PrintStream err, String... args) {
    // A quotation mark in a parameter is the user's; picocli need not warn of it.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    CommandLine commands = new CommandLine(new Main());
    commands
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Path.class, Main::path)
        .setExecutionExceptionHandler((e, command, parsed) -> report(e, command));
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("entente: not enough memory; give Java more, as in java -Xmx4g -jar entente.jar");
      return INTERNAL;
    } catch (InternalError e) {
      // What Java makes of a mapped file that cannot grow.
      err.println("entente: a file could not be written whole; is the disk full?");
      return INPUT_OUTPUT;
    } catch (StackOverflowError e) {
      err.println("entente: something in the input is nested too deeply");
      return INTERNAL;
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandLine.TypeConversionException(explain(e));
    }
  }

  /** Under LC_ALL=C Java can name no file beyond ASCII. */
  private static String explain(InvalidPathException e) {
    return "the name '"
        + e.getInput()
        + "' cannot be written in the character set of the locale; set LC_ALL=C.UTF-8";
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
    if (e instanceof InvalidPathException name) {
      err.println("entente: " + explain(name));
      return INPUT_OUTPUT;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
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

  /** Standard output; keeps the first failure, unless it is that the reader has closed it. */
  static final class Output extends FilterOutputStream {
    private IOException failure;
    private boolean closed;

    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      if (failure != null || closed) {
        return;
      }
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        closed = String.valueOf(e.getMessage()).contains("Broken pipe");
        failure = closed ? null : e;
      }
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    /** What went wrong; null when nothing did. */
    IOException failure() {
      return failure;
    }
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
