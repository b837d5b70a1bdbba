package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The line that long work shows on a terminal. */
final class ProgressTest {
  private static final String CLEAR = "\r\u001b[K";

  /** Lets a test wait for the line to be shown. */
  private static final class Screen extends StringWriter {
    private final CountDownLatch shown = new CountDownLatch(1);

    @Override
    public void flush() {
      shown.countDown();
    }
  }

  @Test
  void lineIsShownOnATerminalAndGoneAtTheEnd() throws InterruptedException {
    Screen screen = new Screen();
    try (Progress progress = Progress.start(new PrintWriter(screen), () -> true, 0)) {
      progress.at("map");
      assertTrue(screen.shown.await(10, TimeUnit.SECONDS));
    }
    String text = screen.toString();
    assertTrue(text.matches("(\r\u001b\\[K(map)?… \\d+ s)+\r\u001b\\[K"), text);
  }

  @Test
  void lineThatStaysReplacesIt() throws InterruptedException {
    Screen screen = new Screen();
    try (Progress progress = Progress.start(new PrintWriter(screen), () -> true, 0)) {
      assertTrue(screen.shown.await(10, TimeUnit.SECONDS));
      progress.print("a warning");
    }
    String text = screen.toString();
    assertTrue(text.contains(CLEAR + "a warning" + System.lineSeparator()), text);
  }

  @Test
  void nothingIsShownToAFile() throws InterruptedException {
    StringWriter file = new StringWriter();
    CountDownLatch asked = new CountDownLatch(1);
    try (Progress progress =
        Progress.start(
            new PrintWriter(file),
            () -> {
              asked.countDown();
              return false;
            },
            0)) {
      progress.at("map");
      assertTrue(asked.await(10, TimeUnit.SECONDS));
    }
    assertEquals("", file.toString());
  }

  @Test
  void shortWorkShowsNothing() {
    StringWriter screen = new StringWriter();
    try (Progress progress = Progress.start(new PrintWriter(screen), () -> true, 60_000)) {
      progress.at("map");
    }
    assertEquals("", screen.toString());
  }
}
