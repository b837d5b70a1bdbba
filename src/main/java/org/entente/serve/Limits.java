package org.entente.serve;

import java.time.Duration;

/**
 * What one request, one client and all of them together may ask for.
 *
 * @param queryCharacters longest query text
 * @param bodyBytes longest request body, after decompression
 * @param rows most rows or triples of an answer
 * @param answerBytes most bytes of an answer
 * @param time how long a query may run
 * @param threads how many queries run at once
 * @param waiting how many more may wait for a thread
 * @param queriesPerClient how many queries of one client run or wait at once
 * @param queryRate how often a client may ask a query
 * @param requestRate how often a client may ask anything
 * @param keptBytes how many bytes of answers to queries are kept, and as many of pages, to give
 *     them again while the same graph is published; 0 keeps none
 */
public record Limits(
    int queryCharacters,
    int bodyBytes,
    int rows,
    int answerBytes,
    Duration time,
    int threads,
    int waiting,
    int queriesPerClient,
    Rate queryRate,
    Rate requestRate,
    long keptBytes) {

  /** A rate: so many at once, and so many a second after that. */
  public record Rate(int burst, double perSecond) {}

  /** Limits for a laptop. */
  public static Limits defaults() {
    return new Limits(
        100_000,
        1 << 20,
        100_000,
        32 << 20,
        Duration.ofSeconds(10),
        Math.max(4, Runtime.getRuntime().availableProcessors()),
        16,
        8,
        new Rate(120, 30),
        new Rate(1000, 300),
        Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 32));
  }

  /** The same with another time. */
  public Limits withTime(Duration other) {
    return new Limits(
        queryCharacters,
        bodyBytes,
        rows,
        answerBytes,
        other,
        threads,
        waiting,
        queriesPerClient,
        queryRate,
        requestRate,
        keptBytes);
  }

  /** The same with other rates. */
  public Limits withRates(Rate queries, Rate requests) {
    return new Limits(
        queryCharacters,
        bodyBytes,
        rows,
        answerBytes,
        time,
        threads,
        waiting,
        queriesPerClient,
        queries,
        requests,
        keptBytes);
  }

  /** The same with other sizes of answers. */
  public Limits withAnswers(int mostRows, int mostBytes) {
    return new Limits(
        queryCharacters,
        bodyBytes,
        mostRows,
        mostBytes,
        time,
        threads,
        waiting,
        queriesPerClient,
        queryRate,
        requestRate,
        keptBytes);
  }

  /** The same with another room for answers that are kept. */
  public Limits withKept(long bytes) {
    return new Limits(
        queryCharacters,
        bodyBytes,
        rows,
        answerBytes,
        time,
        threads,
        waiting,
        queriesPerClient,
        queryRate,
        requestRate,
        bytes);
  }
}
