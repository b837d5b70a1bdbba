package org.entente.map;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.entente.map.Mapping.Said;
import org.entente.rdf.Claim;
import org.entente.rdf.Ent;
import org.entente.rdf.NodeBytes;
import org.entente.spill.Blobs;

/**
 * What the rows of a table say, as bytes: for each row the nodes that its query does not name, and
 * which of the query's templates gave which triple of them. What a row tells at once, such as its
 * evidence, is not kept, nor is anything of other tables: so it is the same as long as the table,
 * its metadata and its query are.
 */
final class KeptRows {
  private static final int FORMAT = 0x454E_5401;
  private static final int HASH_BYTES = 12;
  private static final String ACCOUNT = "account/";
  private static final String CLAIM = "claim/";

  private final Mapping mapping;
  private final Blobs rows = new Blobs();

  KeptRows(Mapping mapping) {
    this.mapping = mapping;
  }

  long size() {
    return rows.size();
  }

  /**
   * What a row says.
   *
   * @param account IRI of the account that it is; null when it is none
   */
  record Kept(Node account, List<Said> said) {}

  /** Adds what a row says; the claims are those among it, in the same order. */
  void add(Node account, List<Said> said, List<Claim> claims) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 8);
    List<Node> nodes = new ArrayList<>();
    Iterator<Claim> claim = claims.iterator();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (account != null) {
        writeHash(account, ACCOUNT, out);
      }
      out.writeInt(said.size());
      for (Said one : said) {
        Triple pattern = one.template().triple();
        out.writeInt(one.template().number());
        writePart(pattern.getSubject(), one.triple().getSubject(), nodes, out);
        writePart(pattern.getPredicate(), one.triple().getPredicate(), nodes, out);
        writePart(pattern.getObject(), one.triple().getObject(), nodes, out);
        if (one.template().claim()) {
          writeHash(claim.next().iri(), CLAIM, out);
        }
      }
      for (Node node : nodes) {
        NodeBytes.write(node, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.add(bytes.toByteArray(), bytes.size());
  }

  private static void writeHash(Node iri, String kind, DataOutputStream out) throws IOException {
    out.write(HexFormat.of().parseHex(iri.getURI().substring(Ent.ID.length() + kind.length())));
  }

  /** Writes which of the row's nodes a part is, unless the query says what it is. */
  private static void writePart(Node pattern, Node part, List<Node> nodes, DataOutputStream out)
      throws IOException {
    if (!pattern.isVariable()) {
      return;
    }
    int number = nodes.indexOf(part);
    if (number < 0) {
      number = nodes.size();
      nodes.add(part);
    }
    out.writeInt(number);
  }

  /** What the row at a place says. */
  Kept get(long place) {
    ByteBuffer bytes = ByteBuffer.wrap(rows.get(place));
    Node account = mapping.schema().account() ? readHash(bytes, ACCOUNT) : null;
    int count = bytes.getInt();
    int[] parts = new int[count * 3];
    Mapping.Template[] templates = new Mapping.Template[count];
    Node[] claims = new Node[count];
    int most = -1;
    for (int i = 0; i < count; i++) {
      templates[i] = mapping.templates().get(bytes.getInt());
      Triple pattern = templates[i].triple();
      parts[i * 3] = readPart(pattern.getSubject(), bytes);
      parts[i * 3 + 1] = readPart(pattern.getPredicate(), bytes);
      parts[i * 3 + 2] = readPart(pattern.getObject(), bytes);
      most = Math.max(most, Math.max(parts[i * 3], Math.max(parts[i * 3 + 1], parts[i * 3 + 2])));
      claims[i] = templates[i].claim() ? readHash(bytes, CLAIM) : null;
    }
    Node[] nodes = new Node[most + 1];
    for (int i = 0; i <= most; i++) {
      nodes[i] = NodeBytes.read(bytes);
    }
    List<Said> said = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Triple pattern = templates[i].triple();
      Triple triple =
          Triple.create(
              part(pattern.getSubject(), parts[i * 3], nodes),
              part(pattern.getPredicate(), parts[i * 3 + 1], nodes),
              part(pattern.getObject(), parts[i * 3 + 2], nodes));
      said.add(new Said(templates[i], triple, claims[i]));
    }
    return new Kept(account, said);
  }

  private static Node readHash(ByteBuffer bytes, String kind) {
    byte[] hash = new byte[HASH_BYTES];
    bytes.get(hash);
    return Ent.id(kind + HexFormat.of().formatHex(hash));
  }

  private static int readPart(Node pattern, ByteBuffer bytes) {
    return pattern.isVariable() ? bytes.getInt() : -1;
  }

  private static Node part(Node pattern, int number, Node[] nodes) {
    return number < 0 ? pattern : nodes[number];
  }

  /**
   * Reads what was kept in a file under a key.
   *
   * @return null when there is no such file, when it was kept under another key, or when it is not
   *     as it was written
   */
  static KeptRows read(Path file, byte[] key, Mapping mapping) throws IOException {
    KeptRows kept = new KeptRows(mapping);
    CRC32C sum = new CRC32C();
    try (DataInputStream in =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
      long left = Files.size(file) - Integer.BYTES - key.length - 2L * Long.BYTES;
      if (left < 0 || in.readInt() != FORMAT || !Arrays.equals(in.readNBytes(key.length), key)) {
        return null;
      }
      long count = in.readLong();
      for (long i = 0; i < count; i++) {
        int length = in.readInt();
        left -= length + Integer.BYTES;
        if (length < 0 || left < 0) {
          return null;
        }
        kept.rows.add(in.readNBytes(length), length);
      }
      long expected = sum.getValue();
      return left == 0 && in.readLong() == expected ? kept : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Writes a file whole or not at all. */
  void write(Path file, byte[] key) throws IOException {
    Files.createDirectories(file.getParent());
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    CRC32C sum = new CRC32C();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16), sum))) {
      out.writeInt(FORMAT);
      out.write(key);
      out.writeLong(rows.size());
      for (long i = 0; i < rows.size(); i++) {
        byte[] row = rows.get(i);
        out.writeInt(row.length);
        out.write(row);
      }
      out.writeLong(sum.getValue());
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
