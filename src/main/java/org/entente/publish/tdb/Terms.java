package org.entente.publish.tdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Makes nodes of terms as N-Quads writes them. */
final class Terms {
  private Terms() {}

  /** The node that a term names; a blank node keeps its label. */
  static Node node(byte[] bytes, int from, int to) throws IOException {
    switch (bytes[from]) {
      case '<':
        return bytes[from + 1] == '<'
            ? tripleTerm(bytes, from, to)
            : NodeFactory.createURI(text(bytes, from + 1, to - 1));
      case '_':
        return NodeFactory.createBlankNode(text(bytes, from + 2, to));
      default:
        return literal(bytes, from, to);
    }
  }

  private static Node literal(byte[] bytes, int from, int to) throws IOException {
    int close = closingQuote(bytes, from, to);
    String lexical = text(bytes, from + 1, close);
    if (close + 1 == to) {
      return NodeFactory.createLiteralString(lexical);
    }
    if (bytes[close + 1] == '@') {
      return NodeFactory.createLiteralLang(lexical, text(bytes, close + 2, to));
    }
    return NodeFactory.createLiteralDT(
        lexical, NodeFactory.getType(text(bytes, close + 4, to - 1)));
  }

  /** Where the quoted part of a literal ends. */
  static int closingQuote(byte[] bytes, int from, int to) {
    int i = from + 1;
    while (i < to && bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    return i;
  }

  private static Node tripleTerm(byte[] bytes, int from, int to) throws IOException {
    Statement inner = new Statement();
    byte[] line = new byte[to - from - 4];
    // The terms between "<<(" and ")>>", as a statement of their own.
    System.arraycopy(bytes, from + 3, line, 0, line.length - 2);
    line[line.length - 2] = ' ';
    line[line.length - 1] = '.';
    inner.split(line, 0, line.length);
    return NodeFactory.createTripleTerm(
        node(line, inner.start(0), inner.end(0)),
        node(line, inner.start(1), inner.end(1)),
        node(line, inner.start(2), inner.end(2)));
  }

  private static String text(byte[] bytes, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        byte[] plain = unescape(bytes, from, to);
        return new String(plain, StandardCharsets.UTF_8);
      }
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** The UTF-8 bytes that escaped ones stand for. */
  static byte[] unescape(byte[] bytes, int from, int to) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\\') {
        plain.write(bytes[i]);
        continue;
      }
      i++;
      switch (bytes[i]) {
        case 't' -> plain.write('\t');
        case 'b' -> plain.write('\b');
        case 'n' -> plain.write('\n');
        case 'r' -> plain.write('\r');
        case 'f' -> plain.write('\f');
        case '"', '\'', '\\' -> plain.write(bytes[i]);
        case 'u', 'U' -> {
          int digits = bytes[i] == 'u' ? 4 : 8;
          if (i + digits >= to) {
            throw new IOException("expected " + digits + " hexadecimal digits after \\u");
          }
          int point = codePoint(bytes, i + 1, digits);
          i += digits;
          if (Character.isHighSurrogate((char) point)
              && point <= 0xFFFF
              && i + 6 < to
              && bytes[i + 1] == '\\'
              && bytes[i + 2] == 'u') {
            point = Character.toCodePoint((char) point, (char) codePoint(bytes, i + 3, 4));
            i += 6;
          }
          plain.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        }
        default ->
            throw new IOException("expected an escape but found \\" + (char) (bytes[i] & 0xFF));
      }
    }
    return plain.toByteArray();
  }

  private static int codePoint(byte[] bytes, int from, int digits) throws IOException {
    try {
      return Integer.parseInt(new String(bytes, from, digits, StandardCharsets.ISO_8859_1), 16);
    } catch (NumberFormatException e) {
      throw new IOException("expected hexadecimal digits after \\u", e);
    }
  }
}
