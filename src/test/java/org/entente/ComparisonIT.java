package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Extraction against the shipped tables; prints its figures. */
class ComparisonIT {
  private static String compare(String folder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.execute(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "extract",
            folder,
            "--compare");
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(0, code);
    String report = out.toString(StandardCharsets.UTF_8);
    String figures = report.substring(0, report.indexOf("\n\nmissed\n"));
    System.out.println(folder + "\n" + figures);
    return figures;
  }

  /** Curated, found, found as another, missed, extracted, matched, new. */
  private static int[] sums(String figures) {
    String all = figures.lines().filter(line -> line.startsWith("all ")).findFirst().orElseThrow();
    return Arrays.stream(all.substring(4).strip().split(" +"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  @Test
  void theFiveSources() {
    String documents = System.getProperty("entente.documents", "");
    Assumptions.assumeFalse(
        documents.isEmpty(), "the sources' texts are not here; set entente.documents");
    int[] n = sums(compare(documents));
    assertEquals(n[0], n[1] + n[2] + n[3]);
    assertEquals(n[4], n[5] + n[6]);
    assertEquals(n[5], n[1] + n[2]);
    assertTrue(n[0] > 300, "what curators entered from the five sources is found: " + n[0]);
  }

  @Test
  void theReadingNotes() {
    int[] n = sums(compare("seeds/documents"));
    assertEquals(n[0], n[1] + n[2] + n[3]);
    assertEquals(n[4], n[5] + n[6]);
  }
}
