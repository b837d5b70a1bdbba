package org.entente;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.entente.extract.CandidateRows;
import org.entente.extract.Carrier;
import org.entente.extract.DocumentReader;
import org.entente.extract.Identifiers;
import org.entente.extract.Lexicon;
import org.entente.extract.NamesTable;
import org.entente.extract.Reading;
import org.entente.model.CanonicalText;
import org.entente.model.Dossier;
import org.entente.model.Proposal;
import org.entente.model.ReviewColumns;
import org.entente.model.Row;
import org.entente.model.Table;
import org.entente.review.Candidates;
import org.entente.review.Item;
import org.entente.source.WorkFolder;

/** Reads the documents of a folder, each with the file that carries it. */
final class Extraction {
  private static final Pattern NUMBER = Pattern.compile("^(\\d+)");
  private static final int SHORTEST_NUMBER = 3;

  private final Rules rules;
  private final Lexicon lexicon;
  private final NamesTable names;
  private final Dossier dossier;
  private final Progress progress;
  private final Identifiers identifiers = new Identifiers();
  private final Map<String, String> numbers = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int lastNumber;
  private final Set<String> slugs = new HashSet<>();
  private int unread;

  /**
   * What was read of a file.
   *
   * @param file the file
   * @param reading what it tells
   * @param carrier what the tables know of it
   */
  record Read(Path file, Reading reading, Carrier carrier) {}

  /** Reads a document that was opened. */
  interface Rules {
    Reading read(String document, DocumentReader.Outcome file, LocalDate date);
  }

  /**
   * An extraction.
   *
   * @param rules what reads a document
   * @param lexicon what the rules know of the language
   * @param names names of the tables
   * @param dossier the tables
   * @param before the candidates so far
   * @param progress where files are told of as they are read, and those that cannot be
   */
  Extraction(
      Rules rules,
      Lexicon lexicon,
      NamesTable names,
      Dossier dossier,
      Candidates before,
      Progress progress) {
    this.rules = rules;
    this.lexicon = lexicon;
    this.names = names;
    this.dossier = dossier;
    this.progress = progress;
    for (Table table : dossier.tables().values()) {
      if (table.schema().declaresIds()) {
        table.rows().stream()
            .filter(row -> row.text("label") != null)
            .forEach(row -> identifiers.take(row.value("id"), row.text("label")));
      }
    }
    for (Item item : before.items()) {
      String proposed = item.main().text(ReviewColumns.PROPOSED);
      if (proposed != null && proposed.startsWith("label=")) {
        identifiers.take(item.candidate(), proposed.substring("label=".length()));
      }
    }
    for (Row file : dossier.rows("files")) {
      keepNumber(file);
    }
    before.rows("files").forEach(this::keepNumber);
  }

  private void keepNumber(Row file) {
    numbers.put(file.value("name"), file.value("id"));
    taken.add(file.value("id"));
  }

  /** Does something with what was read of a file. */
  interface Use {
    void of(Read read) throws IOException;
  }

  /**
   * Reads a folder's documents one after the other, or one document; what cannot be read is
   * reported.
   */
  void read(Path documents, Map<String, LocalDate> dates, Use use) throws IOException {
    DocumentReader reader = new DocumentReader();
    for (Path file : files(documents)) {
      progress.at("read " + file.getFileName());
      DocumentReader.Outcome outcome = reader.read(file);
      if (!outcome.isText()) {
        progress.print(outcome.problem().toString());
        unread++;
        continue;
      }
      String name = file.getFileName().toString();
      String slug = slug(name);
      LocalDate date = dates.get(leadingNumber(name));
      Reading reading;
      try {
        reading = rules.read("document/" + slug, outcome, date);
      } catch (RuntimeException | StackOverflowError e) {
        progress.print(fault(file, e).toString());
        unread++;
        continue;
      }
      String kept = isKeptAsItIs(file, reading.text()) ? name : name + ".txt";
      use.of(new Read(file, reading, Carrier.of(dossier, number(name, kept), kept, slug, reading)));
    }
  }

  /** A document on which the rules themselves fail is no reason to leave the others unread. */
  private static Diagnostic fault(Path file, Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    return Diagnostic.error(
        Location.of(file.toString()),
        Rule.INTERNAL,
        "a text that the rules can read",
        cause.getClass().getSimpleName() + (trace.length > 0 ? " at " + trace[0] : ""),
        "this is a fault of the program: report it with the document; the others are read");
  }

  /** How many files could not be read. */
  int unread() {
    return unread;
  }

  /** The rows that a reading proposes. */
  List<Proposal> proposals(Read read) {
    return CandidateRows.of(read.reading(), read.carrier(), names, lexicon, identifiers);
  }

  private static List<Path> files(Path documents) throws IOException {
    if (Files.isRegularFile(documents)) {
      return List.of(documents);
    }
    if (!Files.isDirectory(documents)) {
      throw new NoSuchFileException(documents.toString());
    }
    try (Stream<Path> files = Files.list(documents)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !file.getFileName().toString().equals(WorkFolder.LOCK))
          .filter(file -> !Files.isDirectory(file))
          .sorted()
          .toList();
    }
  }

  /** What identifiers are made from: the name without its ending, unless another file has that. */
  private String slug(String fileName) {
    int dot = fileName.lastIndexOf('.');
    String slug = CandidateRows.slug(dot > 0 ? fileName.substring(0, dot) : fileName);
    if (!slugs.add(slug)) {
      slug = CandidateRows.slug(fileName);
      slugs.add(slug);
    }
    return slug;
  }

  private static String leadingNumber(String fileName) {
    Matcher number = NUMBER.matcher(fileName);
    return number.find() ? number.group(1) : fileName;
  }

  /** The number of a file: the one it has, the one its name begins with, or the next. */
  private String number(String fileName, String kept) {
    String known = numbers.get(kept);
    if (known != null) {
      return known;
    }
    String number = leadingNumber(fileName);
    boolean fits =
        number.length() >= SHORTEST_NUMBER && NUMBER.matcher(number).matches() && taken.add(number);
    while (!fits) {
      number = String.format(Locale.ROOT, "%03d", ++lastNumber);
      fits = taken.add(number);
    }
    numbers.put(kept, number);
    return number;
  }

  /** Whether the file is the normalised text itself, so that quotes can be verified against it. */
  private static boolean isKeptAsItIs(Path file, String text) throws IOException {
    if (Files.size(file) > 4L * DocumentReader.LONGEST) {
      return false;
    }
    try {
      return CanonicalText.of(Files.readAllBytes(file)).equals(text);
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
