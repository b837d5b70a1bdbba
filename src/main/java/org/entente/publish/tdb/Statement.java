package org.entente.publish.tdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Finds the terms of a line of N-Quads; reused for one line after the other. */
final class Statement {
  private final int[] starts = new int[4];
  private final int[] ends = new int[4];
  private byte[] line;
  private int at;
  private int end;
  private int count;

  /**
   * Splits a line.
   *
   * @return how many terms the line has: 3, 4, or 0 when it says nothing
   */
  int split(byte[] bytes, int from, int to) throws IOException {
    line = bytes;
    at = from;
    end = to;
    count = 0;
    while (true) {
      skipSpace();
      if (at == end || line[at] == '#') {
        if (count == 0) {
          return 0;
        }
        throw wrong("'.'");
      }
      if (line[at] == '.') {
        if (count < 3) {
          throw wrong("a term");
        }
        return count;
      }
      if (count == 4) {
        throw wrong("'.'");
      }
      starts[count] = at;
      at = skipTerm(at);
      ends[count] = at;
      count++;
    }
  }

  int start(int term) {
    return starts[term];
  }

  int end(int term) {
    return ends[term];
  }

  private void skipSpace() {
    while (at < end && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
      at++;
    }
  }

  private int skipTerm(int from) throws IOException {
    switch (line[from]) {
      case '<':
        if (from + 1 < end && line[from + 1] == '<') {
          return skipTripleTerm(from);
        }
        return skipIri(from);
      case '"':
        return skipLiteral(from);
      case '_':
        return skipWord(from);
      default:
        throw wrong("a term");
    }
  }

  private int skipIri(int from) throws IOException {
    int i = from + 1;
    while (i < end && line[i] != '>') {
      i++;
    }
    if (i >= end) {
      throw wrong("'>'");
    }
    return i + 1;
  }

  private int skipWord(int from) {
    int i = from;
    while (i < end && line[i] != ' ' && line[i] != '\t' && line[i] != '<' && line[i] != '"') {
      i++;
    }
    // A full stop may be part of a label, but not its end.
    while (line[i - 1] == '.') {
      i--;
    }
    return i;
  }

  private int skipLiteral(int from) throws IOException {
    int i = from + 1;
    while (i < end && line[i] != '"') {
      i += line[i] == '\\' ? 2 : 1;
    }
    if (i >= end) {
      throw wrong("'\"'");
    }
    i++;
    if (i + 1 < end && line[i] == '^' && line[i + 1] == '^') {
      return skipIri(i + 2);
    }
    if (i < end && line[i] == '@') {
      i++;
      while (i < end && (Character.isLetterOrDigit(line[i]) || line[i] == '-')) {
        i++;
      }
    }
    return i;
  }

  private int skipTripleTerm(int from) throws IOException {
    int mark = at;
    at = from + (from + 2 < end && line[from + 2] == '(' ? 3 : 2);
    for (int i = 0; i < 3; i++) {
      skipSpace();
      if (at >= end) {
        throw wrong("a term");
      }
      at = skipTerm(at);
    }
    skipSpace();
    if (at + 3 > end || line[at] != ')' || line[at + 1] != '>' || line[at + 2] != '>') {
      throw wrong("')>>'");
    }
    int after = at + 3;
    at = mark;
    return after;
  }

  private IOException wrong(String expected) {
    return new IOException(
        "expected %s but found %s"
            .formatted(
                expected,
                at >= end
                    ? "the end of the line"
                    : "'"
                        + new String(line, at, Math.min(40, end - at), StandardCharsets.UTF_8)
                        + "'"));
  }
}
