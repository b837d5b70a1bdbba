package org.entente;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.extract.Candidate;
import org.entente.extract.CandidateRows;
import org.entente.extract.CandidateTables;
import org.entente.extract.CandidateTsv;
import org.entente.extract.DocumentReader;
import org.entente.extract.Extractor;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;
import org.entente.extract.Reading;
import org.entente.model.Dossier;
import org.entente.rdf.Ontology;
import org.entente.source.DossierReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "extract",
    description =
        "Reads documents that nobody has prepared and proposes rows for the tables, each with the"
            + " passage that proves it, for review.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  entente extract seeds/documents --out candidates")
final class ExtractCommand implements Callable<Integer> {
  enum Format {
    rows,
    tsv
  }

  private static final Pattern NUMBER = Pattern.compile("^(\\d+)");

  @Parameters(
      paramLabel = "DIR",
      description = "Folder of documents (text, Markdown, HTML, PDF, DOCX), or one document.")
  private Path documents;

  @Option(
      names = "--format",
      defaultValue = "rows",
      description =
          "rows: tables of candidates in the work folder; tsv: one table of events on standard"
              + " output (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "candidates",
      description = "Work folder for the candidates (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--dates",
      paramLabel = "FILE",
      description =
          "Dates of the documents: a table with the columns id (the number that begins the file's"
              + " name) and date, separated by tabs or commas. Without it they are found in the"
              + " texts.")
  private Path dates;

  @Option(names = "--explain", description = "Say on standard error why each was proposed.")
  private boolean explain;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description =
          "Tables whose names are known (default: seeds/tables here, or the shipped ones). An empty"
              + " folder knows none.")
  private Path tables;

  @Option(
      names = "--ontology",
      paramLabel = "DIR",
      description = "Folder of the ontology (default: ontology here, or the shipped one).")
  private Path ontology;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Extractor extractor = extractor();
    Map<String, LocalDate> known = dates == null ? Map.of() : readDates(dates);
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter standard = spec.commandLine().getOut();
    DocumentReader reader = new DocumentReader();
    List<CandidateRows.TableRow> rows = new ArrayList<>();
    int unread = 0;
    int found = 0;
    if (format == Format.tsv) {
      StringWriter header = new StringWriter();
      CandidateTsv.header(header);
      standard.print(header);
    }
    for (Path file : files()) {
      DocumentReader.Outcome outcome = reader.read(file);
      if (!outcome.isText()) {
        err.println(outcome.problem());
        unread++;
        continue;
      }
      String name = file.getFileName().toString();
      Reading reading = extractor.read(document(name), outcome.text(), known.get(number(name)));
      found += reading.candidates().size();
      if (explain) {
        reading.candidates().forEach(candidate -> err.println(explanation(candidate)));
      }
      if (format == Format.tsv) {
        StringWriter lines = new StringWriter();
        CandidateTsv.rows(lines, name, reading.candidates());
        standard.print(lines);
      } else {
        rows.addAll(CandidateRows.of(reading));
      }
    }
    if (format == Format.rows) {
      CandidateTables.write(out, rows);
      standard.printf("%d candidates, as rows for review in %s%n", found, out);
    }
    standard.flush();
    return unread == 0 ? Main.OK : Main.DATA_ERROR;
  }

  private Extractor extractor() throws Exception {
    DiagnosticLog log = new DiagnosticLog();
    Path ontologyFolder = ontology == null ? Options.shipped("ontology") : ontology;
    Path tablesFolder = tables == null ? Options.shipped("seeds/tables") : tables;
    Ontology terms = Ontology.read(ontologyFolder, log);
    Dossier dossier = new DossierReader(terms.schemes(), log).read(tablesFolder, null);
    log.throwIfErrors();
    return Extractor.of(Lexicon.load(ontologyFolder), NamesTable.of(dossier));
  }

  private List<Path> files() throws IOException {
    if (Files.isRegularFile(documents)) {
      return List.of(documents);
    }
    if (!Files.isDirectory(documents)) {
      throw new NoSuchFileException(documents.toString());
    }
    try (Stream<Path> files = Files.list(documents)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !Files.isDirectory(file))
          .sorted()
          .toList();
    }
  }

  /** The identifier of a document that is only a file: its name without the ending. */
  private static String document(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return "document/" + (dot > 0 ? fileName.substring(0, dot) : fileName);
  }

  private static String number(String fileName) {
    Matcher number = NUMBER.matcher(fileName);
    return number.find() ? number.group(1) : fileName;
  }

  private Map<String, LocalDate> readDates(Path file) throws Exception {
    Map<String, LocalDate> read = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    String separator = !lines.isEmpty() && lines.get(0).contains("\t") ? "\t" : ",";
    List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(separator));
    int id = header.indexOf("id");
    int date = header.indexOf("date");
    if (id < 0 || date < 0) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), file + ": a table with the columns id and date was expected");
    }
    DiagnosticLog log = new DiagnosticLog();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(separator, -1);
      if (cells.length <= Math.max(id, date) || cells[date].isBlank()) {
        continue;
      }
      try {
        read.put(cells[id], LocalDate.parse(cells[date].strip()));
      } catch (DateTimeParseException e) {
        log.error(
            Location.of(file.toString(), i + 1),
            Rule.DATATYPE,
            "a day such as 2024-10-01 in column date",
            Diagnostic.quote(cells[date]),
            "leave it empty where it is not known");
      }
    }
    log.throwIfErrors();
    return read;
  }

  private static String explanation(Candidate candidate) {
    return "%s %d-%d %s %s: “%s” [%s]"
        .formatted(
            candidate.document(),
            candidate.passage().start(),
            candidate.passage().end(),
            candidate.type().key(),
            candidate.certainty().key(),
            candidate.passage().quote().replaceAll("\\s+", " "),
            String.join(" ", candidate.rules()));
  }
}
