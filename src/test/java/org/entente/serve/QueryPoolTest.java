package org.entente.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Work that does not look at its budget. */
class QueryPoolTest {
  @Test
  void whatRunsOnAfterItsTimeDoesNotKeepOthersWaiting() throws Exception {
    Limits limits = Limits.defaults().withTime(Duration.ofMillis(200));
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService clients = Executors.newCachedThreadPool();
    try (QueryPool pool = new QueryPool("deaf", limits)) {
      List<CompletableFuture<Integer>> deaf = new ArrayList<>();
      for (int i = 0; i < limits.threads(); i++) {
        String client = "client " + i;
        deaf.add(
            CompletableFuture.supplyAsync(
                () ->
                    assertThrows(
                            Problem.class,
                            () ->
                                pool.run(
                                    client,
                                    budget -> {
                                      awaitWhatever(end);
                                      return null;
                                    }))
                        .status(),
                clients));
      }
      for (CompletableFuture<Integer> status : deaf) {
        assertEquals(503, status.get());
      }
      assertEquals("answer", pool.run("another", budget -> "answer"));
    } finally {
      end.countDown();
      clients.shutdown();
    }
  }

  private static void awaitWhatever(CountDownLatch end) {
    while (end.getCount() > 0) {
      try {
        end.await();
      } catch (InterruptedException e) {
        // Deaf to that too.
        Thread.yield();
      }
    }
  }
}
