package org.entente.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.sax.BodyContentHandler;
import org.entente.diagnostic.Diagnostic;
import org.entente.diagnostic.Location;
import org.entente.diagnostic.Rule;
import org.xml.sax.SAXException;

/**
 * Reads the text of a file: plain text and Markdown in any encoding, HTML, PDF, DOCX. A file that
 * cannot be read gives a message, never an exception, so that the rest of a folder goes on.
 */
public final class DocumentReader {
  /** The longest text that is read, in characters. */
  public static final int LONGEST = 16_000_000;

  private static final long PATIENCE_SECONDS = 120;
  private static final int SAMPLE = 8192;

  private final int longest;

  /**
   * What reading a file gave: either a text or a message.
   *
   * @param text the text; null when there is none
   * @param title the title that the format tells; empty when it tells none
   * @param problem why there is no text; null when there is one
   */
  public record Outcome(String text, String title, Diagnostic problem) {

    /** Whether there is a text. */
    public boolean isText() {
      return problem == null;
    }
  }

  /** A reader with the usual limit. */
  public DocumentReader() {
    this(LONGEST);
  }

  DocumentReader(int longest) {
    this.longest = longest;
  }

  /** Reads a file. */
  public Outcome read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return refused(file, "a file", "something else", "");
      }
      if (Files.size(file) == 0) {
        return refused(file, "a text", "an empty file", "");
      }
      return isPlain(file) ? plain(file) : formatted(file);
    } catch (IOException e) {
      return refused(file, "a file that can be read", String.valueOf(e.getMessage()), "");
    }
  }

  private static Outcome refused(Path file, String expected, String found, String hint) {
    return new Outcome(
        null,
        "",
        Diagnostic.error(
            Location.of(String.valueOf(file.getFileName())), Rule.FILE, expected, found, hint));
  }

  private Outcome tooLong(Path file) {
    String most = String.format(Locale.ROOT, "at most %,d characters", longest);
    return refused(file, most, "more", "split the file into its articles");
  }

  private static boolean isPlain(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".txt")
        || name.endsWith(".md")
        || name.endsWith(".markdown")
        || name.endsWith(".text");
  }

  private Outcome plain(Path file) throws IOException {
    if (Files.size(file) > 4L * longest) {
      return tooLong(file);
    }
    byte[] bytes = Files.readAllBytes(file);
    Charset marked = byteOrderMark(bytes);
    if (marked == null && isBinary(bytes)) {
      return refused(file, "a text", "binary data", "is the file's name right?");
    }
    String text = marked != null ? new String(bytes, marked) : decode(bytes);
    if (text.length() > longest) {
      return tooLong(file);
    }
    if (text.isBlank()) {
      return refused(file, "a text", "nothing but white space", "");
    }
    return new Outcome(TextView.normalise(text), "", null);
  }

  private static Charset byteOrderMark(byte[] bytes) {
    if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB) {
      return StandardCharsets.UTF_8;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    boolean little = bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
    return little ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean isBinary(byte[] bytes) {
    int odd = 0;
    int seen = Math.min(bytes.length, SAMPLE);
    for (int i = 0; i < seen; i++) {
      int b = bytes[i] & 0xFF;
      if (b == 0) {
        return true;
      }
      odd += b < 9 || b > 13 && b < 32 && b != 27 ? 1 : 0;
    }
    return odd * 20 > seen;
  }

  private static String decode(byte[] bytes) throws IOException {
    try {
      CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return chars.toString();
    } catch (CharacterCodingException e) {
      return detect(bytes);
    }
  }

  private static String detect(byte[] bytes) throws IOException {
    try (InputStream in = TikaInputStream.get(bytes);
        AutoDetectReader reader = new AutoDetectReader(in)) {
      StringBuilder out = new StringBuilder();
      char[] buffer = new char[SAMPLE];
      int read;
      while ((read = reader.read(buffer)) >= 0) {
        out.append(buffer, 0, read);
      }
      return out.toString();
    } catch (TikaException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private Outcome formatted(Path file) {
    FutureTask<Outcome> task = new FutureTask<>(() -> parse(file));
    Thread thread = new Thread(task, "document-reader");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return refused(file, "a file that can be read in two minutes", "one that takes longer", "");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused(file, "to be let finish", "an interruption", "");
    } catch (ExecutionException e) {
      String found =
          e.getCause() instanceof StackOverflowError
              ? "one nested too deeply"
              : String.valueOf(e.getCause());
      return refused(file, "a file that can be read", found, "");
    }
  }

  private Outcome parse(Path file) throws IOException {
    BodyContentHandler body = new BodyContentHandler(longest);
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, String.valueOf(file.getFileName()));
    ParseContext context = new ParseContext();
    context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        TikaInputStream tika = TikaInputStream.get(in)) {
      new AutoDetectParser().parse(tika, new ContentFilter(body), metadata, context);
    } catch (EncryptedDocumentException e) {
      return refused(file, "a file without a password", "an encrypted one", "save it without one");
    } catch (TikaException | SAXException e) {
      return failed(file, e);
    }
    String text = body.toString();
    if (text.isBlank()) {
      return refused(
          file, "a text", "a file without one", "a scanned page needs to be recognised first");
    }
    String title = metadata.get(TikaCoreProperties.TITLE);
    return new Outcome(TextView.normalise(text), title == null ? "" : title.strip(), null);
  }

  private Outcome failed(Path file, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof WriteLimitReachedException) {
        return tooLong(file);
      }
      if (cause instanceof EncryptedDocumentException) {
        return refused(
            file, "a file without a password", "an encrypted one", "save it without one");
      }
      String message = String.valueOf(cause.getMessage());
      if (message.contains("zip bomb") || message.contains("Zip bomb")) {
        return refused(file, "a file of usual size", "one that unpacks without end", "");
      }
    }
    return refused(file, "a text, HTML, PDF or DOCX file", "one that cannot be read as such", "");
  }
}
