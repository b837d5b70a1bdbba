package org.entente.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entente.explore.Directions;
import org.entente.rdf.Hash;

/**
 * What is answered, before the front adds what every answer has, compresses it, or finds that the
 * client has it already. Immutable but for its tag, which is made when it is first asked for.
 */
final class Reply {
  private static final int SMALLEST_COMPRESSED = 600;

  /** The bytes of an answer. */
  private interface Body {
    /** How many bytes. */
    long length(boolean gzip);

    void writeTo(OutputStream out, boolean gzip) throws IOException;
  }

  /** A header. */
  record Header(String name, String value) {}

  private final int status;
  private final Body body;
  private final List<Header> headers;
  private final Instant modified;

  /** Whether the tag is made of the bytes, when it is asked for. */
  private final boolean tagged;

  private String tag;

  private Reply(
      int status, Body body, List<Header> headers, boolean tagged, String tag, Instant modified) {
    this.status = status;
    this.body = body;
    this.headers = List.copyOf(headers);
    this.tagged = tagged;
    this.tag = tag;
    this.modified = modified;
  }

  /** An answer of bytes. */
  static Reply of(int status, String contentType, byte[] bytes) {
    return new Reply(
        status,
        new Bytes(bytes),
        List.of(new Header("Content-Type", contentType)),
        false,
        null,
        null);
  }

  /** An answer of text in UTF-8. */
  static Reply text(int status, String contentType, String text) {
    return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A gzipped file, known by a tag that changes whenever the file does. */
  static Reply file(String contentType, Path gzipped, String tag, Instant modified) {
    return new Reply(
        200,
        new Zipped(gzipped),
        List.of(new Header("Content-Type", contentType)),
        false,
        tag,
        modified);
  }

  /** A file as it is, known by a tag that changes whenever the file does. */
  static Reply whole(String contentType, Path file, String tag, Instant modified) {
    return new Reply(
        200,
        new Whole(file),
        List.of(new Header("Content-Type", contentType)),
        false,
        tag,
        modified);
  }

  /** A page. What would turn the direction of text around it is shown, not obeyed. */
  static Reply page(int status, String html) {
    return text(status, Format.HTML.contentType(), Directions.visible(html));
  }

  /** An answer without a body. */
  static Reply empty(int status) {
    return new Reply(status, new Bytes(new byte[0]), List.of(), false, null, null);
  }

  /** Sends the client elsewhere. */
  static Reply redirect(int status, String location) {
    return text(status, "text/plain;charset=utf-8", location + "\n").with("Location", location);
  }

  /** The same with a header more. */
  Reply with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Reply(status, body, more, tagged, tag, modified);
  }

  /** The same as a document that caches may keep, with a strong tag made from its bytes. */
  Reply cached(Instant lastModified, String cacheControl) {
    return new Reply(status, body, headers, true, null, lastModified)
        .with("Cache-Control", cacheControl);
  }

  private static String hash(byte[] bytes) {
    return Hash.start().add(new String(bytes, StandardCharsets.ISO_8859_1)).hex();
  }

  /** The text of an answer that is text. */
  String text() {
    return new String(((Bytes) body).bytes, StandardCharsets.UTF_8);
  }

  int status() {
    return status;
  }

  List<Header> headers() {
    return headers;
  }

  /** The first header of that name. */
  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  String contentType() {
    return header("Content-Type").orElse("");
  }

  /** Whether the answer has a tag. */
  boolean isTagged() {
    return tagged || tag != null;
  }

  /** The entity tag without quotes; null when the answer has none. */
  String tag() {
    if (tag == null && tagged) {
      tag = hash(((Bytes) body).bytes);
    }
    return tag;
  }

  /** When the document changed last; null when that is not known. */
  Instant modified() {
    return modified;
  }

  /** How many bytes are sent, compressed or not. */
  long length(boolean gzip) {
    return body.length(gzip);
  }

  /** Whether compressing is worth it. */
  boolean isCompressible() {
    String type = contentType();
    return body instanceof Zipped
        || body.length(false) > SMALLEST_COMPRESSED
            && (type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("n-triples")
                || type.contains("javascript"));
  }

  /** The same with its bytes compressed once, so that their number is known. */
  Reply compressed() {
    if (!(body instanceof Bytes bytes)) {
      return this;
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes.bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reply(status, new Bytes(zipped.toByteArray()), headers, false, tag(), modified);
  }

  void writeTo(OutputStream out, boolean gzip) throws IOException {
    body.writeTo(out, gzip);
  }

  private record Bytes(byte[] bytes) implements Body {
    @Override
    public long length(boolean gzip) {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out, boolean gzip) throws IOException {
      out.write(bytes);
    }
  }

  private record Zipped(Path file) implements Body {
    @Override
    public long length(boolean gzip) {
      try (FileChannel channel = FileChannel.open(file)) {
        if (gzip) {
          return channel.size();
        }
        // The last four bytes of a gzip file tell how long it is without compression.
        ByteBuffer end = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(end, channel.size() - 4);
        return Integer.toUnsignedLong(end.getInt(0));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void writeTo(OutputStream out, boolean gzip) throws IOException {
      try (InputStream raw = Files.newInputStream(file);
          InputStream in = gzip ? raw : new GZIPInputStream(raw, 1 << 16)) {
        in.transferTo(out);
      }
    }
  }

  private record Whole(Path file) implements Body {
    @Override
    public long length(boolean gzip) {
      try {
        return Files.size(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void writeTo(OutputStream out, boolean gzip) throws IOException {
      Files.copy(file, out);
    }
  }
}
