package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentReaderTest {
  private static final String SENTENCE = "Fiji and Tonga signed a pact in May.";

  @TempDir private Path folder;

  private final DocumentReader reader = new DocumentReader();

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private String text(Path file) {
    DocumentReader.Outcome outcome = reader.read(file);
    assertTrue(outcome.isText(), () -> String.valueOf(outcome.problem()));
    return outcome.text();
  }

  private String problem(Path file) {
    DocumentReader.Outcome outcome = reader.read(file);
    assertFalse(outcome.isText());
    return outcome.problem().toString();
  }

  @Test
  void plainTextInSeveralEncodings() throws IOException {
    String words = "Zoë visited Málaga and Curaçao in août; déjà vu, naïve café, señor Núñez";
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")
        }) {
      assertEquals(words, text(file("a.txt", words.getBytes(charset))), charset.name());
    }
  }

  @Test
  void htmlWithoutItsMenu() throws IOException {
    String page =
        "<html><head><title>A pact</title><script>var x = 1;</script></head><body>"
            + "<nav><a>World news</a></nav><article><h1>A pact</h1><p>"
            + SENTENCE
            + "</p></article>"
            + "<footer>All rights reserved</footer></body></html>";
    Path file = file("a.html", page.getBytes(StandardCharsets.UTF_8));
    String text = text(file);
    assertTrue(text.contains(SENTENCE));
    assertFalse(text.contains("World news") || text.contains("rights") || text.contains("var x"));
    assertEquals("A pact", reader.read(file).title());
  }

  @Test
  void htmlWithoutWhatIsNotShownOrStruckOut() throws IOException {
    String page =
        "<html><body><article><p>"
            + SENTENCE
            + "</p><p hidden>France invaded Malta.<br>It rained.</p><del>Brazil left.</del>"
            + "<p style='display: none'>Peru left.</p><p>It was late.</p></article></body></html>";
    String text = text(file("b.html", page.getBytes(StandardCharsets.UTF_8)));
    assertTrue(text.contains(SENTENCE) && text.contains("It was late."), text);
    assertFalse(text.contains("Malta") || text.contains("rained") || text.contains("left"), text);
  }

  @Test
  void docx() throws IOException {
    Path file = folder.resolve("a.docx");
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      document.createParagraph().createRun().setText(SENTENCE);
      document.write(out);
    }
    assertTrue(text(file).contains(SENTENCE));
  }

  private Path pdf(String name, boolean locked) throws IOException {
    Path file = folder.resolve(name);
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(SENTENCE);
        content.endText();
      }
      if (locked) {
        document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      }
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void pdf() throws IOException {
    assertTrue(text(pdf("a.pdf", false)).contains(SENTENCE));
  }

  @Test
  void aLockedPdf() throws IOException {
    assertEquals(
        "a.pdf: error: expected a file without a password but found an encrypted one [file]"
            + " (save it without one)",
        problem(pdf("a.pdf", true)));
  }

  @Test
  void anEmptyFile() throws IOException {
    assertEquals(
        "a.txt: error: expected a text but found an empty file [file]",
        problem(file("a.txt", new byte[0])));
  }

  @Test
  void binaryJunk() throws IOException {
    byte[] junk = new byte[5000];
    new Random(7).nextBytes(junk);
    assertEquals(
        "a.txt: error: expected a text but found binary data [file] (is the file's name right?)",
        problem(file("a.txt", junk)));
    assertTrue(problem(file("b.pdf", junk)).startsWith("b.pdf: error: expected "));
  }

  @Test
  void aMissingFile() {
    assertEquals(
        "none.txt: error: expected a file but found something else [file]",
        problem(folder.resolve("none.txt")));
  }

  @Test
  void aTextThatIsTooLong() throws IOException {
    Path file = file("a.txt", "word ".repeat(1000).getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "a.txt: error: expected at most 1,000 characters but found more [file]"
            + " (split the file into its articles)",
        new DocumentReader(1000).read(file).problem().toString());
  }

  @Test
  void aZipBomb() throws IOException {
    Path file = folder.resolve("bomb.docx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/"
                  + "2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/vnd."
                  + "openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        zip.write(zeros);
      }
    }
    assertTimeout(Duration.ofSeconds(60), () -> assertFalse(reader.read(file).isText()));
  }

  @Test
  void aLineOfAMillionCharacters() throws IOException {
    String line = (SENTENCE + " ").repeat(1_000_000 / SENTENCE.length());
    String text = text(file("a.txt", line.getBytes(StandardCharsets.UTF_8)));
    assertTimeout(
        Duration.ofSeconds(60), () -> assertTrue(Fixture.read(text).candidates().size() > 0));
    String word = "x".repeat(1_000_000);
    assertTimeout(
        Duration.ofSeconds(20), () -> assertEquals(0, Fixture.read(word).candidates().size()));
  }
}
