package org.entente.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

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
