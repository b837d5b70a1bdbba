package org.entente;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One line on a terminal that says what long work is at and for how long it has run; it is gone
 * when the work ends. Nothing is written to anything but a terminal, nor in the first second.
 */
final class Progress implements AutoCloseable {
  private static final long FIRST_MILLIS = 1000;
  private static final long EVERY_MILLIS = 250;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final BooleanSupplier isTerminal;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
          });

  private String step = "";
  private boolean shown;
  private boolean closed;

  private Progress(PrintWriter err, BooleanSupplier isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  /** Progress on standard error, as long as that is a terminal. */
  static Progress on(PrintWriter err) {
    return start(err, Progress::isStandardErrorTerminal, FIRST_MILLIS);
  }

  /** Progress that begins to be shown after so many milliseconds. */
  static Progress start(PrintWriter err, BooleanSupplier isTerminal, long firstMillis) {
    Progress progress = new Progress(err, isTerminal);
    progress.ticker.schedule(progress::begin, firstMillis, TimeUnit.MILLISECONDS);
    return progress;
  }

  private void begin() {
    if (isTerminal.getAsBoolean()) {
      ticker.scheduleAtFixedRate(this::show, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Says what the work is at now. */
  synchronized void at(String what) {
    step = what;
  }

  /** Prints a line that stays, such as a warning. */
  synchronized void print(String line) {
    clear();
    err.println(line);
  }

  private synchronized void show() {
    if (!closed) {
      double seconds = (System.nanoTime() - start) / 1e9;
      err.printf(Locale.ROOT, "%s%s… %.0f s", CLEAR_LINE, step, seconds);
      err.flush();
      shown = true;
    }
  }

  private void clear() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
      shown = false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    ticker.shutdownNow();
    clear();
  }

  /** Java 17 can tell of standard input and output alone; the shell's test tells of any. */
  private static boolean isStandardErrorTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
