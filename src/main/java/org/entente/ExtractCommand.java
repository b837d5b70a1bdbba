package org.entente;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.diagnostic.DataErrorException;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.DiagnosticLog;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.extract.Candidate;
import org.entente.extract.CandidateTsv;
import org.entente.extract.ChatEndpoint;
import org.entente.extract.Extractor;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;
import org.entente.extract.Reading;
import org.entente.extract.Recordings;
import org.entente.extract.SecondReader;
import org.entente.model.Dossier;
import org.entente.model.FolderLock;
import org.entente.model.Proposal;
import org.entente.model.TableSchema;
import org.entente.rdf.Ent;
import org.entente.rdf.Ontology;
import org.entente.report.Comparison;
import org.entente.review.Candidates;
import org.entente.review.Renewal;
import org.entente.source.DossierReader;
import org.entente.source.WorkFolder;
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

  private static final Pattern SOURCE =
      Pattern.compile("(?m)^dcterms:source:.*?" + Pattern.quote(Ent.ID) + "(document/\\S+)");

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

  @Option(
      names = "--compare",
      description =
          "Write nothing; print what curators have in the tables from these documents and it missed,"
              + " and what it found and they have not, by type.")
  private boolean compare;

  @Option(
      names = "--llm",
      paramLabel = "URL",
      description =
          "Have a language model read too: any endpoint of OpenAI's chat protocol, such as"
              + " http://localhost:11434/v1. Its key is taken from OPENAI_API_KEY. What it does not"
              + " quote word for word is thrown out.")
  private URI llm;

  @Option(names = "--model", paramLabel = "NAME", description = "Name of the model.")
  private String model;

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description =
          "Where the model's requests and answers are kept; what is there is not asked again"
              + " (default: recordings in the work folder). With --model alone, nothing is asked.")
  private Path recordings;

  @Option(names = "--explain", description = "Say on standard error why each was proposed.")
  private boolean explain;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description =
          "Tables whose names are known (default: seeds/tables here, or the shipped ones). With"
              + " --format tsv an empty folder will do, which knows none.")
  private Path tables;

  @Option(
      names = "--ontology",
      paramLabel = "DIR",
      description = "Folder of the ontology (default: ontology here, or the shipped one).")
  private Path ontology;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      return extract(progress);
    }
  }

  private int extract(Progress progress) throws Exception {
    progress.at("read ontology and tables");
    DiagnosticLog log = new DiagnosticLog();
    Path ontologyFolder = ontology == null ? Options.shipped("ontology") : ontology;
    Path tablesFolder = tablesFolder();
    Ontology terms = Ontology.read(ontologyFolder, log);
    DossierReader reader = new DossierReader(terms.schemes(), log);
    Dossier dossier = reader.read(tablesFolder, null);
    log.throwIfErrors();
    SortedMap<String, TableSchema> schemas = reader.readSchemas(tablesFolder);
    WorkFolder work = new WorkFolder(out, schemas);
    boolean writes = format == Format.rows && !compare;
    if (!writes) {
      return extract(progress, log, terms, dossier, schemas, work, ontologyFolder);
    }
    if (schemas.isEmpty()) {
      log.error(
          Location.of(tablesFolder.toString()),
          Rule.FILE,
          "tables for the candidates to enter, each with its metadata beside it",
          "a folder without any",
          "init makes one; with --format tsv none are needed");
      log.throwIfErrors();
    }
    work.make();
    FolderLock held = work.hold();
    try {
      return extract(progress, log, terms, dossier, schemas, work, ontologyFolder);
    } finally {
      held.close();
    }
  }

  private int extract(
      Progress progress,
      DiagnosticLog log,
      Ontology terms,
      Dossier dossier,
      SortedMap<String, TableSchema> schemas,
      WorkFolder work,
      Path ontologyFolder)
      throws Exception {
    PrintWriter standard = spec.commandLine().getOut();
    Candidates before = Candidates.of(work.readIfThere(log));
    log.throwIfErrors();
    NamesTable names = NamesTable.of(dossier);
    SecondReader second = secondReader(terms, names);
    Extractor extractor = Extractor.of(Lexicon.load(ontologyFolder), names);
    Extraction extraction =
        new Extraction(
            (document, file, date) -> {
              Reading reading = extractor.read(document, file, date);
              return second == null ? reading : second.read(reading, date);
            },
            extractor.lexicon(),
            names,
            dossier,
            before,
            progress);
    if (compare) {
      standard.print(comparison(extraction, dossier));
      standard.flush();
      report(second, progress);
      return extraction.unread() == 0 ? Main.OK : Main.DATA_ERROR;
    }
    if (format == Format.tsv) {
      StringWriter header = new StringWriter();
      CandidateTsv.header(header);
      standard.print(header);
    }
    List<Proposal> proposals = new ArrayList<>();
    extraction.read(
        documents,
        dates == null ? Map.of() : readDates(dates),
        read -> {
          if (explain) {
            read.reading().candidates().forEach(c -> progress.print(explanation(c)));
          }
          if (format == Format.tsv) {
            StringWriter lines = new StringWriter();
            String name = read.file().getFileName().toString();
            CandidateTsv.rows(lines, name, read.reading().candidates());
            standard.print(lines);
          } else {
            proposals.addAll(extraction.proposals(read));
            work.keep(read.carrier().name(), read.reading().text());
          }
        });
    if (format == Format.rows) {
      requireTables(proposals, schemas, log);
      Renewal.Outcome renewed = Renewal.of(before, proposals, dossier, schemas);
      work.write(renewed.candidates().tables());
      standard.printf(
          Locale.ROOT,
          "%d candidates for review in %s; %d decided before, %d in the tables already%n",
          renewed.undecided(),
          out,
          renewed.decided(),
          renewed.known());
    }
    standard.flush();
    report(second, progress);
    return extraction.unread() == 0 ? Main.OK : Main.DATA_ERROR;
  }

  private Path tablesFolder() throws IOException {
    return tables == null ? Options.shipped("seeds/tables") : tables;
  }

  /** Each table that rows are proposed for must be there. */
  private void requireTables(
      List<Proposal> proposals, SortedMap<String, TableSchema> schemas, DiagnosticLog log)
      throws IOException, DataErrorException {
    Set<String> missing = new TreeSet<>();
    proposals.forEach(proposal -> missing.add(proposal.table()));
    missing.removeAll(schemas.keySet());
    for (String table : missing) {
      log.error(
          Location.of(tablesFolder().resolve(table + ".csv-metadata.json").toString()),
          Rule.FILE,
          "metadata of a table that rows are proposed for",
          "no such file",
          "init makes a folder that has it, and its table");
    }
    log.throwIfErrors();
  }

  private SecondReader secondReader(Ontology terms, NamesTable names) throws IOException {
    if (model == null) {
      if (llm != null || recordings != null) {
        throw new CommandLine.ParameterException(spec.commandLine(), "name the model with --model");
      }
      return null;
    }
    ChatEndpoint endpoint =
        llm == null
            ? null
            : ChatEndpoint.at(llm, System.getenv("OPENAI_API_KEY"), ChatEndpoint.Limits.USUAL);
    Path kept = recordings == null ? out.resolve("recordings") : recordings;
    return new SecondReader(model, new Recordings(kept, endpoint), terms.schemes(), names);
  }

  private void report(SecondReader second, Progress progress) {
    if (second != null) {
      second.tally().forEach((what, n) -> progress.print(model + ": " + n + " " + what));
      if (!second.lastFailure().isEmpty()) {
        progress.print(model + ": " + second.lastFailure());
      }
    }
  }

  private String comparison(Extraction extraction, Dossier dossier) throws Exception {
    List<Comparison.Read> readings = new ArrayList<>();
    extraction.read(
        documents,
        dates == null ? Map.of() : readDates(dates),
        read -> {
          boolean source = read.carrier().isKnown();
          Set<String> told = new TreeSet<>();
          if (source) {
            read.carrier().documents().forEach(document -> told.add(document.id()));
          } else {
            told.addAll(sources(read.reading().text()));
          }
          readings.add(new Comparison.Read(told, source, extraction.proposals(read)));
        });
    return Comparison.of(dossier, readings);
  }

  /** The documents of the graph that a document's front matter names as its sources. */
  private static Set<String> sources(String text) {
    Set<String> sources = new TreeSet<>();
    int end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
    Matcher source = SOURCE.matcher(text.substring(0, Math.max(0, end)));
    while (source.find()) {
      sources.add(source.group(1));
    }
    return sources;
  }

  private Map<String, LocalDate> readDates(Path file) throws Exception {
    Map<String, LocalDate> read = new HashMap<>();
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "expected a table of dates but found a folder (name a file in it)");
    }
    List<String> lines = dateLines(file);
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

  private static List<String> dateLines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new FileSystemException(file.toString(), null, "not UTF-8; save the file as UTF-8");
    }
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
