package org.entente.serve;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that queries run in, apart from those that answer requests, so that pages are
 * answered while queries hang. A watch ends queries that run too long, and the hungriest one when
 * memory runs short.
 */
final class QueryPool implements AutoCloseable {
  private static final long STACK_BYTES = 8L << 20;
  private static final long WATCH_EVERY_MILLISECONDS = 20;
  private static final long GRACE_SECONDS = 3;
  private static final double HEAP_SHARE = 0.80;
  private static final ThreadMXBean THREADS = threads();
  private static final Logger LOG = LoggerFactory.getLogger(QueryPool.class);

  private final Limits limits;
  private final ThreadPoolExecutor executor;
  private final Set<Budget> running = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> clients = new ConcurrentHashMap<>();
  private final Thread watch = new Thread(this::watch, "query-watch");
  private final LongAdder ran = new LongAdder();
  private volatile boolean closed;

  QueryPool(String name, Limits limits) {
    this.limits = limits;
    AtomicInteger number = new AtomicInteger();
    this.executor =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(limits.waiting()),
            work -> {
              Thread thread =
                  new Thread(null, work, name + "-" + number.incrementAndGet(), STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    watch.setDaemon(true);
    watch.start();
  }

  /** How many queries were run since the start. */
  long ran() {
    return ran.sum();
  }

  /** How many queries run. */
  int running() {
    return running.size();
  }

  /** Work that reads a generation. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Generation generation, Budget budget);
  }

  /**
   * Runs the work of one query over the generation that a request reads. The work holds the
   * generation itself: a thread that outlives its limit still reads it.
   *
   * @throws Problem when the work does, when there is no room, or when it takes too long
   */
  <T> T read(String client, Generations.Lease lease, Reading<T> work) {
    Generations.Lease held = lease.again();
    AtomicBoolean started = new AtomicBoolean();
    try {
      return run(
          client,
          budget -> {
            started.set(true);
            try (held) {
              return held.generation().read(() -> work.read(held.generation(), budget));
            }
          });
    } finally {
      if (!started.get()) {
        held.close();
      }
    }
  }

  /**
   * Runs the work of one query.
   *
   * @throws Problem when the work does, when there is no room, or when it takes too long
   */
  <T> T run(String client, WithBudget<T> work) {
    AtomicInteger ofClient = clients.computeIfAbsent(client, c -> new AtomicInteger());
    try {
      if (ofClient.incrementAndGet() > limits.queriesPerClient()) {
        throw new Problem(
                429,
                "Too many requests",
                "from one address, at most " + limits.queriesPerClient() + " queries run at once")
            .header("Retry-After", "1");
      }
      return submit(work);
    } finally {
      if (ofClient.decrementAndGet() == 0) {
        clients.remove(client, ofClient);
      }
    }
  }

  /** Work that is given its budget. */
  @FunctionalInterface
  interface WithBudget<T> {
    T run(Budget budget);
  }

  /** Work that may outlive its limit; while it does, another thread takes its place. */
  private final class Running<T> implements Callable<T> {
    private final Callable<T> work;
    private boolean done;
    private boolean replaced;

    Running(Callable<T> work) {
      this.work = work;
    }

    @Override
    public T call() throws Exception {
      try {
        return work.call();
      } finally {
        synchronized (this) {
          done = true;
          if (replaced) {
            resize(-1);
          }
        }
      }
    }

    synchronized void replace() {
      if (!done && executor.getMaximumPoolSize() < 2 * limits.threads()) {
        replaced = true;
        resize(1);
      }
    }
  }

  private void resize(int by) {
    synchronized (executor) {
      int size = executor.getMaximumPoolSize() + by;
      executor.setMaximumPoolSize(Math.max(size, executor.getMaximumPoolSize()));
      executor.setCorePoolSize(size);
      executor.setMaximumPoolSize(size);
    }
  }

  private <T> T submit(WithBudget<T> work) {
    long deadline = System.nanoTime() + limits.time().toNanos();
    Running<T> running = new Running<>(within(deadline, work));
    Future<T> future;
    try {
      future = executor.submit(running);
    } catch (RejectedExecutionException e) {
      throw Problem.busy("too many queries are running", 2);
    }
    try {
      return future.get(limits.time().toMillis() + GRACE_SECONDS * 1000, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Not interrupted: an interrupt would close the store's files under all other readers.
      LOG.warn("a query runs on after its time; another thread takes its place");
      running.replace();
      throw Budget.timeOut();
    } catch (CancellationException e) {
      throw Problem.busy("the server is stopping", 5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.busy("the server is stopping", 5);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw new IllegalStateException("a query failed", e.getCause());
    }
  }

  private <T> Callable<T> within(long deadline, WithBudget<T> work) {
    return () -> {
      Budget budget = Budget.begin(deadline);
      running.add(budget);
      ran.increment();
      try {
        budget.throwIfSpent();
        return work.run(budget);
      } catch (OutOfMemoryError e) {
        throw Problem.busy("the query needs more memory than there is", 5);
      } catch (StackOverflowError e) {
        throw Problem.badRequest("the query is nested too deeply");
      } catch (Problem problem) {
        throw problem;
      } catch (RuntimeException e) {
        if (budget.ended() != null) {
          throw budget.ended();
        }
        if (budget.isLate(System.nanoTime())) {
          throw Budget.timeOut();
        }
        throw e;
      } finally {
        running.remove(budget);
        Budget.end();
      }
    };
  }

  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(WATCH_EVERY_MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      for (Budget budget : running) {
        if (budget.isLate(now)) {
          budget.end(Budget.timeOut());
        }
      }
      if (running.size() > 0 && isMemoryShort()) {
        hungriest().end(Problem.busy("the query needs more memory than there is", 5));
      }
    }
  }

  private static boolean isMemoryShort() {
    Runtime runtime = Runtime.getRuntime();
    double most = runtime.maxMemory() * HEAP_SHARE;
    if (runtime.totalMemory() - runtime.freeMemory() < most) {
      return false;
    }
    // Much of it may be garbage; a collection now is cheaper than one that fails.
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory() > most;
  }

  private Budget hungriest() {
    Budget hungriest = null;
    long most = -1;
    for (Budget budget : running) {
      long allocated =
          THREADS == null ? 0 : THREADS.getThreadAllocatedBytes(budget.thread().getId());
      if (allocated > most && budget.ended() == null) {
        hungriest = budget;
        most = allocated;
      }
    }
    return hungriest == null ? new Budget(0) : hungriest;
  }

  private static ThreadMXBean threads() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
        ? bean
        : null;
  }

  /** Ends all queries. */
  void endAll() {
    running.forEach(budget -> budget.end(Problem.busy("the server is stopping", 5)));
  }

  @Override
  public void close() {
    closed = true;
    endAll();
    // Not interrupted: an interrupt closes the files of the store that is read.
    executor.shutdown();
    List<Runnable> waiting = new ArrayList<>();
    executor.getQueue().drainTo(waiting);
    waiting.forEach(task -> ((Future<?>) task).cancel(false));
    watch.interrupt();
    try {
      executor.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
