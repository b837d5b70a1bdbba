package org.entente.rdf;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.vocabulary.XSD;

/** Nodes as bytes, to be kept outside of the heap; the node that comes out is the same term. */
public final class NodeBytes {
  private static final char IRI = 'i';
  private static final char STRING = 's';
  private static final char TYPED = 't';
  private static final char TAGGED = 'l';
  private static final char BLANK = 'b';
  private static final char OTHER = 'o';

  private NodeBytes() {}

  /** The bytes of a node. */
  public static byte[] of(Node node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  /** The node of bytes. */
  public static Node node(byte[] bytes) {
    return node(new String(bytes, StandardCharsets.UTF_8));
  }

  /** Writes a node so that {@link #read} knows where it ends. */
  public static void write(Node node, DataOutputStream out) throws IOException {
    byte[] bytes = of(node);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** The node that was written at a buffer's position, which is behind it afterwards. */
  public static Node read(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return node(bytes);
  }

  /** A text that tells a node from any other. */
  public static String text(Node node) {
    if (node.isURI()) {
      return IRI + node.getURI();
    }
    if (node.isBlank()) {
      return BLANK + node.getBlankNodeLabel();
    }
    if (!node.isLiteral() || node.getLiteralBaseDirection() != null) {
      return OTHER + NodeFmtLib.strNT(node);
    }
    String value = node.getLiteralLexicalForm();
    if (!node.getLiteralLanguage().isEmpty()) {
      return TAGGED + node.getLiteralLanguage() + '\0' + value;
    }
    String type = node.getLiteralDatatypeURI();
    return type.equals(XSD.xstring.getURI()) ? STRING + value : TYPED + type + '\0' + value;
  }

  /** Texts that tell a triple from any other. */
  public static String[] key(Triple triple) {
    return new String[] {
      text(triple.getSubject()), text(triple.getPredicate()), text(triple.getObject())
    };
  }

  private static Node node(String text) {
    String rest = text.substring(1);
    int middle = rest.indexOf('\0');
    return switch (text.charAt(0)) {
      case IRI -> NodeFactory.createURI(rest);
      case BLANK -> NodeFactory.createBlankNode(rest);
      case STRING -> NodeFactory.createLiteralString(rest);
      case TAGGED ->
          NodeFactory.createLiteralLang(rest.substring(middle + 1), rest.substring(0, middle));
      case TYPED ->
          NodeFactory.createLiteralDT(
              rest.substring(middle + 1),
              TypeMapper.getInstance().getSafeTypeByName(rest.substring(0, middle)));
      default -> NodeFactoryExtra.parseNode(rest);
    };
  }
}
