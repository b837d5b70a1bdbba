package org.entente.serve;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.entente.store.DatasetFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generation that is served, and those before it that requests still read. A newly published
 * one is opened, then takes the place of the old, which is closed when its last reader is done.
 */
final class Generations implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
  private static final long LOOK_EVERY_MILLISECONDS = 250;
  private static final long STOP_MILLISECONDS = 1_000;

  /** An open generation and how many read it. */
  private static final class Held {
    final Generation generation;
    int readers;
    boolean retired;

    Held(Generation generation) {
      this.generation = generation;
    }
  }

  private final DatasetFolder folder;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "generations");
            thread.setDaemon(true);
            return thread;
          });
  private Held current;
  private volatile Consumer<Lease> preparing = lease -> {};
  private volatile boolean closed;

  /** Why what was published could not be opened; told once, though it is tried again. */
  private String refused;

  private Generations(DatasetFolder folder, Generation first) {
    this.folder = folder;
    this.current = new Held(first);
  }

  /** Opens what is published in a folder and watches for what will be. */
  static Generations open(DatasetFolder folder) throws IOException {
    Generations generations =
        new Generations(folder, Generation.open(folder, folder.requireCurrent()));
    generations.watch.scheduleWithFixedDelay(
        generations::look, LOOK_EVERY_MILLISECONDS, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    return generations;
  }

  /** The right to read a generation until it is closed. */
  final class Lease implements AutoCloseable {
    private final Held held;
    private boolean closed;

    private Lease(Held held) {
      this.held = held;
    }

    Generation generation() {
      return held.generation;
    }

    /** The same right once more, for another thread. */
    Lease again() {
      synchronized (Generations.this) {
        held.readers++;
        return new Lease(held);
      }
    }

    @Override
    public void close() {
      synchronized (Generations.this) {
        if (!closed) {
          closed = true;
          held.readers--;
          closeIfDone(held);
        }
      }
    }
  }

  /** From now on, each generation is prepared so; the current one at once, aside. */
  void prepareWith(Consumer<Lease> preparation) {
    preparing = preparation;
    watch.execute(
        () -> {
          try (Lease lease = lease()) {
            prepare(lease);
          }
        });
  }

  private void prepare(Lease lease) {
    try {
      preparing.accept(lease);
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.warn("a generation could not be prepared", e);
      }
    }
  }

  /** Takes the right to read what is current. */
  synchronized Lease lease() {
    current.readers++;
    return new Lease(current);
  }

  private void look() {
    try {
      String name = folder.current().orElse(null);
      if (name == null || name.equals(version())) {
        return;
      }
      Held next = new Held(Generation.open(folder, name));
      next.readers++;
      try (Lease lease = new Lease(next)) {
        prepare(lease);
      }
      synchronized (this) {
        Held before = current;
        current = next;
        before.retired = true;
        closeIfDone(before);
      }
      refused = null;
      LOG.debug("serving {}", name);
    } catch (IOException | RuntimeException e) {
      String failed = e.toString();
      if (!failed.equals(refused)) {
        LOG.warn("what was published cannot be opened; the graph before it stays served", e);
        refused = failed;
      }
    }
  }

  private synchronized String version() {
    return current.generation.version();
  }

  private void closeIfDone(Held held) {
    if (!held.retired || held.readers > 0) {
      return;
    }
    held.generation.close();
    try {
      String name = held.generation.version();
      if (!folder.current().map(name::equals).orElse(true)) {
        DatasetFolder.delete(folder.generation(name));
      }
    } catch (IOException e) {
      LOG.warn("an old generation cannot be deleted", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    // Not interrupted: an interrupt closes the files of the store that is read.
    watch.shutdown();
    try {
      watch.awaitTermination(STOP_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      current.retired = true;
      if (current.readers == 0) {
        current.generation.close();
      }
    }
  }
}
