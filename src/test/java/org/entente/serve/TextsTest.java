package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.entente.store.DatasetFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of documents whose texts are at hand. */
class TextsTest {
  private static final String TEXT =
      "A brief on summits. ……………………… The two met in Tokyo on 16 March 2023, "
          + "and the two leaders spoke 東京で会談した at length of many things.\n";

  @TempDir Path folder;

  private DatasetFolder graph(String text) throws Exception {
    Path tables = folder.resolve("tables");
    TestGraph.copyTables(tables);
    String digest =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    Path files = tables.resolve("files.csv");
    Files.writeString(
        files,
        Files.readString(files)
            .replace("1".repeat(64), digest)
            .replace("5000", "" + text.codePointCount(0, text.length())));
    Path passages = tables.resolve("passages.csv");
    int start = text.indexOf("met in Tokyo on 16 March 2023");
    Files.writeString(
        passages, Files.readString(passages).replace("40,69", start + "," + (start + 29)));
    return TestGraph.publish(tables, folder.resolve("graph"));
  }

  private ServerOptions options(Path documents) {
    return ServerOptions.local().withLimits(TestServer.limits()).withDocuments(documents);
  }

  @Test
  void aPassageIsShownInItsContext() throws Exception {
    DatasetFolder graph = graph(TEXT);
    Path documents = Files.createDirectory(folder.resolve("documents"));
    // The form it is kept in differs: CR LF, and the name is of no account.
    Files.writeString(documents.resolve("any-name.txt"), TEXT.replace("\n", "\r\n"));
    Files.write(documents.resolve("not-utf-8.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    try (TestServer server = TestServer.start(graph, options(documents))) {
      // Other passages begin and end within these words.
      String page =
          server.get("/page/document/brief").body().replaceAll("<sup>.*?</sup>|<[^>]*>", "");
      assertTrue(page.contains("The two"), "what stands before");
      assertTrue(page.contains("and the two leaders spoke"), "what stands after");
    }
    try (TestServer server = TestServer.start(graph, options(null))) {
      assertFalse(server.get("/page/document/brief").body().contains("at length"));
    }
  }

  @Test
  void aTextThatWasChangedIsNotShown() throws Exception {
    DatasetFolder graph = graph(TEXT);
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("900.txt"), TEXT.replace("at length", "in private"));
    try (TestServer server = TestServer.start(graph, options(documents))) {
      assertFalse(server.get("/page/document/brief").body().contains("in private"));
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws Exception {
    DatasetFolder graph = graph(TEXT);
    NotDirectoryException missing =
        assertThrows(
            NotDirectoryException.class,
            () -> TestServer.start(graph, options(folder.resolve("nowhere"))));
    assertEquals(folder.resolve("nowhere").toString(), missing.getFile());
  }
}
