package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.entente.testing.Jvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Very large documents in a small heap: each is read or refused, and the rest of the folder too.
 */
final class LargeDocumentsIT {
  private static final String SENTENCE = "Peru and Chile signed a treaty in Lima on 3 May 2023. ";

  @TempDir Path folder;

  @Test
  void aHugeTextIsRefusedAndTheRestIsRead() throws Exception {
    Path documents = Files.createDirectories(folder.resolve("documents"));
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.writeString(documents.resolve("01-huge.txt"), SENTENCE.repeat(1_900_000));
    Files.writeString(
        documents.resolve("02-line.txt"), SENTENCE.replace(". ", " and ").repeat(17_000));
    Files.writeString(documents.resolve("03-word.txt"), "x".repeat(1_000_000));
    Files.writeString(documents.resolve("04-small.txt"), SENTENCE);
    Jvm.Ended ended =
        Jvm.start(
                folder.resolve("run"),
                List.of("-Xmx256m"),
                "extract",
                documents.toString(),
                "--format",
                "tsv",
                "--tables",
                tables.toString())
            .await();
    assertEquals(1, ended.code(), ended.err());
    assertTrue(
        ended
            .err()
            .contains(
                "01-huge.txt: error: expected at most 16,000,000 characters but found more [file]"
                    + " (split the file into its articles)"),
        ended.err());
    TreeSet<String> read = new TreeSet<>();
    ended.out().lines().skip(1).forEach(line -> read.add(line.substring(0, 2)));
    assertTrue(read.contains("02") && read.contains("04"), read.toString());
  }
}
