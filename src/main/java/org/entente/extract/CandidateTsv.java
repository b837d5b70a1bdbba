package org.entente.extract;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes candidates as a table of tab-separated values, for measuring and for a quick look. */
public final class CandidateTsv {
  private static final Pattern LEADING_NUMBER = Pattern.compile("^(\\d+)");

  private CandidateTsv() {}

  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r;]+");

  /** Writes the line of column names. */
  public static void header(Appendable out) throws IOException {
    out.append("doc\ttype\tparticipants\tdate\tcertainty\tstart\tend\tplace\tconfidence\trules\n");
  }

  /** Writes a line for each candidate; {@code doc} is the number that begins the file's name. */
  public static void rows(Appendable out, String fileName, List<Candidate> candidates)
      throws IOException {
    Matcher number = LEADING_NUMBER.matcher(fileName);
    String doc = number.find() ? number.group(1) : cell(fileName);
    for (Candidate c : candidates) {
      out.append(
          String.join(
              "\t",
              doc,
              c.type().key(),
              c.participants().stream()
                  .map(Participant::name)
                  .map(CandidateTsv::cell)
                  .collect(Collectors.joining(";")),
              c.date() == null ? "" : c.date().edtf(),
              c.certainty().key(),
              String.valueOf(c.passage().start()),
              String.valueOf(c.passage().end()),
              c.place() == null ? "" : cell(c.place()),
              String.format(Locale.ROOT, "%.2f", c.confidence()),
              String.join(";", c.rules())));
      out.append('\n');
    }
  }

  private static String cell(String text) {
    return BREAKS.matcher(text).replaceAll(" ");
  }
}
