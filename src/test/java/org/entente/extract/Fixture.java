package org.entente.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.model.Dossier;
import org.entente.model.Proposal;

/** The shipped lexicon with empty tables, loaded once. */
final class Fixture {
  static final Lexicon LEXICON = Lexicon.load(Path.of("ontology"));
  static final Extractor EXTRACTOR = Extractor.of(LEXICON, NamesTable.EMPTY);
  static final LocalDate DAY = LocalDate.of(2024, 5, 17);

  private Fixture() {}

  static Reading read(String text) {
    return EXTRACTOR.read("document/test", text, DAY);
  }

  static List<Candidate> candidates(String text) {
    return read(text).candidates();
  }

  /** The rows that a reading proposes, where the tables know nothing. */
  static List<Proposal> rows(Reading reading) {
    Dossier nothing =
        new Dossier(new TreeMap<>(), Map.of(), Map.of(), new TreeMap<>(), new TreeMap<>(), 0, 0);
    Carrier carrier = Carrier.of(nothing, "001", "test.txt", "test", reading);
    return CandidateRows.of(reading, carrier, NamesTable.EMPTY, LEXICON, new Identifiers());
  }

  /** One line a candidate: type, participants, date, certainty. */
  static List<String> lines(String text) {
    return candidates(text).stream().map(Fixture::line).toList();
  }

  static String line(Candidate c) {
    return c.type().key()
        + " "
        + c.participants().stream().map(Participant::name).toList()
        + " "
        + (c.date() == null ? "-" : c.date().edtf())
        + " "
        + c.certainty().key();
  }
}
