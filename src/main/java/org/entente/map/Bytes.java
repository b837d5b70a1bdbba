package org.entente.map;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Bytes that grow, and how N-Quads writes characters. */
final class Bytes {
  private static final int ASCII = 128;

  /** How each ASCII character stands in a literal, as the library itself writes it. */
  private static final byte[][] IN_LITERAL = inLiteral();

  private static final boolean[] AS_IT_IS = asItIs();

  byte[] array = new byte[1 << 12];
  int length;

  /** A term as N-Quads writes it. */
  static byte[] of(Node node) {
    StringWriterI text = new StringWriterI();
    new NodeFormatterNT().format(text, node);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[][] inLiteral() {
    byte[][] escaped = new byte[ASCII][];
    for (int c = 0; c < ASCII; c++) {
      byte[] quoted = of(NodeFactory.createLiteralString(String.valueOf((char) c)));
      escaped[c] = Arrays.copyOfRange(quoted, 1, quoted.length - 1);
    }
    return escaped;
  }

  private static boolean[] asItIs() {
    boolean[] plain = new boolean[ASCII];
    for (int c = 0; c < ASCII; c++) {
      plain[c] = IN_LITERAL[c].length == 1 && IN_LITERAL[c][0] == c;
    }
    return plain;
  }

  byte[] toArray() {
    return Arrays.copyOf(array, length);
  }

  void clear() {
    length = 0;
  }

  private void room(int more) {
    if (length + more > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
  }

  Bytes add(byte[] bytes) {
    return add(bytes, 0, bytes.length);
  }

  Bytes add(byte[] bytes, int from, int to) {
    room(to - from);
    System.arraycopy(bytes, from, array, length, to - from);
    length += to - from;
    return this;
  }

  Bytes add(char ascii) {
    room(1);
    array[length++] = (byte) ascii;
    return this;
  }

  /** Adds text that has ASCII characters alone, none of which is escaped. */
  @SuppressWarnings("deprecation")
  Bytes ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), array, length);
    length += text.length();
    return this;
  }

  /** Adds text as it stands between the quotation marks of a literal. */
  Bytes literal(String text) {
    room(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        rest(text, i);
        return this;
      }
      if (AS_IT_IS[c]) {
        array[length++] = (byte) c;
      } else {
        add(IN_LITERAL[c]);
        room(text.length() - i);
      }
    }
    return this;
  }

  /** Adds the rest of a text, from its first character beyond ASCII. */
  private void rest(String text, int from) {
    int start = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII && !AS_IT_IS[c]) {
        add(text.substring(start, i).getBytes(StandardCharsets.UTF_8));
        add(IN_LITERAL[c]);
        start = i + 1;
      }
    }
    add(text.substring(start).getBytes(StandardCharsets.UTF_8));
  }
}
