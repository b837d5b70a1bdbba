package org.entente.serve;

import org.apache.jena.sparql.exec.QueryExec;

/**
 * What a running query has left. The engine looks at its own cancel signal between rows; work
 * within a row, such as a regular expression, looks here.
 */
final class Budget {
  private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();

  private final long deadline;
  private final Thread thread;
  private volatile Problem ended;
  private volatile boolean aborting;
  private volatile QueryExec execution;

  Budget(long deadline) {
    this.deadline = deadline;
    this.thread = Thread.currentThread();
  }

  /** Begins the budget of this thread's query. */
  static Budget begin(long deadline) {
    Budget budget = new Budget(deadline);
    CURRENT.set(budget);
    return budget;
  }

  /** Ends the budget of this thread's query. */
  static void end() {
    CURRENT.remove();
  }

  /** Ends the work of this thread when its query's budget is spent. */
  static void check() {
    Budget budget = CURRENT.get();
    if (budget != null) {
      budget.throwIfSpent();
    }
  }

  void throwIfSpent() {
    if (ended != null) {
      throw ended;
    }
    if (System.nanoTime() - deadline > 0) {
      throw timeOut();
    }
  }

  /** From now on, ending the budget aborts this execution. */
  void runs(QueryExec started) {
    execution = started;
    if (ended != null) {
      started.abort();
    }
  }

  /** Ends the query for a reason. */
  void end(Problem reason) {
    if (ended == null) {
      ended = reason;
    }
    QueryExec running = execution;
    if (running != null && !aborting) {
      aborting = true;
      // An execution that is being planned holds the lock that aborting it takes.
      Thread thread = new Thread(running::abort, "query-abort");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Why the query was ended; null when it was not. */
  Problem ended() {
    return ended;
  }

  boolean isLate(long now) {
    return now - deadline > 0;
  }

  Thread thread() {
    return thread;
  }

  static Problem timeOut() {
    return Problem.busy("the query took longer than a query may; ask for less", 5);
  }
}
